"""What a claim says that its sources do not: numbers, dates, names and quotations.

In: the words of a claim and the texts that it rests on. Out: what stands in none of them, and the
spellings that were looked for. Silence means only that the same words occur, not that the source
says the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.evidence.quotes import compare
from factcheck.evidence.texts import cleaned
from factcheck.evidence.words import in_line, is_name, words_of
from factcheck.lexicon.quoting import quoted
from factcheck.model.quotecheck import Outcome
from factcheck.model.span import Span

# Shorter quotations are terms.
_FEWEST_QUOTED = 3
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})(?:,?\s(?P<year>\d{{4}}))?\b"
    rf"|\b(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year2>\d{{4}}))?\b"
    rf"|\b(?P<month3>{_MONTH}),?\s(?P<year3>\d{{4}})\b"
)
_SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "mn": 6,
    "m": 6, "k": 3,
}  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<digits>\d++(?:,\d++)*+(?:\.\d++)?)(?:[\s-]?(?P<scale>"
    + "|".join(_SCALES)
    + r")\b)?"
    r"(?![\w]*[A-Za-z]\d)",
)
_YEAR_DIGITS = 4
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_SENTENCE_START = re.compile(r"(?:[.!?:]\s+|[“\"‘(]\s*)\Z")
_BEFORE = 20  # characters before a word that say whether a sentence begins there


@dataclass(frozen=True, slots=True)
class Missing:
    """Words of a claim that no source has: where (offsets into the words given), and what kind.

    `kind` is "number", "date", "name" or "quotation"; `looked_for` the spellings that were tried.
    """

    kind: str
    span: Span
    looked_for: tuple[str, ...]


class SourceText:
    """A text that claims rest on, with the words it holds."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> str:
        """The words in small letters, a space around each, numbers bare of signs and currencies."""
        return in_line(self.text)

    def has(self, spelling: str) -> bool:
        """Say whether the words of *spelling* stand here, one after the other."""
        return in_line(cleaned(spelling)) in self.words


def missing(words: str, sources: Sequence[SourceText]) -> tuple[Missing, ...]:
    """Return what *words* say that none of *sources* has, in reading order.

    Numbers count in any scale (4.7 million, 4,700,000) and small ones as words; dates in any
    usual order; of a name its last word suffices. What stands inside a quotation that was not
    found is not named again.
    """
    quotations = list(_quotations(words, sources))
    inside = _places(one.span for one in quotations)
    others = [
        one
        for one in (*_dates(words, sources), *_numbers(words, sources), *_names(words, sources))
        if one.span.start not in inside
    ]
    return tuple(sorted((*quotations, *others), key=lambda one: one.span))


def _places(spans: Iterable[Span]) -> frozenset[int]:
    """Return every place that *spans* cover."""
    return frozenset(place for span in spans for place in range(span.start, span.end))


def _nowhere(spellings: Iterable[str], sources: Sequence[SourceText]) -> bool:
    return not any(source.has(spelling) for spelling in spellings for source in sources)


def _quotations(words: str, sources: Sequence[SourceText]) -> Iterator[Missing]:
    for quotation in quoted(words):
        inner = quotation.inner.of(words)
        if len(words_of(inner)) < _FEWEST_QUOTED:
            continue
        outcomes = {compare(inner, source.text).outcome for source in sources}
        if outcomes.isdisjoint({Outcome.EXACT, Outcome.JOINED}):
            yield Missing("quotation", quotation.inner, (cleaned(inner),))


def _dates(words: str, sources: Sequence[SourceText]) -> Iterator[Missing]:
    for found in _DATE.finditer(words):
        spellings = _date_spellings(found)
        # A month of a year is also said by any day in it.
        month, year = found["month3"], found["year3"]
        inside = month and any(source.has(month) and source.has(year) for source in sources)
        if not inside and _nowhere(spellings, sources):
            yield Missing("date", Span(*found.span()), spellings)


