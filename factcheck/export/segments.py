"""A reading as the public contract of `factcheck segment`: plain objects, ready for JSON."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from factcheck.model.citation import Citation
from factcheck.model.claim import Claim, claim_id
from factcheck.model.finding import Finding
from factcheck.model.reading import Account, Reading, ledger, main_language
from factcheck.model.span import pairs

_DIGITS = 4  # of numbers between 0 and 1: more would only make files differ


def segment_objects(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield an object for each segment with its claims, citations and findings."""
    ids = _ids(reading)
    starts = [segment.span.start for segment in reading.segments]
    claims = _by_segment(starts, [claim.start for claim in reading.claims])
    citations = _by_segment(starts, [citation.span.start for citation in reading.citations])
    findings = _by_segment(starts, [finding.span.start for finding in reading.findings])
    for position in range(len(starts)):
        yield _segment(reading, position, ids, claims.get(position, [])) | {
            "citations": [
                _citation(reading.citations[i], ids) for i in citations.get(position, [])
            ],
            "findings": [_finding(reading.findings[i], ids) for i in findings.get(position, [])],
        }


def row_object(reading: Reading, reader: str) -> dict[str, Any]:
    """Return the whole reading as one object, with citations and findings beside the segments."""
    ids = _ids(reading)
    starts = [segment.span.start for segment in reading.segments]
    claims = _by_segment(starts, [claim.start for claim in reading.claims])
    counts = ledger(reading)
    return {
        "reader": reader,
        "language": main_language(reading),
        "segments": [
            _segment(reading, position, ids, claims.get(position, []))
            for position in range(len(starts))
        ],
        "citations": [_citation(citation, ids) for citation in reading.citations],
        "findings": [_finding(finding, ids) for finding in reading.findings],
        "coverage": {
            "characters": len(reading.document.text),
            "unaccounted": counts[Account.UNACCOUNTED],
        },
    }


def _ids(reading: Reading) -> list[str]:
    document = reading.document.id
    return [claim_id(document, claim.spans, claim.text) for claim in reading.claims]


def _by_segment(starts: list[int], places: list[int]) -> dict[int, list[int]]:
    """Return, for each segment, the positions of the things that begin in it."""
    found: dict[int, list[int]] = {}
    for i, place in enumerate(places):
        found.setdefault(bisect_right(starts, place) - 1, []).append(i)
    return found


def _segment(reading: Reading, position: int, ids: list[str], claims: list[int]) -> dict[str, Any]:
    segment = reading.segments[position]
    worth = max((reading.claims[i].check_worthiness for i in claims), default=0.0)
    return {
        "start": segment.span.start,
        "end": segment.span.end,
        "role": segment.role,
        "language": segment.language,
        "subjectivity": round(segment.subjectivity, _DIGITS),
        "check_worthiness": round(worth, _DIGITS),
        "claims": [_claim(reading.claims[i], ids[i]) for i in claims],
    }


def _claim(claim: Claim, key: str) -> dict[str, Any]:
    attribution = claim.attribution
    return {
        "id": key,
        "text": claim.text,
        "spans": pairs(claim.spans),
        "insertions": pairs(claim.insertions),
        "kind": claim.kind,
        "modality": list(claim.modality),
        "attribution": None
        if attribution is None
        else {
            "named": attribution.named,
            "source": pairs(attribution.source),
            "cue": pairs(attribution.cue),
            "content": pairs(attribution.content),
        },
        "needs_context": list(claim.needs_context),
        "check_worthiness": round(claim.check_worthiness, _DIGITS),
        "features": {name: round(weight, _DIGITS) for name, weight in claim.features},
    }


def _citation(citation: Citation, ids: list[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: [span.start, span.end] for name, span in citation.fields}
    if citation.identifier is not None:
        scheme, value = citation.identifier.scheme, citation.identifier.value
        fields["identifier"] = {"scheme": scheme, "value": value}
    return {
        "kind": citation.kind,
        "start": citation.span.start,
        "end": citation.span.end,
        "fields": fields,
        "claims": [ids[i] for i in citation.claims],
    }


def _finding(finding: Finding, ids: list[str]) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "start": finding.span.start,
        "end": finding.span.end,
        "claims": [ids[i] for i in finding.claims],
        "message": finding.message,
        "quoted": finding.quoted,
        "strength": round(finding.strength, _DIGITS),
    }
