"""What the machine read, into the file: content-addressed rows, written whole or not at all."""

import json
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.model.citation import citation_id
from factcheck.model.claim import Claim, claim_id
from factcheck.model.finding import Finding, finding_id
from factcheck.model.reading import Reading, ledger, main_language
from factcheck.model.span import Span, pairs
from factcheck.store.gaps import gap_rows
from factcheck.store.made import made_in, number_made
from factcheck.store.origins import save_origin
from factcheck.store.projecting import notes_of, project
from factcheck.store.rulebook import keep_decided
from factcheck.store.search import forget_claim, index_claim

if TYPE_CHECKING:
    from factcheck.store.database import Store

Row = dict[str, Any]


def reader_of(store: "Store", document: str) -> str | None:
    """Return the version of the reader that read a document, None where it is not there."""
    found: str | None = store.value("SELECT reader FROM document WHERE id = ?", (document,))
    return found


def save(store: "Store", reading: Reading, reader: str) -> None:
    """Write a reading, in place of an older one of the same document, inside `writing`.

    Claims of the older reading on which somebody acted stay, marked as not current; claims that
    people made stay as they are; everything else is made anew.

    Raises:
        UsageError: two different texts share an id.
    """
    document = reading.document.id
    before = store.value("SELECT text FROM document WHERE id = ?", (document,))
    if before is None:
        store.insert("document", [_document_row(reading, reader)])
        save_origin(store, reading.document)
    elif before == reading.document.text:
        _forget(store, document)
        store.execute("UPDATE document SET reader = ? WHERE id = ?", (reader, document))
    else:  # pragma: no cover - would need a collision of SHA-256
        raise UsageError("two texts share an id", hint="keep them in two files")
    ids = [claim_id(document, claim.spans, claim.text) for claim in reading.claims]
    store.insert("segment", list(_segment_rows(reading)))
    acted = _save_claims(store, reading, reader, ids)
    _save_citations(store, reading, ids)
    _save_findings(store, reading, ids)
    rows = [
        {"document": document, "account": account, "characters": count}
        for account, count in ledger(reading).items()
    ]
    store.insert("ledger", rows)
    store.insert("gap", list(gap_rows(document, reading)))
    # Acts that came into the file before the text did, and claims tied to older findings.
    for claim in dict.fromkeys((*acted, *made_in(store, document))):
        project(store, claim)


def _forget(store: "Store", document: str) -> None:
    """Take the older reading away, but for claims that people acted on."""
    keep_decided(store, document)
    for table in ("segment", "finding", "citation", "ledger", "gap"):
        store.execute(f'DELETE FROM "{table}" WHERE document = ?', (document,))
    untouched = """SELECT id, n, text FROM claim WHERE document = ?
                   AND NOT EXISTS (SELECT 1 FROM event WHERE subject = claim.id)"""
    for row in store.rows(untouched, (document,)):
        forget_claim(store, row["n"], row["text"], "")
        store.execute("DELETE FROM claim WHERE id = ?", (row["id"],))
    # Numbers are given anew below; negative ones cannot collide with them.
    sql = """UPDATE claim SET current = made_by IS NOT NULL, number = -number WHERE document = ?"""
    store.execute(sql, (document,))


def _document_row(reading: Reading, reader: str) -> Row:
    document = reading.document
    return {
        "id": document.id,
        "title": document.title,
        "source": document.source,
        "language": main_language(reading),
        "characters": len(document.text),
        "reader": reader,
        "text": document.text,
    }


def _segment_rows(reading: Reading) -> Iterator[Row]:
    document = reading.document.id
    for position, segment in enumerate(reading.segments):
        yield {
            "document": document,
            "position": position,
            "start": segment.span.start,
            "stop": segment.span.end,
            "role": segment.role,
            "language": segment.language,
            "subjectivity": segment.subjectivity,
        }


