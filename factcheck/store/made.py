"""Claims that people made, as rows beside those that the reader found.

In: the event that made a claim. Out: the rows that it accounts for; `place` writes them. Which
words of the article a claim rests on stands in the event: the rows can be made anew anywhere.
"""

import json
from typing import TYPE_CHECKING, Any

from factcheck.model.event import Event
from factcheck.store.search import index_claim

if TYPE_CHECKING:
    from factcheck.store.database import Store

Row = dict[str, Any]

# Columns that hold JSON.
_PARKED = -(1 << 40)  # below every number that a claim has while numbers are given anew
AS_JSON = ("insertions", "modality", "needs_context", "features", "attribution")


def made_row(event: Event) -> Row:
    """Return the row of `claim` for an `add-claim` event, but for number and place on the list."""
    data = event.data
    row = dict(data["claim"])
    for name in AS_JSON:
        if row[name] is not None:
            row[name] = json.dumps(row[name], ensure_ascii=False)
    starts = [start for start, _ in data["spans"]]
    return row | {
        "id": event.subject,
        "document": data["document"],
        "start": min(starts, default=0),
        "current": 1,
        "made_by": event.id,
    }


def made_spans(event: Event) -> list[Row]:
    """Return the rows of `claim_span` for an `add-claim` event."""
    data = event.data
    pieces = zip(data["spans"], data["quotes"], strict=True)
    return [
        {
            "claim": event.subject,
            "position": position,
            "document": data["document"],
            "start": start,
            "stop": stop,
            "quote": quote,
        }
        for position, ((start, stop), quote) in enumerate(pieces)
    ]


def place(store: "Store", event: Event, notes: str) -> None:
    """Write the claim that an event made, unless the file lacks its text or the reader found it.

    *event* is the first that made the claim; *notes* are those it is indexed with.
    """
    document = event.data["document"]
    if store.value("SELECT 1 FROM document WHERE id = ?", (document,)) is None:
        return
    known = store.rows("SELECT made_by FROM claim WHERE id = ?", (event.subject,))
    if known and known[0]["made_by"] is None:
        return
    if not known:
        row = made_row(event)
        highest = store.value("SELECT max(number) FROM claim WHERE document = ?", (document,))
        store.insert("claim", [row | {"number": (highest or 0) + 1, "listed": 0}])
        store.insert("claim_span", made_spans(event))
        n = store.value("SELECT n FROM claim WHERE id = ?", (event.subject,))
        index_claim(store, n, row["text"], notes)
    elif known[0]["made_by"] != event.id:
        names = ", ".join(f'"{name}" = :{name}' for name in made_row(event) if name != "id")
        store.execute(f"UPDATE claim SET {names} WHERE id = :id", made_row(event))
    for table, rows in links(store, event.subject).items():
        store.execute(f'DELETE FROM "{table}" WHERE claim = ?{KEPT[table]}', (event.subject,))
        store.insert(table, rows)
    number_made(store, document)


_LINKS = {
    "finding_claim": """SELECT :claim AS claim, t.id AS finding FROM finding t
        WHERE t.document = :document AND t.rule NOT LIKE 'citation.%'
          AND t.start >= :since AND t.start < :end AND EXISTS
          (SELECT 1 FROM claim_span s
           WHERE s.claim = :claim AND t.start < s.stop AND t.stop > s.start)""",
    "claim_citation": """SELECT :claim AS claim, t.id AS citation FROM citation t
        WHERE t.document = :document AND t.start >= :since AND t.start < :end AND EXISTS
          (SELECT 1 FROM claim_span s
           WHERE s.claim = :claim AND t.start < s.stop AND t.stop > s.start)""",
}
# Findings about captured sources rest on what was captured: no edit ties or unties them.
KEPT = {
    "finding_claim": """ AND finding NOT IN
      (SELECT id FROM finding WHERE rule LIKE 'citation.%')""",
    "claim_citation": "",
}


def links(store: "Store", claim: str) -> dict[str, list[Row]]:
    """Return what ties a made claim to findings and citations: they share a character with it."""
    sql = """SELECT s.document, max(s.stop) AS end, coalesce((
               SELECT max(g.start) FROM segment g
               WHERE g.document = s.document AND g.start <= min(s.start)), 0) AS since
             FROM claim_span s WHERE s.claim = ?"""
    where = dict(store.rows(sql, (claim,))[0]) | {"claim": claim}
    return {
        table: [dict(row) for row in store.rows(select, where)] for table, select in _LINKS.items()
    }


_MADE = """SELECT subject FROM event
WHERE kind = 'add-claim' AND json_extract(payload, '$.document') = ? ORDER BY lamport, id"""


def made_in(store: "Store", document: str) -> tuple[str, ...]:
    """Return the claims that people ever made of a document, in the order in which they did."""
    return tuple(dict.fromkeys(row["subject"] for row in store.rows(_MADE, (document,))))


def number_made(store: "Store", document: str) -> None:
    """Number made claims after those of the reader, in the order in which they were made."""
    rows = store.rows(
        "SELECT id, number FROM claim WHERE document = ? AND made_by IS NOT NULL", (document,)
    )
    numbers = {row["id"]: row["number"] for row in rows}
    made = [claim for claim in made_in(store, document) if claim in numbers]
    first = read_claims(store, document) + 1
    moved = [(i, key) for i, key in enumerate(made, first) if numbers[key] != i]
    for number, key in moved:
        store.execute("UPDATE claim SET number = ? WHERE id = ?", (_PARKED - number, key))
    for number, key in moved:
        store.execute("UPDATE claim SET number = ? WHERE id = ?", (number, key))


def read_claims(store: "Store", document: str) -> int:
    """Return how many claims the reader found in a document: their highest number."""
    sql = """SELECT number FROM claim WHERE document = ? AND made_by IS NULL
             ORDER BY number DESC LIMIT 1"""
    return store.value(sql, (document,)) or 0
