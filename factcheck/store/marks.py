"""What is to be marked in a stretch of an article, and where one can go from there.

Claims, findings, citations and gaps to mark; headings and sentences to go to.
"""

from typing import TYPE_CHECKING

from factcheck.model.records import Mark
from factcheck.model.span import Span
from factcheck.store.tallies import LISTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.store.database import Store

# Every span lies within one segment, so a span that reaches into the stretch starts no earlier
# than the segment that the stretch starts in.
_SINCE = "SELECT coalesce(max(start), 0) FROM segment WHERE document = ? AND start <= ?"

_MARKS = f"""
SELECT s.start, s.stop, 'claim' AS what, c.number AS claim, '' AS rule
FROM claim_span s JOIN claim c ON c.id = s.claim
WHERE s.document = :a AND s.start >= :since AND s.start < :stop AND s.stop > :start
 AND {LISTED}
UNION ALL
SELECT f.start, f.stop, 'finding',
  (SELECT min(c.number) FROM finding_claim x JOIN claim c ON c.id = x.claim
   WHERE x.finding = f.id AND {LISTED}), f.rule
FROM finding f
WHERE f.document = :a AND f.start >= :since AND f.start < :stop AND f.stop > :start
UNION ALL
SELECT t.start, t.stop, 'citation',
  (SELECT min(c.number) FROM claim_citation x JOIN claim c ON c.id = x.claim
   WHERE x.citation = t.id AND {LISTED}), t.kind
FROM citation t
WHERE t.document = :a AND t.start >= :since AND t.start < :stop AND t.stop > :start
UNION ALL
SELECT g.start, g.stop, 'gap', NULL, ''
FROM gap g
WHERE g.document = :a AND g.start >= :since AND g.start < :stop AND g.stop > :start
ORDER BY 1, 2
"""


def marks(store: "Store", article: str, within: Span) -> tuple[Mark, ...]:
    """Return the marks that share a character with *within*, by start and end."""
    since = store.value(_SINCE, (article, within.start))
    parameters = {"a": article, "since": since, "start": within.start, "stop": within.end}
    found = [
        Mark(Span(row["start"], row["stop"]), row["what"], row["claim"], row["rule"])
        for row in store.rows(_MARKS, parameters)
    ]
    claims = [mark.span for mark in found if mark.what == "claim"]
    return tuple(mark for mark in found if mark.what != "gap" or not _taken(mark.span, claims))


def _taken(gap: Span, claims: "Sequence[Span]") -> bool:
    """Say whether somebody has made a claim of the words in a gap of the reading."""
    return any(claim.contains(gap) for claim in claims)


_AFTER = "SELECT start, stop FROM segment WHERE document = ? AND start > ? ORDER BY start"
_BEFORE = "SELECT start, stop FROM segment WHERE document = ? AND start < ? ORDER BY start DESC"
_WORDLESS = "separator"


def sentence_beside(store: "Store", article: str, offset: int, step: int) -> Span | None:
    """Return the segment with words that begins next after *offset*, or before it; or None."""
    sql = (_AFTER if step > 0 else _BEFORE).replace("ORDER", f"AND role <> '{_WORDLESS}' ORDER")
    found = store.rows(f"{sql} LIMIT 1", (article, offset))
    return Span(found[0]["start"], found[0]["stop"]) if found else None


def headings(store: "Store", article: str) -> tuple[Span, ...]:
    """Return where the headings of an article stand, in reading order."""
    sql = """SELECT start, stop FROM segment WHERE document = ? AND role = 'heading'
             ORDER BY start"""
    return tuple(Span(row["start"], row["stop"]) for row in store.rows(sql, (article,)))


def claim_from(store: "Store", article: str, within: Span) -> int | None:
    """Return the number of the first claim that begins in a stretch of the text, or None."""
    sql = f"""SELECT c.number FROM claim_span s JOIN claim c ON c.id = s.claim
              WHERE s.document = ? AND s.start >= ? AND s.start < ? AND {LISTED}
              ORDER BY s.start, c.number LIMIT 1"""
    found: int | None = store.value(sql, (article, within.start, within.end))
    return found