def _date_spellings(found: re.Match[str]) -> tuple[str, ...]:
    day = found["day"] or found["day2"]
    month = found["month"] or found["month2"] or found["month3"]
    year = found["year"] or found["year2"] or found["year3"]
    number = _MONTHS.index(month) + 1
    after = f" {year}" if year else ""
    if not day:
        said = [f"{month}{after}", f"{month[:3]}{after}", f"{year}-{number:02}", f"{number}/{year}"]
        return tuple(dict.fromkeys(said))
    said = [f"{int(day)} {name}{after}" for name in (month, month[:3])]
    said += [f"{name} {int(day)}{after}" for name in (month, month[:3])]
    if year:
        d, m = int(day), number
        said += [f"{year}-{m:02}-{d:02}", f"{d}.{m}.{year}", f"{d:02}.{m:02}.{year}"]
        said += [f"{d:02}/{m:02}/{year}", f"{m:02}/{d:02}/{year}", f"{m}/{d}/{year}"]
    return tuple(dict.fromkeys(said))


def _numbers(words: str, sources: Sequence[SourceText]) -> Iterator[Missing]:
    dates = _places(Span(*found.span()) for found in _DATE.finditer(words))
    for found in _NUMBER.finditer(words):
        span = Span(*found.span())
        if span.start in dates:
            continue
        spellings = _number_spellings(found["digits"], found["scale"] or "")
        if _nowhere(spellings, sources):
            yield Missing("number", span, spellings)


def _number_spellings(digits: str, scale: str) -> tuple[str, ...]:
    plain = digits.replace(",", "")
    said = [f"{plain} {scale}".strip(), f"{plain}{scale}"]
    power = _SCALES.get(scale, 0)
    whole, _, fraction = plain.partition(".")
    if scale and len(fraction) <= power:
        said.append((whole + fraction.ljust(power, "0")).lstrip("0") or "0")
    if not scale and not fraction:
        said += _scaled(whole) if len(whole) > _YEAR_DIGITS else ()
        said += [_SMALL[int(whole)]] if len(whole) < 3 and int(whole) < len(_SMALL) else []
    return tuple(dict.fromkeys(said))


def _scaled(whole: str) -> Iterator[str]:
    """Yield "4.7 million" for 4700000."""
    for name, power in (("thousand", 3), ("million", 6), ("billion", 9)):
        stripped = whole.rstrip("0")
        if len(whole) > power and len(whole) - len(stripped) >= power - 3:
            fraction = whole[-power:].rstrip("0")
            yield f"{whole[:-power]}.{fraction} {name}" if fraction else f"{whole[:-power]} {name}"


def _names(words: str, sources: Sequence[SourceText]) -> Iterator[Missing]:
    """Yield names that no source has; of a name its last word suffices."""
    dates = _places(Span(*found.span()) for found in _DATE.finditer(words))
    for name, last in _name_runs(words):
        if name.start not in dates and len(last) > 1 and _nowhere((last,), sources):
            yield Missing("name", name, tuple(dict.fromkeys((name.of(words), last))))


def _name_runs(words: str) -> Iterator[tuple[Span, str]]:
    """Yield runs of capital words with their last one; one that begins a sentence is no name."""
    run: list[tuple[int, int, str]] = []
    for found in (*re.finditer(r"[^\W\d_][\w’']*", words), None):
        if found and is_name(found[0]) and (not run or words[run[-1][1] : found.start()] in _JOINS):
            run.append((*found.span(), found[0]))
            continue
        if run and (len(run) > 1 or not _begins_sentence(words, run[0][0])):
            last = run[-1][2].removesuffix("’s").removesuffix("'s")
            yield Span(run[0][0], run[-1][1]), last
        run = [(*found.span(), found[0])] if found and is_name(found[0]) else []


def _begins_sentence(words: str, at: int) -> bool:
    return at == 0 or _SENTENCE_START.search(words[max(0, at - _BEFORE) : at]) is not None


_JOINS = {" ", "-", "\n", " & ", "’", "'", ". "}
