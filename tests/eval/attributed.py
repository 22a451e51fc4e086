"""Score the attributions that `factcheck segment` prints against `A` lines.

In: a text, its annotation, and what was printed. Out: figures. A line reads `A source | cue |
content`; its content is looked up, word for word, in the line (`L7`) or the sentence (`S …`) above
it, "[...]" standing for words left out. Three measures: the words that are anybody's content; the
attributions of which half of the words are the same (one to one, the best pairs first); and the
sources of those, right where half of their words are the same.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from figures import Figures, word_f1

_WORD = re.compile(r"[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])\w)+")
_OVERLAP = 0.5
_LEFT_OUT = "[...]"

Words = frozenset[int]  # places of words in the text


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: the places of the words of its content, its source, and it as a line."""

    content: Words
    source: str
    line: str


@dataclass(frozen=True, slots=True)
class Attributed:
    """The figures of one text or of several together."""

    words: Figures
    matches: Figures
    sources: Figures


def attributed(text: str, annotation: str, segments: Sequence[dict[str, Any]]) -> Attributed:
    """Return how the attributions of the claims in *segments* compare with an annotation."""
    gold = tuple(_reference(text, annotation))
    found = tuple(_printed(text, segments))
    wanted = frozenset().union(*(one.content for one in gold))
    given = frozenset().union(*(one.content for one in found))
    pairs = _pairs(gold, found)
    right = [(one, other) for one, other in pairs if _same_source(one, other)]
    wrong = [pair for pair in pairs if pair not in right]
    matched, chosen = [one for one, _ in pairs], [other for _, other in pairs]
    return Attributed(
        Figures(len(wanted), len(given), len(wanted & given)),
        Figures(
            len(gold),
            len(found),
            len(pairs),
            tuple(one.line for one in gold if one not in matched),
            tuple(one.line for one in found if one not in chosen),
        ),
        Figures(
            len(pairs),
            len(pairs),
            len(right),
            tuple(one.line for one, _ in wrong),
            tuple(other.line for _, other in wrong),
        ),
    )


def _reference(text: str, annotation: str) -> Iterator[Said]:
    lines = text.splitlines(keepends=True)
    places = _places(text)
    start, end = 0, len(text)
    for row in annotation.splitlines():
        mark, _, rest = row.partition(" ")
        if re.fullmatch(r"L\d+", row):
            start = sum(len(line) for line in lines[: int(row[1:]) - 1])
            end = start + len(lines[int(row[1:]) - 1])
        elif mark == "S" and rest in text:
            start = text.find(rest, start)
            start = start if start >= 0 else text.index(rest)
            end = start + len(rest)
        elif mark == "A" and rest.count(" | ") == 2:
            source, _, content = rest.split(" | ")
            yield Said(_looked_up(places, content, start, end), source, rest)


def _places(text: str) -> list[tuple[int, str]]:
    return [(word.start(), word[0].lower()) for word in _WORD.finditer(text)]


def _looked_up(places: Sequence[tuple[int, str]], content: str, start: int, end: int) -> Words:
    """Return the places of the words of *content*; what is not found counts as one missed word."""
    near = [place for place, (at, _) in enumerate(places) if start <= at < end]
    found: set[int] = set()
    for piece in content.split(_LEFT_OUT):
        words = [word.lower() for word in _WORD.findall(piece)]
        for first in (*near, *range(len(places))):
            if words and [word for _, word in places[first : first + len(words)]] == words:
                found.update(range(first, first + len(words)))
                break
        else:
            found.add(-1 - start)
    return frozenset(found)


def _printed(text: str, segments: Sequence[dict[str, Any]]) -> Iterator[Said]:
    places = _places(text)
    seen: set[Words] = set()
    for claim in (claim for segment in segments for claim in segment["claims"]):
        one = claim["attribution"]
        if one is None:
            continue
        content = frozenset(
            place
            for place, (at, word) in enumerate(places)
            if any(start < at + len(word) and at < end for start, end in one["content"])
        )
        parts = [
            " … ".join(text[start:end] for start, end in one[name])
            for name in ("source", "cue", "content")
        ]
        if content not in seen:
            seen.add(content)
            yield Said(content, parts[0], " | ".join(part or "-" for part in parts))


def _pairs(gold: Sequence[Said], found: Sequence[Said]) -> list[tuple[Said, Said]]:
    ranked = sorted(
        (
            (len(one.content & other.content) / len(one.content | other.content), -i, -j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if one.content & other.content
        ),
        reverse=True,
    )
    left, right = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for overlap, i, j in ranked:
        if overlap >= _OVERLAP and -i in left and -j in right:
            left.discard(-i)
            right.discard(-j)
            pairs.append((gold[-i], found[-j]))
    return pairs


def _same_source(one: Said, other: Said) -> bool:
    words, others = (
        Counter(word.lower() for word in _WORD.findall(said.source)) for said in (one, other)
    )
    return word_f1(words, others) >= _OVERLAP or words == others
