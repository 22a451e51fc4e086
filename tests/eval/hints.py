"""Measure what `factcheck segment` says beside its claims. In: tests/eval/flags. Out: figures.

Each sentence of a set is a paragraph. It is subjective or check-worthy from 0.5 on, and a weasel
sentence where a rule of vagueness fires outside quotations; loaded words are compared word by
word.
"""

import json
import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from figures import Figures, together

from factcheck.model.document import Document
from factcheck.review.segmenting import segment_lines
from marks import unmark

SETS = Path(__file__).parent / "flags"
FLOORS = Path(__file__).parent / "hint_floors.json"
_FROM = 0.5
_WEASEL = re.compile(r"rhetoric\.(?:weasel-source|vague-.+|hedge)")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

Segments = Sequence[dict[str, Any]]


def rows(name: str) -> list[str]:
    """Return the lines of a set."""
    lines = (SETS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read(texts: Sequence[str]) -> list[Segments]:
    """Return the segments that `factcheck segment` prints for each text, a paragraph each."""
    whole = "\n\n".join(texts)
    segments = [json.loads(line) for line in segment_lines(Document(whole, "", "-"))]
    found: list[Segments] = []
    start = 0
    for text in texts:
        end = start + len(text)
        found.append([_shifted(one, start) for one in segments if start <= one["start"] < end])
        start = end + 2
    return found


def _shifted(segment: dict[str, Any], by: int) -> dict[str, Any]:
    findings = [
        finding | {"start": finding["start"] - by, "end": finding["end"] - by}
        for finding in segment["findings"]
    ]
    return segment | {"findings": findings}


def labelled(name: str, says: Callable[[Segments], bool]) -> Figures:
    """Compare labels of sentences with what *says* makes of their segments."""
    split = [row.split(" ", 1) for row in rows(name)]
    texts = [text for _, text in split]
    figures = []
    for (label, text), segments in zip(split, read(texts), strict=True):
        gold, found = int(label), int(says(segments))
        missed, extra = gold > found, found > gold
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
    drawn = [unmark(row) for row in rows("loaded")]
    figures = []
    for (text, spans), segments in zip(drawn, read([text for text, _ in drawn]), strict=True):
        gold = _words_at(text, [(span.start, span.end) for span in spans])
        findings = [one for segment in segments for one in segment["findings"]]
        marked = [
            (one["start"], one["end"]) for one in findings if one["rule"] == "rhetoric.loaded"
        ]
        found = _words_at(text, marked)
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
