"""Compare the names of an article: a reading in, a finding for each that is spelled two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator

from factcheck.lexicon import load
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span

_STRENGTH = 0.3
_WORD = r"[A-Z][^\W\d_]{1,24}(?:[’'-][^\W\d_]{1,20})?"
_NAME = re.compile(
    rf"(?<![\w-]){_WORD}(?:\s(?:(?:of|for|and|the|de|van|von)\s){{0,2}}{_WORD}){{1,6}}"
)
_INSIDE = re.compile(r"\s(?:(?:of|for|and|the|de|van|von)\s){1,2}")
_TITLED = re.compile(
    r"(?<!\w)(?P<title>President|Mayor|Senator|Sen\.|Governor|Gov\.|Professor|Prof\.|Dr\.?|Judge"
    r"|Justice|Minister|Chancellor|Captain|Colonel|General|Bishop|Councillor|Sheriff|Sir|Dame"
    rf"|Secretary|Ambassador|Director|Sergeant|Detective)\s(?P<first>{_WORD})\s(?P<last>{_WORD})"
)
_LETTERS = 5  # of the word that differs; shorter ones are often two names
_LONG = 9  # from here two letters may differ
# An article that lists more names that differ in one word is a register.
_PARTS = 200
_NEIGHBOURS = 8


def find_names(reading: Reading) -> Iterator[Finding]:
    """Yield findings of the rules `consistency.spelling` and `consistency.name`.

    Names of two words and more that differ in a letter or two of one word are variants; two people
    with one title, and one of their names, are a doubt. The span is the rarer or later one.
    """
    text = reading.document.text
    places: dict[str, list[Span]] = defaultdict(list)
    for found in _NAME.finditer(text):
        # "Members of the Academy of Science" holds the name "Academy of Science".
        for start in (0, *(inner.end() for inner in _INSIDE.finditer(found.group()))):
            span = Span(found.start() + start, found.end())
            name = " ".join(span.of(text).split())
            if " " in name:
                places[name].append(span)
    yield from _variants(places)
    yield from _titled(text)


def _variants(places: dict[str, list[Span]]) -> Iterator[Finding]:
    by_rest: dict[tuple[int, int, tuple[str, ...]], list[tuple[str, str]]] = defaultdict(list)
    for name in places:
        words = _without_title(name.split())
        for place, word in enumerate(words):
            rest = (*words[:place], *words[place + 1 :])
            if len(word) >= _LETTERS and rest:
                by_rest[(len(words), place, rest)].append((word, name))
    pairs = {
        tuple(sorted((name, other_name), key=lambda one: (-len(places[one]), places[one][0])))
        for group in by_rest.values()
        for i, (word, name) in enumerate(group[:_PARTS])
        for other, other_name in group[max(0, i - _NEIGHBOURS) : i]
        if _is_variant(word, other) and not _is_inflected(word, other, name)
    }
    for usual, rarer in sorted(pairs):
        message = f"spelled “{usual}” elsewhere in the article"
        yield Finding("consistency.spelling", places[rarer][0], message, strength=_STRENGTH)


def _without_title(words: list[str]) -> list[str]:
    if words[0].lower().rstrip(".") in load("common_words") | load("titles") and len(words) > 2:
        return words[1:]
    return words


def _is_variant(one: str, other: str) -> bool:
    """Say whether two words differ by one letter, or two where they are long; not by a number."""
    if one == other or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    allowed = 2 if min(len(one), len(other)) >= _LONG else 1
    return 0 < _distance(one, other) <= allowed


def _is_inflected(one: str, other: str, name: str) -> bool:
    """Say whether two words are forms of one: "Korea" and "Korean", "Asian Americans"."""
    short, long = sorted((one, other), key=len)
    ending = long.removeprefix(short) if long != short else ""
    return ending == "n" or (ending == "s" and _INSIDE.search(name) is None)


def _distance(one: str, other: str) -> int:
    """Return the number of letters to change, add or leave out."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row = row, [i]
        for j, other_letter in enumerate(other, 1):
            change = before[j - 1] + (letter != other_letter)
            row.append(min(before[j] + 1, row[-1] + 1, change))
    return row[-1]


def _titled(text: str) -> Iterator[Finding]:
    known: dict[tuple[str, str, str], str] = {}
    for found in _TITLED.finditer(text):
        title, first, last = found["title"], found["first"], found["last"]
        for kept, name, other in (("last", last, first), ("first", first, last)):
            before = known.setdefault((title, kept, name), other)
            if before != other and _is_slip(before, other):
                span = Span(found.start("first"), found.end())
                full = f"{before} {name}" if kept == "last" else f"{name} {before}"
                message = f"the {title.lower().rstrip('.')} is “{full}” elsewhere in the article"
                yield Finding("consistency.name", span, message, strength=_STRENGTH + 0.2)


def _is_slip(one: str, other: str) -> bool:
    """Say whether two names are no short form of each other."""
    short, long = sorted((one, other), key=len)
    return not long.startswith(short[:3])
