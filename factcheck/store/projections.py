"""The one reducer: events on a claim and on what it was made from -> the rows of how things stand.

`reduce` is pure; `projecting` writes what it returns, in the transaction that appended the event,
and verification compares what it returns with what the tables hold.

A claim that was reworded, split, merged or is none has no state: it has moved on to what the claim
became. There, evidence, flags, notes and decisions stand as they were, and verdicts are stale. Who
looked at what others did on it has looked at what it became, and stands in both.
"""

from collections.abc import Callable, Sequence
from typing import Any

from factcheck.model.event import OFF_THE_LIST, Event, EventKind, active

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
    "lineage": "claim",
    "claim_edit": "claim",
}
# What a claim has while it is on the list; it moves on with the claim.
_STATE = (
    "assessment", "deferral", "flag", "finding_decision", "evidence_item", "note", "claim_state",
)  # fmt: skip


def reduce(
    subject: str, events: Sequence[Event], document: str | None, *, made: bool = False
) -> Rows:
    """Return the rows of every projection for one subject.

    *events* are all events on the subject and on the claims it was made from (`origins`, and
    theirs) in the order (lamport, id); *document* is the id of the document that the claim belongs
    to, None where the file does not hold it; *made* says that the reader did not find the claim.
    """
    rows: Rows = {table: [] for table in PROJECTIONS}
    standing = active(events)
    for event in standing:
        if event.subject == subject:
            _APPLY[EventKind(event.kind)](rows, event, document)
        elif event.kind in _MOVES_ON:
            _APPLY[EventKind(event.kind)](rows, event, document)
            for table in (*_STATE, "reveal"):
                _move(rows[table], subject)
    own = [event for event in standing if event.subject == subject]
    rows["undone"] = _undone(own)
    if not is_listed(subject, own, made=made):
        for table in _STATE:
            rows[table] = []
    elif own and own[0].kind != EventKind.REVIEWER:
        last = [event for event in events if event.subject == subject][-1]
        rows["claim_state"] = [_state(rows, last, document)]
    return rows


def _move(rows: list[Row], subject: str) -> None:
    """Let what an event on another claim set stand on *subject*; a verdict is stale there."""
    for row in rows:
        if row["claim"] != subject:
            row["claim"] = subject
            if "stale" in row:
                row["stale"] = 1


def is_listed(subject: str, own: Sequence[Event], *, made: bool) -> bool:
    """Say whether a claim is on the list after its standing events *own*."""
    for event in reversed(own):
        if event.kind == EventKind.ADD_CLAIM:
            return True
        if event.kind in OFF_THE_LIST:
            return subject in _became(event)
    return not made


def _became(event: Event) -> list[str]:
    return [each["claim"] for each in event.data.get("into", ())]


def origins(events: Sequence[Event]) -> tuple[str, ...]:
    """Return the claims that the subject of *events* was made from, as far as that stands."""
    made = (event for event in active(events) if event.kind == EventKind.ADD_CLAIM)
    return tuple(dict.fromkeys(origin for event in made for origin in event.data["from"]))


def _undone(standing: Sequence[Event]) -> list[Row]:
    return [
        {"event": target, "claim": undo.subject, "by": undo.id}
        for undo in standing
        if undo.kind == EventKind.UNDO
        for target in undo.data["undoes"]
    ]


def _state(rows: Rows, last: Event, document: str | None) -> Row:
    verdicts = {row["verdict"] for row in rows["assessment"] if not row["stale"]}
    if verdicts:
        status = "decided" if len(verdicts) == 1 else "disagreement"
    else:
        status = "deferred" if rows["deferral"] else "open"
    return {
        "claim": last.subject,
        "document": document,
        "verdict": min(verdicts) if status == "decided" else None,
        "status": status,
        "last_event": last.id,
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
        rows["assessment"].append(_common(event) | judged | {"stale": 0})


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


def _add(rows: Rows, event: Event, _document: str | None) -> None:
    """Note what the claim was made from, and that it is on the list again if it was off it."""
    rows["claim_edit"] = []
    known = {row["origin"] for row in rows["lineage"]}
    new = [origin for origin in dict.fromkeys(event.data["from"]) if origin not in known]
    rows["lineage"] += [
        {"claim": event.subject, "origin": origin, "event": event.id} for origin in new
    ]


def _take_off(rows: Rows, event: Event, _document: str | None) -> None:
    if event.subject not in _became(event):
        why = {"kind": event.kind, "reason": event.data.get("reason", "")}
        rows["claim_edit"] = [_common(event) | why]


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
    EventKind.ADD_CLAIM: _add,
    EventKind.EDIT_CLAIM: _take_off,
    EventKind.SPLIT_CLAIM: _take_off,
    EventKind.MERGE_CLAIMS: _take_off,
    EventKind.NOT_A_CLAIM: _take_off,
}
EDITS = OFF_THE_LIST | {EventKind.ADD_CLAIM}
# What is set on a claim stands on what it becomes. A claim that was put off is open there.
_MOVES_ON = frozenset(
    {
        EventKind.ASSESS,
        EventKind.FLAG,
        EventKind.DISMISS_FINDING,
        EventKind.ATTACH_EVIDENCE,
        EventKind.RETRACT_EVIDENCE,
        EventKind.NOTE,
        EventKind.REVEAL,
    }
)
