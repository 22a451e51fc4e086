"""What is said beside the claims does not sink below its floors on the sets of tests/eval/flags."""

import json

import pytest
import run_hints
from figures import Figures
from hints import FLOORS, digest_of_sets, figures_of_hints, rows
from run import as_floors, sinking

NOTHING = Figures(0, 0, 0)
LEAST = {"subjective": 60, "weasel": 160, "worthy": 300, "loaded": 80}


def test_no_hint_sinks_below_its_floor() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert sinking(floors, as_floors(figures_of_hints())) == []


def test_the_floors_belong_to_these_sets() -> None:
    assert json.loads(FLOORS.read_text(encoding="utf-8"))["corpus"] == digest_of_sets()


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_a_set_is_large_enough_to_say_something(name: str, least: int) -> None:
    assert len(rows(name)) >= least


def test_a_lower_floor_is_not_written_unless_it_is_allowed(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    floors = tmp_path_factory.mktemp("floors") / "hint_floors.json"
    one = {"precision": 1.1, "recall": 0.0, "f1": 0.0}
    floors.write_text(json.dumps({"corpus": "", "loaded": one}), encoding="utf-8")
    monkeypatch.setattr("run_hints.FLOORS", floors)
    monkeypatch.setattr("run_hints.figures_of_hints", lambda: {"loaded": NOTHING})
    assert run_hints.main(["--update"]) == 1
    assert run_hints.main(["--update", "--allow-regression"]) == 0
    assert json.loads(floors.read_text(encoding="utf-8"))["corpus"] == digest_of_sets()
