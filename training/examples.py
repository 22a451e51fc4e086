"""Prepare sentences for the network. In: treebank sentences. Out: numbers, in batches.

Also varies sentences, so that the parser has seen headlines: all capitals, title case, and
sentences without their full stop. Pure given the random generator.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from factcheck.segment.pieces import Encoded, Padded, Rows, Special, batches, encode, padded, rows
from training.conllu import Sentence
from training.labels import Labels

# Of a hundred sentences so many are shown in each other form; few, for edited text is the aim.
_CAPITALS = 0.02
_TITLE = 0.02
_WITHOUT_STOP = 0.05
# Sentences of about the same length share a batch; the noise mixes them anew in each epoch.
_LENGTH_NOISE = 4.0
_NOT_A_WORD = -1


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence as numbers, with its answers; place 0 is the root and has no answer."""

    encoded: Encoded
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    upos: tuple[int, ...]
    xpos: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some examples in rows of equal length; a head of -1 marks what is not a word."""

    inputs: Padded
    heads: Rows
    relations: Rows
    upos: Rows
    xpos: Rows


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to turn words and labels into numbers."""

    labels: Labels
    special: Special
    pieces_of: Callable[[str], Sequence[int]]

    def example(self, sentence: Sentence) -> Example:
        """Return *sentence* as numbers."""
        labels = self.labels
        return Example(
            encode(sentence.words, self.pieces_of, self.special),
            (_NOT_A_WORD, *(head + 1 for head in sentence.heads)),
            (0, *(labels.relation(name) for name in sentence.relations)),
            (0, *(labels.upos.index(tag) for tag in sentence.upos)),
            (0, *(labels.xpos.index(tag) for tag in sentence.xpos)),
        )


def batch_of(examples: Sequence[Example]) -> Batch:
    """Return *examples* as one batch."""
    return Batch(
        padded([example.encoded for example in examples]),
        rows([example.heads for example in examples], _NOT_A_WORD),
        rows([example.relations for example in examples]),
        rows([example.upos for example in examples]),
        rows([example.xpos for example in examples]),
    )


def epoch(
    sentences: Sequence[Sentence], reader: Reader, size: int, random: Random
) -> tuple[Batch, ...]:
    """Return all *sentences* once, some varied, in batches of at most *size* pieces, shuffled."""
    examples = [reader.example(varied(sentence, random)) for sentence in sentences]
    lengths = [len(example.encoded.pieces) for example in examples]
    keys = [length + random.random() * _LENGTH_NOISE for length in lengths]
    order = sorted(range(len(examples)), key=keys.__getitem__)
    groups = list(batches(lengths, order, size))
    random.shuffle(groups)
    return tuple(batch_of([examples[place] for place in group]) for group in groups)


def varied(sentence: Sentence, random: Random) -> Sentence:
    """Return *sentence*, at times in capitals, in title case, or without its full stop."""
    chance = random.random()
    if chance < _CAPITALS:
        return replace(sentence, words=tuple(word.upper() for word in sentence.words))
    if chance < _CAPITALS + _TITLE:
        return replace(sentence, words=tuple(_titled(word) for word in sentence.words))
    if chance < _CAPITALS + _TITLE + _WITHOUT_STOP:
        return without_stop(sentence)
    return sentence


def _titled(word: str) -> str:
    return word[:1].upper() + word[1:]


def without_stop(sentence: Sentence) -> Sentence:
    """Return *sentence* without a full stop at its end, if it has one and other words."""
    last = len(sentence.words) - 1
    if last < 1 or sentence.words[last] != "." or last in sentence.heads:
        return sentence
    return Sentence(
        sentence.document,
        sentence.words[:last],
        sentence.spaces[:last],
        sentence.upos[:last],
        sentence.xpos[:last],
        sentence.heads[:last],
        sentence.relations[:last],
    )
