"""What a report counts and lists of one article, asked of the file in a few statements."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model.report import NAMED_WRONG, WRONG_RATING, CitationUse, Tally, WrongClaim
from factcheck.model.span import Span

if TYPE_CHECKING:
    from factcheck.store.database import Store

_OUTCOMES = """SELECT verdict, status, count(*) AS claims FROM claims WHERE article = ?
  GROUP BY 1, 2 ORDER BY coalesce(verdict, ''), status"""
_FLAGS = """SELECT flag, count(DISTINCT claim) AS claims FROM flags WHERE article = ?
  GROUP BY 1 ORDER BY 2 DESC, 1"""
_WRONG = """SELECT c.number, c.verdict, c.text FROM claims c JOIN scale s ON s.verdict = c.verdict
  WHERE c.article = ? AND s.rating <= ?
  ORDER BY s.rating, c.start, c.number LIMIT ?"""


def tally(store: "Store", article: str) -> Tally:
    """Return how many claims of an article came to what; as `counted` counts them."""
    wrong = store.rows(_WRONG, (article, WRONG_RATING, NAMED_WRONG))
    return Tally(
        outcomes=tuple(tuple(row) for row in store.rows(_OUTCOMES, (article,))),
        flags=tuple(tuple(row) for row in store.rows(_FLAGS, (article,))),
        wrong=tuple(WrongClaim(row["number"], row["verdict"], row["text"]) for row in wrong),
    )


_CITATIONS = """SELECT t.kind, t.start, t.stop, t.quote, coalesce(t.identifier, '') AS identifier,
  (SELECT json_group_array(number) FROM
    (SELECT c.number FROM claim_citation x JOIN claim c ON c.id = x.claim
     WHERE x.citation = t.id AND c.listed ORDER BY c.start, c.number)) AS claims
FROM citation t WHERE t.document = ? ORDER BY t.position"""


def citations(store: "Store", article: str) -> Iterator[CitationUse]:
    """Yield the references of an article in reading order, with the claims that rest on them."""
    for row in store.each(_CITATIONS, (article,)):
        span = Span(row["start"], row["stop"])
        claims = tuple(json.loads(row["claims"]))
        yield CitationUse(row["kind"], span, row["quote"], row["identifier"], claims)


def headings(store: "Store", article: str) -> tuple[tuple[int, str], ...]:
    """Return where each heading of an article begins, and its words."""
    sql = """SELECT s.start, trim(substr(d.text, s.start + 1, s.stop - s.start), char(10, 9, 32))
             FROM segment s JOIN document d ON d.id = s.document
             WHERE s.document = ? AND s.role = 'heading' ORDER BY s.start"""
    return tuple(tuple(row) for row in store.rows(sql, (article,)))


# Whatever gives a stretch of text an account besides being left over: as `model.reading` has it,
# and claims that people made.
_ACCOUNTED = """
SELECT s.start, s.stop FROM claim_span s JOIN claim c ON c.id = s.claim
  WHERE s.document = :a AND (c.made_by IS NULL OR c.listed)
UNION ALL SELECT start, stop FROM citation WHERE document = :a
UNION ALL SELECT start, stop FROM segment WHERE document = :a AND role IN
  ('heading', 'quotation', 'lead-in', 'byline', 'caption', 'question', 'separator')
UNION ALL SELECT json_extract(span.value, '$[0]'), json_extract(span.value, '$[1]')
  FROM claim c, json_each(c.attribution, '$.source') span WHERE c.document = :a
UNION ALL SELECT json_extract(span.value, '$[0]'), json_extract(span.value, '$[1]')
  FROM claim c, json_each(c.attribution, '$.cue') span WHERE c.document = :a
ORDER BY 1
"""


def unaccounted(store: "Store", article: str) -> Iterator[tuple[Span, str]]:
    """Yield the stretches of an article that hold unaccounted letters or digits, with their words.

    Stretches run from one accounted piece to the next, without white space and marks at their
    ends; the letters and digits in them are those that the ledger counts, but for those that
    people made a claim of since.
    """
    text: str = store.value("SELECT text FROM document WHERE id = ?", (article,))
    at = 0
    for row in store.each(_ACCOUNTED, {"a": article}):
        yield from _left_over(text, at, row["start"])
        at = max(at, row["stop"])
    yield from _left_over(text, at, len(text))


def _left_over(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    if start < end:
        yield Span(start, end), text[start:end]
