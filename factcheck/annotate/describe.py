"""Describe segments and claims: text, segments and claims in, the same filled in out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from factcheck.annotate.attribution import attribute
from factcheck.annotate.checkworthiness import check_worthiness
from factcheck.annotate.kinds import kind_of, modality_of
from factcheck.annotate.language import suffix_of
from factcheck.annotate.subjectivity import subjectivity
from factcheck.model.claim import Attribution, Claim
from factcheck.model.document import Role, Segment

_JUDGED = {Role.SENTENCE, Role.LIST_ITEM, Role.QUOTATION, Role.QUESTION, Role.FRAGMENT}


def describe(
    text: str, segments: Sequence[Segment], claims: Sequence[Claim]
) -> tuple[tuple[Segment, ...], tuple[Claim, ...]]:
    """Fill in what can be said about segments and claims; nothing else of them changes.

    Segments get their subjectivity, claims their kind, modality, check-worthiness, features and,
    where they have none yet, their attribution. Both come back in the same order, with the same
    spans and words. A claim in a language without word lists gets only what holds for every
    language.
    """
    segments = judged(text, segments)
    return segments, described(text, segments, claims)


def judged(text: str, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return segments with their subjectivity; no claims need to be known."""
    return tuple(_judged(text, segment) for segment in segments)


def described(text: str, segments: Sequence[Segment], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims with what `describe` says of them; *segments* have their subjectivity."""
    if not segments:
        return tuple(claims)
    starts = [segment.span.start for segment in segments]
    return tuple(
        _described(text, claim, found, segments[max(0, bisect_right(starts, claim.start) - 1)])
        for claim, found in zip(claims, attribute(text, segments, claims), strict=True)
    )


def _judged(text: str, segment: Segment) -> Segment:
    suffix = suffix_of(text, segment)
    if suffix is None or segment.role not in _JUDGED:
        return segment
    return replace(segment, subjectivity=subjectivity(segment.span.of(text), suffix))


def _described(text: str, claim: Claim, found: Attribution | None, segment: Segment) -> Claim:
    attribution = claim.attribution or found
    suffix = suffix_of(text, segment)
    if suffix is None:
        return claim
    whole = segment.role in _JUDGED and claim.text == segment.span.of(text).strip()
    subjective = segment.subjectivity if whole else subjectivity(claim.text, suffix)
    described = replace(
        claim,
        kind=kind_of(text, claim, attribution, subjective, suffix),
        modality=modality_of(claim.text, suffix),
        attribution=attribution,
    )
    rank, features = check_worthiness(described, suffix)
    return replace(described, check_worthiness=rank, features=features)
