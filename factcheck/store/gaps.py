"""Gaps: the characters of an article that are in no claim and have no other role."""

import json
from typing import TYPE_CHECKING, Any

from factcheck.model.citation import Citation, CitationKind
from factcheck.model.claim import Attribution, Claim
from factcheck.model.document import Document, Role, Segment
from factcheck.model.reading import Reading, gaps
from factcheck.model.span import Span, spans_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

GAPS = (
    """CREATE TABLE gap (
  document TEXT NOT NULL REFERENCES document(id),
  start INTEGER NOT NULL,            -- characters that no account but `unaccounted` holds
  stop INTEGER NOT NULL,
  PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX heading_in_text ON segment (document, start) WHERE role = 'heading'",
    "CREATE INDEX claim_state_by_touch ON claim_state (document, last_event)",
)


def gap_rows(document: str, reading: Reading) -> "Iterator[dict[str, Any]]":
    """Yield a row for each gap of *reading*."""
    return ({"document": document, "start": s.start, "stop": s.end} for s in gaps(reading))


def fill_gaps(db: "Database") -> None:
    """Work out the gaps of every article that is in the file, from the rows of its reading."""
    for row in list(db.query("SELECT id, text FROM document")):
        reading = _reading(db, row["id"], row["text"])
        db.table("gap").insert_all(gap_rows(row["id"], reading))


def _reading(db: "Database", document: str, text: str) -> Reading:
    """Return what of a reading decides on its gaps."""
    asked = (document,)
    segments = db.execute("SELECT start, stop, role FROM segment WHERE document = ?", asked)
    citations = db.execute("SELECT start, stop, kind FROM citation WHERE document = ?", asked)
    claims = db.execute(
        """SELECT attribution, (SELECT json_group_array(json_array(start, stop)) FROM claim_span
             WHERE claim = claim.id) FROM claim WHERE document = ? AND current""",
        asked,
    )
    return Reading(
        Document(text, "", ""),
        tuple(Segment(Span(start, stop), Role(role)) for start, stop, role in segments),
        tuple(_claim(*row) for row in claims),
        tuple(Citation(CitationKind(kind), Span(start, stop)) for start, stop, kind in citations),
        (),
    )


def _claim(attribution: str | None, spans: str) -> Claim:
    said = json.loads(attribution) if attribution else {}
    source, cue = (spans_from(said.get(name, ())) for name in ("source", "cue"))
    return Claim("", spans_from(json.loads(spans)), attribution=Attribution(True, source, cue, ()))
