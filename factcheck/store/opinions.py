"""What people said of a claim: verdicts, deferrals, flags, notes."""

from typing import TYPE_CHECKING

from factcheck.model.records import AssessmentRecord, FlagRecord, NoteRecord

if TYPE_CHECKING:
    from factcheck.store.database import Store


def assessments(store: "Store", claim: str) -> tuple[AssessmentRecord, ...]:
    """Return the current verdict of everybody who judged a claim, the oldest first."""
    sql = """SELECT reviewer, verdict, rationale, at, gate, stale FROM assessments
             WHERE claim = ? ORDER BY id"""
    rows = [dict(row) for row in store.rows(sql, (claim,))]
    return tuple(
        AssessmentRecord(**row | {"gate": bool(row["gate"]), "stale": bool(row["stale"])})
        for row in rows
    )


def deferred_by(store: "Store", claim: str) -> tuple[str, ...]:
    """Return the names of those who put a claim off."""
    sql = """SELECT coalesce(r.name, d.reviewer) FROM deferral d
             LEFT JOIN reviewer r ON r.id = d.reviewer WHERE d.claim = ? ORDER BY 1"""
    return tuple(row[0] for row in store.rows(sql, (claim,)))


def flags(store: "Store", claim: str) -> tuple[FlagRecord, ...]:
    """Return the flags that are set on a claim."""
    sql = "SELECT flag, reviewer, at FROM flags WHERE claim = ? ORDER BY flag, reviewer"
    return tuple(FlagRecord(**dict(row)) for row in store.rows(sql, (claim,)))


def notes(store: "Store", claim: str) -> tuple[NoteRecord, ...]:
    """Return the notes on a claim, the oldest first."""
    sql = """SELECT n.text, coalesce(r.name, n.reviewer) AS reviewer, n.at
             FROM note n LEFT JOIN reviewer r ON r.id = n.reviewer WHERE claim = ? ORDER BY n.id"""
    return tuple(NoteRecord(**dict(row)) for row in store.rows(sql, (claim,)))
