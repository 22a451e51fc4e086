"""What changed on the claims of an article since an earlier report, told by its head hash."""

from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model.event import Event
from factcheck.model.report import Correction, Corrections
from factcheck.store.history import history
from factcheck.store.projecting import family_events
from factcheck.store.projections import reduce

if TYPE_CHECKING:
    import sqlite3

    from factcheck.store.database import Store

# A shorter beginning of a hash could be meant for something else.
_SHORTEST = 8
_ACTS = 1_000_000  # of one claim: all of them

_SINCE = "SELECT hash, at, lamport, id FROM event WHERE substr(hash, 1, ?) = ? LIMIT 2"
_TOUCHED = """SELECT DISTINCT c.id, c.number, c.text, c.document, c.made_by, c.start
  FROM event e JOIN claim c ON c.id = e.subject
  WHERE c.document = ? AND (e.lamport, e.id) > (?, ?) ORDER BY c.start, c.number"""


def corrections(store: "Store", article: str, since: str) -> Corrections:
    """Return what changed since the event whose hash is, or begins with, *since*.

    Raises:
        UsageError: no event or more than one has such a hash.
    """
    wanted = since.strip().lower()
    found = store.rows(_SINCE, (len(wanted), wanted)) if len(wanted) >= _SHORTEST else []
    if len(found) != 1:
        raise UsageError(
            f"the history has no event whose hash begins with {since[:80]!r}",
            hint="--since takes the head of the history that the earlier report prints",
        )
    head = found[0]
    touched = store.rows(_TOUCHED, (article, head["lamport"], head["id"]))
    return Corrections(
        since=head["hash"],
        at=head["at"],
        claims=tuple(_correction(store, row, head) for row in touched),
    )


def _correction(store: "Store", row: "sqlite3.Row", head: "sqlite3.Row") -> Correction:
    events = family_events(store, row["id"])
    place = head["lamport"], head["id"]
    earlier = tuple(event for event in events if (event.lamport, event.id) <= place)
    later = {event.id for event in events} - {event.id for event in earlier}
    acts = [
        f"{one.at}, {one.reviewer}: {one.summary}"
        for one in history(store, claim=row["id"], limit=_ACTS)
        if one.id in later
    ]
    before, after = (_verdict(row, known) for known in (earlier, events))
    return Correction(row["number"], row["text"], before, after, tuple(reversed(acts)))


def _verdict(row: "sqlite3.Row", events: tuple[Event, ...]) -> str | None:
    made = row["made_by"] is not None
    states = reduce(row["id"], events, row["document"], made=made)["claim_state"]
    verdict: str | None = states[0]["verdict"] if states else None
    return verdict
