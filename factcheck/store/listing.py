"""The questions of lists: which claims, in which order, how many, what is open, what stands there.

In: an article, a reviewer, a `Listing`. Out: numbers of claims, and the rows of the few that are
looked at. No answer takes longer because the file is larger, but for the stream of a filter.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from factcheck.model.listing import (
    DECIDED,
    DEFERRED,
    DISAGREEMENT,
    OPEN,
    STALE,
    STATUSES,
    Listing,
    Sort,
    Speaker,
)
from factcheck.model.records import ClaimRow, Progress
from factcheck.store.edits import reading_order
from factcheck.store.search import match_expression
from factcheck.store.tallies import LISTED
from factcheck.store.unseen import OFF, has_words, judged_by, words_asked

if TYPE_CHECKING:
    from factcheck.store.database import Store

# A list line shows no more than this of a claim; a claim can be a whole page.
_LINE_CHARACTERS = 240
# Matches of a search that are taken out of the file together.
_FOUND = 1_000

_ROWS = """
SELECT c.number, c.id, substr(c.text, 1, :cut) AS text, c.kind, c.check_worthiness,
  coalesce(
    (SELECT iif(stale, 'stale', verdict) FROM assessment WHERE claim = c.id AND reviewer = :me),
    (SELECT 'deferred' FROM deferral WHERE claim = c.id AND reviewer = :me), 'open') AS status,
  (SELECT group_concat(flag) FROM
    (SELECT DISTINCT flag FROM flag WHERE claim = c.id ORDER BY flag)) AS flags,
  (SELECT count(*) FROM finding_claim f WHERE f.claim = c.id AND NOT EXISTS
    (SELECT 1 FROM finding_decision d
     WHERE d.claim = c.id AND d.finding = f.finding AND d.reviewer = :me)) AS findings,
  (SELECT count(*) FROM evidence_item WHERE claim = c.id) AS evidence
