"""Find claims without support: a reading in, a finding for each that rests on nothing given."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from factcheck.annotate.kinds import STATISTIC
from factcheck.annotate.language import script_of
from factcheck.annotate.places import any_overlaps, block_of, block_starts
from factcheck.annotate.quantities import Sort, quantities
from factcheck.annotate.rules import RULES
from factcheck.annotate.sources import hides_source
from factcheck.annotate.undated import find_undated
from factcheck.lexicon.patterns import compiled
from factcheck.lexicon.phrases import occurrences
from factcheck.model.citation import Citation, CitationKind
from factcheck.model.claim import Claim, ClaimKind, Modality
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span

# From here a claim is more likely worth a check than not (checkworthiness.py).
_WORTH = 0.5
# A plain count stands in most reports without a source, unless it is large and the claim weighs;
# a share or a million must come from somewhere.
_PLAINLY_WORTH = 0.7
_MANY = 10_000
_MILLION = 1_000_000
# Shorter ones are often terms; Chinese, which has no spaces, is taken as it is.
_QUOTED_WORDS = 5
_REFERS_BACK = re.compile(
    r"\b(?:cited|quoted|linked|mentioned|listed|described|noted|discussed)\s(?:above|below|earlier"
    r"|here)\b|\b(?:the|these|those)\s(?:above|aforementioned)\s|\bsee\s(?:above|below|note)\b"
    r"|\[\d{1,3}\]|上文|见上|参见",
    re.IGNORECASE,
)
# "The letter reads", "the form asks": what is quoted says where it stands.
_DOCUMENT_SAYS = re.compile(
    r"\b(?:reads?|states?|says?|asks?|including|titled|entitled|headlined|inscribed|marked|signs?"
    r"|slogans?|banners?|questions?|form|letter|letters|statement|motto|according\sto)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
# Kinds of claim that are not right or wrong by a source.
_NOT_BY_SOURCE = {ClaimKind.QUESTION, ClaimKind.RHETORICAL}
_JUDGEMENTS = {ClaimKind.OPINION, ClaimKind.PREDICTION}
_STRENGTH = {
    "unsupported.contested": 0.5,
    "unsupported.statistic": 0.7,
    "unsupported.accusation": 0.7,
    "unsupported.superlative": 0.6,
    "unsupported.causal": 0.5,
    "unsupported.comparison": 0.4,
    "unsupported.recent-event": 0.3,
}
_LISTS = {
    "unsupported.causal": "making_happen",
    "unsupported.contested": "contested",
    "unsupported.recent-event": "recent_event",
}
_ONLY_ENGLISH = {"unsupported.contested", "unsupported.recent-event"}
_RANKS = {"superlative", "comparison"}
# "One of the largest" is remarked on as puffery.
_AMONG_MANY = ("one of ", "one of the ", "some of the ", "among the ")
_WHERE = "no link, document or named source in its paragraph or list"


def find_unsupported(reading: Reading) -> Iterator[Finding]:
    """Yield findings of the rules `unsupported.…`.

    A claim has support when a link, a citation other than a quotation, or a named source stands
    in its paragraph or in the list it belongs to, or when the paragraph refers back to one. What
    rests on a source without a name is remarked on for that alone. The span is the words that call
    for a source.
    """
    starts = block_starts(reading)
    cited = _cited(reading, starts)
    supported = cited | _sourced(reading, starts)
    given = _attributed(reading)
    for claim in reading.claims:
        block = block_of(starts, claim.start)
        if block not in supported and not any_overlaps(given, claim.spans):
            yield from _of_claim(reading.document.text, claim)
        if block not in cited:
            yield from _unnamed(reading.document.text, claim)
    yield from _quotations(reading, starts, supported)
    yield from find_undated(reading)


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


def _attributed(reading: Reading) -> tuple[Span, ...]:
    """Return the stretches that somebody says, named or not, in reading order."""
    return tuple(
        sorted(
            {
                Span(min(span.start for span in parts), max(span.end for span in parts))
                for claim in reading.claims
                if claim.attribution is not None
                and (parts := (*claim.spans, *claim.attribution.source, *claim.attribution.cue))
            }
        )
    )


def _of_claim(text: str, claim: Claim) -> Iterator[Finding]:
    """Yield one finding for a check-worthy claim: for the sign that weighs most."""
    if claim.kind in _NOT_BY_SOURCE:
        return
    suffix = script_of(claim.text)
    for rule, strength in _STRENGTH.items():
        if rule == "unsupported.contested" or _is_due(claim):
            span = _trigger(text, claim, rule, suffix)
            if span:
                yield Finding(rule, span, _message(rule), strength=strength)
                return


def _is_due(claim: Claim) -> bool:
    asserted = Modality.ASSERTED in claim.modality
    return asserted and claim.check_worthiness >= _WORTH and claim.kind not in _JUDGEMENTS


def _trigger(text: str, claim: Claim, rule: str, suffix: str) -> Span | None:
    """Return the words of a claim that call for a source under *rule*."""
    if suffix and rule in _ONLY_ENGLISH:
        return None
    name = rule.removeprefix("unsupported.") if suffix else _LISTS.get(rule, rule[12:])
    for span in claim.spans:
        if name == "statistic":
            figure = _statistic(text, span, claim, suffix)
            if figure:
                return figure
            continue
        for found in occurrences(text, f"{name}{suffix}", span):
            ranked = name in _RANKS and text[max(0, found.start - 12) : found.start].endswith(
                _AMONG_MANY
            )
            if not ranked:
                return found
    return None


def _statistic(text: str, span: Span, claim: Claim, suffix: str) -> Span | None:
    """Return the first figure that somebody must have counted or measured."""
    if suffix:
        found = compiled(STATISTIC).search(text, span.start, span.end)
        return Span(*found.span()) if found else None
    plain = claim.check_worthiness >= _PLAINLY_WORTH
    return next(
        (
            one.span
            for one in quantities(text, span)
            if one.sort in {Sort.PERCENT, Sort.POINTS}
            or one.value >= _MILLION
            or (plain and one.value >= _MANY and one.sort in {Sort.COUNT, Sort.MONEY})
        ),
        None,
    )


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
    text = reading.document.text
    for citation in reading.citations:
        if citation.kind is not CitationKind.QUOTATION or _has_speaker(citation):
            continue
        words = citation.span.of(text)
        if len(words.split()) < _QUOTED_WORDS and words.isascii():
            continue
        before = text[max(0, citation.span.start - 60) : citation.span.start].rstrip(' "“:,')
        if _DOCUMENT_SAYS.search(before) or words.rstrip().endswith("?"):
            continue
        if block_of(starts, citation.span.start) not in supported:
            message = f"{RULES[rule]} ({_WHERE})"
            yield Finding(rule, citation.span, message, quoted=True, strength=0.7)


def _has_speaker(citation: Citation) -> bool:
    return any(field == "speaker" for field, _ in citation.fields)
