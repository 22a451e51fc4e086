"""Small readings drawn by hand: one segment and one claim for each sentence of a text."""

import re
from dataclasses import replace

from factcheck.annotate import describe
from factcheck.citations import find_citations
from factcheck.model.claim import Claim
from factcheck.model.document import Document, Role, Segment
from factcheck.model.reading import Reading
from factcheck.model.span import Span, trimmed
from factcheck.segment import claims_of

Claims = tuple[Claim, ...]
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?。！？][”\"」)]*(?:\s+|(?<=[。！？])|$)|\n+|$)")


def lined(text: str, language: str | None = "en") -> tuple[tuple[Segment, ...], tuple[Claim, ...]]:
    """Return segments that tile *text*, and a claim for each sentence and item of a list.

    A line that begins with a bullet is an item, one that ends in a colon leads in.
    """
    segments = tuple(
        Segment(Span(*found.span()), _role(text, found), language)
        for found in _SENTENCE.finditer(text)
        if found.group()
    )
    stated = (segment for segment in segments if segment.role in {Role.SENTENCE, Role.LIST_ITEM})
    return segments, tuple(_claim(text, segment) for segment in stated)


def attributed(text: str, language: str | None = "en") -> tuple[tuple[Segment, ...], Claims]:
    """Return what `lined` does, each claim with the first attribution found in its sentence."""
    segments, claims = lined(text, language)
    found = [claim for claim in claims_of(text, segments) if claim.attribution]
    return segments, tuple(
        replace(
            claim,
            attribution=next(
                (
                    one.attribution
                    for one in found
                    if claim.start <= one.start < claim.spans[-1].end
                ),
                None,
            ),
        )
        for claim in claims
    )


def lined_reading(text: str, language: str | None = "en") -> Reading:
    """Return the described reading of *text*, with its citations and without findings."""
    segments, claims = describe(text, *attributed(text, language))
    citations = find_citations(text, segments, claims)
    return Reading(Document(text, "", ""), segments, claims, citations, ())


def _role(text: str, found: re.Match[str]) -> Role:
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.end()]
    if not found.group().strip():
        return Role.SEPARATOR
    if line.lstrip().startswith(("- ", "• ")):
        return Role.LIST_ITEM
    return Role.LEAD_IN if line.rstrip().endswith(":") else Role.SENTENCE


def _claim(text: str, segment: Segment) -> Claim:
    span = trimmed(segment.span, text)
    if span.of(text).startswith(("- ", "• ")):
        span = Span(span.start + 2, span.end)
    return Claim(span.of(text), (span,))
