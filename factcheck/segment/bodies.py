"""Tell which body "the institute" is. In: a text. Out: its full name, where only one is named."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.lexicon import load

_WORD = r"(?<![\w&’'-])[A-Z][\w&’'-]*"
_NAME = re.compile(
    r"(?:(?P<article>[Tt]he)\s)?"
    rf"(?P<name>{_WORD}(?:\s(?:(?:of|for|on|and|the|de)\s){{0,2}}{_WORD}){{1,7}})"
)
_LOWER_CASE = re.compile(r"\b[a-z]+\b")
_POINTING = frozenset(["the", "this", "that", "said"])
_GOING_ON = frozenset(["of", "for", "on"])
# The word before a kind is no longer.
_LONGEST_WORD = 24


class Body(NamedTuple):
    """The first body of a kind that a text names, from where on, and where it stops being alone."""

    name: str
    start: int
    until: int


def bodies(text: str) -> Mapping[str, Body]:
    """Return the first named body of each kind in *text*; `until` is where a second one comes.

    Reads the text once. A kind that is first spoken of without a name is left out.
    """
    found: dict[str, Body] = {}
    for place, kind, name in sorted((*_named(text), *_unnamed(text))):
        known = found.get(kind)
        if known is None:
            found[kind] = Body(name, place, len(text) if name else place)
        elif known.until > place and not (name and _same(name, known.name)):
            found[kind] = Body(known.name, known.start, place)
    return found


def _same(name: str, other: str) -> bool:
    """Say whether one of two names says the other again, with more or fewer words."""
    plain, short = name.removeprefix("the "), other.removeprefix("the ")
    return plain in short or short in plain


def _named(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _NAME.finditer(text):
        words = match["name"].split()
        pointed = match["article"] is not None
        while words and (words[0] in load("sentence_starters") or words[0].islower()):
            pointed = words.pop(0) == "the"
        for place, word in enumerate(words):
            kind = "company" if word in load("firm_endings") else word.lower()
            closing = words[place + 1 : place + 2]
            ends = not closing or closing[0] in _GOING_ON or closing[0] in load("firm_endings")
            if kind in load("body_kinds") and ends and len(words) > 1:
                article = "the " if pointed else ""
                yield match.start(), kind, article + " ".join(words)


def _unnamed(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the bodies that are introduced without a name: "a court", "two institutes"."""
    kinds = load("body_kinds")
    for match in _LOWER_CASE.finditer(text):
        kind = match[0] if match[0] in kinds else _singular(match[0])
        if kind not in kinds:
            continue
        before = text[max(0, match.start() - _LONGEST_WORD) : match.start()].split()[-1:]
        if kind != match[0] or (before and before[0].lower() not in _POINTING):
            yield match.start(), kind, ""


def _singular(kinds: str) -> str:
    return kinds[:-3] + "y" if kinds.endswith("ies") else kinds.removesuffix("s")


def body_named(known: Mapping[str, Body], kind: str, place: int) -> str:
    """Return the name of the only body of *kind* before *place*; "" if there is none, or two."""
    body = known.get(kind)
    return body.name if body and body.start < place <= body.until else ""
