"""What `factcheck segment` prints for the reference texts does not sink below its floors."""

import json

import pytest
from attributed import attributed
from figures import Figures
from run import as_floors, figures_of_all, main, sinking
from scoring import FLOORS, GOLD, digest, matching, reference, texts

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


def test_attributions_are_compared_by_the_words_they_cover() -> None:
    text = "Roy said ships left. Tom said it rained."
    annotation = (
        "S Roy said ships left.\nA Roy | said | ships left\n"
        "L1\nA Tom | said | it [...] rained\nA Ann | said | not there\n"
    )
    spans = {"source": [[0, 3]], "cue": [[4, 8]]}
    claims = [
        {"attribution": spans | {"content": [[9, 19]]}},
        {"attribution": spans | {"content": [[30, 39]]}},
        {"attribution": spans | {"content": [[30, 39]]}},
        {"attribution": spans | {"content": [[21, 24]]}},
        {"attribution": None},
    ]
    found = attributed(text, annotation, [{"claims": claims}])
    assert (found.words.gold, found.words.predicted, found.words.matched) == (5, 5, 4)
    assert (found.matches.gold, found.matches.predicted, found.matches.matched) == (3, 3, 2)
    assert found.matches.missed == ("Ann | said | not there",)
    assert (found.sources.matched, found.sources.missed) == (1, ("Tom | said | it [...] rained",))


def test_another_text_is_scored_by_its_attributions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(GOLD / "money.gold.txt")]) == 0
    assert "attributed words: gold" in capsys.readouterr().out
