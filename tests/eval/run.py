"""Print precision, recall and F1 of `factcheck segment`, and what it misses.

Annotations of other texts (`NAME.gold.txt` beside `NAME.txt`) are scored by their attributions.
`--update` writes the figures as the new floors; a floor that would sink is only written with
`--allow-regression`.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from attributed import Attributed
from figures import Figures, together
from scoring import FLOORS, attributions_of, digest, score, texts

# Floors have three digits.
_STEPS = 1000


def figures_of_all() -> dict[str, Figures]:
    """Return the figures of claims, attributions and roles over all texts."""
    scores = [score(name) for name in texts()]
    return {
        "claims": together([one.claims for one in scores]),
        **figures_of_attributions([one.attributions for one in scores]),
        "roles": together([one.roles for one in scores]),
    }


def figures_of_attributions(scores: Sequence[Attributed]) -> dict[str, Figures]:
    """Return the figures of what is said, by whom, over several texts."""
    return {
        "attributed words": together([one.words for one in scores]),
        "attributions": together([one.matches for one in scores]),
        "attributed sources": together([one.sources for one in scores]),
    }


def as_floors(figures: dict[str, Figures]) -> dict[str, Any]:
    """Return figures as they stand in the file of floors, rounded down."""
    floors: dict[str, Any] = {"corpus": digest()}
    for name, one in figures.items():
        floors[name] = {
            "precision": _down(one.precision),
            "recall": _down(one.recall),
            "f1": _down(one.f1),
        }
    return floors


def _down(figure: float) -> float:
    return int(figure * _STEPS) / _STEPS


def sinking(floors: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Return what is lower in *new* than in *floors*."""
    return [
        f"{part} {name}: {floors[part][name]} -> {new[part][name]}"
        for part in floors
        if part != "corpus"
        for name in floors[part]
        if new[part][name] < floors[part][name]
    ]


def main(arguments: list[str]) -> int:
    """Print the figures; with `--update` write them."""
    others = [Path(name) for name in arguments if not name.startswith("--")]
    if others:
        scores = [attributions_of(path) for path in others]
        for name, all_of_it in figures_of_attributions(scores).items():
            _print_missing(all_of_it)
            print(f"{name}: {_line(all_of_it)}")
        return 0
    for name in texts():
        one = score(name)
        print(f"\n{name}: {_line(one.claims)}")
        said = one.attributions
        for part in (one.claims, said.matches, said.sources, one.roles):
            _print_missing(part)
    figures = figures_of_all()
    for name, all_of_it in figures.items():
        print(f"{name}: {_line(all_of_it)}")
    if "--update" not in arguments:
        return 0
    new = as_floors(figures)
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    sunk = sinking(old, new)
    if sunk and "--allow-regression" not in arguments:
        print("not written, these would sink:", *sunk, sep="\n  ")
        return 1
    FLOORS.write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")
    return 0


def _print_missing(one: Figures) -> None:
    for words in one.missed:
        print(f"  missed  {words}")
    for words in one.extra:
        print(f"  extra   {words}")


def _line(one: Figures) -> str:
    return (
        f"gold {one.gold} predicted {one.predicted} matched {one.matched} "
        f"precision {one.precision:.3f} recall {one.recall:.3f} F1 {one.f1:.3f}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
