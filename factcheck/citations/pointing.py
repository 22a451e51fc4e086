"""Tie an entry of a list to what points there: marks like "[3]" and "[^a]", and "(Roy, 2019)".

In: a text, its citations with the claims of their own places, and who says which claims stand at a
place. Out: the same citations; an entry also has the claims of the places that point to it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.lexicon.patterns import compiled
from factcheck.model.citation import Citation, CitationKind

ClaimsAt = Callable[[int], Iterable[int]]

_MARK = r"\[(?P<names>\^[\w-]{1,20}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9})\](?!:)"
_NUMBERS = r"(?P<first>\d{1,3})(?:\s?[–-]\s?(?P<last>\d{1,3}))?"
# "1." counts things as often as notes, so that its entry must begin right there.
_LABEL = r"[^\S\n]*(?:[-•*]\s)?(?:\[(?P<name>\^[\w-]{1,20}|\d{1,3})\]:?|(?P<number>\d{1,3})[.)])\s+"
# Nobody cites more at once.
_MOST = 20
_LONGEST_NOTE = 1000
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NAME = re.compile(r"[A-Z][\w’'-]+")


def pointed(text: str, citations: Sequence[Citation], claims_at: ClaimsAt) -> tuple[Citation, ...]:
    """Return *citations* with the claims of the marks and the names that point to them."""
    added: dict[int, set[int]] = defaultdict(set)
    labels = _labels(text, citations)
    if labels:
        for name, place in _marks(text):
            for entry in labels.get(name, ()):
                added[entry].update(claims_at(place))
    for entry, claims in _named(text, citations):
        added[entry].update(claims)
    return tuple(
        replace(each, claims=tuple(sorted({*each.claims, *added[at]}))) if at in added else each
        for at, each in enumerate(citations)
    )


def _labels(text: str, citations: Sequence[Citation]) -> dict[str, list[int]]:
    """Return the positions of the citations in the line of each label, as of a note."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, citation in enumerate(citations):
        start = _line_start(text, citation.span.start)
        label = (
            compiled(_LABEL).match(text, start, citation.span.start) if start is not None else None
        )
        if label is None or citation.kind is CitationKind.QUOTATION:
            continue
        if label["name"] or label.end() == citation.span.start:
            found[label["name"] or label["number"]].append(at)
    return found


def _marks(text: str) -> Iterator[tuple[str, int]]:
    """Yield the label that each mark names, and the place of the word that it stands at."""
    place = end = -1
    for mark in compiled(_MARK).finditer(text):
        start = mark.start()
        begin = _line_start(text, start)
        if begin is not None and not text[begin:start].strip(" \t-•*"):
            continue  # the label itself
        # Of marks in a row all stand at the word before the first.
        place = place if start == end else _word_before(text, start)
        end = mark.end()
        if mark["names"].startswith("^"):
            yield mark["names"], place
            continue
        for numbers in compiled(_NUMBERS).finditer(mark["names"]):
            first, last = int(numbers["first"]), int(numbers["last"] or numbers["first"])
            yield from ((str(n), place) for n in range(first, min(last, first + _MOST) + 1))


def _line_start(text: str, place: int) -> int | None:
    """Return where the line of *place* begins, None where that is further than a note is long."""
    since = max(0, place - _LONGEST_NOTE)
    found = text.rfind("\n", since, place)
    return found + 1 if found >= 0 else 0 if since == 0 else None


def _word_before(text: str, start: int) -> int:
    """Return the place of the last character before *start* that is no space."""
    while start > 1 and text[start - 1].isspace():
        start -= 1
    return max(0, start - 1)


def _named(text: str, citations: Sequence[Citation]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the one entry of the same year and first name for each "(Roy, 2019)"; its claims."""
    entries: dict[tuple[str, str], list[int]] = defaultdict(list)
    short: list[tuple[tuple[str, str], tuple[int, ...]]] = []
    for at, citation in enumerate(citations):
        fields = {name: span.of(text) for name, span in citation.fields}
        year = _YEAR.search(fields.get("date", ""))
        names = _NAME.findall(fields.get("author", ""))
        if not (year and names and citation.kind is CitationKind.PUBLICATION):
            continue
        if "title" in fields:
            for name in dict.fromkeys(names):
                entries[name, year[0]].append(at)
        else:
            short.append(((names[0], year[0]), citation.claims))
    for key, claims in short:
        if len(entries.get(key, ())) == 1:
            yield entries[key][0], claims
