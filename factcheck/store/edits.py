"""What editing asks of the file: which claims are on the list, where, and what others became."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.model.document import Role, Segment
from factcheck.model.event import OFF_THE_LIST, Event, EventKind, active
from factcheck.model.order import MadeClaim, ReadingOrder, in_order
from factcheck.model.records import EditRecord
from factcheck.model.span import Span
from factcheck.store.made import read_claims
from factcheck.store.projecting import events_on

if TYPE_CHECKING:
    from factcheck.store.database import Store

_GONE = """SELECT number FROM claim
WHERE document = ? AND listed = 0 AND made_by IS NULL"""
# The number of the reader's claim that a made one stands after: the last that begins no later.
_MADE = """SELECT number, listed, coalesce(
  (SELECT r.number FROM claim r WHERE r.document = c.document AND r.start <= c.start
   AND r.made_by IS NULL ORDER BY r.start DESC, r.number DESC LIMIT 1), 0) AS after
FROM claim c WHERE document = ? AND made_by IS NOT NULL"""


def reading_order(store: "Store", article: str) -> ReadingOrder:
    """Return the order of the claims of an article that are on the list."""
    gone = [row["number"] for row in store.rows(_GONE, (article,))]
    made = [
        MadeClaim(row["after"], row["number"], bool(row["listed"]))
        for row in store.rows(_MADE, (article,))
    ]
    return in_order(read_claims(store, article), gone, made)


_OFF = {
    "edit-claim": "reworded as {became}",
    "split-claim": "split into {became}",
    "merge-claims": "merged into {became}",
    "not-a-claim": "taken off the list: no claim",
}


def require_claim(store: "Store", claim: str) -> None:
    """Raise UsageError where the file has no claim of this id."""
    if store.value("SELECT 1 FROM claim WHERE id = ?", (claim,)) is None:
        raise UsageError(
            f"there is no claim {claim}", hint="`factcheck claims` lists the claims with their ids"
        )


def require_listed(store: "Store", claim: str) -> None:
    """Raise UsageError where the file has no claim of this id, or it is off the list."""
    require_claim(store, claim)
    row = store.rows("SELECT number, listed FROM claim WHERE id = ?", (claim,))[0]
    if not row["listed"]:
        raise UsageError(
            f"c{row['number']} was {_fate(store, claim)}",
            hint="act on what is on the list: `factcheck claims` shows it",
        )


def _fate(store: "Store", claim: str) -> str:
    edit = store.rows("SELECT kind, became, reviewer FROM edits WHERE claim = ?", (claim,))
    if not edit:
        return "taken back by an undo"
    became = edit[0]["became"] or "other claims"
    return f"{_OFF[edit[0]['kind']].format(became=became)} by {edit[0]['reviewer']}"


def told(store: "Store", act: Sequence[Event]) -> str:
    """Say what an edit did, by the numbers of the claims: "c17 split into c85, c86"."""
    sql = "SELECT number FROM claim WHERE id = ?"
    gone = [event for event in act if event.kind in OFF_THE_LIST]
    into = [each["claim"] for each in gone[-1].data.get("into", ())]
    before, after = (
        ", ".join(f"c{store.value(sql, (claim,))}" for claim in claims)
        for claims in ([event.subject for event in gone], into)
    )
    return f"{before} {_OFF[gone[-1].kind].format(became=after)}"


def family(store: "Store", claim: str) -> dict[str, Any]:
    """Return number and wording of what a claim was made from, and of what it became."""
    made_from = """SELECT c.number, c.text FROM lineage l JOIN claim c ON c.id = l.origin
                   WHERE l.claim = ? ORDER BY c.number"""
    became = """SELECT c.number, c.text FROM lineage l JOIN claim c ON c.id = l.claim
                WHERE l.origin = ? ORDER BY c.number"""
    asked = {"made_from": made_from, "became": became}
    return {
        name: tuple((row["number"], row["text"]) for row in store.rows(sql, (claim,)))
        for name, sql in asked.items()
    }


def edits_of(store: "Store", article: str) -> tuple[EditRecord, ...]:
    """Return the claims of an article that edits took off the list, by number."""
    sql = """SELECT number, claim_text AS text, kind, reason, coalesce(became, '') AS became,
               reviewer, at
             FROM edits WHERE article = ? ORDER BY number"""
    return tuple(EditRecord(**dict(row)) for row in store.rows(sql, (article,)))


def number_of_listed(store: "Store", claim: str) -> int | None:
    """Return the number of the claim of this id if it is on the list, else None."""
    found: int | None = store.value("SELECT number FROM claim WHERE id = ? AND listed", (claim,))
    return found


def require_new(store: "Store", claim: str, *, but: Collection[str] = ()) -> None:
    """Raise UsageError where a claim of these words and this place is on the list already.

    Those of *but* are to make room for it.
    """
    number = number_of_listed(store, claim)
    if number is not None and claim not in but:
        raise UsageError(
            f"the article has this claim already: c{number}",
            hint="word it otherwise, or merge the two",
        )


def require_untouched(store: "Store", made: Event) -> None:
    """Raise UsageError where somebody acted on a claim after the event that *made* it."""
    others = [
        event
        for event in active(events_on(store, made.subject))
        if event.act != made.act
        and event.kind != EventKind.UNDO
        and (event.lamport, event.id) > (made.lamport, made.id)
    ]
    if others:
        sql = "SELECT coalesce((SELECT name FROM reviewer WHERE id = :id), :id)"
        who = store.value(sql, {"id": others[-1].reviewer})
        number = store.value("SELECT number FROM claim WHERE id = ?", (made.subject,))
        raise UsageError(
            f"{who} has acted on c{number} since it was made, so that edit stays",
            hint="merge or reword the claims instead",
        )


def words_at(store: "Store", article: str, span: Span) -> str:
    """Return the characters of an article at *span*."""
    sql = "SELECT substr(text, ?, ?) FROM document WHERE id = ?"
    found: str = store.value(sql, (span.start + 1, span.end - span.start, article))
    return found


def segments_around(store: "Store", article: str, span: Span) -> tuple[Segment, ...]:
    """Return the segments of an article that share a character with *span*, in reading order."""
    sql = """SELECT * FROM segment WHERE document = :a AND start < :end AND start >= (
               SELECT coalesce(max(start), 0) FROM segment WHERE document = :a AND start <= :start)
             ORDER BY start"""
    where = {"a": article, "start": span.start, "end": span.end}
    return tuple(
        Segment(
            Span(row["start"], row["stop"]), Role(row["role"]), row["language"], row["subjectivity"]
        )
        for row in store.rows(sql, where)
    )


def attribution_of(store: "Store", claim: str) -> dict[str, str | None]:
    """Return who the text makes responsible for a claim, by the columns of `claim`."""
    sql = """SELECT attribution_kind, attributed_to, attribution_cue, attribution FROM claim
             WHERE id = ?"""
    return dict(store.rows(sql, (claim,))[0])
