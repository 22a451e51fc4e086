"""Compare two measures of one thing: a reading in, a finding for each pair that cannot be right."""

import re
from collections.abc import Iterator

from factcheck.annotate.language import is_latin
from factcheck.lexicon.patterns import Rare
from factcheck.model.document import Role
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span

_STRENGTH = 0.8
# Conversions in news are rounded generously: "five miles (8 km)" is 8.05, "six feet (2 m)" 1.83.
_GENEROUS = 0.15
# Exchange rates are unknown, but no pair of these currencies is worth so many times the other.
_RATE = 4.0
_STRONG = {"$": "$", "us$": "$", "€": "€", "£": "£"}
_SCALES = {
    "": 1.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "m": 1e6,
    "trillion": 1e12,
}
_UNITS = {
    "length": {
        "km": 1000, "kilometre": 1000, "kilometer": 1000, "mile": 1609.34, "mi": 1609.34, "m": 1,
        "metre": 1, "meter": 1, "foot": 0.3048, "feet": 0.3048, "ft": 0.3048, "yard": 0.9144,
        "inch": 0.0254, "inche": 0.0254, "in": 0.0254, "cm": 0.01, "centimetre": 0.01,
        "centimeter": 0.01, "mm": 0.001, "millimetre": 0.001, "millimeter": 0.001,
        "nautical mile": 1852,
    },
    "mass": {
        "kg": 1, "kilogram": 1, "kilo": 1, "lb": 0.4536, "pound": 0.4536, "tonne": 1000,
        "metric ton": 1000, "short ton": 907.2, "g": 0.001, "gram": 0.001, "ounce": 0.02835,
        "oz": 0.02835, "stone": 6.35,
    },
    "area": {
        "hectare": 10_000, "ha": 10_000, "acre": 4046.9, "square kilometre": 1e6,
        "square kilometer": 1e6, "km²": 1e6, "km2": 1e6, "sq km": 1e6, "square mile": 2.59e6,
        "sq mi": 2.59e6, "square metre": 1, "square meter": 1, "m²": 1, "square foot": 0.0929,
        "square feet": 0.0929, "sq ft": 0.0929,
    },
    "volume": {
        "litre": 1, "liter": 1, "l": 1, "gallon": 3.785, "gal": 3.785, "barrel": 158.99,
        "pint": 0.5,
    },
    "speed": {
        "km/h": 1, "kph": 1, "kilometres per hour": 1, "kilometers per hour": 1, "mph": 1.609,
        "miles per hour": 1.609, "knot": 1.852, "m/s": 3.6,
    },
}  # fmt: skip
_KINDS = {unit: (kind, size) for kind, units in _UNITS.items() for unit, size in units.items()}
_UNIT = "|".join(re.escape(unit) for unit in sorted(_KINDS, key=lambda one: (-len(one), one)))
_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?|\d{1,9}(?:\.\d{1,3})?)"
_SCALE = r"(?:\s(thousand|million|billion|trillion))?"
_PAIR = Rare(
    ("(", "[", "or"),
    rf"(?<![\w.,-])(?<!feet\s)(?<!foot\s)(?<!ft\s)(?<!stone\s)(?<!pounds\s)(?<!yards\s)"
    rf"{_NUMBER}{_SCALE}[\s-]?({_UNIT})s?\b\.?(?:\s(?:long|wide|high|tall|deep|away))?(?:\s?[(\[](?:or\s)?|,?\sor\s)(?:about\s|around\s|roughly\s|some\s)?"
    rf"{_NUMBER}{_SCALE}[\s-]?({_UNIT})s?\b",
)
_DEGREES = Rare(
    ("(", ","),
    r"(-?\d{1,3}(?:\.\d)?)\s?(?:°|degrees\s)?(C|F|Celsius|Fahrenheit)\b\s?[(,]\s?(?:about\s|or\s)?(-?\d{1,3}(?:\.\d)?)\s?(?:°|degrees\s)?(C|F|Celsius|Fahrenheit)\b",
)
_CURRENCIES = Rare(
    ("$", "€", "£"),
    r"(US\$|[$€£])\s?(\d[\d,]{0,15}(?:\.\d{1,3})?)\s?(million|billion|trillion|thousand|bn|m)?\b\s?[(\[](?:about\s|around\s|roughly\s|some\s|or\s)?"
    r"(US\$|[$€£])\s?(\d[\d,]{0,15}(?:\.\d{1,3})?)\s?(million|billion|trillion|thousand|bn|m)?\b",
    re.IGNORECASE,
)
# What every pair is at the least: a figure with a unit, and another in brackets or behind "or".
_FIGURE = r"\d[\d,.]*[\s-]?[^\W\d_]"
_TWICE = re.compile(rf"{_FIGURE}[\s\S]{{0,60}}?(?:[(\[]|\sor\s)\D{{0,20}}{_FIGURE}")


