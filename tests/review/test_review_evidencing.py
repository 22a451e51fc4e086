"""Evidence edited and used again: one act each, whole or not at all."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import file_with, reviewer
from factcheck.errors import EvidenceGateError, UsageError
from factcheck.model.evidence import Primacy, Stance, evidence_from
from factcheck.review.evidencing import as_given, attach_to, edit, numbers_from, of_article
from factcheck.review.session import Session
from readings import harbour

LINK = evidence_from("https://a.example/x", Stance.SUPPORTS, quote="2 m", primacy=Primacy.PRIMARY)
SEARCH = evidence_from("searched: the archive", Stance.CONTEXT)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return reviewer(file_with(tmp_path / "claims.db", harbour()))


def _article(session: Session) -> str:
    return session.article(None).id


@pytest.mark.parametrize("given_one", [LINK, SEARCH])
def test_a_record_is_given_back_as_it_was_given(session: Session, given_one: object) -> None:
    claim = session.find_claim("1", None)
    session.attach(claim.id, given_one)  # type: ignore[arg-type]
    assert as_given(session.find_claim("1", None).evidence[0]) == given_one


def test_an_edit_is_one_act_and_a_verdict_never_stands_without(session: Session) -> None:
    claim = session.find_claim("1", None)
    session.assess(claim.id, "supported", "", LINK)
    old = session.find_claim("1", None).evidence[0].id
    done = edit(session, claim.id, old, replace(LINK, quote="2 million"), " a typo ")
    assert done.summary == "c1 evidence edited: a typo"
    now = session.find_claim("1", None)
    assert [each.quote for each in now.evidence] == ["2 million"]
    assert now.assessments[0].gate
    session.undo()
    assert [each.quote for each in session.find_claim("1", None).evidence] == ["2 m"]
    session.redo()
    assert [each.quote for each in session.find_claim("1", None).evidence] == ["2 million"]
    assert list(session.verify()) == []


def test_an_edit_that_would_leave_a_verdict_without_its_stance_is_refused(
    session: Session,
) -> None:
    claim = session.find_claim("1", None)
    session.assess(claim.id, "supported", "", LINK)
    before = session.find_claim("1", None)
    with pytest.raises(EvidenceGateError):
        edit(session, claim.id, before.evidence[0].id, replace(LINK, stance=Stance.REFUTES), "x")
    assert session.find_claim("1", None) == before


def test_an_edit_needs_a_change_a_reason_and_something_to_edit(session: Session) -> None:
    claim = session.find_claim("1", None)
    session.attach(claim.id, LINK)
    old = session.find_claim("1", None).evidence[0].id
    with pytest.raises(UsageError, match="needs its reason"):
        edit(session, claim.id, old, SEARCH, " ")
    with pytest.raises(UsageError, match="nothing was changed"):
        edit(session, claim.id, old, LINK, "x")
    with pytest.raises(UsageError, match="no evidence"):
        edit(session, claim.id, "zzz", SEARCH, "x")


def test_one_piece_goes_to_several_claims_and_undo_takes_all_of_it_back(session: Session) -> None:
    article = _article(session)
    session.attach(session.find_claim("2", None).id, LINK)
    done = attach_to(session, article, LINK, (1, 2, 3))
    assert done.summary == "c1 and 1 more: evidence supports: https://a.example/x"
    counts = [len(session.claim(article, n).evidence) for n in (1, 2, 3)]
    assert counts == [1, 1, 1]
    assert [number for number, _ in of_article(session, article)] == [3, 1, 2]
    with pytest.raises(UsageError, match="have this evidence already"):
        attach_to(session, article, LINK, (1, 3))
    assert session.undo() is not None
    assert [len(session.claim(article, n).evidence) for n in (1, 2, 3)] == [0, 1, 0]
    assert session.redo() is not None
    assert [len(session.claim(article, n).evidence) for n in (1, 2, 3)] == [1, 1, 1]
    assert session.redo() is None
    assert session.undo() is not None
    assert list(session.verify()) == []
    one = attach_to(session, article, LINK, (3,))
    assert one.summary.startswith("c3: evidence")
    with pytest.raises(UsageError, match="no claim 9"):
        attach_to(session, article, LINK, (1, 9))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3", (3,)),
        ("3 5-8, c12", (3, 5, 6, 7, 8, 12)),
        ("c1–c3", (1, 2, 3)),
        ("2,2 1-2", (2, 1)),
        ("1 - 2", (1, 2)),
    ],
)
def test_claims_are_named_by_numbers_and_ranges(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_from(text, 20) == numbers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names no claims"),
        ("all", "names no claims"),
        ("3 x", "'x' names no claims"),
        ("0", "no claims 0-0"),
        ("21", "no claims 21-21"),
        ("8-5", "no claims 8-5"),
        ("99999999999", "no claims"),
    ],
)
def test_what_names_no_claims_is_refused(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        numbers_from(text, 20)


def test_a_slip_does_not_attach_to_a_whole_file() -> None:
    with pytest.raises(UsageError, match="more than 500"):
        numbers_from("1-1000000", 1_000_000)


@given(st.text(max_size=30))
def test_any_text_names_claims_or_is_refused(text: str) -> None:
    found: tuple[int, ...] = ()
    with suppress(UsageError):
        found = numbers_from(text, 9)
    assert all(1 <= number <= 9 for number in found)
