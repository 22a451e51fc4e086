"""Findings with what was decided on them: those of a claim, and those of one rule in an article."""

from typing import TYPE_CHECKING

from factcheck.model.records import FindingRecord
from factcheck.model.span import Span

if TYPE_CHECKING:
    from factcheck.store.database import Store


def findings_of(store: "Store", claim: str, reviewer: str) -> tuple[FindingRecord, ...]:
    """Return the findings on a claim, with the decisions of the reviewer and of everybody."""
    sql = """SELECT f.*, coalesce((SELECT decision FROM finding_decision d
               WHERE d.claim = x.claim AND d.finding = f.id AND d.reviewer = ?), '') AS decision
             FROM finding_claim x JOIN finding f ON f.id = x.finding
             WHERE x.claim = ? ORDER BY f.position"""
    decisions = _decisions(store, claim)
    return tuple(
        FindingRecord(
            id=row["id"],
            rule=row["rule"],
            span=Span(row["start"], row["stop"]),
            quote=row["quote"],
            message=row["message"],
            quoted=bool(row["quoted"]),
            strength=row["strength"],
            decision=row["decision"],
            decisions=decisions.get(row["id"], ()),
        )
        for row in store.rows(sql, (reviewer, claim))
    )


def _decisions(store: "Store", claim: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what everybody decided on the findings of a claim, by finding."""
    sql = """SELECT d.finding, coalesce(r.name, d.reviewer) AS reviewer, d.decision
             FROM finding_decision d JOIN event e ON e.id = d.event
             LEFT JOIN reviewer r ON r.id = d.reviewer WHERE d.claim = ? ORDER BY e.lamport"""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in store.rows(sql, (claim,)):
        found[row["finding"]] = (
            *found.get(row["finding"], ()),
            (row["reviewer"], row["decision"]),
        )
    return found


_UNDECIDED = """
SELECT c.id AS claim, f.id AS finding
FROM finding f JOIN finding_claim x ON x.finding = f.id JOIN claim c ON c.id = x.claim
WHERE f.document = :article AND f.rule = :rule AND c.listed AND NOT EXISTS (
  SELECT 1 FROM finding_decision d
  WHERE d.claim = c.id AND d.finding = f.id AND d.reviewer = :me)
ORDER BY c.start, c.number, f.position
"""


def undecided(store: "Store", article: str, rule: str, reviewer: str) -> dict[str, tuple[str, ...]]:
    """Return the findings of *rule* on which *reviewer* has not decided, by claim, in order."""
    found: dict[str, tuple[str, ...]] = {}
    for row in store.rows(_UNDECIDED, {"article": article, "rule": rule, "me": reviewer}):
        found[row["claim"]] = (*found.get(row["claim"], ()), row["finding"])
    return found
