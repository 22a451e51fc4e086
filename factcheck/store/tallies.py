"""Counts that are kept while rows come and go, so that no question has to count a whole file.

Triggers keep them, in the transaction that changed the rows. A block is a thousand claim numbers:
it says where in an article something is still open without looking at every claim. Claims off the
list and stale verdicts count for nothing.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.store.database import Store

BLOCK = 1000

# Which claims belong to the list of an article at all. `LISTED_TALLIES` count the same.
LISTED = "c.listed"

_TABLE = """CREATE TABLE tally (
  document TEXT NOT NULL,
  what TEXT NOT NULL,                -- claim, assessment, deferral; or a status of claim_state
  reviewer TEXT NOT NULL,            -- whose assessments and deferrals; '' for everybody's
  block INTEGER NOT NULL,            -- thousand of the claim's number; 0 for a status
  claims INTEGER NOT NULL,           -- how many; kept by triggers
  PRIMARY KEY (document, what, reviewer, block)
) STRICT, WITHOUT ROWID"""

# What the rows of a table count as, as (document, what, reviewer, block) of the row OLD or NEW:
# in files that know no edits, and in those that do.
_COUNTED = {
    "claim": "SELECT {row}.document, 'claim', '', {row}.number / 1000",
    "assessment": """SELECT {row}.document, 'assessment', {row}.reviewer, c.number / 1000
  FROM claim c WHERE c.id = {row}.claim AND {row}.document IS NOT NULL""",
    "deferral": """SELECT {row}.document, 'deferral', {row}.reviewer, c.number / 1000
  FROM claim c WHERE c.id = {row}.claim AND {row}.document IS NOT NULL""",
    "claim_state": "SELECT {row}.document, {row}.status, '', 0 WHERE {row}.document IS NOT NULL",
}
_COUNTED_LISTED = _COUNTED | {
    "claim": f"{_COUNTED['claim']} WHERE {{row}}.listed",
    "assessment": f"{_COUNTED['assessment']} AND NOT {{row}}.stale",
}


def _change(source: str, by: int) -> str:
    return f"""INSERT INTO tally
  SELECT s.*, {by} FROM ({source}) s WHERE true
  ON CONFLICT DO UPDATE SET claims = claims + excluded.claims;"""


def _trigger(table: str, sql: str, when: str, **counted: int) -> str:
    """Return the trigger that adds what is *counted* (by OLD or NEW) when rows change."""
    changes = (_change(sql.format(row=row), by) for row, by in counted.items())
    name = f"tally_{table}_{when.lower()}"
    return f"CREATE TRIGGER {name} AFTER {when} ON {table} BEGIN {' '.join(changes)} END"


def _triggers(counted: dict[str, str]) -> Iterator[str]:
    """Yield the triggers that keep what the rows of each table count as."""
    for table, sql in counted.items():
        yield _trigger(table, sql, "INSERT", NEW=1)
        yield _trigger(table, sql, "DELETE", OLD=-1)
        if table != "claim":
            yield _trigger(table, sql, "UPDATE", OLD=-1, NEW=1)


# A claim that gets another number takes what was counted under its block along.
_OF_CLAIM = """SELECT {row}.document, 'claim', '', {row}.number / 1000
  UNION ALL SELECT document, 'assessment', reviewer, {row}.number / 1000
  FROM assessment WHERE claim = {row}.id AND document IS NOT NULL
  UNION ALL SELECT document, 'deferral', reviewer, {row}.number / 1000
  FROM deferral WHERE claim = {row}.id AND document IS NOT NULL"""
_MOVED = f"""CREATE TRIGGER tally_claim_moved AFTER UPDATE OF number ON claim
WHEN OLD.number / 1000 <> NEW.number / 1000 BEGIN
{_change(_OF_CLAIM.format(row="OLD"), -1)}
{_change(_OF_CLAIM.format(row="NEW"), 1)} END"""
# One that goes off the list or comes onto it does so as well.
_OF_LISTED = (
    _OF_CLAIM.replace("1000\n", "1000 WHERE {row}.listed\n", 1)
    .replace("FROM assessment WHERE", "FROM assessment WHERE NOT stale AND")
)  # fmt: skip
_MOVED_LISTED = f"""CREATE TRIGGER tally_claim_moved AFTER UPDATE OF number, listed ON claim
WHEN OLD.number / 1000 <> NEW.number / 1000 OR OLD.listed <> NEW.listed BEGIN
{_change(_OF_LISTED.format(row="OLD"), -1)}
{_change(_OF_LISTED.format(row="NEW"), 1)} END"""

_COUNT = """
SELECT document, 'claim' AS what, '' AS reviewer, number / 1000 AS block, count(*) AS claims
FROM claim GROUP BY 1, 2, 3, 4
UNION ALL SELECT c.document, 'assessment', a.reviewer, c.number / 1000, count(*)
FROM assessment a JOIN claim c ON c.id = a.claim GROUP BY 1, 2, 3, 4
UNION ALL SELECT c.document, 'deferral', a.reviewer, c.number / 1000, count(*)
FROM deferral a JOIN claim c ON c.id = a.claim GROUP BY 1, 2, 3, 4
UNION ALL SELECT document, status, '', 0, count(*)
FROM claim_state WHERE document IS NOT NULL GROUP BY 1, 2"""
_COUNT_LISTED = (
    _COUNT.replace("FROM claim GROUP", "FROM claim WHERE listed GROUP")
    .replace("c.id = a.claim GROUP", "c.id = a.claim WHERE NOT a.stale GROUP", 1)
)  # fmt: skip

ARTICLES = """CREATE VIEW articles AS
-- One row an article, named by its document, with how far it is.
SELECT d.n AS number, d.id, d.title, d.source, d.language, d.characters,
  coalesce((SELECT characters FROM ledger WHERE document = d.id AND account = 'unaccounted'), 0)
    AS unaccounted,
  d.reader,
  coalesce((SELECT sum(claims) FROM tally WHERE document = d.id AND what = 'claim'), 0) AS claims,
  coalesce((SELECT sum(claims) FROM tally WHERE document = d.id AND what = 'decided'), 0)
    AS decided,
  coalesce((SELECT sum(claims) FROM tally WHERE document = d.id AND what = 'deferred'), 0)
    AS deferred,
  coalesce((SELECT sum(claims) FROM tally WHERE document = d.id AND what = 'disagreement'), 0)
    AS disagreements
FROM document d"""

TALLIES = (
    _TABLE,
    f"INSERT INTO tally {_COUNT}",
    *_triggers(_COUNTED),
    _MOVED,
    "DROP VIEW articles",
    ARTICLES,
)
# What was counted before claims could go off the list counts as it did.
LISTED_TALLIES = (
    *(f"DROP TRIGGER {trigger.split()[2]}" for trigger in (*_triggers(_COUNTED), _MOVED)),
    *_triggers(_COUNTED_LISTED),
    _MOVED_LISTED,
)


def wrong_tallies(store: "Store") -> Iterator[str]:
    """Yield a sentence for each count that is not what counting gives."""
    kept = "SELECT * FROM tally WHERE claims <> 0"
    for left, right in ((kept, _COUNT_LISTED), (_COUNT_LISTED, kept)):
        for row in store.rows(f"SELECT * FROM ({left}) EXCEPT SELECT * FROM ({right})"):
            yield f"the tally of {row['what']} is wrong: {tuple(row)}"
