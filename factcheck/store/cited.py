"""The citations of an article, with their parts in words and the claims that rest on them."""

import json
from typing import TYPE_CHECKING

from factcheck.model.cited import CitedRecord
from factcheck.model.span import Span
from factcheck.store.queries import text_of

if TYPE_CHECKING:
    import sqlite3

    from factcheck.store.database import Store

_CITED = """SELECT t.position, t.kind, t.start, t.stop, t.quote, t.scheme, t.identifier, t.fields,
  (SELECT json_group_array(number) FROM
    (SELECT c.number FROM claim_citation x JOIN claim c ON c.id = x.claim
     WHERE x.citation = t.id AND c.listed ORDER BY c.start, c.number)) AS claims
FROM citation t WHERE t.document = ? ORDER BY t.position"""


def cited(store: "Store", article: str) -> tuple[CitedRecord, ...]:
    """Return every citation of an article in reading order."""
    text = text_of(store, article)
    return tuple(_record(row, text) for row in store.rows(_CITED, (article,)))


def _record(row: "sqlite3.Row", text: str) -> CitedRecord:
    parts = ((name, Span(*place)) for name, place in json.loads(row["fields"]).items())
    return CitedRecord(
        number=row["position"] + 1,
        kind=row["kind"],
        span=Span(row["start"], row["stop"]),
        quote=row["quote"],
        scheme=row["scheme"] or "",
        identifier=row["identifier"] or "",
        fields=tuple((name, span.of(text)) for name, span in parts),
        claims=tuple(json.loads(row["claims"])),
    )
