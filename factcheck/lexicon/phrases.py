"""Find the entries of a word list in a text: text and list name in, spans out, in reading order."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.lexicon import load
from factcheck.model.span import Span

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")

# One sentence is asked about with some twenty lists in a row, and then never again.
_STRETCHES = 4


def occurrences(text: str, name: str, within: Span | None = None) -> Iterator[Span]:
    """Yield where the entries of the list *name* stand in *text*, or in a stretch of it.

    Spans are offsets into *text*, in reading order, and do not overlap. Case does not count, a
    straight and a curly apostrophe are the same, and of several entries that begin at one place
    the longest wins. Latin entries stand for whole words; Chinese ones are found anywhere.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    by_first = _table(name)
    places = _places_of(text[start:end], _HAN if name.endswith("_zh") else _WORD)
    known = _first_words(name).intersection(places)
    if not known:
        return
    reached = start
    for at, first in sorted((start + at, word) for word in known for at in places[word]):
        found = _compiled(by_first[first]).match(text, at, end) if at >= reached else None
        if found:
            reached = found.end()
            yield Span(found.start(), reached)


def has_any(text: str, name: str) -> bool:
    """Say whether an entry of the list *name* stands in *text*."""
    return next(occurrences(text, name), None) is not None


@lru_cache(maxsize=_STRETCHES)
def _places_of(stretch: str, words: re.Pattern[str]) -> dict[str, list[int]]:
    """Return where each word of a stretch stands, in lower case: most lists know none of them."""
    places: dict[str, list[int]] = {}
    for word in words.finditer(stretch):
        places.setdefault(word.group().lower(), []).append(word.start())
    return places


@cache
def _first_words(name: str) -> frozenset[str]:
    """Return the words with which the entries of a list begin."""
    return frozenset(_table(name))


@cache
def alternatives(name: str) -> str:
    """Return the entries of a list as one regular expression group, longest first."""
    return "(?:" + "|".join(_spelled(entry) for entry in _longest_first(load(name))) + ")"


@cache
def _table(name: str) -> dict[str, str]:
    """Return, for each first word, one expression of all entries that begin with it."""
    first = _HAN if name.endswith("_zh") else _WORD
    groups: dict[str, list[str]] = {}
    for entry in _longest_first(load(name)):
        for word in first.findall(entry)[:1]:
            groups.setdefault(word, []).append(_spelled(entry))
    # "The country's" holds "country"; "can't" and "well-known" do not hold "can" and "well".
    closing = "" if name.endswith("_zh") else r"(?!-*\w|[’'](?!s(?!\w))\w)"
    return {word: f"(?:{'|'.join(entries)}){closing}" for word, entries in groups.items()}


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Return the pattern of an expression: most words of a list stand in no text that is read."""
    return re.compile(expression, re.IGNORECASE)


def _longest_first(entries: frozenset[str]) -> list[str]:
    return sorted(entries, key=lambda entry: (-len(entry), entry))


def _spelled(entry: str) -> str:
    return re.escape(entry).replace(r"\ ", r"\s").replace("'", "['’]")