FROM claim c WHERE c.document = :article
"""
_NUMBERED = f"{_ROWS} AND c.number IN (SELECT value FROM json_each(:numbers))"


def rows(
    store: "Store", article: str, reviewer: str, *, first: int, count: int
) -> tuple[ClaimRow, ...]:
    """Return *count* lines of the claim list from place *first*, as one reviewer sees them."""
    return rows_numbered(
        store, article, reviewer, reading_order(store, article).numbers(first, count)
    )


def rows_numbered(
    store: "Store", article: str, reviewer: str, numbers: Sequence[int]
) -> tuple[ClaimRow, ...]:
    """Return the lines of the claims with these numbers, in their order; some may be missing."""
    asked = {"numbers": json.dumps(list(numbers))}
    found = {row.number: row for row in _rows(store, article, reviewer, asked)}
    return tuple(found[number] for number in numbers if number in found)


def _rows(store: "Store", article: str, reviewer: str, asked: dict[str, Any]) -> Iterator[ClaimRow]:
    parameters = {"article": article, "me": reviewer, "cut": _LINE_CHARACTERS}
    for row in store.rows(_NUMBERED, parameters | asked):
        flags = tuple(row["flags"].split(",")) if row["flags"] else ()
        yield ClaimRow(**dict(row) | {"flags": flags})


def progress(store: "Store", article: str, reviewer: str) -> Progress:
    """Return how far an article is, as one reviewer sees it."""
    sql = """SELECT
      coalesce((SELECT sum(claims) FROM tally WHERE document = :a AND what = 'claim'), 0)
        AS claims,
      coalesce((SELECT sum(claims) FROM tally WHERE document = :a AND what = 'assessment'
        AND reviewer = :me), 0) AS decided,
      coalesce((SELECT sum(claims) FROM tally WHERE document = :a AND what = 'deferral'
        AND reviewer = :me), 0) AS deferred,
      coalesce((SELECT sum(claims) FROM tally WHERE document = :a AND what = 'disagreement'), 0)
        AS disagreements,
      coalesce((SELECT characters FROM ledger WHERE document = :a AND account = 'unaccounted'), 0)
        AS unaccounted"""
    row = dict(store.rows(sql, {"a": article, "me": reviewer})[0])
    return Progress(**row, open=row["claims"] - row["decided"])


MINE = "SELECT 1 FROM assessment WHERE claim = c.id AND reviewer = :me"
JUDGED = f"EXISTS ({MINE} AND NOT stale)"
_PUT_OFF = "EXISTS (SELECT 1 FROM deferral WHERE claim = c.id AND reviewer = :me)"


def first_open(store: "Store", article: str, reviewer: str, numbers: Sequence[int]) -> int | None:
    """Return the first of these claims without a verdict of the reviewer, None where none is."""
    sql = f"""SELECT c.number FROM claim c WHERE c.document = :a AND NOT {JUDGED}
              AND c.number IN (SELECT value FROM json_each(:numbers))"""
    asked = {"a": article, "me": reviewer, "numbers": json.dumps(list(numbers))}
    unjudged = {row["number"] for row in store.rows(sql, asked)}
    return next((number for number in numbers if number in unjudged), None)


_ORDERED = {
    Sort.READING: ("SELECT c.number FROM claim c WHERE {where} ORDER BY c.start, c.number",),
    Sort.WORTH: (
        """SELECT c.number FROM claim c WHERE {where}
           ORDER BY c.check_worthiness DESC, c.start, c.number""",
    ),
    Sort.TOUCHED: (
        """SELECT c.number FROM claim_state t CROSS JOIN claim c ON c.id = t.claim
           WHERE t.document = :a AND {where} ORDER BY t.last_event DESC""",
        """SELECT c.number FROM claim c WHERE {where}
           AND NOT EXISTS (SELECT 1 FROM claim_state WHERE claim = c.id)
           ORDER BY c.start, c.number""",
    ),
}


def ordered(
    store: "Store", article: str, reviewer: str, listing: Listing, *, chunk: int, blind: str = OFF
) -> Iterator[list[int]]:
    """Yield the numbers of the claims that *listing* shows, in its order, *chunk* at a time.

    What is hidden from a *blind* reviewer leads to no claim.
    """
    where, asked = _where(store, article, reviewer, listing, blind)
    for sql in _ORDERED[listing.sort]:
        yield from store.values(sql.format(where=where), asked, chunk)


def search(
    store: "Store", article: str, words: str, *, reviewer: str = "", blind: str = OFF
) -> Sequence[int]:
    """Return the numbers of the claims with these words in wording or notes, in reading order.

    What is hidden from a *blind* reviewer leads to no claim.
    """
    if not match_expression(words):
        return ()
    chunks = ordered(store, article, reviewer, Listing(words=words), chunk=_FOUND, blind=blind)
    # A common word is in every claim of a large file: eight bytes are kept for each.
    return array("q", chain.from_iterable(chunks))


def belongs(
    store: "Store", article: str, reviewer: str, listing: Listing, number: int, *, blind: str = OFF
) -> bool:
    """Say whether *listing* shows the claim of this number."""
    where, asked = _where(store, article, reviewer, listing, blind)
    sql = f"SELECT 1 FROM claim c WHERE {where} AND c.number = :number"
    return store.value(sql, asked | {"number": number}) is not None


_STATUS = {
    OPEN: f"(NOT {JUDGED} AND NOT {_PUT_OFF})",
    DEFERRED: f"({_PUT_OFF} AND NOT {JUDGED})",
    DECIDED: JUDGED,
    STALE: f"EXISTS ({MINE} AND stale)",
    DISAGREEMENT: """EXISTS
      (SELECT 1 FROM claim_state WHERE claim = c.id AND status = 'disagreement')""",
}
_VERDICT = f"""EXISTS ({MINE} AND NOT stale
      AND verdict IN (SELECT value FROM json_each(:status)))"""
_SPEAKER = {
    Speaker.NAMED: "c.attribution_kind = 'named'",
    Speaker.UNNAMED: "c.attribution_kind = 'unnamed'",
    Speaker.ARTICLE: "c.attribution_kind IS NULL",
}
# What a field with several values asks for; :name is the values as JSON.
_SEVERAL = {
    "flag": """EXISTS (SELECT 1 FROM flag WHERE claim = c.id
      AND flag IN (SELECT value FROM json_each(:flag)))""",
    "kind": "c.kind IN (SELECT value FROM json_each(:kind))",
    "reviewer": """EXISTS (SELECT 1 FROM assessment a JOIN reviewer r ON r.id = a.reviewer
      WHERE a.claim = c.id AND NOT a.stale
       AND {judged_by} AND r.name IN (SELECT value FROM json_each(:reviewer)))""",
}
# What a field that is yes or no asks for.
_EITHER = {
    "evidence": "EXISTS (SELECT 1 FROM evidence_item WHERE claim = c.id)",
    "context": "c.needs_context <> '[]'",
    "findings": """EXISTS (SELECT 1 FROM finding_claim f WHERE f.claim = c.id AND NOT EXISTS
      (SELECT 1 FROM finding_decision d
       WHERE d.claim = c.id AND d.finding = f.finding AND d.reviewer = :me))""",
    "gaps": """c.id IN (SELECT s.claim FROM gap g
      JOIN segment e ON e.document = g.document AND e.start =
        (SELECT max(start) FROM segment WHERE document = g.document AND start <= g.start)
      JOIN claim_span s ON s.document = g.document AND s.start >= e.start AND s.start < e.stop
      WHERE g.document = :a AND NOT EXISTS
        (SELECT 1 FROM claim_span x JOIN claim m ON m.id = x.claim
         WHERE x.document = g.document AND x.start BETWEEN e.start AND g.start
          AND x.stop >= g.stop AND m.made_by IS NOT NULL AND m.listed))""",
}


def _where(
    store: "Store", article: str, reviewer: str, listing: Listing, blind: str
) -> tuple[str, dict[str, Any]]:
    """Return the condition for a claim `c` to be in the list, and the values it names."""
    parts = [f"c.document = :a AND {LISTED}", *_statuses(listing)]
    several = [sql for name, sql in _SEVERAL.items() if getattr(listing, name)]
    parts += [sql.replace("{judged_by}", judged_by(blind)) for sql in several]
    speakers = [_SPEAKER[Speaker(who)] for who in listing.attribution]
    parts += [f"({' OR '.join(speakers)})"] if speakers else []
    if (listing.worth_from, listing.worth_to) != (0.0, 1.0):
        parts.append("c.check_worthiness BETWEEN :worth_from AND :worth_to")
    for name, sql in _EITHER.items():
        if (wanted := getattr(listing, name)) is not None:
            parts.append(sql if wanted else f"NOT {sql}")
    asked: dict[str, Any] = {"a": article, "me": reviewer}
    if listing.words:
        parts.append(has_words(blind))
        expression = match_expression(listing.words)
        asked |= words_asked(store, article, reviewer, blind, expression)
    asked |= {name: json.dumps(getattr(listing, name)) for name in ("status", *_SEVERAL)}
    asked |= {"worth_from": listing.worth_from, "worth_to": listing.worth_to}
    return " AND ".join(parts), asked


def _statuses(listing: Listing) -> Iterator[str]:
    chosen = [_STATUS[word] for word in listing.status if word in STATUSES]
    if any(word not in STATUSES for word in listing.status):
        chosen.append(_VERDICT)
    if chosen:
        yield f"({' OR '.join(chosen)})"
