"""What `factcheck segment` prints for the reference texts does not sink below its floors."""

import json

import pytest
from run import as_floors, figures_of_all, main, sinking
from scoring import FLOORS, Figures, digest, matching, reference, texts

LEAST_SENTENCES = 150


def test_no_figure_sinks_below_its_floor() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert sinking(floors, as_floors(figures_of_all())) == []


def test_the_floors_belong_to_these_texts() -> None:
    assert json.loads(FLOORS.read_text(encoding="utf-8"))["corpus"] == digest()


def test_the_reference_is_large_enough_to_say_something() -> None:
    assert sum(len(reference(name)) for name in texts()) >= LEAST_SENTENCES


def test_claims_match_one_to_one_and_the_best_pairs_first() -> None:
    gold = ["The port closed in May.", "Roy left."]
    figures = matching(gold, ["the port closed in May", "The port closed in May 2020.", "x"], 0.75)
    assert (figures.matched, figures.missed) == (1, ("Roy left.",))
    assert figures.extra == ("The port closed in May 2020.", "x")


def test_figures_of_nothing_are_zero() -> None:
    nothing = Figures(0, 0, 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


def test_a_lower_floor_is_not_written_unless_it_is_allowed(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    floors = tmp_path_factory.mktemp("floors") / "floors.json"
    one = {"precision": 1.1, "recall": 0.0, "f1": 0.0}
    floors.write_text(json.dumps({"corpus": "", "claims": one}), encoding="utf-8")
    monkeypatch.setattr("run.FLOORS", floors)
    assert main(["--update"]) == 1
    assert main(["--update", "--allow-regression"]) == 0
    assert json.loads(floors.read_text(encoding="utf-8"))["corpus"] == digest()
