"""Find the dates of a text: a text and a stretch of it in, dates out."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.lexicon.patterns import compiled, has_sign
from factcheck.model.span import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTHS = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{_SHORT_MONTHS})\b\.?)"
# A date has a month, or is written in figures alone.
_SIGNS = (*(month[:3] for month in MONTHS), *(f"-{figure}" for figure in range(10)))
_SHORT_DAYS = r"Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
_DATE = (
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)}|(?:{_SHORT_DAYS})\b\.?)(?:,?\s(?:the\s)?|\s\())?"
    rf"(?:\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{{4}}))?"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{_MONTH})(?:,?\s(?P<year2>\d{{4}}))?"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2}))(?!\d)"
    rf"(?:,?\s\(?an?\s(?P<weekday2>{'|'.join(WEEKDAYS)})\b|,\s\(?(?P<weekday3>{'|'.join(WEEKDAYS)})\b(?!\sto|\sthrough))?"
)


class Dated(NamedTuple):
    """A date as a text writes it: `year` is None where none stands with it; months count from 1.

    `weekday` counts from 0 for Monday, None where none is given.
    """

    span: Span
    year: int | None
    month: int
    day: int
    weekday: int | None


def dates(text: str, within: Span) -> Iterator[Dated]:
    """Yield the dates of a stretch of *text* that have a month and a day, in reading order."""
    if not has_sign(within.of(text), _SIGNS):
        return
    for found in compiled(_DATE).finditer(text, within.start, within.end):
        weekday = found["weekday"] or found["weekday2"] or found["weekday3"]
        if found["iso"]:
            year, month, day = (int(part) for part in found["iso"].split("-"))
        else:
            month = month_of(found["month"] or found["month2"])
            day = int(found["day"] or found["day2"])
            year = int(found["year"] or found["year2"] or 0)
        if 1 <= month <= 12 and 1 <= day <= 99:
            yield Dated(Span(*found.span()), year or None, month, day, _weekday(weekday))


def month_of(name: str) -> int:
    """Return the number of a month from its name or its first three letters."""
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def _weekday(name: str | None) -> int | None:
    if name is None:
        return None
    return next(i for i, day in enumerate(WEEKDAYS) if day.startswith(name[:3]))
