"""Keys as one person wants them: sets, remapping, and every refusal by name."""

from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from factcheck.errors import UsageError
from factcheck.model.verdict import DEFAULT_SCALE
from factcheck.review.settings import Settings
from factcheck.tui.keymaps import is_key, keymap, plain
from factcheck.tui.keys import all_keys
from factcheck.tui.keysets import KEY_SETS
from factcheck.tui.screens.form import Form
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.view import View
from factcheck.tui.widgets.status import MessageLine
from tui.sample_review import sample
from tui.screen_text import REFERENCE, app_for, drive, review_of, screen_text

if TYPE_CHECKING:
    from textual.screen import Screen

LEFT_HAND = {
    *"`!123456qwertasdfgzxcvbQWERTASDFGZXCVB", *("tab", "shift+tab", "escape", "space"),
    *("f1", "f2", "f3", "f4", "f5"), *(f"ctrl+{key}" for key in "qwertasdfgzxcvb"),
}  # fmt: skip


ALL_WORDS = {key for row in all_keys() for key in row.keys if len(key) > 1}


def _remapped(**keys: tuple[str, ...]) -> Settings:
    return Settings(keys={name.replace("_", "."): value for name, value in keys.items()})


@pytest.mark.parametrize("name", KEY_SETS)
def test_every_set_names_rows_that_there_are_and_no_key_does_two_things(name: str) -> None:
    mapped = keymap(chosen=name)
    assert set(KEY_SETS[name]) == {row.id for row in mapped.changed} | {
        row for row in KEY_SETS[name] if KEY_SETS[name][row] == _default(row)
    }
    assert [row.id for row in mapped.rows] == [row.id for row in all_keys()]


def _default(name: str) -> tuple[str, ...]:
    return next(row.keys for row in all_keys() if row.id == name)


def test_the_left_hand_reaches_everything() -> None:
    assert [row.id for row in keymap(chosen="left-hand").rows if not LEFT_HAND & {*row.keys}] == []


def test_own_keys_go_before_those_of_the_set() -> None:
    mapped = keymap(chosen="vim", remapped={"page.down": ("f4",)})
    assert mapped.shown("page.down") == "F4"
    assert mapped.shown("page.up") == "ctrl+u"
    assert mapped.worded("{undo} or {nothing.known}") == "u or ?"


@pytest.mark.parametrize(
    ("chosen", "remapped", "words"),
    [
        ("emacs", {}, "no set of keys 'emacs'"),
        ("default", {"dwn": ("x",)}, "nothing called 'dwn'"),
        ("default", {"down": ("spacebar",)}, "'spacebar', which down is mapped to, is no key"),
        ("default", {"down": ("",)}, "is no key"),
        ("default", {"down": ("u",)}, "'u' is bound twice: to 'undo' and to 'down'"),
        ("default", {"verdict.refuted": ("j",)}, "'verdict.refuted' and to 'down'"),
        ("vim", {"undo": ("ctrl+u",)}, "'undo' and to 'page.up'"),
        ("default", {"claim": ("ctrl+i",)}, "'tab' is bound twice: to 'claim' and to 'pane'"),
        ("default", {"view.close": ("ctrl+q",)}, "'view.close' and to 'quit'"),
        ("default", {"flag.outdated": ("q",)}, "'menu.close' and to 'flag.outdated'"),
        ("default", {"form.save": ("s",)}, "'form.save': it is typed into fields"),
        ("default", {"console.run": ("space",)}, "'console.run': it is typed"),
    ],
)
def test_what_cannot_be_is_refused_with_the_names(
    chosen: str, remapped: dict[str, tuple[str, ...]], words: str
) -> None:
    with pytest.raises(UsageError, match=words) as refused:
        keymap(DEFAULT_SCALE, chosen, remapped)
    assert refused.value.hint


def test_a_near_name_is_proposed_and_the_file_is_named() -> None:
    with pytest.raises(UsageError, match=r"in keys\.toml") as refused:
        keymap(remapped={"verdict.refute": ("x",)}, source="keys.toml")
    assert refused.value.hint == "did you mean verdict.refuted?"


