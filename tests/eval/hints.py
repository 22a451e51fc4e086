"""Measure what `factcheck segment` says beside its claims. In: tests/eval/flags. Out: figures.

Sentences are read one by one. A sentence is subjective or check-worthy from 0.5 on, and a weasel
sentence where a rule of vagueness fires outside quotations; loaded words are compared word by
word, flags of articles by overlap.
"""

import json
import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from scoring import Figures, together

from factcheck.model.document import Document
from factcheck.review.segmenting import segment_lines
from marks import unmark

SETS = Path(__file__).parent / "flags"
FLOORS = Path(__file__).parent / "hint_floors.json"
_FROM = 0.5
_WEASEL = re.compile(r"rhetoric\.(?:weasel-source|vague-.+|hedge)")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

Segments = Sequence[dict[str, Any]]


def read(text: str) -> Segments:
    """Return the segments that `factcheck segment` prints for *text*."""
    return [json.loads(line) for line in segment_lines(Document(text, "", "-"))]


def _rows(name: str) -> list[str]:
    lines = (SETS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def labelled(name: str, says: Callable[[Segments], bool]) -> Figures:
    """Compare labels of sentences with what *says* makes of their segments."""
    figures = []
    for row in _rows(name):
        label, text = row.split(" ", 1)
        gold, found = int(label), int(says(read(text)))
        missed, extra = gold and not found, found and not gold
        figures.append(
            Figures(gold, found, gold * found, (text,) if missed else (), (text,) if extra else ())
        )
    return together(figures)


def is_subjective(segments: Segments) -> bool:
    """Say whether one of the segments is subjective."""
    return any(segment["subjectivity"] >= _FROM for segment in segments)


def is_worthy(segments: Segments) -> bool:
    """Say whether one of the segments is check-worthy."""
    return any(segment["check_worthiness"] >= _FROM for segment in segments)


def is_weasel(segments: Segments) -> bool:
    """Say whether a rule of vagueness fires outside quotations."""
    return any(
        _WEASEL.fullmatch(finding["rule"]) and not finding["quoted"]
        for segment in segments
        for finding in segment["findings"]
    )


def loaded() -> Figures:
    """Compare loaded words, each counted by itself."""
    figures = []
    for row in _rows("loaded"):
        text, spans = unmark(row)
        gold = _words_at(text, [(span.start, span.end) for span in spans])
        found = _words_at(
            text,
            [
                (finding["start"], finding["end"])
                for segment in read(text)
                for finding in segment["findings"]
                if finding["rule"] == "rhetoric.loaded"
            ],
        )
        figures.append(
            Figures(
                len(gold),
                len(found),
                len(gold & found),
                tuple(text[place:].split()[0] for place in sorted(gold - found)),
                tuple(text[place:].split()[0] for place in sorted(found - gold)),
            )
        )
    return together(figures)


def _words_at(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    return {
        word.start()
        for word in _WORD.finditer(text)
        if any(start < word.end() and word.start() < end for start, end in spans)
    }


def figures_of_hints() -> dict[str, Figures]:
    """Return the figures of every set."""
    return {
        "subjective": labelled("subjective", is_subjective),
        "weasel": labelled("weasel", is_weasel),
        "worthy": labelled("worthy", is_worthy),
        "loaded": loaded(),
    }


def digest_of_sets() -> str:
    """Return the digest of all sets, so that no floor outlives them."""
    hashed = sha256()
    for path in sorted(SETS.glob("*.txt")):
        hashed.update(f"{path.name}\n".encode())
        hashed.update(path.read_bytes())
    return hashed.hexdigest()
