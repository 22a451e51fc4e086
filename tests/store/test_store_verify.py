"""Verification: a whole file has nothing to say, and every change behind its back is found."""

from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.model.evidence import Stance, evidence_from
from factcheck.store.database import Store
from factcheck.store.verify import verify
from readings import harbour

UNGUARDED = "PRAGMA foreign_keys = OFF; DROP TRIGGER event_is_never_deleted;"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = file_with(tmp_path / "claims.db", harbour())
    session = reviewer(store)
    session.assess(session.find_claim("1", None).id, "unproven", "no books")
    session.note(session.find_claim("3", None).id, "half of what?")
    against = evidence_from("https://example.org/traffic", Stance.REFUTES)
    session.assess(session.find_claim("3", None).id, "refuted", "", against)
    session.defer(session.find_claim("2", None).id)
    session.undo()
    return store


def test_a_whole_file_has_nothing_to_say(store: Store) -> None:
    assert list(verify(store)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE document SET text = replace(text, '2021', '2012')", "not the one that was read"),
        ("UPDATE document SET characters = 3", "3 characters are recorded"),
        ("UPDATE segment SET stop = stop - 1 WHERE position = 1", "gap or overlap"),
        ("DELETE FROM segment WHERE position = 2", "gap or overlap"),
        ("UPDATE claim_span SET quote = 'x' WHERE start = 16", "does not quote the text at 16"),
        ("UPDATE finding SET start = start + 1", "does not quote the text"),
        ("UPDATE citation SET quote = 'x'", "does not quote the text"),
        ("UPDATE claim SET text = 'x' WHERE number = 1", "not the one that was read"),
        ("UPDATE claim SET number = 9 WHERE number = 3", "has number 9, 3 is its place"),
        ("UPDATE claim SET insertions = '[[0, 999]]' WHERE number = 1", "outside its wording"),
        ("UPDATE ledger SET characters = characters + 1", "the coverage ledger counts"),
        ("DELETE FROM assessment", "assessment lacks a row"),
        ("UPDATE assessment SET verdict = 'misleading'", "assessment holds a row"),
        ("UPDATE claim_state SET status = 'open'", "claim_state"),
        ("DELETE FROM undone", "undone lacks a row"),
        ("DELETE FROM note", "note lacks a row"),
        ("UPDATE reviewer SET name = 'somebody else'", "reviewer holds a row"),
        (UNGUARDED + "DELETE FROM evidence_item", "no evidence"),
        ("INSERT INTO claim_search (rowid, wording) VALUES (99, 'x')", "holds 4 of 3 claims"),
        ("DROP TRIGGER event_is_never_changed;UPDATE event SET payload = replace(payload, 'b', '')",
         "does not match its hash"),
        ("DROP TRIGGER event_is_never_changed; UPDATE event SET prev_hash = 'x' WHERE seq = 2",
         "does not continue"),
        (UNGUARDED + "DELETE FROM event WHERE kind = 'note'", "refers to no row of event"),
        (UNGUARDED + "DELETE FROM undone; DELETE FROM event WHERE kind = 'defer'",
         "where 6 was expected"),
    ],
)  # fmt: skip
def test_every_change_behind_its_back_is_found(store: Store, change: str, said: str) -> None:
    for statement in change.split(";"):
        store.connection.execute(statement)
    problems = list(verify(store))
    assert any(said in problem for problem in problems), problems
