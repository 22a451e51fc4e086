"""Pictures of the screen in words, one for each state, at two sizes.

`UPDATE_GOLDEN=1` writes them anew and fails, so that somebody looks at the difference.
"""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui.sample_review import sample
from tui.screen_text import REFERENCE, SMALL, app_for, drive, screen_text

GOLDEN = Path(__file__).parent.parent / "golden" / "screens"
STATES = {
    "start": (),
    "verdict-given": ("5",),
    "evidence-pending": ("4",),
    "evidence-refused": ("4", "ctrl+s"),
    "flags": ("f", "m", "2"),
    "help": ("?",),
    "search": ("/", *"harbour"),
    "found": ("/", *"harbour", "enter"),
    "history": ("h",),
    "claim": ("enter",),
    "claim-pane": ("tab",),
    "link": ("g", "o"),
    "note": ("c", *"ask them"),
}


@pytest.mark.parametrize("size", [REFERENCE, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_the_screen_looks_as_it_did(state: str, size: tuple[int, int]) -> None:
    app = app_for(sample(), number=3)
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*STATES[state])
        await pilot.pause()
        seen.append(screen_text(app))

    drive(app, steps, size=size)
    golden = GOLDEN / f"{state}-{size[0]}x{size[1]}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(seen[0], encoding="utf-8")
        pytest.fail(f"{golden.name} was written: look at the difference, then run without update")
    assert seen[0] == golden.read_text(encoding="utf-8")


def test_no_picture_is_left_over() -> None:
    expected = {f"{state}-{w}x{h}.txt" for state in STATES for w, h in (REFERENCE, SMALL)}
    assert {path.name for path in GOLDEN.iterdir()} == expected
