"""The one reducer: events on a claim -> the rows that say how things stand.

`reduce` is pure. `project` writes what it returns, in the transaction that appended the event;
verification compares what it returns with what the tables hold.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.model.event import Event, EventKind, active
from factcheck.store.search import forget_claim, index_claim

if TYPE_CHECKING:
    from factcheck.store.database import Store

Row = dict[str, Any]
Rows = dict[str, list[Row]]

# Every table that is kept from events, and the column that holds the subject.
PROJECTIONS = {
    "assessment": "claim",
    "deferral": "claim",
    "flag": "claim",
    "finding_decision": "claim",
    "evidence_item": "claim",
    "note": "claim",
    "reveal": "claim",
    "undone": "claim",
    "claim_state": "claim",
    "reviewer": "id",
}


def reduce(events: Sequence[Event], document: str | None) -> Rows:
    """Return the rows of every projection for one subject.

    *events* are all events on the subject in the order (lamport, id); *document* is the id of the
    document that the claim belongs to, None where the file does not hold it.
    """
    rows: Rows = {table: [] for table in PROJECTIONS}
    standing = active(events)
    for event in standing:
        _APPLY[EventKind(event.kind)](rows, event, document)
    rows["undone"] = _undone(standing)
    if standing and standing[0].kind != EventKind.REVIEWER:
        rows["claim_state"] = [_state(rows, events, document)]
    return rows


def _undone(standing: Sequence[Event]) -> list[Row]:
    return [
        {"event": target, "claim": undo.subject, "by": undo.id}
        for undo in standing
        if undo.kind == EventKind.UNDO
        for target in undo.data["undoes"]
    ]


def _state(rows: Rows, events: Sequence[Event], document: str | None) -> Row:
    verdicts = {row["verdict"] for row in rows["assessment"]}
    if verdicts:
        status = "decided" if len(verdicts) == 1 else "disagreement"
    else:
        status = "deferred" if rows["deferral"] else "open"
    return {
        "claim": events[-1].subject,
        "document": document,
        "verdict": min(verdicts) if status == "decided" else None,
        "status": status,
        "last_event": events[-1].id,
    }


def _common(event: Event) -> Row:
    return {"claim": event.subject, "reviewer": event.reviewer, "at": event.at, "event": event.id}


def _item(event: Event) -> Row:
    return {"id": event.id, "claim": event.subject, "reviewer": event.reviewer, "at": event.at}


def _drop(rows: list[Row], **where: Any) -> None:
    rows[:] = [row for row in rows if any(row[name] != value for name, value in where.items())]


def _assess(rows: Rows, event: Event, document: str | None) -> None:
    _drop(rows["assessment"], reviewer=event.reviewer)
    _drop(rows["deferral"], reviewer=event.reviewer)
    data = event.data
    if data["verdict"] is not None:
        judged = {"verdict": data["verdict"], "rationale": data["rationale"], "document": document}
        rows["assessment"].append(_common(event) | judged)


def _defer(rows: Rows, event: Event, document: str | None) -> None:
    _drop(rows["deferral"], reviewer=event.reviewer)
    rows["deferral"].append(_common(event) | {"document": document})


def _flag(rows: Rows, event: Event, _document: str | None) -> None:
    data = event.data
    _drop(rows["flag"], flag=data["flag"], reviewer=event.reviewer)
    if data["on"]:
        rows["flag"].append(_common(event) | {"flag": data["flag"]})
    if data["finding"] is not None:
        _decide(rows, event, "confirmed")


def _dismiss(rows: Rows, event: Event, _document: str | None) -> None:
    _decide(rows, event, "dismissed")


def _decide(rows: Rows, event: Event, decision: str) -> None:
    finding = event.data["finding"]
    _drop(rows["finding_decision"], finding=finding, reviewer=event.reviewer)
    row = _common(event) | {"finding": finding, "decision": decision}
    rows["finding_decision"].append(row)


def _attach(rows: Rows, event: Event, _document: str | None) -> None:
    fields = {name: value for name, value in event.data.items() if name != "act"}
    rows["evidence_item"].append(_item(event) | fields)


def _retract(rows: Rows, event: Event, _document: str | None) -> None:
    _drop(rows["evidence_item"], id=event.data["evidence"])


def _note(rows: Rows, event: Event, _document: str | None) -> None:
    rows["note"].append(_item(event) | {"text": event.data["text"]})


def _reveal(rows: Rows, event: Event, _document: str | None) -> None:
    if all(row["reviewer"] != event.reviewer for row in rows["reveal"]):
        rows["reveal"].append(_common(event))


def _reviewer(rows: Rows, event: Event, _document: str | None) -> None:
    rows["reviewer"] = [{"id": event.subject, "name": event.data["name"], "event": event.id}]


def _undo(_rows: Rows, _event: Event, _document: str | None) -> None:
    """What an undo takes back is left out by `active`; it changes nothing itself."""


_APPLY: dict[EventKind, Callable[[Rows, Event, str | None], None]] = {
    EventKind.REVIEWER: _reviewer,
    EventKind.ASSESS: _assess,
    EventKind.DEFER: _defer,
    EventKind.FLAG: _flag,
    EventKind.DISMISS_FINDING: _dismiss,
    EventKind.ATTACH_EVIDENCE: _attach,
    EventKind.RETRACT_EVIDENCE: _retract,
    EventKind.NOTE: _note,
    EventKind.REVEAL: _reveal,
    EventKind.UNDO: _undo,
}


def events_on(store: "Store", subject: str) -> tuple[Event, ...]:
    """Return all events on one subject, in the order (lamport, id)."""
    sql = "SELECT * FROM event WHERE subject = ? ORDER BY lamport, id"
    return tuple(Event(**dict(row)) for row in store.rows(sql, (subject,)))


def document_of(store: "Store", claim: str) -> str | None:
    """Return the id of the document that a claim belongs to, None where the file lacks it."""
    found: str | None = store.value("SELECT document FROM claim WHERE id = ?", (claim,))
    return found


def project(store: "Store", subject: str) -> None:
    """Bring every projection of one subject up to its events, inside `writing`."""
    notes_before = notes_of(store, subject)
    expected = reduce(events_on(store, subject), document_of(store, subject))
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
