"""Find documents that could not be looked up: a reading in, a finding for each without a date."""

import re
from collections.abc import Iterator

from factcheck.annotate.language import suffix_of
from factcheck.annotate.rules import RULES
from factcheck.model.citation import Citation, CitationKind
from factcheck.model.document import Role
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span

_RULE = "unsupported.undated-source"
_DOCUMENTS = {
    CitationKind.REPORT,
    CitationKind.POST,
    CitationKind.DATABASE,
    CitationKind.PRESS_RELEASE,
}
_REACH = 300
_DATED = re.compile(
    r"https?://|\b(?:1[5-9]|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|yesterday|today|this\sweek|last\sweek)\b"
)
# "Earlier this week, the company's own analysis": a source whose time is counted from a day that
# the text does not give.
_RELATIVE = re.compile(
    r"\b(?:earlier\sthis|late\slast|last|earlier\slast|this)\s(?:week|month)\b"
    r"|\b(?:the\sother\sday|recently|not\slong\sago)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:report|analysis|study|survey|poll|statement|memo|letter|interview|post|article|filing"
    r"|document|documents|findings|figures|data|press\srelease|investigation|audit|review|paper"
    r"|announcement|speech|testimony|email|tweet|book)s?\b",
    re.IGNORECASE,
)
# "The posts cited above": where it can be found stands elsewhere.
_ELSEWHERE = re.compile(
    r"[^.\n]{0,20}\b(?:cited|quoted|linked|mentioned|listed|described)\s(?:above|below|earlier|here)\b"
)
_STRENGTH = 0.5


def find_undated(reading: Reading) -> Iterator[Finding]:
    """Yield documents named in prose without date or identifier, and times counted from nowhere.

    The span is the document, or the words for the time beside which a source stands.
    """
    text = reading.document.text
    for citation in reading.citations:
        if citation.kind not in _DOCUMENTS or citation.identifier or _has_date(citation):
            continue
        line = _line_around(text, citation.span)
        elsewhere = _ELSEWHERE.match(text, citation.span.end, citation.span.end + _REACH)
        if not elsewhere and not _DATED.search(line.of(text)):
            yield Finding(_RULE, citation.span, RULES[_RULE], strength=_STRENGTH)
    for segment in reading.segments:
        if segment.role is not Role.SENTENCE or suffix_of(text, segment) != "":
            continue
        when = _RELATIVE.search(text, segment.span.start, segment.span.end)
        if when and _SOURCE.search(text, segment.span.start, segment.span.end):
            message = "the time of a source is counted from a day that the text does not give"
            yield Finding(_RULE, Span(*when.span()), message, strength=_STRENGTH)


def _has_date(citation: Citation) -> bool:
    return any(field == "date" for field, _ in citation.fields)


def _line_around(text: str, span: Span) -> Span:
    """Return the paragraph that holds *span*, cut to a few hundred characters around it."""
    start = text.rfind("\n", max(0, span.start - _REACH), span.start) + 1
    end = text.find("\n", span.end, span.end + _REACH)
    return Span(start or max(0, span.start - _REACH), end if end >= 0 else span.end + _REACH)
