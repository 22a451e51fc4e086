"""The tables of current state, brought up to the events: `project` after each event.

In: a subject whose events have changed. Out: the rows that `projections.reduce` says, written for
the subject and for every claim that was made from it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model.event import Event, EventKind, active
from factcheck.store.made import place
from factcheck.store.projections import EDITS, PROJECTIONS, Rows, is_listed, origins, reduce
from factcheck.store.search import forget_claim, index_claim

if TYPE_CHECKING:
    from factcheck.store.database import Store


def events_on(store: "Store", subject: str) -> tuple[Event, ...]:
    """Return all events on one subject, in the order (lamport, id)."""
    sql = "SELECT * FROM event WHERE subject = ? ORDER BY lamport, id"
    return tuple(Event(**dict(row)) for row in store.rows(sql, (subject,)))


def family_events(store: "Store", subject: str) -> tuple[Event, ...]:
    """Return all events on a claim and on all that it was made from, in the order (lamport, id)."""
    found: dict[str, tuple[Event, ...]] = {}
    wanted = [subject]
    while wanted:
        claim = wanted.pop()
        if claim not in found:
            found[claim] = events_on(store, claim)
            wanted += origins(found[claim])
    if len(found) == 1:
        return found[subject]
    merged = (event for events in found.values() for event in events)
    return tuple(sorted(merged, key=lambda event: (event.lamport, event.id)))


def reduced(store: "Store", subject: str) -> Rows:
    """Return the rows of every projection for one subject, from the events of the file."""
    found = store.rows("SELECT document, made_by FROM claim WHERE id = ?", (subject,))
    document, made_by = found[0] if found else (None, None)
    events = family_events(store, subject)
    return reduce(subject, events, document, made=made_by is not None)


_DESCENDANTS = """
WITH RECURSIVE family(claim) AS (
  VALUES (:claim) UNION SELECT l.claim FROM lineage l JOIN family f ON l.origin = f.claim
) SELECT claim FROM family WHERE claim <> :claim ORDER BY claim
"""


def descendants(store: "Store", claim: str) -> tuple[str, ...]:
    """Return the claims that were made from a claim, from those, and so on."""
    return tuple(row["claim"] for row in store.rows(_DESCENDANTS, {"claim": claim}))


def project(store: "Store", subject: str) -> None:
    """Bring every projection of a subject, and of what came of it, up to its events.

    Inside `writing`.
    """
    for each in (subject, *descendants(store, subject)):
        _project(store, each)


def _project(store: "Store", subject: str) -> None:
    notes_before = notes_of(store, subject)
    own = events_on(store, subject)
    if made := [event for event in own if event.kind == EventKind.ADD_CLAIM]:
        place(store, made[0], notes_before)
    if any(event.kind in EDITS for event in own):
        for row in store.rows("SELECT made_by FROM claim WHERE id = ?", (subject,)):
            made_by = row["made_by"]
            listed = is_listed(subject, active(own), made=made_by is not None)
            store.execute("UPDATE claim SET listed = ? WHERE id = ?", (int(listed), subject))
    expected = reduced(store, subject)
    for table, column in PROJECTIONS.items():
        store.execute(f'DELETE FROM "{table}" WHERE "{column}" = ?', (subject,))
    for table, rows in expected.items():
        store.insert(table, rows)
    notes = notes_of(store, subject)
    if notes != notes_before:
        for row in store.rows("SELECT n, text FROM claim WHERE id = ?", (subject,)):
            forget_claim(store, row["n"], row["text"], notes_before)
            index_claim(store, row["n"], row["text"], notes)


def notes_of(store: "Store", claim: str) -> str:
    """Return the notes on a claim as they are indexed: one after the other."""
    rows = store.rows("SELECT text FROM note WHERE claim = ? ORDER BY id", (claim,))
    return "\n".join(row["text"] for row in rows)


def subjects(store: "Store") -> Iterator[str]:
    """Yield every subject that has events."""
    return (row[0] for row in store.rows("SELECT DISTINCT subject FROM event ORDER BY subject"))
