"""All findings of one rule decided at once: one act over several claims, one undo."""

from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import UsageError
from factcheck.model.finding import Finding
from factcheck.review.rules import decide_rule, undecided_of_rule
from factcheck.review.session import Session
from readings import drawn, place

TEXT = """Dispute
⟦The brave mayor left.⟧ ⟦The cruel duke stayed, the brave duke.⟧
⟦Taxes rose.⟧
"""
RULE = "rhetoric.loaded"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    reading = drawn(TEXT)
    text = reading.document.text
    findings = (
        Finding(RULE, place(text, "brave"), "a loaded word", claims=(0,)),
        Finding(RULE, place(text, "cruel"), "a loaded word", claims=(1,)),
        Finding(RULE, place(text, "brave duke"), "a loaded word", claims=(1,)),
        Finding("unsupported.bare", place(text, "Taxes"), "no source", claims=(2,)),
    )
    loaded = type(reading)(
        reading.document, reading.segments, reading.claims, reading.citations, findings
    )
    return reviewer(file_with(tmp_path / "claims.db", loaded))


def _decisions(session: Session) -> list[str]:
    article = session.article(None).id
    return [f.decision for n in (1, 2, 3) for f in session.claim(article, n).findings]


def test_the_undecided_ones_are_counted_by_claim(session: Session) -> None:
    article = session.article(None).id
    claim = session.claim(article, 2)
    assert [len(found) for found in undecided_of_rule(session, article, RULE).values()] == [1, 2]
    session.dismiss(claim.id, claim.findings[0].id)
    assert [len(found) for found in undecided_of_rule(session, article, RULE).values()] == [1, 1]


@pytest.mark.parametrize(
    ("decision", "flags"), [("confirmed", ["rhetorical"] * 2), ("dismissed", [])]
)
def test_all_of_a_rule_are_decided_in_one_act_and_taken_back_in_one(
    session: Session, decision: str, flags: list[str]
) -> None:
    article = session.article(None).id
    session.note(session.claim(article, 3).id, "before")
    done = decide_rule(session, article, RULE, decision)
    assert done.summary == f"c1 and 1 more: 3 × {RULE} {decision}"
    assert _decisions(session) == [decision] * 3 + [""]
    set_flags = [f.flag for n in (1, 2, 3) for f in session.claim(article, n).flags]
    assert set_flags == flags
    assert list(session.verify()) == []
    assert session.undo() is not None
    assert _decisions(session) == [""] * 4
    assert list(session.verify()) == []
    assert session.redo() is not None
    assert _decisions(session) == [decision] * 3 + [""]
    session.undo()
    session.undo()
    assert session.claim(article, 3).notes == ()
    assert session.undo() is None
    assert list(session.verify()) == []


def test_history_undo_and_redo_tell_which_findings_and_on_how_many_claims(
    session: Session,
) -> None:
    article = session.article(None).id
    decide_rule(session, article, RULE, "dismissed")
    told = [act.summary for act in (session.undo(), session.redo()) if act is not None]
    what = f"finding dismissed: {RULE} “brave duke”"
    assert told == [f"c1 and 1 more undone: {what}", f"c1 and 1 more redone: {what}"]
    alone = decide_rule(session, article, "unsupported.bare", "confirmed")
    assert alone.summary == "c3: 1 × unsupported.bare confirmed"
    third = session.claim(article, 3)
    session.dismiss(third.id, third.findings[0].id)
    assert [each.summary for each in session.history(claim=third.id)] == [
        "finding dismissed: unsupported.bare “Taxes”",
        "flag unsupported taken off",
        "flag unsupported set (finding confirmed): unsupported.bare “Taxes”",
    ]


def test_what_was_decided_before_stays_as_it_was(session: Session) -> None:
    article = session.article(None).id
    first = session.claim(article, 1)
    session.confirm(first.id, first.findings[0].id)
    decide_rule(session, article, RULE, "dismissed")
    assert _decisions(session) == ["confirmed", "dismissed", "dismissed", ""]
    with pytest.raises(UsageError, match="no finding of"):
        decide_rule(session, article, RULE, "confirmed")