def find_measures(reading: Reading) -> Iterator[Finding]:
    """Yield findings of the rules `arithmetic.unit` and `arithmetic.magnitude`.

    "5 miles (8 km)" is recomputed; of sums in two currencies only the magnitude is. The span is
    the second measure.
    """
    text = reading.document.text
    for segment in reading.segments:
        if segment.role is Role.SEPARATOR or not is_latin(text, segment):
            continue
        if _TWICE.search(text, segment.span.start, segment.span.end):
            for found in _PAIR.finditer(text, segment.span):
                yield from _of_units(found)
        for found in _DEGREES.finditer(text, segment.span):
            yield from _of_degrees(found)
        for found in _CURRENCIES.finditer(text, segment.span):
            yield from _of_currencies(found)


def _number(words: str) -> float:
    return float(words.replace(",", ""))


def _of_units(found: re.Match[str]) -> Iterator[Finding]:
    kind, size = _KINDS[found[3]]
    other_kind, other_size = _KINDS[found[6]]
    one = _number(found[1]) * _SCALES[found[2] or ""] * size
    other = _number(found[4]) * _SCALES[found[5] or ""] * other_size
    step = 10.0 ** -len(found[4].partition(".")[2]) * _SCALES[found[5] or ""] * other_size
    step = max(step, 10.0 ** -len(found[1].partition(".")[2]) * _SCALES[found[2] or ""] * size)
    if kind == other_kind and abs(one - other) > max(_GENEROUS * one, step):
        shown = one / other_size / _SCALES[found[5] or ""]
        scale = f" {found[5]}" if found[5] else ""
        message = f"the first measure is {shown:,.4g}{scale} {found[6]}"
        yield Finding(
            "arithmetic.unit", Span(found.start(4), found.end()), message, strength=_STRENGTH
        )


def _of_degrees(found: re.Match[str]) -> Iterator[Finding]:
    one, other = float(found[1]), float(found[3])
    if found[2][0] == found[4][0]:
        return
    actual = one * 9 / 5 + 32 if found[2][0] == "C" else (one - 32) * 5 / 9
    difference = one * 9 / 5 if found[2][0] == "C" else one * 5 / 9
    # A difference in temperature has no zero to be shifted.
    if min(abs(actual - other), abs(difference - other)) > 2:
        message = f"the first temperature is {actual:.3g} °{found[4][0]}"
        yield Finding(
            "arithmetic.unit", Span(found.start(3), found.end()), message, strength=_STRENGTH
        )


def _of_currencies(found: re.Match[str]) -> Iterator[Finding]:
    if _STRONG[found[1].lower()] == _STRONG[found[4].lower()]:
        return
    one = _number(found[2]) * _SCALES[(found[3] or "").lower()]
    other = _number(found[5]) * _SCALES[(found[6] or "").lower()]
    if one > 0 and other > 0 and not 1 / _RATE <= one / other <= _RATE:
        message = "the two sums are of different magnitude"
        span = Span(found.start(4), found.end())
        yield Finding("arithmetic.magnitude", span, message, strength=_STRENGTH)
