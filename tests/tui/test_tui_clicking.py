"""The mouse in menus: a row that is clicked does what its letter does."""

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from factcheck.model.flag import FLAG_KEYS
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.edit import EditMenu
from factcheck.tui.screens.flags import FlagMenu
from factcheck.tui.screens.review import ReviewScreen
from tui.sample_review import sample
from tui.screen_text import REFERENCE, SMALL, app_for, drive, screen_text

TIGHT = (80, 20)


def place_of(app: ReviewApp, words: str) -> Offset:
    """Return where *words* stand on the screen, which they do once."""
    [(y, line)] = [
        (y, line) for y, line in enumerate(screen_text(app).splitlines()) if words in line
    ]
    return Offset(line.index(words) + 1, y)


@pytest.mark.parametrize("size", [REFERENCE, SMALL, TIGHT])
@pytest.mark.parametrize("flag", FLAG_KEYS.values())
def test_a_click_on_a_flag_sets_it_and_a_second_one_takes_it_off(
    flag: str, size: tuple[int, int]
) -> None:
    app, words = app_for(sample(), number=4), str(flag).replace("-", " ")

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f")
        await pilot.pause()
        for box in ("■", "□"):
            place = next(
                Offset(line.index(f" {words}") + 2, y)
                for y, line in enumerate(screen_text(app).splitlines())
                if f"□ {words}" in line or f"■ {words}" in line
            )
            await pilot.click(offset=place)
            await pilot.pause()
            assert f"{box} {words}" in screen_text(app)
        assert isinstance(app.screen, FlagMenu)

    drive(app, steps, size=size)


def test_a_click_on_a_finding_goes_to_it_and_beside_the_rows_nothing_happens() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f")
        await pilot.pause()
        await pilot.click(offset=place_of(app, "2 · arithmetic.ratio  “twice”  undecided"))
        await pilot.pause()
        assert "▸2" in screen_text(app)
        await pilot.click(offset=place_of(app, "Flags on c3"))
        await pilot.pause()
        assert "▸2" in screen_text(app)
        assert "■" not in screen_text(app)

    drive(app, steps)


def test_a_click_on_a_row_of_the_copy_menu_copies() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Y")
        await pilot.pause()
        await pilot.click(offset=place_of(app, "quotes of its evidence"))
        await pilot.pause()
        assert not isinstance(app.screen, ReviewScreen)  # there is none to copy
        await pilot.click(offset=place_of(app, "the claim as worded"))
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        assert "copied the words of c3" in screen_text(app)

    drive(app, steps)


def test_a_click_on_a_row_of_the_menu_of_edits_begins_it() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s")
        await pilot.pause()
        await pilot.click(offset=place_of(app, "Edit c3"))
        assert isinstance(app.screen, EditMenu)
        await pilot.click(offset=place_of(app, "reword it"))
        await pilot.pause()
        assert "Reword c3" in screen_text(app)

    drive(app, steps)
