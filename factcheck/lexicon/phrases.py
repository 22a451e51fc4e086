"""Find the entries of a word list in a text: text and list name in, spans out, in reading order."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.lexicon import load
from factcheck.model.span import Span

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


def occurrences(text: str, name: str, within: Span | None = None) -> Iterator[Span]:
    """Yield where the entries of the list *name* stand in *text*, or in a stretch of it.

    Spans are offsets into *text*, in reading order, and do not overlap. Case does not count, a
    straight and a curly apostrophe are the same, and of several entries that begin at one place
    the longest wins. Latin entries stand for whole words; Chinese ones are found anywhere.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    by_first = _table(name)
    words = _HAN if name.endswith("_zh") else _WORD
    reached = start
    for word in words.finditer(text, start, end):
        entries = by_first.get(word.group().lower())
        if entries is None or word.start() < reached:
            continue
        found = entries.match(text, word.start(), end)
        if found:
            reached = found.end()
            yield Span(found.start(), reached)


def has_any(text: str, name: str) -> bool:
    """Say whether an entry of the list *name* stands in *text*."""
    return next(occurrences(text, name), None) is not None


@cache
def alternatives(name: str) -> str:
    """Return the entries of a list as one regular expression group, longest first."""
    return "(?:" + "|".join(_spelled(entry) for entry in _longest_first(load(name))) + ")"


@cache
def _table(name: str) -> dict[str, re.Pattern[str]]:
    """Return, for each first word, one pattern of all entries that begin with it."""
    first = _HAN if name.endswith("_zh") else _WORD
    groups: dict[str, list[str]] = {}
    for entry in _longest_first(load(name)):
        for word in first.findall(entry)[:1]:
            groups.setdefault(word, []).append(_spelled(entry))
    closing = "" if name.endswith("_zh") else r"(?![\w’'-]*\w)"
    return {
        word: re.compile(f"(?:{'|'.join(entries)}){closing}", re.IGNORECASE)
        for word, entries in groups.items()
    }


def _longest_first(entries: frozenset[str]) -> list[str]:
    return sorted(entries, key=lambda entry: (-len(entry), entry))


def _spelled(entry: str) -> str:
    return re.escape(entry).replace(r"\ ", r"\s").replace("'", "['’]")
