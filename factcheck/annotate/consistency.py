"""Compare the claims of an article: a reading in, a finding for each that disagrees with another.

Two claims speak of the same thing when they share most of their words and their names; they
disagree when all amounts and times are the same but one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.annotate.dates import MONTHS, month_of
from factcheck.annotate.language import script_of
from factcheck.annotate.quantities import Quantity, Sort, quantities
from factcheck.annotate.tolerance import agrees, step
from factcheck.lexicon import load
from factcheck.model.claim import Claim, ClaimKind, Modality
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span

_STRENGTH = 0.7
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_TIME = re.compile(
    rf"\b(?:(?P<month>{'|'.join(MONTHS)})(?:\s(?P<day>\d{{1,2}})(?!\d))?,?\s?(?P<year>(?:1[5-9]|20)\d\d\b)?"
    rf"|(?P<day2>\d{{1,2}})\s(?P<month2>{'|'.join(MONTHS)})(?:\s(?P<year2>(?:1[5-9]|20)\d\d\b))?"
    r"|(?:in|since|of|by|until)\s(?P<year3>(?:1[5-9]|20)\d\d)\b)"
)
# Claims that share a word with so many others are not compared by it.
_COMMON = 24
_CANDIDATES = 12
# How much of the shorter and of both together must be shared; set on invented pairs and on news.
_OF_SHORTER = 0.75
_OF_BOTH = 0.5
_SHARED = 3
_ENDING = re.compile(r"(?:ies|es|s|ed|ing|’s|'s)$")
_STEM = 4  # letters that stay
_LONGEST = 1000  # characters: what is longer is no statement of one thing
_SILENT = {ClaimKind.QUESTION, ClaimKind.OPINION, ClaimKind.PREDICTION, ClaimKind.RHETORICAL}


class _Time(NamedTuple):
    """A time as it is written: 0 where a part is not given."""

    span: Span
    year: int
    month: int
    day: int


class _Frame(NamedTuple):
    """What is compared of a claim: its words without amounts and times, its amounts, its times."""

    claim: Claim
    words: frozenset[str]
    names: frozenset[str]
    marks: frozenset[str]  # words that tell one of a kind from another
    amounts: tuple[Quantity, ...]
    times: tuple[_Time, ...]


def find_disagreements(reading: Reading) -> Iterator[Finding]:
    """Yield findings of the rules `consistency.number` and `consistency.date`.

    The span is the amount or the time of the later claim; the message quotes the earlier one.
    """
    text = reading.document.text
    frames = tuple(frame for claim in reading.claims if (frame := _frame(text, claim)) is not None)
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, frame in enumerate(frames):
        for other in _earlier(by_word, frame):
            if _same(frames[other], frame):
                yield from _disagreements(text, frames[other], frame)
        for word in frame.words:
            by_word[word].append(place)


def _frame(text: str, claim: Claim) -> _Frame | None:
    if claim.kind in _SILENT or len(claim.text) > _LONGEST or script_of(claim.text):
        return None
    if Modality.ASSERTED not in claim.modality or Modality.NEGATED in claim.modality:
        return None
    times = tuple(time for span in claim.spans for time in _times(text, span))
    amounts = tuple(
        one
        for span in claim.spans
        for one in quantities(text, span)
        if one.sort is not Sort.YEAR and not any(time.span.overlaps(one.span) for time in times)
    )
    if not times and not amounts:
        return None
    taken = [*(time.span for time in times), *(amount.span for amount in amounts)]
    words = [
        word
        for span in claim.spans
        for word in _WORD.finditer(text, span.start, span.end)
        if not any(part.start <= word.start() < part.end for part in taken)
    ]
    plain = [word.group() for word in words if word.group().lower() not in load("common_words")]
    names = frozenset(
        word.group() for word in words if word.group()[0].isupper() and word.start() > claim.start
    )
    stems = frozenset(map(_stem, plain))
    return _Frame(claim, stems, names, stems & load("telling_apart"), amounts, times)


def _stem(word: str) -> str:
    lower = word.lower()
    short = _ENDING.sub("", lower)
    return (short if len(short) >= _STEM else lower).rstrip("e")


def _times(text: str, span: Span) -> Iterator[_Time]:
    for found in _TIME.finditer(text, span.start, span.end):
        month = found["month"] or found["month2"]
        yield _Time(
            Span(found.start(), found.start() + len(found.group().rstrip(" ,"))),
            int(found["year"] or found["year2"] or found["year3"] or 0),
            month_of(month) if month else 0,
            int(found["day"] or found["day2"] or 0),
        )


def _earlier(by_word: dict[str, list[int]], frame: _Frame) -> list[int]:
    """Return the claims before that share a word which few claims have, the nearest last."""
    rare = sorted(frame.words, key=lambda word: (len(by_word.get(word, ())), word))
    found = {
        place
        for word in rare[:4]
        if len(by_word.get(word, ())) <= _COMMON
        for place in by_word.get(word, ())
    }
    return sorted(found)[-_CANDIDATES:]


def _same(one: _Frame, other: _Frame) -> bool:
    """Say whether two claims say the same of the same thing, amounts and times aside."""
    shared = one.words & other.words
    shorter = min(len(one.words), len(other.words))
    enough = len(shared) >= _SHARED or (
        len(shared) == 2 and (one.words == other.words or bool(shared & load("once_only")))
    )
    return (
        enough
        and len(shared) >= _OF_SHORTER * shorter
        and len(shared) >= _OF_BOTH * len(one.words | other.words)
        and one.marks == other.marks
        and (one.names <= other.names or other.names <= one.names)
        and not any(a.overlaps(b) for a in one.claim.spans for b in other.claim.spans)
        and _source(one.claim) == _source(other.claim)
    )


def _source(claim: Claim) -> bool:
    return claim.attribution is not None


def _disagreements(text: str, one: _Frame, other: _Frame) -> Iterator[Finding]:
    """Yield what differs, where it is one thing only."""
    numbers = _different_amounts(one.amounts, other.amounts)
    times = _different_times(one.times, other.times)
    if len(numbers) == 1 and not times:
        before, after = numbers[0]
        yield _finding("number", after.span, before.span.of(text))
    elif len(times) == 1 and not numbers and len(one.amounts) == len(other.amounts):
        earlier, later = times[0]
        yield _finding("date", later.span, earlier.span.of(text))


def _different_amounts(
    one: Sequence[Quantity], other: Sequence[Quantity]
) -> list[tuple[Quantity, Quantity]]:
    if [amount.sort for amount in one] != [amount.sort for amount in other]:
        return []
    return [
        (before, after)
        for before, after in zip(one, other, strict=True)
        if before.currency == after.currency
        and not agrees(
            after,
            before.value - step(before),
            before.value + step(before),
            inputs=(before,),
        )
    ]


def _different_times(one: Sequence[_Time], other: Sequence[_Time]) -> list[tuple[_Time, _Time]]:
    if len(one) != len(other):
        return []
    return [(a, b) for a, b in zip(one, other, strict=True) if not _may_be_one(a, b)]


def _may_be_one(one: _Time, other: _Time) -> bool:
    """Say whether two times can be the same: "in 2022" and "December 2022" can."""
    return all(
        not a or not b or a == b
        for a, b in ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    )


def _finding(rule: str, span: Span, before: str) -> Finding:
    message = f"the article says “{' '.join(before.split())}” of the same thing elsewhere"
    return Finding(f"consistency.{rule}", span, message, strength=_STRENGTH)
