"""Carry speakers from sentence to sentence. In: a text, claims, attributions. Out: the claims.

A quotation has one speaker, whom one of its sentences names, or the sentence before it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.lexicon.quoting import Quoted
from factcheck.model.claim import Attribution, Claim
from factcheck.model.document import Segment
from factcheck.model.span import Span, trimmed

# A claim stands in a quotation when most of it does; a mark or a word put before it does not.
_SHARE = 0.6
# Fewer words are a term, which nobody need have said.
_FEWEST_WORDS = 3


class Voices(NamedTuple):
    """A sentence, the attributions found in it alone, and who is announced by its colon."""

    sentence: Segment
    found: tuple[Attribution, ...]
    opening: Attribution | None


class _Turn(NamedTuple):
    """A quotation and who speaks in it: one of its own sentences says so, or what stands before."""

    stretch: Quoted
    speaker: Attribution | None
    is_own: bool


def carry_on(
    text: str,
    voices: Sequence[Voices],
    claims: Sequence[tuple[Claim, ...]],
    stretches: Sequence[Quoted],
) -> tuple[tuple[Claim, ...], ...]:
    """Return the *claims* of each sentence with the speaker of the quotation they stand in.

    *stretches* are the quotations of *text* in reading order. What is said in one that runs over
    several sentences is the whole quotation. It is taken to go on where nothing but its marks
    stands between it and what the same speaker said before, in the same paragraph, behind a colon
    or where the quotation of the paragraph before was not closed.
    """
    turns = _turns(text, voices, stretches)
    longer: dict[Attribution, Attribution] = {}
    for turn in turns:
        if turn.speaker and turn.is_own:
            longer[turn.speaker] = _with(text, longer.get(turn.speaker, turn.speaker), turn.stretch)
    said = [
        (turn.stretch, longer[turn.speaker])
        if turn.is_own
        else (turn.stretch, replace(turn.speaker, content=(trimmed(turn.stretch.inner, text),)))
        for turn in turns
        if turn.speaker
    ]
    # Who is heard in a sentence speaks there, whatever quotation before it was never closed.
    closed = [one for one in said if one[0].closed]
    return tuple(
        tuple(_spoken(claim, closed if one.found else said, longer) for claim in of)
        for one, of in zip(voices, claims, strict=True)
    )


def _turns(text: str, voices: Sequence[Voices], stretches: Sequence[Quoted]) -> list[_Turn]:
    starts = [one.sentence.span.start for one in voices]
    turns: list[_Turn] = []
    for stretch in stretches:
        first = max(0, bisect_right(starts, stretch.span.start) - 1)
        last = bisect_right(starts, max(stretch.inner.start, stretch.inner.end - 1))
        own = _own(voices[first:last], stretch)
        before = turns[-1] if turns else None
        if own is None and before and not before.stretch.closed and _begins_line(text, stretch):
            turns.append(_Turn(stretch, before.speaker, is_own=False))
        elif own is None and _stands_alone(text, voices[first:last], stretch):
            joined = before and _reaches(text, before.stretch, starts[first])
            quoted = before.speaker if before and joined else None
            turns.append(_Turn(stretch, _before(text, voices, first, quoted), is_own=False))
        else:
            turns.append(_Turn(stretch, own, is_own=own is not None))
    return turns


def _own(voices: Sequence[Voices], stretch: Quoted) -> Attribution | None:
    """Return the attribution of one of the sentences of a quotation that has it as its content."""
    for one in voices:
        for attribution in one.found:
            outside = not any(stretch.span.overlaps(cue) for cue in attribution.cue)
            if outside and any(_is_inside(piece, stretch) for piece in attribution.content):
                return attribution
    return None


def _is_inside(piece: Span, stretch: Quoted) -> bool:
    return stretch.span.start <= piece.start and piece.end <= stretch.span.end


def _with(text: str, attribution: Attribution, stretch: Quoted) -> Attribution:
    """Return an attribution with the whole quotation as its content."""
    others = [piece for piece in attribution.content if not piece.overlaps(stretch.inner)]
    return replace(attribution, content=tuple(sorted((*others, trimmed(stretch.inner, text)))))


def _begins_line(text: str, stretch: Quoted) -> bool:
    start = stretch.span.start
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _stands_alone(text: str, voices: Sequence[Voices], stretch: Quoted) -> bool:
    """Say whether a quotation is all there is in its sentences."""
    if not voices or len(stretch.inner.of(text).split()) < _FEWEST_WORDS:
        return False
    start, end = voices[0].sentence.span.start, voices[-1].sentence.span.end
    around = text[start : stretch.span.start] + text[stretch.span.end : end]
    return not any(character.isalnum() for character in around)


def _reaches(text: str, stretch: Quoted, start: int) -> bool:
    """Say whether no word stands between a quotation and the sentence that begins at *start*."""
    return not any(character.isalnum() for character in text[stretch.span.end : start])


def _before(
    text: str, voices: Sequence[Voices], place: int, quoted: Attribution | None
) -> Attribution | None:
    """Return who speaks in the sentence before *place*, and goes on there."""
    if not place:
        return None
    before = voices[place - 1]
    end = before.sentence.span.end
    words = trimmed(before.sentence.span, text)
    if "\n" in text[words.end : end]:
        return before.opening if text[words.end - 1] == ":" else None
    return _one_of(before.found) or before.opening or quoted


def _one_of(found: Sequence[Attribution]) -> Attribution | None:
    """Return the one speaker of a sentence, in whose words any other is mentioned."""
    widest = max(found, key=lambda one: sum(p.end - p.start for p in one.content), default=None)
    if widest is None:
        return None
    others = [source for one in found for source in one.source if one.source != widest.source]
    inside = all(any(piece.contains(source) for piece in widest.content) for source in others)
    return widest if inside else None


def _spoken(
    claim: Claim,
    said: Sequence[tuple[Quoted, Attribution]],
    longer: dict[Attribution, Attribution],
) -> Claim:
    if claim.attribution is not None:
        return replace(claim, attribution=longer.get(claim.attribution, claim.attribution))
    place = bisect_right(said, claim.start, key=lambda one: one[0].span.start) - 1
    whole = sum(span.end - span.start for span in claim.spans)
    for stretch, attribution in said[max(0, place) : place + 2]:
        shared = sum(
            max(0, min(span.end, stretch.span.end) - max(span.start, stretch.span.start))
            for span in claim.spans
        )
        holds_cue = any(span.overlaps(cue) for span in claim.spans for cue in attribution.cue)
        if shared >= _SHARE * whole and not holds_cue:
            return replace(claim, attribution=attribution)
    return claim
