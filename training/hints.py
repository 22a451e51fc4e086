"""Fit the weights by which `factcheck.annotate` judges sentences: subjectivity, check-worthiness.

In: sentences labelled subjective (1) or objective (0), as JSON Lines with `text` and `label`; the
sentences of tests/eval/flags/worthy.txt; the parser that ships with the program. Out:
`subjective_weights.tsv` and `worthy_weights.tsv` in `factcheck/lexicon`, a weight for each word and
each sign, and the figures of a cross-validation on standard output.

A sentence is the mean of the vectors of its words, which are those that the parser begins with,
beside its counted signs. A logistic regression over both is linear in the words, so that each word
ends up with one number; words that stand in no training sentence get theirs through their vectors.

    python -m training.hints SENTENCES.jsonl
"""

import json
import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from factcheck.annotate import checkworthiness, subjectivity
from factcheck.annotate.subjectivity import words_of

_ROOT = Path(__file__).parent.parent
_MODEL = _ROOT / "factcheck/segment/model"
_WORTHY = _ROOT / "tests/eval/flags/worthy.txt"
_FOLDS = 10
_SEED = 3

Vectors = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Task:
    """What to fit: where to, to which rows, with which signs; tuned by cross-validation."""

    name: str
    head: str
    rows: list[tuple[str, int]]
    signs: Callable[[str], Mapping[str, float]]
    regularisation: float
    weight_of_signs: float  # against the words, which are many
    balanced: bool  # both labels weigh the same


def vectors() -> Vectors:
    """Return the vector of each whole word, figure and mark in the vocabulary of the parser."""
    tokenizer = json.loads((_MODEL / "tokenizer.json").read_text(encoding="utf-8"))
    graph = onnx.load(str(_MODEL / "parser.onnx")).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    pieces = arrays["encoder.pieces.weight_quantized"].astype(np.float64)
    pieces = (pieces - arrays["encoder.pieces.weight_zero_point"].astype(np.float64)) * arrays[
        "encoder.pieces.weight_scale"
    ]
    return {
        word: pieces[place]
        for word, place in tokenizer["model"]["vocab"].items()
        if word.isascii() and not word.startswith(("##", "[")) and words_of(word) == [word]
    }


def fit(task: Task, known: Vectors) -> None:
    """Validate and write the weights of one task."""
    labels = np.array([label for _, label in task.rows])
    means = np.stack([_mean(text, known) for text, _ in task.rows])
    counts = np.array([list(task.signs(text).values()) for text, _ in task.rows], float)
    names = list(task.signs(""))
    centre, scale = means.mean(axis=0), means.std()
    spread = (counts.std(axis=0) + 1e-9) / task.weight_of_signs
    features = np.hstack([(means - centre) / scale, (counts - counts.mean(axis=0)) / spread])
    print(
        task.name, f"{len(labels)} sentences, {_FOLDS} folds:", _validated(task, features, labels)
    )
    model = _fitted(task, features, labels)
    by_vector = model.coef_[0][: len(centre)] / scale
    by_sign = model.coef_[0][len(centre) :] / spread
    start = model.intercept_[0] - by_vector @ centre - by_sign @ counts.mean(axis=0)
    lines = [f"<start>\t{start:.3f}"]
    lines += [f"<{name}>\t{weight:.3f}" for name, weight in zip(names, by_sign, strict=True)]
    # A mark that stands nowhere in the sentences has no meaning that its vector could carry over.
    seen = {word for text, _ in task.rows for word in words_of(text)}
    lines += [
        f"{word}\t{vector @ by_vector:.2f}"
        for word, vector in sorted(known.items())
        if word.isalnum() or word in seen
    ]
    out = _ROOT / f"factcheck/lexicon/{task.name}_weights.tsv"
    # In order, because they are searched and not taken apart.
    out.write_text(task.head + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


def _mean(text: str, known: Vectors) -> np.ndarray:
    found = [known[word] for word in words_of(text) if word in known]
    return np.mean(found, axis=0) if found else np.zeros(len(next(iter(known.values()))))


def _fitted(task: Task, features: np.ndarray, labels: np.ndarray) -> LogisticRegression:
    weight = "balanced" if task.balanced else None
    model = LogisticRegression(C=task.regularisation, class_weight=weight, max_iter=3000)
    return model.fit(features, labels)


def _validated(task: Task, features: np.ndarray, labels: np.ndarray) -> str:
    """Return F1 over folds of neighbours, which for news come from the same articles."""
    guessed = np.zeros(len(labels))
    for fold in np.array_split(np.arange(len(labels)), _FOLDS):
        rest = np.setdiff1d(np.arange(len(labels)), fold)
        guessed[fold] = _fitted(task, features[rest], labels[rest]).predict(features[fold])
    macro, positive = (f1_score(labels, guessed, average=how) for how in ("macro", "binary"))
    return f"macro F1 {macro:.3f}, F1 of the positive label {positive:.3f}"


def _tasks(path: str) -> tuple[Task, Task]:
    news = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    own = [line.split(" ", 1) for line in _WORTHY.read_text(encoding="utf-8").splitlines()]
    spoken = [(text, int(label)) for label, text in own if label in {"0", "1"}]
    random.Random(_SEED).shuffle(spoken)
    return (
        Task(
            "subjective",
            "# Weights of words and signs for subjectivity, fitted by training/hints.py to the"
            " English development half of\n# NewsSD (Antici et al. 2024;"
            " github.com/nlp-unibo/newssd-eng, CC BY 4.0).\n",
            [(row["text"], row["label"]) for row in news],
            lambda text: subjectivity.signs(text, ""),
            regularisation=0.003,
            weight_of_signs=1,
            balanced=True,
        ),
        Task(
            "worthy",
            "# Weights of words and signs for check-worthiness, fitted by training/hints.py to"
            " tests/eval/flags/worthy.txt.\n",
            spoken,
            lambda text: checkworthiness.signs(text, ""),
            regularisation=0.005,
            weight_of_signs=2,
            balanced=False,
        ),
    )


if __name__ == "__main__":
    vocabulary = vectors()
    for one in _tasks(sys.argv[1]):
        fit(one, vocabulary)
