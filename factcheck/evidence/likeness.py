"""How far two claims say the same, and in which numbers, names and negations they differ.

In: the words of two claims. Out: a `Likeness`: the share of their words that they have in common,
and what differs, to be shown beside it. A high share never means that both are true or false
together: one number decides that, which is why numbers do not count and are compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from factcheck.evidence.figures import figures_in, is_unspaced
from factcheck.evidence.words import Word, is_name, is_negation, words_of
from factcheck.lexicon import load
from factcheck.model.checked import Likeness

# A pair of Chinese characters weighs half a word: one of two characters is in three pairs.
_WORD, _PAIR = 1.0, 0.5
# The share from which claims are shown as alike, chosen on `tests/likeness_pairs.py`. There names
# weighed as two words each let any two claims on one person pass. Where words are not spaced, each
# adds pairs across its edges, which no other claim has.
_LIKE, _LIKE_UNSPACED = 0.6, 0.45
# Two claims that share less than this say nothing alike, short as they may be.
_LEAST_COMMON = 1.5
# Words of a claim that are compared; longer ones are paragraphs.
_MOST_WORDS = 200
_SHOWN = 6
# In the order in which they are taken off; what is left has at least three letters.
_ENDINGS = ("'s", "ings", "ing", "edly", "ied", "ed", "ies", "es", "s", "ly", "e")
_SHORTEST = 3


@dataclass(slots=True)
class _Said:
    """A claim cut up: stems with their weights, and the words that decide, as they are written."""

    weights: dict[str, float] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    numbers: dict[float | str, str] = field(default_factory=dict)
    negations: list[str] = field(default_factory=list)


class Compared:
    """One claim, cut up once, that others are compared with."""

    def __init__(self, claim: str) -> None:
        self._said = _said(claim)

    def with_(self, other: str) -> Likeness | None:
        """Return how far *other* says the same, None where it says something else.

        What differs is told from this claim's side.
        """
        here, there = self._said, _said(other)
        common = [stem for stem in here.weights if stem in there.weights]
        weight = sum(here.weights[stem] for stem in common)
        if weight < _LEAST_COMMON:
            return None
        # The measure of Dice (1945): 1 where all words are common, 0 where none is.
        share = 2 * weight / (sum(here.weights.values()) + sum(there.weights.values()))
        if share < (_LIKE_UNSPACED if is_unspaced(common[0]) else _LIKE):
            return None
        words = tuple(here.written[stem] for stem in common)
        return Likeness(share, words, tuple(_differing(here, there)))


def stem_of(word: str) -> str:
    """Return *word* in small letters without its English ending: "causes" and "causing" are one.

    Ours, as a stemmer written in Python takes longer for 40 claims than the rest together.
    """
    stem = word.casefold()
    for ending in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST:
            stem = stem[: -len(ending)]
            break
    if len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return stem[:-1] if len(stem) > _SHORTEST and stem[-1] in "eiy" else stem


def _said(claim: str) -> _Said:
    said = _Said()
    words = words_of(claim)[:_MOST_WORDS]
    figures = figures_in(words)
    said.numbers = {figure.value: figure.written for figure in figures}
    counted = {place for figure in figures for place in figure.places}
    for at, word in enumerate(words):
        if at in counted:
            continue
        if is_unspaced(word):
            _add_pair(said, words, at)
        elif is_negation(word.text):
            said.negations.append(word.text)
        elif word.text[0].isalpha() and word.key not in load("common_words"):
            _add_word(said, word)
    return said


def _add_word(said: _Said, word: Word) -> None:
    stem = stem_of(word.text)
    said.weights[stem] = _WORD
    said.written.setdefault(stem, word.text)
    if is_name(word.text):
        said.names.setdefault(stem, word.text)


def _add_pair(said: _Said, words: Sequence[Word], at: int) -> None:
    here = words[at]
    if is_negation(here.text):
        said.negations.append(here.text)
    after = words[at + 1] if at + 1 < len(words) else here
    if after.start == here.end and is_unspaced(after):
        pair = here.text + after.text
        said.weights[pair] = _PAIR
        said.written.setdefault(pair, pair)


def _differing(here: _Said, there: _Said) -> Iterator[tuple[str, str, str]]:
    """Yield what differs, the gravest first."""
    yield from _sides("number", *_apart(here.numbers, there.numbers))
    if bool(here.negations) != bool(there.negations):
        yield "negation", _joined(here.negations), _joined(there.negations)
    yield from _opposites(here, there)
    names = _apart(here.names, there.names, there.weights, here.weights)
    # A name more on one side is where or when; another name on each is somebody else.
    if all(names):
        yield from _sides("name", *names)


def _apart(
    here: Mapping[Any, str],
    there: Mapping[Any, str],
    all_there: Iterable[str] = (),
    all_here: Iterable[str] = (),
) -> tuple[list[str], list[str]]:
    """Return what only one side has, and what only the other has."""
    known_there, known_here = {*there, *all_there}, {*here, *all_here}
    return (
        [word for key, word in here.items() if key not in known_there],
        [word for key, word in there.items() if key not in known_here],
    )


def _sides(what: str, here: list[str], there: list[str]) -> Iterator[tuple[str, str, str]]:
    if here or there:
        yield what, _joined(here), _joined(there)


def _joined(words: Sequence[str]) -> str:
    return ", ".join(words[:_SHOWN]) + (", …" if len(words) > _SHOWN else "")


def _opposites(here: _Said, there: _Said) -> Iterator[tuple[str, str, str]]:
    for stem, others in _turned().items():
        if stem in here.weights and stem not in there.weights:
            for other in others & (there.weights.keys() - here.weights.keys()):
                yield "opposite", here.written[stem], there.written[other]


@cache
def _turned() -> dict[str, frozenset[str]]:
    """Return the stems of words, each with those of its opposites."""
    pairs = [tuple(map(stem_of, pair.split())) for pair in load("opposites")]
    both = {*pairs, *((other, one) for one, other in pairs)}
    return {
        stem: frozenset(other for one, other in both if one == stem) for stem, _ in sorted(both)
    }
