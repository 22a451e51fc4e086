"""Write the claims of a report as W3C Web Annotations: marks that other programs can put on a text.

In: a `Report`, the text of the article, the address it is to be found at. Out: lines of one JSON-LD
document, an AnnotationCollection with one page (Web Annotation Data Model, W3C Recommendation of
23 February 2017). Positions are code points, as the model has them, half-open.
"""

import json
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from factcheck.export.outcome import labels_of
from factcheck.export.sourced import address
from factcheck.export.words import words_in
from factcheck.model.records import ClaimRecord
from factcheck.model.report import Report
from factcheck.model.span import Span

# As much of the text before and after a quotation as tells it from its like; the model's own
# examples are of this length.
_AROUND = 32


def webannotation(report: Report, text: str, source: str = "") -> Iterator[str]:
    """Yield the lines of the collection: an annotation for each claim that has a place in the text.

    *source* is the address of the article; without one a name made from its hash stands for it.
    """
    target = source or _name(report.article.id)
    collection = _name(f"{report.article.id} {report.at}")
    yield '{"@context": "http://www.w3.org/ns/anno.jsonld",'
    yield f'"id": {json.dumps(collection)}, "type": "AnnotationCollection",'
    yield f'"label": {json.dumps(report.article.title, ensure_ascii=False)},'
    total = sum(1 for claim in report.claims if claim.spans)
    yield f'"total": {total}, "first": {{"id": {json.dumps(_name(collection))},'
    yield '"type": "AnnotationPage", "startIndex": 0, "items": ['
    labels = labels_of(report.scale, words_in("en"))
    before = ""
    for claim in report.claims:
        if claim.spans:
            written = _annotation(report, claim, text, target, labels)
            yield before + json.dumps(written, ensure_ascii=False).replace("<", "\\u003c")
            before = ","
    yield "]}}"


def _name(key: str) -> str:
    """Return an address for what has none: the same for the same thing, on every machine."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, key)}"


def _annotation(
    report: Report, claim: ClaimRecord, text: str, source: str, labels: dict[str, str]
) -> dict[str, Any]:
    bodies = [_text(claim.text, "describing", report.article.language)]
    for one in claim.assessments:
        said = ": ".join(
            part for part in (labels.get(one.verdict, one.verdict), one.rationale) if part
        )
        said += " (stale: the claim was changed since)" if one.stale else ""
        creator = {"type": "Person", "name": one.reviewer}
        bodies.append(_text(said, "assessing", "en") | {"creator": creator, "created": one.at})
    bodies += [_text(flag, "tagging", "en") for flag in sorted({one.flag for one in claim.flags})]
    bodies += [
        {"type": "SpecificResource", "source": address(one), "purpose": "linking"}
        for one in claim.evidence
        if address(one)
    ]
    targets = [_target(span, text, source) for span in claim.spans]
    return {
        "id": _name(claim.id),
        "type": "Annotation",
        "motivation": "assessing" if claim.assessments else "identifying",
        "generator": {"type": "Software", "name": report.program},
        "generated": report.at,
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _text(value: str, purpose: str, language: str | None) -> dict[str, Any]:
    body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return body | ({"language": language} if language else {})


def _target(span: Span, text: str, source: str) -> dict[str, Any]:
    """Return a stretch of the text: its words with what stands around them, and its place."""
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": source, "selector": [quote, place]}
