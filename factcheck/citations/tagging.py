"""Tell the parts of a reference apart: the words of a line in, a label for each word out.

A linear-chain model (Collins 2002, "Discriminative training methods for hidden Markov models"):
the label of a word follows from what it looks like, from its neighbours and from the label before
it. The weights were trained by `python -m training.references`; `NOTICE` says on what.
"""

import re
from collections.abc import Sequence
from functools import cache
from operator import add
from pkgutil import get_data
from typing import NamedTuple

LABELS = (
    "author", "title", "container", "date", "volume", "pages", "publisher", "location", "editor",
    "number", "identifier", "note",
)  # fmt: skip
WEIGHTS_FILE = "references.tsv"
WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
# Longer lines are no references, and cost grows with the line.
LONGEST = 150

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_MONTH = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter|"
    r"forthcoming",
    re.IGNORECASE,
)
_EDITORS = {"ed", "eds", "editor", "editors", "edited", "hrsg", "hg", "dir"}
_OPENING, _CLOSING = "“«„", "”»"
_BEFORE, _AFTER = ("<s>", "<s>"), ("</s>", "</s>")

# Of a feature: `place:weight` of labels, apart by spaces; one line of a file needs few of them.
Weights = dict[str, str]


class Tagger(NamedTuple):
    """The weights of features, of pairs of labels, and of the first label."""

    features: Weights
    pairs: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]

    def labels(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the label of each word, the likeliest sequence (Viterbi)."""
        if not words:
            return ()
        scores = [self._scores(features) for features in features_of(words)]
        best = [score + first for score, first in zip(scores[0], self.first, strict=True)]
        back: list[list[int]] = []
        pairs_to = tuple(zip(*self.pairs, strict=True))
        for score in scores[1:]:
            ways = [list(map(add, best, pairs)) for pairs in pairs_to]
            most = list(map(max, ways))
            back.append([way.index(one) for way, one in zip(ways, most, strict=True)])
            best = list(map(add, most, score))
        last = best.index(max(best))
        path = [last]
        for came in reversed(back):
            path.append(came[path[-1]])
        return tuple(LABELS[place] for place in reversed(path))

    def _scores(self, features: Sequence[str]) -> list[int]:
        scores = [0] * len(LABELS)
        for feature in features:
            written = self.features.get(feature)
            if written is not None:
                for place, weight in _values(written):
                    scores[place] += weight
        return scores


@cache
def tagger() -> Tagger:
    """Return the tagger that ships with the program."""
    return read_weights((get_data(__package__, WEIGHTS_FILE) or b"").decode("utf-8"))


def read_weights(text: str) -> Tagger:
    """Return the tagger of a weights file: first label, pairs, then a feature a line."""
    first, *lines = text.rstrip("\n").split("\n")
    pairs, features = lines[: len(LABELS)], lines[len(LABELS) :]
    weights = (line.rpartition("\t") for line in features)
    return Tagger(
        {name: values for name, _, values in weights}, tuple(map(_numbers, pairs)), _numbers(first)
    )


@cache
def _values(written: str) -> tuple[tuple[int, int], ...]:
    """Return the place and the weight of each label in a line of a weights file."""
    numbers = tuple(map(int, written.replace(":", " ").split()))
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _numbers(line: str) -> tuple[int, ...]:
    return tuple(map(int, line.split(" ")))


def features_of(words: Sequence[str]) -> list[list[str]]:
    """Return the features of each word of a line."""
    lower = [*_BEFORE, *(word.lower() for word in words), *_AFTER]
    shapes = [*_BEFORE, *map(_shape, words), *_AFTER]
    year = next((at for at, shape in enumerate(shapes[2:]) if shape == "year"), len(words))
    found = []
    for at, where in enumerate(_places(words)):
        near = _near(lower[at : at + 5], shapes[at : at + 5])
        side = "before" if at < year else "at" if at == year else "after"
        found.append([*near, *_position(at, len(words), where, shapes[at + 2]), f"y={side}"])
    return found


class _Place(NamedTuple):
    """What stands before a word: open quotation marks and brackets, full stops, an "in".

    `within` is "" before the "In" that a collected work follows, then "in", and "ed" from the word
    on that calls the names before it editors; `since` counts the commas and stops after either.
    """

    quoted: bool
    bracketed: bool
    stops: int
    within: str
    since: int


def _places(words: Sequence[str]) -> list[_Place]:
    quoted = straight = bracketed = False
    stops = since = 0
    within, places = "", []
    for at, word in enumerate(words):
        quoted = quoted or word in _OPENING
        straight = straight is not (word == '"')
        bracketed = bracketed or word in "(["
        begins = _begins(words, at, within)
        since = 0 if begins else since
        within = begins or within
        places.append(_Place(quoted or straight, bracketed, min(stops, 4), within, min(since, 3)))
        quoted = quoted and word not in _CLOSING
        bracketed = bracketed and word not in ")]"
        stops += word in ".?!" and at > 0 and len(words[at - 1]) > 2
        since += word in ",.:"
    return places


def _begins(words: Sequence[str], at: int, within: str) -> str:
    """Return what begins with a word: the work that another is in, its title after the editors."""
    word = words[at].lower()
    if at and word in {"in", "dans"} and words[at - 1] in ".,”\"’'»?!)":
        return "in"
    return "ed" if within and word in _EDITORS else ""


def _near(lower: Sequence[str], shapes: Sequence[str]) -> list[str]:
    """Return what the word, the third of five, and its neighbours look like."""
    before2, before, word, after, after2 = lower
    shape2, shape1, shape, shape3, shape4 = shapes
    return [
        "any", f"w={word}", f"s={shape}", f"p1={before}", f"n1={after}", f"p2={before2}",
        f"n2={after2}", f"ss={shape1}|{shape}|{shape3}", f"sp={shape2}|{shape1}|{shape}",
        f"sn={shape}|{shape3}|{shape4}", f"ws={word}|{shape3}", f"sw={shape1}|{word}",
        f"x3={word[-3:]}", f"x4={word[:4]}",
        *(["month"] if _MONTH.fullmatch(word) else []),
        *([f"ap={before}|{before2 if len(before2) < 3 else 'w'}|{shape}"]
          if before in ".,”\"’?!)" else []),
    ]  # fmt: skip


def _position(at: int, count: int, where: _Place, shape: str) -> list[str]:
    return [
        f"pos={10 * at // count}", f"i={min(at, 6)}", f"e={min(count - 1 - at, 5)}",
        f"q={where.quoted}", f"par={where.bracketed}|{shape}", f"stops={where.stops}",
        f"stop={where.stops}|{shape}", f"qs={where.quoted}|{min(where.stops, 3)}",
        f"in={where.within}|{where.since}", f"is={where.within}|{shape}",
    ]  # fmt: skip


def _shape(word: str) -> str:
    if _YEAR.fullmatch(word):
        return "year"
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    if not word.isalnum():
        return word
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    return _letters(word)


def _letters(word: str) -> str:
    if word.isupper():
        return "XX"
    if word[0].isupper():
        return "Xx" if word[1:].islower() else "XxX"
    return "xx" if word.islower() else "mix"
