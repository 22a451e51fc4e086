"""Score what `factcheck segment` prints against reference annotations. In: files. Out: figures.

A predicted and a reference claim match one to one, best pairs first, when the F1 of their word
multisets, without articles, case and marks, is at least 0.75.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.model.document import Document
from factcheck.review.segmenting import segment_lines

GOLD = Path(__file__).parent / "gold"
FLOORS = Path(__file__).parent / "floors.json"
_MATCH = 0.75
# The source of a quotation is seldom the same to the word for two annotators.
_ATTRIBUTION_MATCH = 0.5
_LEFT_OUT = frozenset(["the", "a", "an", "that", "and"])
_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*|'s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the reference: its words, role, claims and attributions."""

    words: str
    role: str
    claims: tuple[str, ...]
    attributions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one text or of several together, and what did not match."""

    gold: int
    predicted: int
    matched: int
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """The share of the predictions that match."""
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the reference that is matched."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.matched / (self.gold + self.predicted) if self.matched else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of claims, attributions and roles of one text."""

    name: str
    claims: Figures
    attributions: Figures
    roles: Figures


def texts() -> tuple[str, ...]:
    """Return the names of the annotated texts."""
    return tuple(sorted(path.stem for path in GOLD.glob("*.txt") if ".gold" not in path.name))


def reference(name: str) -> tuple[Sentence, ...]:
    """Return the annotated sentences of a text."""
    return tuple(_sentences((GOLD / f"{name}.gold.txt").read_text(encoding="utf-8")))


def _sentences(annotation: str) -> Iterator[Sentence]:
    for block in re.split(r"(?m)^(?=S )", annotation):
        lines = [line.split(" ", 1) for line in block.splitlines() if " " in line]
        if not lines or lines[0][0] != "S":
            continue
        yield Sentence(
            words=lines[0][1],
            role=next((rest for mark, rest in lines if mark == "R"), "sentence"),
            claims=tuple(rest for mark, rest in lines if mark == "C"),
            attributions=tuple(rest for mark, rest in lines if mark == "A"),
        )


def printed(name: str) -> tuple[str, list[dict[str, Any]]]:
    """Return a text and what `factcheck segment` prints for it."""
    text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    return text, [json.loads(line) for line in segment_lines(Document(text, name, "-"))]


def score(name: str) -> Score:
    """Return the figures of one text."""
    text, segments = printed(name)
    sentences = reference(name)
    claims = [claim["text"] for segment in segments for claim in segment["claims"]]
    attributions = [
        _attribution(text, claim["attribution"])
        for segment in segments
        for claim in segment["claims"]
        if claim["attribution"]
    ]
    return Score(
        name,
        matching([claim for one in sentences for claim in one.claims], claims, _MATCH),
        matching(
            [attribution for one in sentences for attribution in one.attributions],
            list(dict.fromkeys(attributions)),
            _ATTRIBUTION_MATCH,
        ),
        _roles(text, segments, sentences),
    )


def _attribution(text: str, attribution: dict[str, Any]) -> str:
    parts = (attribution[name] for name in ("source", "cue", "content"))
    return " | ".join(" ".join(text[start:end] for start, end in part) or "-" for part in parts)


def _roles(text: str, segments: Sequence[dict[str, Any]], gold: Sequence[Sentence]) -> Figures:
    found = [
        f"{segment['role']}: {' '.join(text[segment['start'] : segment['end']].split())}"
        for segment in segments
        if text[segment["start"] : segment["end"]].strip()
    ]
    expected = [f"{one.role}: {one.words}" for one in gold]
    common = Counter(found) & Counter(expected)
    return Figures(
        len(expected),
        len(found),
        sum(common.values()),
        tuple((Counter(expected) - common).elements()),
        tuple((Counter(found) - common).elements()),
    )


def matching(gold: Sequence[str], predicted: Sequence[str], least: float) -> Figures:
    """Match references and predictions one to one, the best pairs first."""
    wanted, found = [_bag(one) for one in gold], [_bag(one) for one in predicted]
    pairs = sorted(
        (
            (similarity, -i, -j)
            for i, one in enumerate(wanted)
            for j, other in enumerate(found)
            if (similarity := word_f1(one, other)) >= least
        ),
        reverse=True,
    )
    left, right = set(range(len(wanted))), set(range(len(found)))
    for _, i, j in pairs:
        if -i in left and -j in right:
            left.discard(-i)
            right.discard(-j)
    return Figures(
        len(gold),
        len(predicted),
        len(gold) - len(left),
        tuple(gold[i] for i in sorted(left)),
        tuple(predicted[j] for j in sorted(right)),
    )


def _bag(words: str) -> Counter[str]:
    plain = words.lower().replace("’", "'").replace("'s", " 's")
    return Counter(word for word in _WORD.findall(plain) if word not in _LEFT_OUT)


def word_f1(one: Counter[str], other: Counter[str]) -> float:
    """Return the F1 of two multisets of words."""
    common = (one & other).total()
    return 2 * common / (one.total() + other.total()) if common else 0.0


def together(figures: Sequence[Figures]) -> Figures:
    """Return the counts of several texts as one."""
    return Figures(
        sum(one.gold for one in figures),
        sum(one.predicted for one in figures),
        sum(one.matched for one in figures),
        tuple(words for one in figures for words in one.missed),
        tuple(words for one in figures for words in one.extra),
    )


def digest() -> str:
    """Return the digest of all texts and annotations, so that no floor outlives them."""
    hashed = sha256()
    for path in sorted(GOLD.glob("*.txt")):
        hashed.update(f"{path.name}\n".encode())
        hashed.update(path.read_bytes())
    return hashed.hexdigest()
