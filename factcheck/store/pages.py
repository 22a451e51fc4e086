"""Every claim of an article, a page at a time: a statement for each kind of thing and page.

`queries.claim` answers for one claim; this gives the same records, in bounded memory, for as many
as there are. It asks the views, whose names and columns stay.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from factcheck.model.records import (
    AssessmentRecord,
    AttributionRecord,
    CitationRecord,
    ClaimRecord,
    FindingRecord,
    FlagRecord,
    NoteRecord,
)
from factcheck.model.span import Span, spans_from
from factcheck.store.attached import evidence
from factcheck.store.edits import reading_order

if TYPE_CHECKING:
    import sqlite3

    from factcheck.store.database import Store

# Larger pages were no faster on 100,000 claims; a page of claims is held in memory.
PAGE = 500

_CLAIMS = """SELECT v.number, v.id, v.text, v.kind, v.modality, v.needs_context,
  v.check_worthiness, v.attribution_kind, v.attributed_to, v.attribution_cue, v.status, v.verdict,
  v.current, v.last_act_at, v.made_by, c.insertions, c.features
FROM json_each(:numbers) n CROSS JOIN claim c ON c.document = :article AND c.number = n.value
JOIN claims v ON v.id = c.id ORDER BY n.key"""
_OF = "IN (SELECT value FROM json_each(:ids))"
_SPANS = f"SELECT claim, start, stop, quote FROM claim_span WHERE claim {_OF} ORDER BY position"
_CITATIONS = f"""SELECT x.claim, c.kind, c.start, c.stop, c.quote, c.identifier
  FROM claim_citation x JOIN citation c ON c.id = x.citation WHERE x.claim {_OF}
  ORDER BY c.position"""
_FINDINGS = f"""SELECT x.claim, f.* FROM finding_claim x JOIN finding f ON f.id = x.finding
  WHERE x.claim {_OF} ORDER BY f.position"""
_DECISIONS = f"""SELECT d.claim, d.finding, coalesce(r.name, d.reviewer) AS reviewer, d.decision
  FROM finding_decision d JOIN event e ON e.id = d.event
  LEFT JOIN reviewer r ON r.id = d.reviewer WHERE d.claim {_OF} ORDER BY e.lamport"""
_EVIDENCE = f"SELECT DISTINCT claim FROM evidence_item WHERE claim {_OF}"
_ASSESSMENTS = f"SELECT claim, * FROM assessments WHERE claim {_OF} ORDER BY id"
_FLAGS = f"SELECT claim, * FROM flags WHERE claim {_OF} ORDER BY flag, reviewer"
_NOTES = f"""SELECT n.claim, n.text, coalesce(r.name, n.reviewer) AS reviewer, n.at
  FROM note n LEFT JOIN reviewer r ON r.id = n.reviewer WHERE n.claim {_OF} ORDER BY n.id"""
_DEFERRALS = f"""SELECT d.claim, coalesce(r.name, d.reviewer) AS name FROM deferral d
  LEFT JOIN reviewer r ON r.id = d.reviewer WHERE d.claim {_OF} ORDER BY 2"""

_ORIGINS = f"""SELECT l.claim, c.number, c.text FROM lineage l JOIN claim c ON c.id = l.origin
  WHERE l.claim {_OF} ORDER BY c.number"""
_BECAME = f"""SELECT l.origin, c.number, c.text FROM lineage l JOIN claim c ON c.id = l.claim
  WHERE l.origin {_OF} ORDER BY c.number"""

_READ = {
    "citations": _CITATIONS,
    "findings": _FINDINGS,
    "made_from": _ORIGINS,
    "became": _BECAME,
}
_DONE = {
    "decisions": _DECISIONS,
    "evidence": _EVIDENCE,
    "assessments": _ASSESSMENTS,
    "flags": _FLAGS,
    "notes": _NOTES,
    "deferrals": _DEFERRALS,
}

# Rows by the claim that stands first in each.
Grouped = dict[str, list["sqlite3.Row"]]


@dataclass(frozen=True, slots=True)
class StoredClaims:
    """The claims of an article in reading order; each time they are gone through anew."""

    store: "Store"
    article: str

    def __iter__(self) -> Iterator[ClaimRecord]:
        """Yield every claim as a report sees it: as somebody who has not acted."""
        order = reading_order(self.store, self.article)
        for first in range(1, order.count + 1, PAGE):
            numbers = json.dumps(list(order.numbers(first, PAGE)))
            rows = self.store.rows(_CLAIMS, {"article": self.article, "numbers": numbers})
            yield from _records(self.store, self.article, rows)


def _records(store: "Store", article: str, rows: list["sqlite3.Row"]) -> Iterator[ClaimRecord]:
    every = [row["id"] for row in rows]
    # Nobody has acted on most claims of a large article: they are not asked about.
    acted_on = [row["id"] for row in rows if row["last_act_at"] is not None]
    spans = _by_claim(store, _SPANS, every)
    around = {name: _by_claim(store, sql, every) for name, sql in _READ.items()}
    around |= {name: _by_claim(store, sql, acted_on) for name, sql in _DONE.items()}
    touched = frozenset(chain.from_iterable(around.values()))
    for row in rows:
        key = row["id"]
        pieces = spans[key]
        yield ClaimRecord(
            article=article,
            spans=tuple([Span(one[1], one[2]) for one in pieces]),
            quotes=tuple([one[3] for one in pieces]),
            deferred=False,
            **_own(row),
            **(_tied(store, key, around) if key in touched else _NOTHING),
        )


def _by_claim(store: "Store", sql: str, ids: list[str]) -> Grouped:
    found: Grouped = defaultdict(list)
    if ids:
        for row in store.rows(sql, {"ids": json.dumps(ids)}):
            found[row[0]].append(row)
    return found


def _tied(store: "Store", key: str, around: dict[str, Grouped]) -> dict[str, Any]:
    """Return what the machine and people tied to a claim, by the fields of `ClaimRecord`."""
    own = {name: rows.get(key, ()) for name, rows in around.items()}
    decisions = own["decisions"]
    return {
        "citations": tuple(map(_citation, own["citations"])),
        "findings": tuple(_finding(one, decisions) for one in own["findings"]),
        # Few claims have evidence, and what is known of a source is told in one place only.
        "evidence": evidence(store, key) if own["evidence"] else (),
        "assessments": tuple(map(_assessment, own["assessments"])),
        "flags": tuple(FlagRecord(row["flag"], row["reviewer"], row["at"]) for row in own["flags"]),
        "notes": tuple(NoteRecord(row["text"], row["reviewer"], row["at"]) for row in own["notes"]),
        "deferred_by": tuple(row["name"] for row in own["deferrals"]),
        "made_from": tuple((row["number"], row["text"]) for row in own["made_from"]),
        "became": tuple((row["number"], row["text"]) for row in own["became"]),
    }


_NOTHING: dict[str, Any] = dict.fromkeys(
    (
        *("citations", "findings", "evidence", "assessments", "flags", "notes", "deferred_by"),
        *("made_from", "became"),
    ),
    (),
)


def _own(row: "sqlite3.Row") -> dict[str, Any]:
    """Return the fields that stand in the row of the claim itself."""
    kind = row["attribution_kind"]
    named = kind == "named"
    return {
        "number": row["number"],
        "id": row["id"],
        "text": row["text"],
        "kind": row["kind"],
        "check_worthiness": row["check_worthiness"],
        "verdict": row["verdict"],
        "status": row["status"],
        "current": bool(row["current"]),
        "made": row["made_by"] is not None,
        "insertions": spans_from(_listed(row["insertions"])),
        "modality": _listed(row["modality"]),
        "needs_context": _listed(row["needs_context"]),
        "features": tuple(map(tuple, _listed(row["features"]))),
        "attribution": kind
        and AttributionRecord(named, row["attributed_to"], row["attribution_cue"]),
    }


@lru_cache(1024)
def _listed(text: str) -> tuple[Any, ...]:
    # The same few lists stand in most claims.
    return tuple(json.loads(text))


def _citation(row: "sqlite3.Row") -> CitationRecord:
    span = Span(row["start"], row["stop"])
    return CitationRecord(row["kind"], span, row["quote"], row["identifier"] or "")


def _finding(row: "sqlite3.Row", decisions: Any) -> FindingRecord:
    return FindingRecord(
        id=row["id"],
        rule=row["rule"],
        span=Span(row["start"], row["stop"]),
        quote=row["quote"],
        message=row["message"],
        quoted=bool(row["quoted"]),
        strength=row["strength"],
        decision="",
        decisions=tuple(
            (one["reviewer"], one["decision"]) for one in decisions if one["finding"] == row["id"]
        ),
    )


def _assessment(row: "sqlite3.Row") -> AssessmentRecord:
    gate, stale = bool(row["gate"]), bool(row["stale"])
    return AssessmentRecord(
        row["reviewer"], row["verdict"], row["rationale"], row["at"], gate, stale
    )