def _save_claims(store: "Store", reading: Reading, reader: str, ids: list[str]) -> list[str]:
    """Write the claims in reading order; claims kept from an older reading stand among them.

    Returns those that are new and have events.
    """
    document, text = reading.document.id, reading.document.text
    sql = "SELECT id, start, made_by FROM claim WHERE document = ?"
    there = store.rows(sql, (document,))
    known = {row["id"] for row in there}
    kept = {row["id"]: row["start"] for row in there if row["made_by"] is None}
    new = dict(zip(ids, reading.claims, strict=True))
    starts = [(claim.start, i) for i, claim in enumerate(new.values())]
    order = {key: starts[i] for i, key in enumerate(new)}
    for key, start in kept.items():
        order.setdefault(key, (start, bisect_right(starts, (start, len(starts)))))
    for number, key in enumerate(sorted(order, key=lambda key: (order[key], key)), 1):
        if key in new:
            row = claim_row(new[key], text) | {"document": document, "reader": reader}
            row |= {"id": key, "number": number, "start": new[key].start, "made_by": None}
            _put_claim(store, row, is_new=key not in known)
            if key not in known:
                store.insert("claim_span", list(_span_rows(document, key, new[key], text)))
        else:
            store.execute("UPDATE claim SET number = ? WHERE id = ?", (number, key))
    number_made(store, document)
    acted = "SELECT 1 FROM event WHERE subject = ?"
    return [key for key in new if key not in known and store.value(acted, (key,))]


def _put_claim(store: "Store", row: Row, *, is_new: bool) -> None:
    if is_new:
        store.insert("claim", [row])
        n = store.value("SELECT n FROM claim WHERE id = ?", (row["id"],))
        index_claim(store, n, row["text"], notes_of(store, row["id"]))
        return
    names = ", ".join(f'"{name}" = :{name}' for name in row if name != "id")
    store.execute(f"UPDATE claim SET {names} WHERE id = :id", row)


def claim_row(claim: Claim, text: str) -> Row:
    """Return what the columns of `claim` say of a claim of *text*."""
    attribution = claim.attribution
    row: Row = {
        "text": claim.text,
        "insertions": json.dumps(pairs(claim.insertions)),
        "kind": claim.kind,
        "modality": json.dumps(claim.modality),
        "needs_context": json.dumps(claim.needs_context, ensure_ascii=False),
        "check_worthiness": claim.check_worthiness,
        "features": json.dumps(claim.features),
        "attribution_kind": None,
        "attributed_to": None,
        "attribution_cue": None,
        "attribution": None,
        "current": 1,
    }
    if attribution is not None:
        parts = {"source": attribution.source, "cue": attribution.cue}
        offsets = parts | {"content": attribution.content}
        row |= {
            "attribution_kind": "named" if attribution.named else "unnamed",
            "attributed_to": _words(attribution.source, text),
            "attribution_cue": _words(attribution.cue, text),
            "attribution": json.dumps({name: pairs(spans) for name, spans in offsets.items()}),
        }
    return row


def _words(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(span.of(text) for span in spans)


def _span_rows(document: str, key: str, claim: Claim, text: str) -> Iterator[Row]:
    for position, span in enumerate(claim.spans):
        place = {"start": span.start, "stop": span.end, "quote": span.of(text)}
        yield {"claim": key, "position": position, "document": document, **place}


def _save_citations(store: "Store", reading: Reading, ids: list[str]) -> None:
    document, text = reading.document.id, reading.document.text
    for position, citation in enumerate(reading.citations):
        key = citation_id(document, citation)
        identifier = citation.identifier
        row = {
            "id": key,
            "document": document,
            "position": position,
            "kind": citation.kind,
            "start": citation.span.start,
            "stop": citation.span.end,
            "quote": citation.span.of(text),
            "scheme": identifier.scheme if identifier else None,
            "identifier": identifier.value if identifier else None,
            "fields": json.dumps({name: [span.start, span.end] for name, span in citation.fields}),
        }
        store.insert("citation", [row])
        claims = dict.fromkeys(ids[i] for i in citation.claims)
        store.insert("claim_citation", [{"claim": claim, "citation": key} for claim in claims])


def _save_findings(store: "Store", reading: Reading, ids: list[str]) -> None:
    document, text = reading.document.id, reading.document.text
    for position, finding in enumerate(reading.findings):
        row = finding_row(document, finding, text)
        store.insert("finding", [{**row, "position": position}])
        claims = dict.fromkeys(ids[i] for i in finding.claims)
        store.insert("finding_claim", [{"claim": claim, "finding": row["id"]} for claim in claims])


def finding_row(document: str, finding: Finding, text: str) -> dict[str, Any]:
    """Return the row of a finding in *document*, whose text is *text*, but for its position."""
    return {
        "id": finding_id(document, finding),
        "document": document,
        "rule": finding.rule,
        "start": finding.span.start,
        "stop": finding.span.end,
        "quote": finding.span.of(text),
        "message": finding.message,
        "quoted": int(finding.quoted),
        "strength": finding.strength,
    }
