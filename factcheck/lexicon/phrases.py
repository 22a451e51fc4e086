"""Find the entries of a word list in a text: text and list name in, spans out, in reading order."""

import re
from collections.abc import Collection, Iterator, KeysView, Mapping, Sequence
from functools import cache, lru_cache

from factcheck.lexicon import load
from factcheck.lexicon.patterns import compiled
from factcheck.model.span import Span

_WORD = re.compile(r"[^\W_]+")
_HAN = r"[\u3400-\u9fff]"
_SPACE = re.compile(r"\s")
# "The country's" holds "country"; "can't" and "well-known" do not hold "can" and "well".
_END = re.compile(r"(?!-*\w|[’'](?!s(?!\w))\w)", re.IGNORECASE)
_CHINESE_END = re.compile("")

# Its small form has two characters, so that a stretch has other words in small letters.
_TURKISH = "İ"
# One sentence is asked about with some twenty lists in a row, and then never again.
_STRETCHES = 4


def occurrences(text: str, name: str, within: Span | None = None) -> Iterator[Span]:
    """Yield where the entries of the list *name* stand in *text*, or in a stretch of it.

    Spans are offsets into *text*, in reading order, and do not overlap. Case does not count, a
    straight and a curly apostrophe are the same, and of several entries that begin at one place
    the longest wins. Latin entries stand for whole words; Chinese ones are found anywhere.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    chinese = name.endswith("_zh")
    stretch = text[start:end]
    places = _places_of(stretch, _first_of(name))
    entries = _entries(name)
    known = entries.keys() & places.keys()
    if not known:
        return
    closing, plain = _CHINESE_END if chinese else _END, _plain(stretch)
    reached = 0
    for at, first in sorted((at, word) for word in known for at in places[word]):
        if at < reached:
            continue
        for entry in entries[first]:
            if plain.startswith(entry, at) and closing.match(stretch, at + len(entry)):
                reached = at + len(entry)
                yield Span(start + at, start + reached)
                break


def has_any(text: str, name: str) -> bool:
    """Say whether an entry of the list *name* stands in *text*."""
    return next(occurrences(text, name), None) is not None


def lists_in(text: str, names: tuple[str, ...], within: Span | None = None) -> frozenset[str]:
    """Return those of the lists *names* of which entries may stand in *text*, or in a stretch.

    Where a list is not among them, `occurrences` finds nothing. One question for all lists takes
    less time than one question each, and most sentences have words of few. The lists are all of
    Chinese or all of other entries.
    """
    stretch = within.of(text) if within else text
    if _TURKISH in stretch:
        return frozenset(names)
    of_word = _lists_of_words(names)
    words = _places_of(stretch, _first_of(names[0]))
    return frozenset(name for word in of_word.keys() & words.keys() for name in of_word[word])


def words_in(text: str, within: Span) -> KeysView[str]:
    """Return the words in a stretch of *text*, in lower case and without marks inside."""
    return _places_of(text[within.start : within.end], _WORD).keys()


@cache
def first_words(name: str) -> frozenset[str]:
    """Return the words with which the entries of the list *name* begin, in lower case."""
    return frozenset(map(str.lower, _entries(name)))


@cache
def _lists_of_words(names: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """Return, for the rarest word of each entry of *names*, the lists that it is in."""
    found: dict[str, list[str]] = {}
    for name in names:
        for word in _rarest_words(name):
            found.setdefault(word, []).append(name)
    return found


@cache
def _rarest_words(name: str) -> frozenset[str]:
    """Return the longest word of each entry, in lower case.

    Of the words that an entry cannot stand without, it is the rarest one, as a rule.
    """
    entries = _words_of_entries(name).values()
    return frozenset(
        (words[0] if len(words) == 1 else max(words, key=len, default="")).lower()
        for words in entries
    )


@lru_cache(maxsize=_STRETCHES)
def _places_of(stretch: str, word: re.Pattern[str]) -> dict[str, list[int]]:
    """Return where each word of a stretch stands, in lower case: most lists know none of them."""
    places: dict[str, list[int]] = {}
    for found in word.finditer(stretch):
        places.setdefault(found.group().lower(), []).append(found.start())
    return places


@lru_cache(maxsize=_STRETCHES)
def _plain(stretch: str) -> str:
    """Return a stretch of the same length as entries are written: lower case, "'", blanks."""
    return _SPACE.sub(" ", stretch.replace("’", "'").replace("İ", "I").lower())


@cache
def alternatives(name: str) -> str:
    """Return the entries of a list as one regular expression group, longest first."""
    return "(?:" + "|".join(_spelled(entry) for entry in _longest_first(load(name))) + ")"


@cache
def _entries(name: str) -> dict[str, list[str]]:
    """Return, for each first word, the entries of a list that begin with it, longest first."""
    groups: dict[str, list[str]] = {}
    for entry, words in _words_of_entries(name).items():
        for word in words[:1]:
            groups.setdefault(word, []).append(entry)
    return {word: [*map(str.lower, _longest_first(group))] for word, group in groups.items()}


@cache
def _words_of_entries(name: str) -> dict[str, list[str]]:
    """Return the words, or the characters, of each entry; most are one, and need no search."""
    words, chinese = _first_of(name), name.endswith("_zh")
    return {
        entry: [entry] if entry.isalpha() and not chinese else words.findall(entry)
        for entry in load(name)
    }


def _first_of(name: str) -> re.Pattern[str]:
    """Return the pattern of what an entry of a list begins with: a word, or one character."""
    return compiled(_HAN) if name.endswith("_zh") else _WORD


def _longest_first(entries: Collection[str]) -> list[str]:
    return sorted(entries, key=lambda entry: (-len(entry), entry))


def _spelled(entry: str) -> str:
    return re.escape(entry).replace(r"\ ", r"\s").replace("'", "['’]")
