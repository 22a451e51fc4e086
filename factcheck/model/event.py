"""An event: one recorded act of a person. The only thing that is merged between files."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class EventKind(StrEnum):
    """What a person did. Values are stored: add, never rename."""

    REVIEWER = "reviewer"  # subject: the reviewer; payload: name
    ASSESS = "assess"  # payload: verdict (null clears), rationale
    DEFER = "defer"
    FLAG = "flag"  # payload: flag, on, finding (confirmed by it) or null
    DISMISS_FINDING = "dismiss-finding"  # payload: finding
    ATTACH_EVIDENCE = "attach-evidence"  # payload: the fields of Evidence
    RETRACT_EVIDENCE = "retract-evidence"  # payload: evidence (the event that attached it), reason
    NOTE = "note"  # payload: text
    EDIT_CLAIM = "edit-claim"  # reworded; payload: text, into (claim and text of what it became)
    SPLIT_CLAIM = "split-claim"  # payload: text, into
    MERGE_CLAIMS = "merge-claims"  # one for each claim that was merged; payload: text, into
    NOT_A_CLAIM = "not-a-claim"  # payload: text, reason
    ADD_CLAIM = "add-claim"  # subject: the claim that was made; payload: all of it, origins
    REVEAL = "reveal"  # the reviewer looked at what others did, before deciding
    UNDO = "undo"  # payload: undoes (ids of events of one act), redo (it undoes an undo)


# What takes a claim off the list; an `add-claim` event puts one on it.
OFF_THE_LIST = frozenset(
    {EventKind.EDIT_CLAIM, EventKind.SPLIT_CLAIM, EventKind.MERGE_CLAIMS, EventKind.NOT_A_CLAIM}
)


@dataclass(frozen=True, slots=True)
class Event:
    """One act, chained by hash to the act before it in the same replica.

    `at` is UTC to the millisecond, shown and never used for order; `lamport` orders acts across
    replicas, with `id` to break ties. `payload` is canonical JSON. `act` names the first event of
    the act that this one belongs to, so that they are undone together.
    """

    id: str
    replica: str
    seq: int
    lamport: int
    at: str
    reviewer: str
    kind: str
    subject: str
    payload: str
    prev_hash: str
    hash: str = ""

    @property
    def data(self) -> Any:
        """The payload as a value."""
        return json.loads(self.payload)

    @property
    def act(self) -> str:
        """The id of the first event of the act that this event is part of."""
        return str(self.data.get("act", self.id))


def canonical(payload: Mapping[str, Any]) -> str:
    """Return *payload* as JSON in its one spelling: sorted keys, no spaces, no escapes."""
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def event_hash(event: Event) -> str:
    """Return the SHA-256 over every field of *event* but the hash itself."""
    fields = [event.id, event.replica, event.seq, event.lamport, event.at, event.reviewer]
    fields += [event.kind, event.subject, event.payload, event.prev_hash]
    return sha256(json.dumps(fields, ensure_ascii=True).encode()).hexdigest()


def sealed(event: Event) -> Event:
    """Return *event* with its hash."""
    return replace(event, hash=event_hash(event))


def active(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events that no active later event undoes, in the order given.

    *events* are all events on one subject, ordered by (lamport, id). An undo stands later than
    what it undoes, so one pass from the end decides.
    """
    undone: set[str] = set()
    kept = []
    for event in reversed(events):
        if event.id in undone:
            continue
        kept.append(event)
        if event.kind == EventKind.UNDO:
            undone.update(event.data["undoes"])
    return tuple(reversed(kept))


def broken_links(events: Iterable[Event]) -> tuple[str, ...]:
    """Say, a sentence each, where the hash chain of one replica does not hold.

    *events* are those of one replica, by seq.
    """
    problems = []
    before, expected = "", 1
    for event in events:
        if event.seq != expected:
            problems.append(f"event {event.id}: number {event.seq} where {expected} was expected")
        if event.prev_hash != before:
            problems.append(f"event {event.id}: does not continue the event before it")
        if event.hash != event_hash(event):
            problems.append(f"event {event.id}: its content does not match its hash")
        before, expected = event.hash, event.seq + 1
    return tuple(problems)


def ulid(at: datetime, randomness: bytes) -> str:
    """Return the ULID of a moment and 10 random bytes: 26 characters that sort by time."""
    number = int.from_bytes(int(at.timestamp() * 1000).to_bytes(6) + randomness)
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


def timestamp(at: datetime) -> str:
    """Return *at* as UTC text to the millisecond: `2026-03-02T10:00:00.000Z`."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
