"""How an article stands, in counts: statuses, verdicts, flags, findings."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.store.database import Store

Counts = tuple[tuple[str, int], ...]

_STATUSES = """
SELECT status, count(*) FROM claim_state
WHERE document = :article AND status <> 'open' GROUP BY 1 ORDER BY 1
"""
_MINE = """
SELECT s.verdict, count(a.claim) FROM scale s
LEFT JOIN assessment a ON a.verdict = s.verdict AND a.document = :article AND a.reviewer = :me
  AND NOT a.stale
GROUP BY s.verdict ORDER BY s.position
"""
_FLAGS = """
SELECT f.flag, count(DISTINCT f.claim) FROM flag f JOIN claim c ON c.id = f.claim
WHERE c.document = :article GROUP BY 1 ORDER BY 2 DESC, 1
"""
_FINDINGS = """
SELECT coalesce(d.decision, 'undecided'), count(*)
FROM finding f JOIN finding_claim x ON x.finding = f.id JOIN claim c ON c.id = x.claim AND c.listed
LEFT JOIN finding_decision d
  ON d.claim = x.claim AND d.finding = f.id AND d.reviewer = :me
WHERE f.document = :article GROUP BY 1 ORDER BY 1
"""


def _counted(store: "Store", sql: str, article: str, me: str) -> Counts:
    return tuple((row[0], row[1]) for row in store.rows(sql, {"article": article, "me": me}))


def statuses(store: "Store", article: str) -> Counts:
    """Return how many claims are decided, deferred or in disagreement; the others are open."""
    return _counted(store, _STATUSES, article, "")


def verdicts_of(store: "Store", article: str, reviewer: str) -> Counts:
    """Return how often a reviewer gave each verdict of the scale, in its order."""
    return _counted(store, _MINE, article, reviewer)


def flags(store: "Store", article: str) -> Counts:
    """Return on how many claims each flag is set, most first."""
    return _counted(store, _FLAGS, article, "")


def findings(store: "Store", article: str, reviewer: str) -> Counts:
    """Return how many findings a reviewer has confirmed, dismissed, not decided on."""
    return _counted(store, _FINDINGS, article, reviewer)