def test_two_rows_can_change_places() -> None:
    app = app_for(sample(), number=3, settings=_remapped(down=("k",), up=("j",)))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("k", "k", "j")
        assert review_of(app).number == 4

    drive(app, steps)


@pytest.mark.parametrize("key", ["j", "ctrl+r", "f12", "shift+tab", ",", "é", "ctrl+shift+a"])
def test_what_names_a_key(key: str) -> None:
    assert is_key(key)


@given(st.text(max_size=12))
def test_only_one_character_or_a_known_word_names_a_key(text: str) -> None:
    bare = text.rpartition("+")[2] or text[-1:]
    assert not is_key(text) or len(bare) == 1 or bare in {"tab", "up", "end", *ALL_WORDS}


def test_the_application_does_not_start_with_keys_that_clash() -> None:
    with pytest.raises(UsageError, match="bound twice"):
        app_for(sample(), settings=_remapped(down=("u",)))


def test_a_verdict_key_that_is_mapped_decides_and_the_old_one_does_nothing() -> None:
    session = sample()
    app = app_for(session, number=3, settings=_remapped(verdict_unproven=("z",), undo=(",", "5")))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("z")
        assert session.acts == ["c3 → unproven"]
        assert review_of(app).query_one(MessageLine).text.endswith(" · , undoes · r says why")
        await pilot.press("u")
        assert len(session.acts) == 1
        await pilot.press(",")
        assert session.acts[1:] == ["undo c3 → unproven"]

    drive(app, steps)


def test_what_the_screen_says_of_keys_is_as_mapped_everywhere() -> None:
    mapped = _remapped(
        undo=("f2",), help=("f3",), form_save=("f4",), view_close=("w",), pane=("f8",),
        menu_close=("w",), flag_outdated=("y",), link_open=("p",), search=("ctrl+f",),
    )  # fmt: skip
    app = app_for(sample(), number=1, settings=mapped)

    async def steps(pilot: Pilot[None]) -> None:
        assert "F2 undo" in screen_text(app)
        assert "F3 help" in screen_text(app)
        assert "F8: claim" in screen_text(app)
        await pilot.press("f3")
        assert isinstance(app.screen, View)
        assert "w close" in screen_text(app)
        assert "F2          undo, and go to it" in screen_text(app)
        await pilot.press("q")
        assert isinstance(app.screen, View)
        await pilot.press("w", "c")
        assert isinstance(app.screen, Form)
        assert "F4 save" in screen_text(app)
        await pilot.press("h", "ctrl+s")
        assert isinstance(app.screen, Form)
        await pilot.press("f4")
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("f")
        assert " y □ outdated" in screen_text(app)
        await pilot.press("y")
        assert " y ■ outdated" in screen_text(app)
        await pilot.press("o")
        assert "w close" in screen_text(app)
        await pilot.press("w", "o")
        assert "p open" in screen_text(app)

    drive(app, steps, size=(100, 40))


def test_the_palette_names_the_mapped_key() -> None:
    app = app_for(sample(), settings=_remapped(undo=("f2",)))
    titles = {c.title: c.help for c in app.get_system_commands(cast("Screen[object]", app._review))}
    assert titles["Undo, and go to it"] == "key F2"


@pytest.mark.parametrize("name", [name for name in KEY_SETS if name != "default"])
def test_every_set_is_shown_by_its_own_help(name: str) -> None:
    mapped = keymap(chosen=name)
    app = app_for(sample(), settings=Settings(key_set=name))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(mapped.review[[r.id for r in mapped.review].index("help")].keys[0])
        lines = screen_text(app)
        assert isinstance(app.screen, View)
        assert f"{mapped.shown('undo')} " in lines

    drive(app, steps, size=REFERENCE)


def test_the_default_changes_nothing() -> None:
    assert plain().changed == ()
    assert plain().for_textual() == {}
