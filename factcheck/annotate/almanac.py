"""Recompute dates, ages and durations: a reading in, a finding for each that does not come out."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from factcheck.annotate.dates import WEEKDAYS, Dated, dates
from factcheck.annotate.language import is_latin
from factcheck.lexicon.patterns import Rare, compiled
from factcheck.model.document import Role, Segment
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span

_READ = {Role.SENTENCE, Role.LIST_ITEM, Role.QUOTATION, Role.HEADING, Role.CAPTION, Role.BYLINE}
_STRENGTH = 0.8
_LONGEST = 2000  # characters: what is longer is no sentence
# From here the Gregorian calendar holds in the countries whose dates an English text gives.
_FIRST_YEAR = 1753
_YEAR = r"(1[5-9]\d\d|20\d\d)"
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
_WORDS = {word: number for number, word in enumerate(_ONES)} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "a decade": 10, "two decades": 20,
    "three decades": 30, "four decades": 40, "five decades": 50, "half a century": 50,
    "a century": 100, "a quarter of a century": 25, "a quarter century": 25,
    "a quarter-century": 25,
    "two centuries": 200,
}  # fmt: skip
_LONG = "|".join(sorted((word for word in _WORDS if " " in word), key=lambda one: (-len(one), one)))
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(word for word in _WORDS if ' ' not in word)})"
_SPAN = rf"({_LONG}|{_NUMBER}(?=[\s-]years?\b))(?:[\s-]years?)?"
_PUT = (
    r"(more\sthan\s|over\s|nearly\s|almost\s|about\s|around\s|some\s|roughly\s|less\sthan\s"
    r"|under\s)?"
)
_FREE = r"[^.;!?\n]{0,90}?"
_IN_YEAR = rf"\bin\s(?:\w{{3,9}}\s(?:\d{{1,2}},?\s)?)?{_YEAR}\b"
_TO = r"\s(?:to|until|till|and|through)\s"
_FROM_TO = rf"(?:from|between)\s(?:\w{{3,9}}\s)?{_YEAR}{_TO}(?:\w{{3,9}}\s)?{_YEAR}"
_BORN_IN = rf"\bborn\s(?:in|on)\s{_FREE}\b{_YEAR}\b"
_AGED = (
    r"\b(?:at\sthe\sage\sof\s|at\sage\s|aged?\s|turned\s|when\s(?:he|she|they)\swas\s"
    r"|(?:was|were|is)\s(?=\d{1,3}\syears\sold))(\d{1,3})\b(?!\sper|\s?%)"
)
_LIVED = rf"\(\s?{_YEAR}\s?[–—-]\s?{_YEAR}\s?\)"
_AFTER = r"\s(?:later|after(?:wards)?)"
_LASTING = r"\s(?:for|or|a\speriod\sof|a\sspan\sof|a\stotal\sof|lasting)\s"


def _rare(words: str, expression: str) -> Rare:
    """Return an expression of which every match holds one of *words*, which blanks part."""
    return Rare(tuple(words.split(" ")), expression, re.IGNORECASE)


# Each with the groups of the two years and the age.
_AGES = (
    (_rare("born", rf"{_BORN_IN}{_FREE}{_AGED}{_FREE}{_IN_YEAR}"), (1, 3, 2)),
    (_rare("born", rf"{_BORN_IN}{_FREE}{_IN_YEAR}{_FREE}{_AGED}"), (1, 2, 3)),
    (_rare("(", rf"{_LIVED}{_FREE}{_AGED}"), (1, 2, 3)),
    (_rare("born", rf"{_IN_YEAR}{_FREE}{_AGED}{_FREE}{_BORN_IN}"), (3, 1, 2)),
    (_rare("born", rf"\b(\d{{1,3}})-year-old{_FREE}{_BORN_IN}{_FREE}{_IN_YEAR}"), (2, 3, 1)),
)
# Each with the groups of how it is put, the length, and the two years.
_DURATIONS = (
    (_rare("for", rf"\bfor\s{_PUT}{_SPAN}\b[^.;!?\n]{{0,40}}?,?\s{_FROM_TO}"), (1, 2, 3, 4)),
    (
        _rare("from between", rf"\b{_FROM_TO}\b,?[^.;!?\n\d]{{0,40}}?{_LASTING}{_PUT}{_SPAN}"),
        (3, 4, 1, 2),
    ),
    (
        _rare("later after", rf"{_IN_YEAR}{_FREE}\b{_PUT}{_SPAN}{_AFTER},?\s(?=in\s){_IN_YEAR}"),
        (2, 3, 1, 4),
    ),
    (
        _rare("lasted", rf"{_IN_YEAR}{_FREE}{_IN_YEAR},?\s(?:and\s)?lasted\s{_PUT}{_SPAN}"),
        (3, 4, 1, 2),
    ),
    (
        _rare(
            "anniversary birthday",
            rf"\b(?:founded|established|opened|born|created)\s{_IN_YEAR}{_FREE}()"
            rf"\b(\d{{1,3}})(?:st|nd|rd|th)\s(?:anniversary|birthday){_FREE}{_IN_YEAR}",
        ),
        (2, 3, 1, 4),
    ),
    (_rare("later after", rf"{_IN_YEAR}{_FREE}{_IN_YEAR},\s{_PUT}{_SPAN}{_AFTER}\b"), (3, 4, 1, 2)),
)
_REVERSED = rf"\b{_FROM_TO}\b(?!\s(?:BC|AD))|(?<![\w-]){_YEAR}[–—]{_YEAR}(?![\w-])|{_LIVED}"
_ANY_YEAR = re.compile(_YEAR)
_ROUGH = {"about", "around", "some", "roughly"}


def find_almanac(reading: Reading) -> Iterator[Finding]:
    """Yield findings of the rules `arithmetic.weekday`, `.date`, `.age`, `.duration` and `.range`.

    The span is the words that do not fit. Dates are compared only with dates of the same sentence.
    """
    text = reading.document.text
    for segment in reading.segments:
        if segment.role in _READ and is_latin(text, segment):
            found = tuple(dates(text, segment.span))
            for day in found:
                yield from _of_date(day)
            for first, second in pairwise(found):
                yield from _of_stretch(text, first, second)
            if segment.span.end - segment.span.start <= _LONGEST:
                yield from _of_years(text, segment)


def _of_date(day: Dated) -> Iterator[Finding]:
    longest = monthrange(day.year or 2000, day.month)[1]
    if day.day > longest or day.day == 0:
        yield _finding("date", day.span, f"the month has {longest} days")
    elif day.weekday is not None and day.year is not None and day.year >= _FIRST_YEAR:
        actual = date(day.year, day.month, day.day).weekday()
        if actual != day.weekday:
            yield _finding("weekday", day.span, f"this date was a {WEEKDAYS[actual]}")


def _of_stretch(text: str, first: Dated, second: Dated) -> Iterator[Finding]:
    """Compare "from 20 June to 12 June": within a month the end must come later."""
    joined = text[first.span.end : second.span.start].strip() in {"to", "until", "through", "–"}
    same_year = first.year is None or second.year is None or first.year == second.year
    if joined and same_year and first.month == second.month and first.day > second.day:
        span = Span(first.span.start, second.span.end)
        yield _finding("range", span, f"day {first.day} is after day {second.day}")


def _of_years(text: str, segment: Segment) -> Iterator[Finding]:
    within = segment.span
    if len(_ANY_YEAR.findall(text, within.start, within.end)) < 2:
        return
    for expression, (first, second, years) in _AGES:
        for found in expression.finditer(text, within):
            span = int(found[second]) - int(found[first])
            if int(found[years]) not in {span - 1, span}:
                between = f"between {found[first]} and {found[second]}"
                message = f"{between} lie {max(0, span - 1)} or {max(0, span)} years"
                yield _finding("age", Span(*found.span(years)), message)
    yield from _durations(text, within)
    for found in compiled(_REVERSED).finditer(text, within.start, within.end):
        begins, finishes = (int(year) for year in found.groups() if year)
        if begins > finishes:
            yield _finding("range", Span(*found.span()), f"{begins} is after {finishes}")


def _durations(text: str, within: Span) -> Iterator[Finding]:
    for expression, (put, length, start, end) in _DURATIONS:
        for found in expression.finditer(text, within):
            years = int(found[end]) - int(found[start])
            stated = _years(found[length])
            if years >= 0 and not _lasts(found[put] or "", stated, years):
                message = f"from {found[start]} to {found[end]} are {years} years"
                yield _finding("duration", Span(*found.span(length)), message)


def _years(words: str) -> int:
    plain = " ".join(words.lower().split())
    return int(plain) if plain.isdigit() else _WORDS[plain]


def _lasts(put: str, stated: int, years: int) -> bool:
    """Say whether *years* between two years can be *stated* years, as it is put."""
    put = " ".join(put.lower().split())
    slack = (
        max(1, round(stated * 0.15)) if put in _ROUGH or (stated >= 10 and stated % 10 == 0) else 1
    )
    if put in {"more than", "over"}:
        return stated - 1 <= years <= stated * 1.6 + 2
    if put in {"nearly", "almost", "less than", "under"}:
        return stated * 0.75 - 2 <= years <= stated
    return abs(years - stated) <= slack


def _finding(rule: str, span: Span, message: str) -> Finding:
    return Finding(f"arithmetic.{rule}", span, message, strength=_STRENGTH)
