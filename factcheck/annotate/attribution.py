"""Find who is made responsible for a claim: text, segments and claims in, attributions out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from factcheck.annotate.announced import announced
from factcheck.annotate.chinese import chinese
from factcheck.annotate.labelled import labelled
from factcheck.annotate.language import suffix_of
from factcheck.annotate.sources import is_named
from factcheck.lexicon.speakers import spoken
from factcheck.model.claim import Attribution, Claim
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed

_SPEAKING = {Role.SENTENCE, Role.LIST_ITEM, Role.QUOTATION, Role.FRAGMENT}
# A claim belongs to a source when most of its words are that source's words; the rest may be the
# source and the verb themselves, which a claim that was not split carries along.
_SHARE = 0.6
# Attributions that begin before a claim ends and may still hold it: a sentence has few, and only
# a quotation reaches over several sentences.
_CANDIDATES = 16


def find_attributions(text: str, segments: Sequence[Segment]) -> tuple[Attribution, ...]:
    """Find the attributions in a text that the grammar of its sentences does not show.

    Those are labels of a transcript, lists under a lead-in, and what is said in Chinese; in reading
    order of their contents, longer first. Spans are offsets into *text*. Where it is not certain
    who speaks or what is said, there is none.
    """
    found = [*labelled(text, segments), *announced(text, segments)]
    for segment in segments:
        if segment.role in _SPEAKING and suffix_of(text, segment) == "_zh":
            found.extend(chinese(text, trimmed(segment.span, text)))
            found.extend(_of_quotations(text, segment.span))
    return tuple(
        sorted(dict.fromkeys(found), key=lambda one: (one.content[0].start, -one.content[-1].end))
    )


def attribute(
    text: str, segments: Sequence[Segment], claims: Sequence[Claim]
) -> tuple[Attribution | None, ...]:
    """Return, for each claim in order, the widest attribution whose content it is, or None.

    A claim that says that somebody said something is the article's own: it is attributed only
    when the text was not split further, so that it alone carries the content.
    """
    found = find_attributions(text, segments)
    starts = [one.content[0].start for one in found]
    near = [_near(found, starts, claim) for claim in claims]
    inner = [
        _widest(one for one in candidates if _says_content(claim, one))
        for claim, candidates in zip(claims, near, strict=True)
    ]
    carried = {one for one in inner if one is not None}
    return tuple(
        one or _widest(other for other in candidates if _says_all(claim, other, carried))
        for one, claim, candidates in zip(inner, claims, near, strict=True)
    )


def _near(
    found: Sequence[Attribution], starts: Sequence[int], claim: Claim
) -> tuple[Attribution, ...]:
    """Return the attributions that begin last before the end of a claim and reach into it."""
    end = bisect_right(starts, max(span.end for span in claim.spans))
    near = found[max(0, end - _CANDIDATES) : end]
    return tuple(one for one in near if one.content[-1].end > claim.start)


def _widest(attributions: Iterable[Attribution]) -> Attribution | None:
    return max(attributions, key=lambda one: sum(map(_length, one.content)), default=None)


def _says_content(claim: Claim, attribution: Attribution) -> bool:
    """Say whether the claim is what the source says, and not that it says so."""
    shared = _shared(claim, attribution.content)
    whole = sum(map(_length, claim.spans))
    return shared > 0 and shared >= _SHARE * whole and not _shared(claim, attribution.cue)


def _says_all(claim: Claim, attribution: Attribution, carried: AbstractSet[Attribution]) -> bool:
    """Say whether the claim holds source, verb and content, and no other claim the content."""
    parts = (*attribution.source, *attribution.cue, *attribution.content)
    whole = sum(map(_length, claim.spans))
    return (
        attribution not in carried
        and _shared(claim, attribution.content) > 0
        and _shared(claim, parts) >= _SHARE * whole
    )


def _shared(claim: Claim, parts: Sequence[Span]) -> int:
    """Count the characters that the spans of a claim and *parts* have in common."""
    return sum(
        max(0, min(span.end, part.end) - max(span.start, part.start))
        for span in claim.spans
        for part in parts
    )


def _length(span: Span) -> int:
    return span.end - span.start


def _of_quotations(text: str, sentence: Span) -> Iterator[Attribution]:
    """Yield the quotations that begin in a sentence and whose speaker is known."""
    stretches = spoken(text)
    first = bisect_left(stretches, sentence.start, key=lambda one: one[0].span.start)
    for quotation, speaker in stretches[first:]:
        if quotation.span.start >= sentence.end:
            return
        if speaker and quotation.inner.start < quotation.inner.end:
            named = is_named(text, speaker.source)
            yield Attribution(named, (speaker.source,), (speaker.cue,), (quotation.inner,))
