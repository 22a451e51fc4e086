"""The numbers of a claim, whatever they are written with: 4.7 million is 4,700,000, twelve is 12.

In: the words of a claim. Out: its figures in order, each with its value and as it is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.evidence.words import Word

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9,
    "mn": 1e6, "m": 1e6, "k": 1e3, "万": 1e4, "亿": 1e8,
}  # fmt: skip
# "One" is a pronoun as often as a number.
_NAMES = {
    "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_CHINESE = frozenset("〇零一二两三四五六七八九十百千万亿")
# Without one of these after it a Chinese numeral mostly belongs to a word ("统一", "一些").
_MEASURES = frozenset("元人名年月日倍次个岁号座家公里吨亩")
_SIGNS = "+%‰°$€£¥₹₽ "


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: its value (a Chinese numeral as it is written), its words, their places."""

    value: float | str
    written: str
    places: tuple[int, ...]


def is_unspaced(word: Word | str) -> bool:
    """Say whether a word is a character of a script without spaces."""
    first = (word.text if isinstance(word, Word) else word)[0]
    return "\u3040" <= first <= "\u30ff" or "\u3400" <= first <= "\u9fff" or first >= "\uf900"


def figures_in(words: Sequence[Word]) -> tuple[Figure, ...]:
    """Return the figures among *words*, in order."""
    return tuple(_figures(words))


def _figures(words: Sequence[Word]) -> Iterator[Figure]:
    at = 0
    while at < len(words):
        value = _value(words[at])
        end = at + 1
        if value is not None:
            while end < len(words) and words[end].key in _SCALES:
                value *= _SCALES[words[end].key]
                end += 1
            yield _figure(words, at, end, value)
        elif words[at].text in _CHINESE:
            while end < len(words) and words[end].text in _CHINESE:
                end += 1
            if end < len(words) and words[end].text in _MEASURES:
                yield _figure(words, at, end, "".join(word.text for word in words[at:end]))
        at = end


def _figure(words: Sequence[Word], at: int, end: int, value: float | str) -> Figure:
    gap = "" if is_unspaced(words[end - 1]) else " "
    return Figure(value, gap.join(word.text for word in words[at:end]), tuple(range(at, end)))


def _value(word: Word) -> float | None:
    """Return what a word counts, None where it counts nothing."""
    if word.key in _NAMES:
        return float(_NAMES[word.key])
    try:
        return float(word.text.strip(_SIGNS)) if any(map(str.isdigit, word.text)) else None
    except ValueError:  # a time, a date, a fraction
        return None
