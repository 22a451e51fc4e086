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

from attributed import Attributed, attributed
from figures import Figures, word_f1

from factcheck.model.document import Document
from factcheck.review.segmenting import segment_lines

GOLD = Path(__file__).parent / "gold"
FLOORS = Path(__file__).parent / "floors.json"
_MATCH = 0.75
_LEFT_OUT = frozenset(["the", "a", "an", "that", "and"])
_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*|'s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the reference: its words, role and claims."""

    words: str
    role: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of claims, attributions and roles of one text."""

    name: str
    claims: Figures
    attributions: Attributed
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
        )


def score(name: str) -> Score:
    """Return the figures of one text."""
    text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    segments = [json.loads(line) for line in segment_lines(Document(text, name, "-"))]
    sentences = reference(name)
    claims = [claim["text"] for segment in segments for claim in segment["claims"]]
    annotation = (GOLD / f"{name}.gold.txt").read_text(encoding="utf-8")
    return Score(
        name,
        matching([claim for one in sentences for claim in one.claims], claims, _MATCH),
        attributed(text, annotation, segments),
        _roles(text, segments, sentences),
    )


def attributions_of(gold: Path) -> Attributed:
    """Return the figures of the attributions of a text from its annotation `NAME.gold.txt`."""
    text = gold.with_name(gold.name.replace(".gold.txt", ".txt")).read_text(encoding="utf-8")
    segments = [json.loads(line) for line in segment_lines(Document(text, gold.name, "-"))]
    return attributed(text, gold.read_text(encoding="utf-8"), segments)


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


def digest() -> str:
    """Return the digest of all texts and annotations, so that no floor outlives them."""
    hashed = sha256()
    for path in sorted(GOLD.glob("*.txt")):
        hashed.update(f"{path.name}\n".encode())
        hashed.update(path.read_bytes())
    return hashed.hexdigest()
