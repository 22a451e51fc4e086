"""The questions of the review: one SQL statement a question, records out."""

import json
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.model.records import (
    ArticleRecord,
    AttributionRecord,
    CitationRecord,
    ClaimRecord,
)
from factcheck.model.span import Span, spans_from
from factcheck.store import opinions
from factcheck.store.attached import evidence
from factcheck.store.edits import family
from factcheck.store.findings import findings_of
from factcheck.store.suggestions import suggestions_on

if TYPE_CHECKING:
    import sqlite3

    from factcheck.store.database import Store


def articles(store: "Store") -> tuple[ArticleRecord, ...]:
    """Return every article of the file, in the order in which they came."""
    rows = store.rows("SELECT * FROM articles ORDER BY number")
    return tuple(ArticleRecord(**dict(row)) for row in rows)


def article(store: "Store", reference: str | None) -> ArticleRecord:
    """Return the article that *reference* names: its number, id, the start of its id, or source.

    None means the only one there is.

    Raises:
        UsageError: nothing is called so, or more than one article is.
    """
    if reference is None:
        return _only_article(store)
    sql = """SELECT * FROM articles WHERE CAST(number AS TEXT) = :it OR id = :it OR source = :it
             OR (length(:it) >= 6 AND substr(id, 1, length(:it)) = :it) ORDER BY number LIMIT 2"""
    rows = store.rows(sql, {"it": reference})
    if len(rows) != 1:
        many = "more than one article" if rows else "no article"
        raise UsageError(
            f"{many} in {store.path} is called {reference!r}",
            hint="`factcheck status` lists them with their numbers",
        )
    return ArticleRecord(**dict(rows[0]))


def _only_article(store: "Store") -> ArticleRecord:
    found = articles(store)
    if len(found) != 1:
        raise UsageError(
            f"{store.path} holds {len(found)} articles",
            hint="name one: `factcheck status` lists them with their numbers",
        )
    return found[0]


def text_of(store: "Store", article: str) -> str:
    """Return the text of an article."""
    found: str = store.value("SELECT text FROM document WHERE id = ?", (article,))
    return found


def claim_number(store: "Store", claim: str) -> tuple[str, int]:
    """Return the article and the number of a claim."""
    row = store.rows("SELECT document, number FROM claim WHERE id = ?", (claim,))[0]
    return row["document"], row["number"]


def claim(store: "Store", article: str, number: int, reviewer: str) -> ClaimRecord:
    """Return everything about one claim, as one reviewer sees it.

    Raises:
        UsageError: the article has no claim of that number.
    """
    sql = """SELECT c.*, coalesce(t.status, 'open') AS status, t.verdict AS verdict
             FROM claim c LEFT JOIN claim_state t ON t.claim = c.id
             WHERE c.document = ? AND c.number = ?"""
    found = store.rows(sql, (article, number))
    if not found:
        raise UsageError(
            f"the article has no claim {number}", hint="`factcheck claims` lists them by number"
        )
    row = found[0]
    key = row["id"]
    spans = store.rows("SELECT * FROM claim_span WHERE claim = ? ORDER BY position", (key,))
    return ClaimRecord(
        number=row["number"],
        id=key,
        article=article,
        text=row["text"],
        spans=tuple(Span(span["start"], span["stop"]) for span in spans),
        quotes=tuple(span["quote"] for span in spans),
        insertions=spans_from(json.loads(row["insertions"])),
        kind=row["kind"],
        modality=tuple(json.loads(row["modality"])),
        needs_context=tuple(json.loads(row["needs_context"])),
        check_worthiness=row["check_worthiness"],
        features=tuple((name, weight) for name, weight in json.loads(row["features"])),
        attribution=_attribution(row),
        verdict=row["verdict"],
        status=row["status"],
        current=bool(row["current"]),
        made=row["made_by"] is not None,
        listed=bool(row["listed"]),
        **family(store, key),
        **_around(store, key, reviewer),
    )


_REVEALED = "SELECT 1 FROM reveal WHERE claim = ? AND reviewer = ?"


def _around(store: "Store", claim: str, reviewer: str) -> dict[str, Any]:
    """Return what the machine and people tied to a claim, by the fields of `ClaimRecord`."""
    deferral = "SELECT 1 FROM deferral WHERE claim = ? AND reviewer = ?"
    return {
        "deferred": store.value(deferral, (claim, reviewer)) is not None,
        "deferred_by": opinions.deferred_by(store, claim),
        "revealed": store.value(_REVEALED, (claim, reviewer)) is not None,
        "citations": _citations(store, claim),
        "findings": findings_of(store, claim, reviewer),
        "evidence": evidence(store, claim),
        "assessments": opinions.assessments(store, claim),
        "flags": opinions.flags(store, claim),
        "notes": opinions.notes(store, claim),
        "suggestions": suggestions_on(store, claim),
    }


def _attribution(row: "sqlite3.Row") -> AttributionRecord | None:
    if row["attribution_kind"] is None:
        return None
    named = row["attribution_kind"] == "named"
    return AttributionRecord(named, row["attributed_to"], row["attribution_cue"])


def _citations(store: "Store", claim: str) -> tuple[CitationRecord, ...]:
    sql = """SELECT c.* FROM claim_citation x JOIN citation c ON c.id = x.citation
             WHERE x.claim = ? ORDER BY c.position"""
    return tuple(
        CitationRecord(
            row["kind"], Span(row["start"], row["stop"]), row["quote"], row["identifier"] or ""
        )
        for row in store.rows(sql, (claim,))
    )


def has_judged(store: "Store", claim: str, reviewer: str) -> bool:
    """Say whether a verdict of this reviewer stands on the claim."""
    sql = "SELECT 1 FROM assessment WHERE claim = ? AND reviewer = ?"
    return store.value(sql, (claim, reviewer)) is not None


def flags_of(store: "Store", claim: str, reviewer: str) -> frozenset[str]:
    """Return the flags that this reviewer has set on the claim."""
    sql = "SELECT flag FROM flag WHERE claim = ? AND reviewer = ?"
    return frozenset(row["flag"] for row in store.rows(sql, (claim, reviewer)))


def confirmed_rules(store: "Store", claim: str, reviewer: str) -> dict[str, str]:
    """Return the findings on the claim that this reviewer has confirmed, with their rules."""
    sql = """SELECT f.id, f.rule FROM finding_decision d JOIN finding f ON f.id = d.finding
             WHERE d.claim = ? AND d.reviewer = ? AND d.decision = 'confirmed'"""
    return {row["id"]: row["rule"] for row in store.rows(sql, (claim, reviewer))}


def rule_of(store: "Store", claim: str, finding: str) -> str | None:
    """Return the rule of a finding on a claim, None where the claim has no such finding."""
    sql = """SELECT rule FROM finding f JOIN finding_claim x ON x.finding = f.id
             WHERE x.claim = ? AND f.id = ?"""
    found: str | None = store.value(sql, (claim, finding))
    return found
