"""Cut text into what a comparison compares: numbers with sign, currency and percent, and words."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from factcheck.lexicon import load

# A sign, a currency and a per cent sign belong to their number: −5 is not 5, and 5 % is not 5.
# A hyphen between letters or digits is no sign. Han and kana characters are words by themselves.
_UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MONEY = "$€£¥₹₽¢₩₪₺₴₫₱฿"
_OF_HUNDRED = "%‰°"
_SORTS = {
    # A point before digits is one of decimals, unless it ends a sentence: .5 is not 5.
    "number": rf"(?:(?<![\w)\]’'”\"])[-−–+])?(?:[{_MONEY}]\s?)?(?:(?<![\w.…])\.(?=\d))?"
    rf"\d+(?:[.,:/]\d+)*(?:\s?[{_OF_HUNDRED}])?",
    "unspaced": rf"[{_UNSPACED}]",
    "letters": rf"[^\W\d_{_UNSPACED}](?:[^\W\d_{_UNSPACED}]|['’ʼ](?=[^\W\d_]))*",
    "sign": rf"[{_OF_HUNDRED}§+=<>≤≥≠≈±×÷&@\#{_MONEY}′″]|(?<!\d)~(?=\d)",
}
WORD = re.compile("|".join(f"(?P<{sort}>{pattern})" for sort, pattern in _SORTS.items()))
# The same words, the most frequent sort first.
_ANY = re.compile("|".join((r"[A-Za-z]++(?!['’ʼ]|[^\x00-\x7f])", *_SORTS.values())))
_POINT = re.compile(r"(?<!\d)\.(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_MINUS = str.maketrans("−–", "--")


class Word(NamedTuple):
    """A word of a text: where it stands, and its letters in the one spelling that is compared.

    Apostrophes are straight, numbers have no marks between thousands. `glued` says that only a
    hyphen stands between it and the word before it. A tuple, because they are made by the million.
    """

    start: int
    end: int
    text: str
    glued: bool = False

    @property
    def key(self) -> str:
        """The letters without their case."""
        return self.text.casefold()


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words of *text*, or of a stretch of it, in order; marks between them are none."""
    found: list[Word] = []
    before = len(text)
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        at, after = match.span()
        glued = at == before + 1 and text[before] in _HYPHENS
        plain = match.lastgroup == "letters" and match[0].isascii()
        found.append(Word(at, after, match[0] if plain else _spelled(match), glued))
        before = after
    return tuple(found)


def in_line(text: str) -> str:
    """Return the keys of the words of *text*, a space around each, numbers bare of what adds to it.

    Signs, currencies and per cent signs go. *text* is `cleaned`. This is `words_of` for texts of
    megabytes, in a third of its time: few steps, each over the whole text.
    """
    found = "\n".join(_ANY.findall(text.replace("\n", " ")))
    plain = _THOUSANDS.sub("", found).translate(_APOSTROPHES).casefold()
    bare = _POINT.sub("0.", _AFTER.sub("", _BEFORE.sub("", f"\n{plain}\n")))
    return bare.replace("\n", " ")


_BEFORE = re.compile(rf"(?<=\n)[-−–+{_MONEY} ]+(?=\.?\d)")
_AFTER = re.compile(rf"(?<=\d)[ {_OF_HUNDRED}]+(?=\n)")
_HYPHENS = frozenset("-‐‑")


def _spelled(match: re.Match[str]) -> str:
    text = match[0]
    if match.lastgroup == "number":
        bare = _THOUSANDS.sub("", "".join(text.translate(_MINUS).split()))
        return _POINT.sub("0.", bare)
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_APOSTROPHES)


def is_number(word: str) -> bool:
    """Say whether a word counts something: figures, or a number written out."""
    return any(map(str.isnumeric, word)) or word.casefold() in load("number_words")


def is_negation(word: str) -> bool:
    """Say whether a word denies."""
    lowered = word.casefold()
    return lowered.endswith("n't") or lowered in load("negations")


def is_unit(word: str) -> bool:
    """Say whether a word says what is counted or measured, or how many at once."""
    return word.casefold() in load("units") or any(
        sign in word for sign in f"{_OF_HUNDRED}{_MONEY}′″"
    )


@cache
def _common() -> frozenset[str]:
    lists = ("sentence_starters", "english_words", "pronouns", "negations", "number_words")
    return frozenset(word.casefold() for name in lists for word in load(name))


def is_name(word: str) -> bool:
    """Say whether a word looks like part of a name: a capital letter, and no everyday word."""
    return word[:1].isupper() and word.casefold() not in _common()
