"""Listen to all sentences of a text. In: a text, sentences, trees. Out: who says what in each."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from factcheck.lexicon.quoting import Quoted
from factcheck.model.claim import Attribution
from factcheck.model.document import Segment
from factcheck.model.span import trimmed
from factcheck.segment.carrying import Voices
from factcheck.segment.drafts import spans_of
from factcheck.segment.parsed import Parsed
from factcheck.segment.persons import settled
from factcheck.segment.spoken import Speech
from factcheck.segment.voices import opening_of, speeches_of


class Heard(NamedTuple):
    """The speeches of a parsed sentence, and its words that stand in quotations."""

    sentence: Parsed
    speeches: tuple[Speech, ...]
    quoted: frozenset[int]


def hear(
    text: str,
    sentences: Sequence[Segment],
    found: Mapping[int, Parsed],
    stretches: Sequence[Quoted],
) -> dict[int, Heard]:
    """Return for each place in *found* who says what there.

    *sentences* are those of *text* in reading order, *found* the trees of some by their place,
    *stretches* the quotations of *text*.
    """
    quotes = {place: _quotes(sentence, stretches) for place, sentence in found.items()}
    quoted = {
        place: frozenset(word for quote in of for word in quote) for place, of in quotes.items()
    }
    places = sorted(found)
    heard: dict[int, Heard] = {}
    paragraph = 0
    numbers = {}
    for place, sentence in enumerate(sentences):
        numbers[place] = paragraph
        words = trimmed(sentence.span, text)
        paragraph += "\n" in text[words.end : sentence.span.end]
    for _, group in groupby(places, numbers.__getitem__):
        inside = [*group]
        spoken = [
            (found[place], speeches_of(found[place], quotes[place]), quoted[place])
            for place in inside
        ]
        for place, speeches in zip(inside, settled(spoken), strict=True):
            heard[place] = Heard(found[place], speeches, quoted[place])
    return heard


def _quotes(sentence: Parsed, stretches: Sequence[Quoted]) -> tuple[tuple[int, ...], ...]:
    """Return the words of each quotation that reaches into a sentence, without its marks."""
    start, end = sentence.spans[0].start, sentence.spans[-1].end
    first = bisect_left(stretches, start, key=lambda one: one.inner.end)
    quotes = []
    for stretch in stretches[first:]:
        if stretch.inner.start >= end:
            break
        words = tuple(
            word for word, span in enumerate(sentence.spans) if stretch.inner.contains(span)
        )
        quotes.append(words)
    return tuple(words for words in quotes if words)


def voices_of(sentences: Sequence[Segment], heard: Mapping[int, Heard]) -> tuple[Voices, ...]:
    """Return the attributions of each of *sentences*, as spans."""
    return tuple(
        _voices(sentence, heard[place]) if place in heard else Voices(sentence, (), None)
        for place, sentence in enumerate(sentences)
    )


def _voices(segment: Segment, heard: Heard) -> Voices:
    opening = opening_of(heard.sentence)
    return Voices(
        segment,
        tuple(attribution_of(heard.sentence, speech) for speech in heard.speeches),
        attribution_of(heard.sentence, opening) if opening else None,
    )


def attribution_of(sentence: Parsed, speech: Speech) -> Attribution:
    """Return a speech with its words as spans."""
    return Attribution(
        speech.named,
        spans_of(sentence, speech.source),
        spans_of(sentence, speech.cue),
        spans_of(sentence, speech.content),
    )
