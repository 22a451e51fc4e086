"""Print precision, recall and F1 of the hints, and what they miss.

`--update` writes the figures as the new floors; a floor that would sink is only written with
`--allow-regression`.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from hints import FLOORS, digest_of_sets, figures_of_hints
from run import as_floors, sinking


def main(arguments: list[str]) -> int:
    """Print the figures; with `--update` write them."""
    figures = figures_of_hints()
    for name, one in figures.items():
        print(*(f"  missed  {words}" for words in one.missed), sep="\n")
        print(*(f"  extra   {words}" for words in one.extra), sep="\n")
        print(
            f"{name}: gold {one.gold} predicted {one.predicted} matched {one.matched} "
            f"precision {one.precision:.3f} recall {one.recall:.3f} F1 {one.f1:.3f}"
        )
    if "--update" not in arguments:
        return 0
    new = as_floors(figures) | {"corpus": digest_of_sets()}
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    sunk = sinking(old, new)
    if sunk and "--allow-regression" not in arguments:
        print("not written, these would sink:", *sunk, sep="\n  ")
        return 1
    FLOORS.write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
