"""Find the amounts in a sentence: a text and a stretch of it in, quantities and a template out.

The template is the sentence with two signs in place of each quantity, one for its sort and one for
its place in the list, so that a relation between amounts can be written as a short expression.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from factcheck.lexicon.phrases import words_in
from factcheck.model.span import Span


class Sort(StrEnum):
    """What a quantity measures. The values are the signs in a template, which no text contains."""

    COUNT = "\ue000"
    MONEY = "\ue001"
    PERCENT = "\ue002"
    POINTS = "\ue003"  # percentage points
    YEAR = "\ue004"
    FRACTION = "\ue005"  # in words: half, a third


class Quantity(NamedTuple):
    """An amount: `value` in its sort's unit, `unit` the step of its last digit, and how it is put.

    `bound` is 1 for "more than", -1 for "less than" or "nearly", 0 for as it is; `rough` for about.
    `currency` is empty unless it is money.
    """

    span: Span
    sort: Sort
    value: float
    unit: float
    bound: int = 0
    rough: bool = False
    currency: str = ""


_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9,
    "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12.0,
}  # fmt: skip
_FRACTIONS = {
    "half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "one-third": 100 / 3,
    "two thirds": 200 / 3, "two-thirds": 200 / 3, "a quarter": 25.0, "one quarter": 25.0,
    "one-quarter": 25.0, "three quarters": 75.0, "three-quarters": 75.0, "a fifth": 20.0,
    "one fifth": 20.0, "one-fifth": 20.0, "a tenth": 10.0, "one in ten": 10.0, "one in five": 20.0,
    "one in four": 25.0, "one in three": 100 / 3,
}  # fmt: skip
# "The old one", "one of them": no amount.
_ONE = r"one(?!\s(?:of|who|that|which|in|day|another)\b|[,.;:])"
_UNITS = "|".join(_ONE if word == "one" else word for word in _ONES)
_SPELLED = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(list(_ONES)[1:10])}))?|{_UNITS})"
_QUANTITY = re.compile(
    r"(?<![\w.,/:–-])(?P<put>(?:about|around|roughly|approximately|some|nearly|almost|over|above"
    r"|under|below|only|just|up\sto|more\sthan|less\sthan|fewer\sthan|at\sleast|at\smost|close\sto"
    r"|just\sover|just\sunder|a\slittle\sover|well\sover)\s)?"
    r"(?:(?P<currency>US\$|A\$|C\$|HK\$|[$€£¥])\s?)?"
    r"(?:(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?)"
    rf"|(?P<fraction>\b(?:{'|'.join(_FRACTIONS)})\b)|(?P<spelled>\b{_SPELLED}\b))"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|mn|tn"
    r"|(?(currency)[kmb]|(?!)))\b)?"
    r"(?P<after>\s?%|[\s-]per\s?cent(?:age)?\spoints?\b|[\s-]?points?\b|\sper\s?cent\b|-per-?cent\b"
    r"|\s(?:dollars|euros|pounds|yuan|yen|rupees|pesos|francs|kronor)\b)?"
    r"(?![\w/]|[.,:–]\d|-\d)",
    re.IGNORECASE,
)
# Every amount has a figure or one of these.
_FIGURE = re.compile(r"\d")
_WORDS = {word for name in (*_ONES, *_TENS, *_FRACTIONS) for word in re.split("[ -]", name)}
_ROUGH = {"about", "around", "roughly", "approximately", "some", "close to"}
_MORE = {"over", "above", "more than", "at least", "just over", "a little over", "well over"}
_LESS = {"nearly", "almost", "under", "below", "less than", "fewer than", "up to", "at most"}
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_MONEY_WORDS = ("dollars", "euros", "pounds", "yuan", "yen", "rupees", "pesos", "francs", "kronor")


def quantities(text: str, within: Span) -> tuple[Quantity, ...]:
    """Return the amounts in a stretch of *text*, in reading order; spans leave out "about"."""
    start, end = within.start, within.end
    if not _FIGURE.search(text, start, end) and words_in(text, within).isdisjoint(_WORDS):
        return ()
    return tuple(_quantity(found) for found in _QUANTITY.finditer(text, start, end))


def template(text: str, within: Span, found: Sequence[Quantity]) -> str:
    """Return a stretch of *text* with the sort and the number of each quantity in its place."""
    pieces, end = [], within.start
    for place, quantity in enumerate(found):
        pieces += [text[end : quantity.span.start], quantity.sort.value, chr(0xE100 + place)]
        end = quantity.span.end
    return "".join((*pieces, text[end : within.end]))


def place_of(sign: str) -> int:
    """Return which quantity the second sign of a template stands for."""
    return ord(sign) - 0xE100


def _quantity(found: re.Match[str]) -> Quantity:
    value, unit = _value(found)
    after = (found["after"] or "").lower().strip().replace("-", " ").strip()
    put = " ".join((found["put"] or "").lower().split())
    start = found.start() + len(found["put"] or "")
    currency = found["currency"] or (after if after in _MONEY_WORDS else "")
    return Quantity(
        Span(start, found.end()),
        _sort(found, value, after),
        value,
        unit,
        bound=(put in _MORE) - (put in _LESS),
        rough=put in _ROUGH,
        currency=currency,
    )


def _value(found: re.Match[str]) -> tuple[float, float]:
    """Return the number and the step of its last digit that is not a rounding zero."""
    scale = _SCALES.get((found["scale"] or "").lower(), 1.0)
    if found["fraction"]:
        return _FRACTIONS[" ".join(found["fraction"].lower().split())], 5.0
    if found["spelled"]:
        tens, _, ones = found["spelled"].lower().partition("-")
        number = float(_TENS.get(tens, _ONES.get(tens, 0)) + _ONES.get(ones, 0))
        return number * scale, scale
    digits = found["digits"].replace(",", "")
    decimals = len(digits.partition(".")[2])
    return float(digits) * scale, scale * float(10**-decimals)


def _sort(found: re.Match[str], value: float, after: str) -> Sort:
    if found["fraction"]:
        return Sort.FRACTION
    if found["currency"] or after in _MONEY_WORDS:
        return Sort.MONEY
    if after.endswith(("point", "points")):
        return Sort.POINTS
    if after:
        return Sort.PERCENT
    plain = found["digits"] and not found["scale"] and len(found["digits"]) == 4
    if plain and not found["put"] and _FIRST_YEAR <= value < _LAST_YEAR:
        return Sort.YEAR
    return Sort.COUNT
