"""Turn words into what the parser's network reads. In: words. Out: padded arrays of numbers.

Training and the run time share this module, so that both see the same numbers. A word becomes its
word pieces, each with the shape of its word: the pieces are lower case, and the shape is all that
the network learns about capitals and digits.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

Rows = np.ndarray[Any, np.dtype[np.int64]]

# The order is that of the rows of the trained shape table.
_PADDING_SHAPE: Final = 0
_SPECIAL_SHAPE: Final = 1
_FIRST_WORD_SHAPE: Final = 2
SHAPES: Final = 16
# Words of more pieces are web addresses and noise; their beginning says what they are.
_MOST_PIECES: Final = 12
# The tokenizer gives up on longer words, and nothing beyond this can change the first pieces.
_MOST_CHARACTERS: Final = 100
# The treebanks write most quotation marks straight, articles write them curly.
_STRAIGHT: Final = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"'})


@dataclass(frozen=True, slots=True)
class Special:
    """The numbers of the pieces that stand for no word."""

    begin: int
    end: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence as numbers; word 0 is the root and has the first piece."""

    pieces: tuple[int, ...]
    piece_shapes: tuple[int, ...]
    firsts: tuple[int, ...]  # for each word, which piece begins it
    word_shapes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Padded:
    """Several sentences in rows of equal length, filled up with zeros."""

    pieces: Rows
    piece_shapes: Rows
    firsts: Rows
    word_shapes: Rows


def shape(word: str, *, first: bool) -> int:
    """Return the row of the shape table for *word*; *first* says it begins its sentence."""
    return _FIRST_WORD_SHAPE + 2 * _kind(word) + first


def _kind(word: str) -> int:
    """Return 0 to 6: lower case, title, upper case, mixed, with digits, no letters, one capital."""
    if any(character.isdigit() for character in word):
        return 4
    if not any(character.isalpha() for character in word):
        return 5
    if word.islower():
        return 0
    if len(word) == 1:
        return 6
    if word.isupper():
        return 2
    return 1 if word[0].isupper() and word[1:].islower() else 3


def readable(word: str) -> str:
    """Return *word* as the tokenizer takes it: bounded, straight quotes, no lone surrogates."""
    return word[:_MOST_CHARACTERS].translate(_STRAIGHT).encode("utf-8", "replace").decode("utf-8")


def encode(
    words: Sequence[str], pieces_of: Callable[[str], Sequence[int]], special: Special
) -> Encoded:
    """Return *words* as numbers; *pieces_of* gives the pieces of one word, maybe none."""
    pieces, piece_shapes = [special.begin], [_SPECIAL_SHAPE]
    firsts, word_shapes = [0], [_SPECIAL_SHAPE]
    for place, word in enumerate(words):
        of_word = list(pieces_of(word)[:_MOST_PIECES]) or [special.unknown]
        word_shape = shape(word, first=place == 0)
        firsts.append(len(pieces))
        word_shapes.append(word_shape)
        pieces += of_word
        piece_shapes += [word_shape] * len(of_word)
    pieces.append(special.end)
    piece_shapes.append(_SPECIAL_SHAPE)
    return Encoded(tuple(pieces), tuple(piece_shapes), tuple(firsts), tuple(word_shapes))


def rows(sequences: Sequence[Sequence[int]], fill: int = _PADDING_SHAPE) -> Rows:
    """Return *sequences* as the rows of one array, filled up with *fill* to the longest."""
    array = np.full((len(sequences), max(map(len, sequences))), fill, np.int64)
    for row, sequence in zip(array, sequences, strict=True):
        row[: len(sequence)] = sequence
    return array


def padded(sentences: Sequence[Encoded]) -> Padded:
    """Return *sentences* as arrays of one row each; there must be at least one."""
    return Padded(
        rows([sentence.pieces for sentence in sentences]),
        rows([sentence.piece_shapes for sentence in sentences]),
        rows([sentence.firsts for sentence in sentences]),
        rows([sentence.word_shapes for sentence in sentences]),
    )


def batches(lengths: Sequence[int], order: Sequence[int], size: int) -> Iterator[tuple[int, ...]]:
    """Yield the places of *order* in groups whose padded arrays hold at most *size* pieces.

    A sentence of more than *size* pieces is a group of its own.
    """
    group: list[int] = []
    longest = 0
    for place in order:
        longest = max(longest, lengths[place])
        if group and longest * (len(group) + 1) > size:
            yield tuple(group)
            group, longest = [], lengths[place]
        group.append(place)
    if group:
        yield tuple(group)
