"""The tagger of references learns what it is shown."""

import json
import sys
from pathlib import Path

import pytest

from factcheck.citations.tagging import LABELS, read_weights
from training import references
from training.references import figures, reference_of, train

NAMES = ("Lee, A.", "Roth, B.", "Marsh, C.", "Okafor, D.", "Sato, E.", "Berg, F.")
TITLES = ("Bread and salt", "Bridges of the north", "Sleep at sea", "Silt", "Tides", "On lamps")


def row(name: str, title: str, year: int) -> dict[str, object]:
    text = f"{name} {title}. {year}."
    at = len(name) + 1
    end = at + len(title) + 1
    fields = [["author", 0, at - 1], ["title", at, end], ["date", end + 1, len(text)]]
    return {"text": text, "fields": fields}


ROWS = [row(n, t, 1990 + i) for i, n in enumerate(NAMES) for t in TITLES]


def test_words_between_fields_belong_to_the_one_before() -> None:
    found = reference_of({"text": "x A. y 12 z", "fields": [["author", 2, 4], ["pages", 7, 9]]})
    assert [LABELS[label] for label in found.labels] == [
        "note", "author", "author", "author", "pages", "pages",
    ]  # fmt: skip


def test_training_labels_what_it_was_shown_and_writes_the_same_weights_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(references, "_RAREST", 2)
    monkeypatch.setattr(references, "_SMALLEST", 0.1)
    shown = [reference_of(each) for each in ROWS]
    weights = train(shown)
    assert train(shown) == weights
    assert figures(read_weights(weights), shown).startswith("words right 100.0; ")


def test_the_command_prints_figures_and_writes_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [*ROWS, {"text": "", "fields": []}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    out = tmp_path / "references.tsv"
    command = ["x", "--references", str(tmp_path / "rows.jsonl"), "--out", str(out)]
    monkeypatch.setattr(sys, "argv", command)
    references.main()
    assert "token F1 author" in capsys.readouterr().out
    assert read_weights(out.read_text(encoding="utf-8")).features
