"""Blind review: what is hidden, until when, and that looking is on the record."""

from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import UsageError
from factcheck.model.evidence import Stance, evidence_from
from factcheck.review.blind import as_seen, is_blind, reveal, suffices
from factcheck.review.session import Session
from readings import harbour

LINK = evidence_from("https://a.example/x", Stance.SUPPORTS)
MINE = evidence_from("https://mine.example/x", Stance.CONTEXT)


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Session, Session]:
    store = file_with(tmp_path / "claims.db", harbour())
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    claim = ben.find_claim("1", None).id
    ben.assess(claim, "supported", "seen", LINK)
    ben.note(claim, "ask the port")
    ana.attach(claim, MINE)
    return ana, ben


@pytest.mark.parametrize(
    ("mode", "evidence", "notes", "hidden"),
    [("all", 1, 0, 2), ("verdicts", 2, 1, None), ("off", 2, 1, None)],
)
def test_what_others_did_is_hidden_by_the_setting(
    desk: tuple[Session, Session], mode: str, evidence: int, notes: int, hidden: int | None
) -> None:
    ana, _ = desk
    seen = as_seen(ana.find_claim("1", None), "ana", mode)
    assert (len(seen.evidence), len(seen.notes), seen.hidden) == (evidence, notes, hidden)
    assert is_blind(seen, "ana") is (mode != "off")


def test_after_a_verdict_of_my_own_nothing_is_hidden(desk: tuple[Session, Session]) -> None:
    ana, _ = desk
    ana.assess(ana.find_claim("1", None).id, "unproven")
    claim = ana.find_claim("1", None)
    assert as_seen(claim, "ana", "all") == claim
    with pytest.raises(UsageError, match="nothing on c1 is hidden"):
        reveal(ana, claim)


def test_looking_is_an_event_that_the_lead_can_see_and_undo_steps_over(
    desk: tuple[Session, Session],
) -> None:
    ana, ben = desk
    claim = ana.find_claim("1", None)
    assert reveal(ana, claim).summary == "c1 looked at what others did"
    claim = ana.find_claim("1", None)
    assert as_seen(claim, "ana", "all") == claim
    assert not is_blind(claim, "ana")
    with pytest.raises(UsageError):
        reveal(ana, claim)
    assert ana.history()[0].kind == "reveal"
    undone = ana.undo()
    assert undone is not None
    assert undone.summary == "c1 undone: evidence context: https://mine.example/x"
    assert ana.find_claim("1", None).revealed
    assert not ben.find_claim("1", None).revealed
    rows = ana.store.rows("SELECT number, reviewer, verdict FROM reveals")
    assert [tuple(row) for row in rows] == [(1, "ana", None)]
    assert list(ana.verify()) == []


def test_a_second_look_leaves_the_first_on_record(desk: tuple[Session, Session]) -> None:
    ana, _ = desk
    claim = ana.find_claim("1", None)
    first = reveal(ana, claim)
    reveal(ana, claim)  # as another screen would, which has not seen the first
    assert first.claim == claim.id
    assert ana.store.value("SELECT count(*) FROM reveal") == 1
    assert list(ana.verify()) == []


def test_evidence_suffices_only_where_it_is_seen(desk: tuple[Session, Session]) -> None:
    ana, _ = desk
    claim = ana.find_claim("1", None)
    seen = as_seen(claim, "ana", "all")
    assert [suffices(seen, needs) for needs in ("", "any", "supports")] == [True, True, False]
    assert suffices(claim, "supports")
    ana.attach(ana.find_claim("2", None).id, evidence_from("searched: all", Stance.CONTEXT))
    assert not suffices(ana.find_claim("2", None), "any")
