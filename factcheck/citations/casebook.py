"""Ask eyecite for court cases by reporters that `reporters` does not know: text in, places out.

eyecite (BSD-2-Clause, Free Law Project) knows some 1,300 reporters; it is an extra, and loads only
where a text has two numbers around an abbreviation. It adds cases and changes none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

from factcheck.citations.reporters import Cited
from factcheck.lexicon.courts import POSSIBLE_CASE
from factcheck.model.span import Span

# What stands behind a citation (court and year) tells reporters of one abbreviation apart.
_BEHIND = 60
# eyecite looks for the parties of each case in all that follows; so it gets little at a time.
_LONGEST = 600


def is_asked(text: str, known: Sequence[Span]) -> bool:
    """Say whether *text* may hold a case besides those at *known*, which are in reading order."""
    return next(_places(text, known), None) is not None


def cases_besides(text: str, known: Sequence[Span]) -> tuple[Cited, ...]:
    """Return the cases that eyecite finds besides those at *known*, in reading order.

    Nothing where it is not installed.
    """
    places = tuple(_places(text, known))
    if not places or find_spec("eyecite") is None:
        return ()
    found = (case for window in _windows(text, places) for case in _cases_in(text, window))
    return tuple(case for case in found if not _overlap(case.span, known))


def _places(text: str, known: Sequence[Span]) -> Iterator[Span]:
    for found in POSSIBLE_CASE.finditer(text):
        span = Span(*found.span())
        if not _overlap(span, known):
            yield span


def _overlap(span: Span, others: Sequence[Span]) -> bool:
    """Say whether *span* shares a character with any of *others*, which are in order and apart."""
    following = bisect_left(others, span.end, key=lambda other: other.start)
    return following > 0 and others[following - 1].end > span.start


def _windows(text: str, places: Sequence[Span]) -> Iterator[Span]:
    """Yield what eyecite reads: each place with what stands behind it in its line."""
    start = end = -1
    for place in places:
        line_end = text.find("\n", place.end, place.end + _BEHIND)
        until = line_end if line_end >= 0 else _between_words(text, place.end)
        if place.start <= end and place.start - start < _LONGEST:
            end = until
            continue
        if start >= 0:
            yield Span(start, min(end, place.start))
        start, end = place.start, until
    yield Span(start, end)


def _between_words(text: str, end: int) -> int:
    """Return where to stop behind *end*: a number that is cut would be another page."""
    if end + _BEHIND >= len(text):
        return len(text)
    return max(end, text.rfind(" ", end, end + _BEHIND))


@cache
def _reader() -> Any:
    from eyecite import get_citations

    return get_citations


def _cases_in(text: str, window: Span) -> Iterator[Cited]:
    from eyecite.models import FullCaseCitation

    words = window.of(text)
    try:
        found = _reader()(words)
    except (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError):
        return  # text from strangers: what it cannot read it does not know
    for citation in found:
        if isinstance(citation, FullCaseCitation):
            yield _case(words, window.start, citation)


def _case(words: str, offset: int, citation: Any) -> Cited:
    start, end = citation.span()
    written = {name: citation.groups.get(name) or "" for name in ("volume", "reporter", "page")}
    name = words.find(written["reporter"], start, end)
    after = name + len(written["reporter"])
    # Tax courts name the reporter first: "T.C. Memo. 2019-233".
    volume = words.find(written["volume"], start, name + 1 if name > start else end)
    places = {
        "volume": volume if name > start else words.find(written["volume"], after, end),
        "reporter": name,
        "page": words.rfind(written["page"], after, end),
    }
    parts = {
        part: Span(offset + at, offset + at + len(written[part])) for part, at in places.items()
    }
    value = citation.corrected_citation() if written["page"] else ""
    return Cited(Span(offset + start, offset + end), value=value, **parts)
