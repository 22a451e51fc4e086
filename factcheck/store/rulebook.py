"""The rules in the file: under which settings it was read, and how each rule fared.

In: settings as JSON under their digest; a document that is read again. Out: the settings, and a
`RuleTally` for each rule that ever spoke.
"""

from typing import TYPE_CHECKING

from factcheck.model.records import RuleTally

if TYPE_CHECKING:
    from factcheck.store.database import Store

RULEBOOK = (
    """CREATE TABLE rule_settings (
  digest TEXT PRIMARY KEY,           -- stands behind the + in the reader of a row
  settings TEXT NOT NULL CHECK (json_valid(settings)) -- rules that are off, words added and removed
) STRICT, WITHOUT ROWID""",
    # Switching a rule off must not take away the decisions for which it was switched off.
    """CREATE TABLE past_finding (
  id TEXT PRIMARY KEY,               -- a finding on which somebody decided and that is gone
  document TEXT NOT NULL REFERENCES document(id),
  rule TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
)

_TALLY = """
WITH known AS (SELECT id, document, rule FROM finding
               UNION SELECT id, document, rule FROM past_finding),
decided AS (SELECT DISTINCT k.rule, d.finding, d.reviewer, d.decision
            FROM finding_decision d JOIN known k ON k.id = d.finding
            WHERE k.document = :document OR :document = '')
SELECT rule, sum(spoke) AS findings, sum(confirmed) AS confirmed, sum(dismissed) AS dismissed
FROM (SELECT rule, 1 AS spoke, 0 AS confirmed, 0 AS dismissed FROM finding
       WHERE document = :document OR :document = ''
      UNION ALL
      SELECT rule, 0, decision = 'confirmed', decision = 'dismissed' FROM decided)
GROUP BY rule ORDER BY rule
"""


def keep_rules(store: "Store", digest: str, settings: str) -> None:
    """Keep the settings that a reading was made under, inside `writing`."""
    sql = "INSERT OR IGNORE INTO rule_settings (digest, settings) VALUES (?, ?)"
    store.execute(sql, (digest, settings))


def kept_rules(store: "Store", digest: str) -> str | None:
    """Return the settings of this digest as JSON, None where the file does not hold them."""
    sql = "SELECT settings FROM rule_settings WHERE digest = ?"
    found: str | None = store.value(sql, (digest,))
    return found


def keep_decided(store: "Store", document: str) -> None:
    """Remember the rules of findings that somebody decided on, before they are made anew."""
    sql = """INSERT OR IGNORE INTO past_finding (id, document, rule)
             SELECT id, document, rule FROM finding WHERE document = ?
              AND EXISTS (SELECT 1 FROM finding_decision d WHERE d.finding = finding.id)"""
    store.execute(sql, (document,))


def tally(store: "Store", document: str = "") -> tuple[RuleTally, ...]:
    """Count for each rule how often it spoke, and what reviewers made of it.

    A decision counts once for each finding and reviewer, however many claims the words are in.
    *document* is the article that is counted, "" for the whole file.
    """
    return tuple(RuleTally(**dict(row)) for row in store.rows(_TALLY, {"document": document}))
