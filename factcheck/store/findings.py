"""The findings of one rule in an article, for acts on all of them at once."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.store.database import Store

_UNDECIDED = """
SELECT c.id AS claim, f.id AS finding
FROM finding f JOIN finding_claim x ON x.finding = f.id JOIN claim c ON c.id = x.claim
WHERE f.document = :article AND f.rule = :rule AND NOT EXISTS (
  SELECT 1 FROM finding_decision d
  WHERE d.claim = c.id AND d.finding = f.id AND d.reviewer = :me)
ORDER BY c.number, f.position
"""


def undecided(
    store: "Store", article: str, rule: str, reviewer: str
) -> dict[str, tuple[str, ...]]:
    """Return the findings of *rule* on which *reviewer* has not decided, by claim, in order."""
    found: dict[str, tuple[str, ...]] = {}
    for row in store.rows(_UNDECIDED, {"article": article, "rule": rule, "me": reviewer}):
        found[row["claim"]] = (*found.get(row["claim"], ()), row["finding"])
    return found
