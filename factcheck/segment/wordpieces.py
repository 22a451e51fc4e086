"""Cut words into word pieces. In: a word and a vocabulary. Out: the numbers of its pieces.

The method is WordPiece as BERT has it (Devlin et al. 2019; github.com/google-research/bert,
`tokenization.py`): a word loses its accents and capitals, is cut at marks, and each part is covered
from the left with the longest pieces that the vocabulary has.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from unicodedata import category, normalize

_INSIDE: Final = "##"  # begins a piece that does not begin a part
_UNKNOWN: Final = "[UNK]"
# The encoder was trained with Chinese characters as words of their own.
_CHINESE: Final = (
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0002a6df"),
    ("\U0002a700", "\U0002ceaf"),
    ("\U0002f800", "\U0002fa1f"),
)
_FIRST_CHINESE: Final = "\u3400"
_ASCII_MARKS: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_REPLACEMENT: Final = "\ufffd"
_INVISIBLE: Final = frozenset(["Cc", "Cf", "Co"])


def cutter(tokenizer: str) -> Callable[[str], tuple[int, ...]]:
    """Return the function that cuts a word with the vocabulary in *tokenizer*, a `tokenizer.json`.

    A word of white space and invisible characters has no pieces.
    """
    vocabulary: Mapping[str, int] = json.loads(tokenizer)["model"]["vocab"]

    def cut(word: str) -> tuple[int, ...]:
        parts = (word.lower(),) if word.isascii() and word.isalnum() else _parts(word)
        return tuple(piece for part in parts for piece in _pieces(part, vocabulary))

    return cut


def _parts(word: str) -> Iterator[str]:
    """Yield what is left of a word between its marks, and each mark, in lower case."""
    visible = "".join(" " if one.isspace() else one for one in word if _is_visible(one))
    if max(visible, default="") >= _FIRST_CHINESE:
        visible = "".join(f" {one} " if _is_chinese(one) else one for one in visible)
    bare = (one for one in normalize("NFD", visible) if category(one) != "Mn")
    # One by one, because a whole word would get the Greek sigma that stands at the end.
    lower = "".join(one.lower() for one in bare)
    yield from "".join(f" {one} " if _is_mark(one) else one for one in lower).split()


def _is_chinese(character: str) -> bool:
    return any(first <= character <= last for first, last in _CHINESE)


def _is_visible(character: str) -> bool:
    if character.isspace():
        return category(character) != "Cc" or character in "\t\n\r"
    return character != _REPLACEMENT and category(character) not in _INVISIBLE


def _is_mark(character: str) -> bool:
    return character in _ASCII_MARKS or category(character)[0] == "P"


def _pieces(part: str, vocabulary: Mapping[str, int]) -> list[int]:
    """Return the longest pieces from the left; a part that they do not cover is unknown."""
    found: list[int] = []
    start = 0
    while start < len(part):
        lead = _INSIDE if start else ""
        for end in range(len(part), start, -1):
            piece = vocabulary.get(lead + part[start:end])
            if piece is not None:
                break
        else:
            return [vocabulary[_UNKNOWN]]
        found.append(piece)
        start = end
    return found
