"""The append-only log: how an act gets in, and how undo and redo find what to take back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck.errors import EvidenceGateError
from factcheck.model.event import Event, EventKind, canonical, sealed, timestamp, ulid
from factcheck.model.visible import storable
from factcheck.store.database import Store
from factcheck.store.projecting import descendants, project


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes, and where the time and the random bytes of an event come from."""

    reviewer: str
    now: Callable[[], datetime]
    randomness: Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event to be: everything that is not known before it is appended is missing."""

    kind: EventKind
    subject: str
    payload: Mapping[str, Any]


def append(store: Store, pen: Pen, *entries: Entry) -> tuple[Event, ...]:
    """Append the events of one act and bring the projections up, all inside `writing`.

    Raises:
        EvidenceGateError: a verdict lacks its evidence, or evidence would be taken away on which
            somebody's verdict stands.
    """
    appended: list[Event] = []
    for entry in entries:
        ungated = _ungated(store, entry.subject)
        payload = dict(entry.payload)
        if appended:
            payload["act"] = appended[0].id
        event = _next(store, pen, entry, storable(canonical(payload)))
        store.insert("event", [_row(event)])
        project(store, entry.subject)
        if _ungated(store, entry.subject) - ungated:
            raise EvidenceGateError(
                "a verdict on this claim rests on that evidence",
                hint="clear the verdict first, or attach other evidence of the same stance",
            )
        appended.append(event)
    return tuple(appended)


def _row(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in Event.__slots__}


def _next(store: Store, pen: Pen, entry: Entry, payload: str) -> Event:
    replica = _replica(store, pen)
    last = store.rows(
        "SELECT seq, hash FROM event WHERE replica = ? ORDER BY seq DESC LIMIT 1", (replica,)
    )
    seq, prev_hash = (last[0]["seq"], last[0]["hash"]) if last else (0, "")
    lamport = store.value("SELECT max(lamport) FROM event") or 0
    at = pen.now()
    return sealed(
        Event(
            id=ulid(at, pen.randomness(10)),
            replica=replica,
            seq=seq + 1,
            lamport=lamport + 1,
            at=timestamp(at),
            reviewer=pen.reviewer,
            kind=entry.kind,
            subject=entry.subject,
            payload=payload,
            prev_hash=prev_hash,
        )
    )


def _replica(store: Store, pen: Pen) -> str:
    known: str | None = store.value("SELECT id FROM replica")
    if known is not None:
        return known
    # Made at the first act and not with the file: a file that nobody has written in can be
    # handed out, and each copy becomes a replica of its own.
    made = ulid(pen.now(), pen.randomness(10))
    store.insert("replica", [{"only": 1, "id": made}])
    return made


def _ungated(store: Store, claim: str) -> frozenset[str]:
    """Name the events of verdicts on *claim* and on what it became that lack their evidence."""
    sql = "SELECT id FROM assessments WHERE claim = ? AND gate = 0 AND NOT stale"
    family = (claim, *descendants(store, claim))
    return frozenset(row["id"] for each in family for row in store.rows(sql, (each,)))


def reviewer_called(store: Store, name: str) -> str | None:
    """Return the id of the reviewer called *name*, None where nobody is."""
    sql = "SELECT id FROM reviewer WHERE name = ? ORDER BY id LIMIT 1"
    known: str | None = store.value(sql, (name,))
    return known


def introduce(store: Store, pen: Pen, name: str) -> str:
    """Return the id of the reviewer called *name*; at the first time, append who that is."""
    known = reviewer_called(store, name)
    if known is not None:
        return known
    made = "p1:" + ulid(pen.now(), pen.randomness(10))
    own_hand = Pen(made, pen.now, pen.randomness)
    append(store, own_hand, Entry(EventKind.REVIEWER, made, {"name": name}))
    return made


_STANDING = """
SELECT e.* FROM event e LEFT JOIN undone u ON u.event = e.id
WHERE e.reviewer = :reviewer AND e.replica = (SELECT id FROM replica) AND u.event IS NULL
"""
# That somebody looked cannot be taken back: they have seen it.
_ACTS = _STANDING + " AND e.kind NOT IN ('undo', 'reviewer', 'reveal')"
_LAST_ACT = _ACTS + " AND e.lamport < :before ORDER BY e.lamport DESC, e.id DESC LIMIT 1"
_END = 1 << 62
# A redo is an undo of an undo; it is no undo that could be redone.
_LAST_UNDO = (
    _STANDING
    + """ AND e.kind = 'undo' AND NOT json_extract(e.payload, '$.redo')
ORDER BY e.lamport DESC, e.id DESC LIMIT 1"""
)
# The events of one act follow each other in their replica.
_OF_ACT = """
SELECT * FROM event WHERE replica = :replica
 AND seq BETWEEN (SELECT seq FROM event WHERE id = :act) AND :last ORDER BY seq
"""


def last_acts(store: Store, reviewer: str) -> Iterator[tuple[Event, ...]]:
    """Yield the events of each act of *reviewer* that stands, the last act first.

    An act may be about several claims.
    """
    before = _END
    while last := _events(store, _LAST_ACT, {"reviewer": reviewer, "before": before}):
        act = _of_act(store, last[0])
        yield act
        before = min(event.lamport for event in act)


def last_undo(store: Store, reviewer: str) -> tuple[Event, ...]:
    """Return the undo that a redo would take back: none where an act came after it.

    One event for each claim that the act was about.
    """
    undo = _events(store, _LAST_UNDO, {"reviewer": reviewer})
    if not undo:
        return ()
    act = _events(store, _LAST_ACT, {"reviewer": reviewer, "before": _END})
    return () if act and act[0].lamport > undo[0].lamport else _of_act(store, undo[0])


def _of_act(store: Store, last: Event) -> tuple[Event, ...]:
    where = {"replica": last.replica, "act": last.act, "last": last.seq}
    return tuple(event for event in _events(store, _OF_ACT, where) if event.act == last.act)


def named(store: Store, ids: Iterable[str]) -> tuple[Event, ...]:
    """Return the events of these ids, in the order given."""
    sql = "SELECT * FROM event WHERE id = :id"
    return tuple(event for id_ in ids for event in _events(store, sql, {"id": id_}))


def _events(store: Store, sql: str, parameters: Mapping[str, Any]) -> tuple[Event, ...]:
    return tuple(Event(**dict(row)) for row in store.rows(sql, parameters))
