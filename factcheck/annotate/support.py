"""Find claims without support: a reading in, a finding for each that rests on nothing given."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from factcheck.annotate.kinds import STATISTIC
from factcheck.annotate.language import script_of
from factcheck.annotate.places import block_of, block_starts
from factcheck.annotate.rules import RULES
from factcheck.annotate.sources import hides_source
from factcheck.lexicon.phrases import occurrences
from factcheck.model.citation import Citation, CitationKind
from factcheck.model.claim import Claim, ClaimKind
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span

# From here a claim ranks high enough to be worth a remark: one strong sign above a bare event.
_WORTH = 0.5
_DOCUMENTS = {
    CitationKind.REPORT,
    CitationKind.POST,
    CitationKind.DATABASE,
    CitationKind.PRESS_RELEASE,
}
_REACH = 300
# Shorter ones are often terms; Chinese, which has no spaces, is taken as it is.
_QUOTED_WORDS = 5
_DATED = re.compile(
    r"https?://|\b(?:1[5-9]|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|yesterday|today|this\sweek|last\sweek)\b"
)
_REFERS_BACK = re.compile(
    r"\b(?:cited|quoted|linked|mentioned|listed|described)\s(?:above|below|earlier|here)\b|\bsee\s(?:above|below|note)\b"
    r"|\[\d{1,3}\]|上文|见上|参见",
    re.IGNORECASE,
)
# Kinds of claim that are not right or wrong by a source.
_NOT_BY_SOURCE = {ClaimKind.OPINION, ClaimKind.QUESTION, ClaimKind.RHETORICAL, ClaimKind.PREDICTION}
_STRENGTH = {
    "unsupported.statistic": 0.7,
    "unsupported.accusation": 0.7,
    "unsupported.superlative": 0.6,
    "unsupported.causal": 0.5,
    "unsupported.comparison": 0.4,
}
_WHERE = "no link, document or named source in its paragraph or list"


def find_unsupported(reading: Reading) -> Iterator[Finding]:
    """Yield findings of the rules `unsupported.…`.

    A claim has support when a link, a citation other than a quotation, or a named source stands
    in its paragraph or in the list it belongs to. The span is the words that call for a source.
    """
    starts = block_starts(reading)
    cited = _cited(reading, starts)
    supported = cited | _sourced(reading, starts)
    for claim in reading.claims:
        block = block_of(starts, claim.start)
        if block not in supported:
            yield from _of_claim(reading.document.text, claim)
        if block not in cited:
            yield from _unnamed(reading.document.text, claim)
    yield from _quotations(reading, starts, supported)
    yield from _undated(reading)


def _cited(reading: Reading, starts: Sequence[int]) -> set[int]:
    """Return the blocks in which a reference stands, or words that refer back to one."""
    text = reading.document.text
    places = [
        citation.span.start
        for citation in reading.citations
        if citation.kind is not CitationKind.QUOTATION
    ]
    places.extend(found.start() for found in _REFERS_BACK.finditer(text))
    return {block_of(starts, place) for place in places}


def _sourced(reading: Reading, starts: Sequence[int]) -> set[int]:
    """Return the blocks in which somebody is named who says so."""
    return {
        block_of(starts, claim.start)
        for claim in reading.claims
        if claim.attribution is not None
        and not hides_source(reading.document.text, claim.attribution)
    }


def _of_claim(text: str, claim: Claim) -> Iterator[Finding]:
    """Yield one finding for a check-worthy claim: for the sign that weighs most."""
    if claim.check_worthiness < _WORTH or claim.kind in _NOT_BY_SOURCE:
        return
    suffix = script_of(claim.text)
    for rule, strength in _STRENGTH.items():
        span = _trigger(text, claim, rule, suffix)
        if span:
            yield Finding(rule, span, _message(rule), strength=strength)
            return


def _trigger(text: str, claim: Claim, rule: str, suffix: str) -> Span | None:
    """Return the words of a claim that call for a source under *rule*."""
    name = rule.removeprefix("unsupported.")
    for span in claim.spans:
        if name == "statistic":
            figure = STATISTIC.search(text, span.start, span.end)
            if figure:
                return Span(*figure.span())
            continue
        found = next(occurrences(text, f"{name}{suffix}", span), None)
        if found:
            return found
    return None


def _message(rule: str) -> str:
    return f"{RULES[rule]} ({_WHERE})"


def _unnamed(text: str, claim: Claim) -> Iterator[Finding]:
    attribution = claim.attribution
    if attribution is not None and hides_source(text, attribution):
        pieces = sorted((*attribution.source, *attribution.cue))
        span = Span(pieces[0].start, pieces[-1].end)
        rule = "unsupported.unnamed-source"
        yield Finding(rule, span, f"{RULES[rule]} (no link or document near it)", strength=0.7)


def _quotations(
    reading: Reading, starts: Sequence[int], supported: AbstractSet[int]
) -> Iterator[Finding]:
    rule = "unsupported.quotation"
    for citation in reading.citations:
        if citation.kind is not CitationKind.QUOTATION or _field(citation, "speaker"):
            continue
        words = citation.span.of(reading.document.text)
        if len(words.split()) < _QUOTED_WORDS and words.isascii():
            continue
        if block_of(starts, citation.span.start) not in supported:
            message = f"{RULES[rule]} ({_WHERE})"
            yield Finding(rule, citation.span, message, quoted=True, strength=0.7)


def _undated(reading: Reading) -> Iterator[Finding]:
    """Yield documents named in prose that could not be looked up: no date near, no identifier."""
    text = reading.document.text
    rule = "unsupported.undated-source"
    for citation in reading.citations:
        if citation.kind not in _DOCUMENTS or citation.identifier or _field(citation, "date"):
            continue
        line = _line_around(text, citation.span)
        if not _DATED.search(line.of(text)):
            yield Finding(rule, citation.span, RULES[rule], strength=0.5)


def _field(citation: Citation, name: str) -> bool:
    return any(field == name for field, _ in citation.fields)


def _line_around(text: str, span: Span) -> Span:
    """Return the paragraph that holds *span*, cut to a few hundred characters around it."""
    start = text.rfind("\n", max(0, span.start - _REACH), span.start) + 1
    end = text.find("\n", span.end, span.end + _REACH)
    return Span(start or max(0, span.start - _REACH), end if end >= 0 else span.end + _REACH)
