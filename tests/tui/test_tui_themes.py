"""Themes: five of them, turned by a key, and nothing that only a colour says."""

import re

import pytest
from textual.color import Color
from textual.pilot import Pilot

from factcheck.review.settings import THEMES as NAMES
from factcheck.review.settings import Settings
from factcheck.tui.app import ReviewApp
from factcheck.tui.theme import DARK, THEMES
from factcheck.tui.widgets.fields import LineInput
from tui.sample_review import sample
from tui.screen_text import app_for, drive, screen_text


def _colours(app: ReviewApp) -> set[str]:
    strips = app.screen._compositor.render_strips()
    filters = app.get_line_filters()
    segments = [segment for strip in strips for segment in strip]
    for each in filters:
        segments = each.apply(segments, app.screen.background_colors[1])
    styles = [segment.style for segment in segments if segment.style is not None]
    return {str(c) for style in styles for c in (style.color, style.bgcolor) if c is not None}


def test_settings_and_style_sheet_know_the_same_themes() -> None:
    assert tuple(THEMES) == NAMES
    for theme in THEMES.values():
        assert set(theme.variables) >= set(DARK.variables)


def test_the_key_turns_through_all_themes_and_says_which() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        seen = []
        for _ in NAMES:
            await pilot.press("t")
            await pilot.pause()
            seen.append(app.theme.removeprefix("factcheck-"))
            assert f"theme: {seen[-1]}" in screen_text(app)
        assert seen == [*NAMES[1:], NAMES[0]]

    drive(app, steps)


@pytest.mark.parametrize("theme", NAMES)
def test_the_words_of_the_screen_are_the_same_in_every_theme(theme: str) -> None:
    seen = []
    for name in ("dark", theme):
        app = app_for(sample(), number=3, settings=Settings(theme=name))

        async def steps(pilot: Pilot[None], app: ReviewApp = app) -> None:
            await pilot.press("f", "m", "escape", "5", "space")
            seen.append(screen_text(app))
            await pilot.press("4")
            # Where colours cannot be mixed, nothing shines through beside a dialog.
            assert "✗ refuted waits" in screen_text(app)

        drive(app, steps)
    assert seen[0] == seen[1]


@pytest.mark.parametrize("keys", [(), ("4",), ("f",), ("?",), ("Y",), ("E",), (":",)])
def test_without_colours_there_is_none_on_any_screen(keys: tuple[str, ...]) -> None:
    app = app_for(sample(), number=1, settings=Settings(theme="none"))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        found = _colours(app)
        assert found
        assert all("default" in colour for colour in found)

    drive(app, steps)


def test_the_terminal_s_own_colours_are_its_sixteen() -> None:
    app = app_for(sample(), number=1, settings=Settings(theme="ansi"))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f")
        await pilot.pause()
        assert not [colour for colour in _colours(app) if re.search("#|TRUECOLOR", colour)]

    drive(app, steps)


def test_without_colours_the_field_that_is_typed_into_shows() -> None:
    app = app_for(sample(), number=3, settings=Settings(theme="none"))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        await pilot.pause()
        source, title = (
            app.screen.query_one(f"#{name}", LineInput) for name in ("source", "title")
        )
        assert source.rich_style.underline
        assert not title.rich_style.underline

    drive(app, steps)


@pytest.mark.parametrize("no_colour", ["1", ""])
def test_the_theme_says_whether_there_are_colours_not_what_textual_makes_of_the_environment(
    no_colour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour)
    app = app_for(sample(), settings=Settings(theme="contrast"))

    async def steps(pilot: Pilot[None]) -> None:
        assert any("#" in colour for colour in _colours(app))

    drive(app, steps)


@pytest.mark.parametrize("chosen", ["dark", "light", "contrast"])
def test_the_first_frame_has_the_colours_of_the_theme(chosen: str) -> None:
    app = app_for(sample(), settings=Settings(theme=chosen))

    async def steps(_pilot: Pilot[None]) -> None:
        colours = THEMES[chosen]
        assert app.screen.styles.background == Color.parse(colours.background or "")
        assert app.stylesheet._variables["primary"].upper() == colours.primary.upper()

    drive(app, steps)
