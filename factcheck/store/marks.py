"""What is to be marked in a stretch of an article: claims, findings, citations."""

from typing import TYPE_CHECKING

from factcheck.model.records import Mark
from factcheck.model.span import Span

if TYPE_CHECKING:
    from factcheck.store.database import Store

# Every span lies within one segment, so a span that reaches into the stretch starts no earlier
# than the segment that the stretch starts in.
_SINCE = "SELECT coalesce(max(start), 0) FROM segment WHERE document = ? AND start <= ?"

_MARKS = """
SELECT s.start, s.stop, 'claim' AS what, c.number AS claim, '' AS rule
FROM claim_span s JOIN claim c ON c.id = s.claim
WHERE s.document = :a AND c.listed AND s.start >= :since AND s.start < :stop AND s.stop > :start
UNION ALL
SELECT f.start, f.stop, 'finding',
  (SELECT min(c.number) FROM finding_claim x JOIN claim c ON c.id = x.claim
   WHERE x.finding = f.id AND c.listed), f.rule
FROM finding f
WHERE f.document = :a AND f.start >= :since AND f.start < :stop AND f.stop > :start
UNION ALL
SELECT t.start, t.stop, 'citation',
  (SELECT min(c.number) FROM claim_citation x JOIN claim c ON c.id = x.claim
   WHERE x.citation = t.id AND c.listed), t.kind
FROM citation t
WHERE t.document = :a AND t.start >= :since AND t.start < :stop AND t.stop > :start
ORDER BY 1, 2
"""


def marks(store: "Store", article: str, within: Span) -> tuple[Mark, ...]:
    """Return the marks that share a character with *within*, by start and end."""
    since = store.value(_SINCE, (article, within.start))
    parameters = {"a": article, "since": since, "start": within.start, "stop": within.end}
    return tuple(
        Mark(Span(row["start"], row["stop"]), row["what"], row["claim"], row["rule"])
        for row in store.rows(_MARKS, parameters)
    )
