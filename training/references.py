"""Train the tagger of references. In: labelled reference strings. Out: the file of its weights.

`python -m training.references --references dev.jsonl --out references.tsv` reads rows
`{"text": …, "fields": [[label, start, end], …]}`, as anystyle's references are given, prints how
well a fifth that was kept back is labelled, and writes the weights of a training on all rows.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from factcheck.citations.tagging import LABELS, WORD, Tagger, features_of, read_weights

_LABEL_OF = {
    "author": "author", "director": "author", "producer": "author", "title": "title",
    "journal": "container", "container-title": "container", "collection-title": "container",
    "date": "date", "volume": "volume", "pages": "pages", "publisher": "publisher",
    "location": "location", "editor": "editor", "translator": "editor",
    "citation-number": "number", "url": "identifier", "doi": "identifier", "isbn": "identifier",
}  # fmt: skip
_EPOCHS = 10
# Rarer features, and smaller weights, cost more room than they help on the fifth kept back.
_RAREST = 5
_SMALLEST = 1.5
_SCALE = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """The words of a reference and the place of the label of each."""

    words: tuple[str, ...]
    labels: tuple[int, ...]


def main() -> None:
    """Read the references, measure, train and write."""
    parser = argparse.ArgumentParser(prog="python -m training.references", description=__doc__)
    parser.add_argument("--references", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    lines = options.references.read_text(encoding="utf-8").splitlines()
    references = [
        reference for line in lines if (reference := reference_of(json.loads(line))).words
    ]
    random.Random(options.seed).shuffle(references)
    kept_back = len(references) // 5
    print(figures(read_weights(train(references[kept_back:])), references[:kept_back]))
    options.out.write_text(train(references), encoding="utf-8")


def reference_of(row: dict[str, object]) -> Reference:
    """Return a row as words with labels; words between two fields belong to the one before."""
    text, fields = str(row["text"]), row["fields"]
    assert isinstance(fields, list)
    words, labels, label = [], [], LABELS.index("note")
    for found in WORD.finditer(text):
        for name, start, end in fields:
            if start <= found.start() < end:
                label = LABELS.index(_LABEL_OF.get(name, "note"))
                break
        words.append(found.group())
        labels.append(label)
    return Reference(tuple(words), tuple(labels))


def train(references: Sequence[Reference], seed: int = 1) -> str:
    """Return the weights file of an averaged structured perceptron trained on *references*."""
    features = [features_of(reference.words) for reference in references]
    counts = Counter(name for words in features for word in words for name in word)
    names = sorted(name for name, count in counts.items() if count >= _RAREST)
    place = {name: number for number, name in enumerate(names)}
    rows = [
        [np.array([place[n] for n in word if n in place], dtype=int) for word in words]
        for words in features
    ]
    size = len(LABELS)
    now = [np.zeros((len(names), size)), np.zeros((size, size)), np.zeros(size)]
    sums = [np.zeros_like(each) for each in now]
    order, dice, step = list(range(len(references))), random.Random(seed), 1
    for _ in range(_EPOCHS):
        dice.shuffle(order)
        for number in order:
            gold = references[number].labels
            found = _best(np.stack([now[0][row].sum(0) for row in rows[number]]), now[1], now[2])
            for sign, labels in ((1, gold), (-1, found)):
                _add(now, rows[number], labels, sign)
                _add(sums, rows[number], labels, sign * step)
            step += 1
    averaged = [each - total / step for each, total in zip(now, sums, strict=True)]
    return written(names, *averaged)


def _best(scores: np.ndarray, pairs: np.ndarray, first: np.ndarray) -> tuple[int, ...]:
    best, back = scores[0] + first, []
    for score in scores[1:]:
        ways = best[:, None] + pairs
        back.append(ways.argmax(0))
        best = ways.max(0) + score
    path = [int(best.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return tuple(reversed(path))


def _add(
    weights: Sequence[np.ndarray], rows: Sequence[np.ndarray], labels: Sequence[int], by: float
) -> None:
    for row, label in zip(rows, labels, strict=True):
        weights[0][row, label] += by
    for before, label in pairwise(labels):
        weights[1][before, label] += by
    weights[2][labels[0]] += by


def written(names: Sequence[str], weights: np.ndarray, pairs: np.ndarray, first: np.ndarray) -> str:
    """Return the weights file: whole numbers, small weights left out."""
    lines = [_line(first), *map(_line, pairs)]
    for name, row in zip(names, weights, strict=True):
        values = [f"{at}:{round(w * _SCALE)}" for at, w in enumerate(row) if abs(w) >= _SMALLEST]
        if values:
            lines.append(f"{name}\t{' '.join(values)}")
    return "\n".join(lines) + "\n"


def _line(row: np.ndarray) -> str:
    return " ".join(str(round(weight * _SCALE)) for weight in row)


def figures(tagger: Tagger, references: Sequence[Reference]) -> str:
    """Return token F1 of title, container and date, and the share of words labelled right."""
    hit: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    right = words = 0
    for reference in references:
        found = tagger.labels(reference.words)
        for word, label, gold in zip(reference.words, found, reference.labels, strict=True):
            words, right = words + 1, right + (label == LABELS[gold])
            if word.isalnum():
                all_of.update((label, LABELS[gold]))
                hit[label] += 2 * (label == LABELS[gold])
    parts = [f"{name} {100 * hit[name] / max(all_of[name], 1):.1f}" for name in LABELS[:4]]
    return f"words right {100 * right / words:.1f}; token F1 {', '.join(parts)}"


if __name__ == "__main__":
    main()
