"""Find the labels of a transcript: a text in, where lines name who speaks their words out."""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from factcheck.lexicon import load
from factcheck.model.span import Span

_LABEL = re.compile(
    r"(?m:^)[^\S\n]*(?P<label>(?P<bold>\*\*|__)?(?P<name>[A-Z](?:[\w.,’'()-]|[^\S\n]){0,50}?)"
    r"(?(bold)(?::(?P=bold)|(?P=bold):)|:)[^\S\n]+)(?=\S)"
)
_WORD = re.compile(r"[^\W\d_]+")
_SIDES = frozenset({"Q", "A", "QUESTION", "ANSWER", "Question", "Answer"})
_ASKING = frozenset({"Q", "QUESTION", "Question"})
_LONGEST_NAME = 6  # words: "COUNCILWOMAN ANA MARIA DE LA CRUZ"


class Label(NamedTuple):
    """A label with the space after it; `name` is who speaks, None for "Q" and "A"."""

    span: Span
    name: Span | None


@lru_cache(maxsize=1)
def labels_of(text: str) -> dict[int, Label]:
    """Return the labels of *text* by where they begin: "MAYOR LEE: …", "**Dr. Roy:** …", "Q: …".

    A name counts with a title or an office before it, or in capitals or bold where it labels
    several lines; "Q" and "A" count where something is asked. "Note: …" is no label.
    """
    found = tuple(_LABEL.finditer(text))
    names = Counter(label["name"] for label in found)
    labels: dict[int, Label] = {}
    for label in found:
        span = Span(*label.span("label"))
        if label["name"] in _SIDES:
            if not _ASKING.isdisjoint(names):
                labels[span.start] = Label(span, None)
        elif _is_name(label, names):
            labels[span.start] = Label(span, Span(*label.span("name")))
    return labels


def _is_name(label: re.Match[str], names: Counter[str]) -> bool:
    words = _WORD.findall(label["name"])
    if len(words) > _LONGEST_NAME or not load("label_words").isdisjoint(map(str.lower, words)):
        return False
    if not all(word[0].isupper() for word in words):
        return False
    first = words[0].lower()
    if first in load("titles") or first in load("offices"):
        return len(words) > 1
    set_off = label["bold"] is not None or label["name"].isupper()
    return set_off and names[label["name"]] > 1
