"""Keys that come all at once do what they would do one after the other."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from textual.events import Event, Key, Paste
from textual.pilot import Pilot

from factcheck.tui.app import ReviewApp, run_review
from factcheck.tui.inorder import KeysInOrder
from factcheck.tui.screens.evidence_list import EvidenceList
from factcheck.tui.screens.flags import FlagMenu
from factcheck.tui.screens.selecting import WordSelection
from factcheck.tui.widgets.fields import typed
from tui.real_review import app_of, real
from tui.sample_review import sample
from tui.screen_text import app_for, drive, review_of

if TYPE_CHECKING:
    from factcheck.review.session import Session


async def burst(app: ReviewApp, pilot: Pilot[None], *keys: str | Event) -> None:
    """Let *keys* come before the first of them has done anything, and wait for all of them."""
    for key in keys:
        one = key[:1] if isinstance(key, str) and len(key) == 1 else None
        app.post_message(Key(key, one) if isinstance(key, str) else key)
    await pilot.pause()
    while not app._typed.is_idle:
        await pilot.pause()


def values(app: ReviewApp) -> list[str]:
    return [field.value for field in typed(app.screen)]


def test_letters_after_a_tab_go_to_the_next_field() -> None:
    app = app_for(sample())

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        await burst(app, pilot, "a", "tab", "r", "tab", "b", Paste("two\nlines"), "enter", "c")
        assert values(app)[:3] == ["a", "btwo lines", "c"]

    drive(app, steps)


def test_letters_after_a_key_that_opens_a_form_go_to_its_first_field() -> None:
    session = sample()
    app = app_for(session, number=4)

    async def steps(pilot: Pilot[None]) -> None:
        await burst(app, pilot, "c", *"6 of 7", "ctrl+s", "j", "c", *"then 5")
        assert values(app) == ["then 5"]
        assert session.claims[3].notes[-1].text == "6 of 7"
        assert review_of(app).number == 5

    drive(app, steps)


def test_a_key_whose_end_is_never_seen_stops_no_other() -> None:
    app, passed = app_for(sample()), list[Event]()

    async def pass_on(event: Event) -> None:
        passed.append(event)

    async def steps(pilot: Pilot[None]) -> None:
        keys = KeysInOrder(app, pass_on, patience=0.01)
        keys._all_done = lambda *_: None  # type: ignore[method-assign]
        first, second = Key("a", "a"), Key("b", "b")
        await keys.take(first)
        await keys.take(second)
        assert passed == [first]
        while len(passed) < 2:
            await pilot.pause()
        assert passed == [first, second]

    drive(app, steps)


@pytest.mark.parametrize("keys", [("E",), ("f",), ("s", "a")])
def test_what_was_closed_brings_nothing_into_view(keys: tuple[str, ...], tmp_path: Path) -> None:
    app = app_of(real(tmp_path), number=2)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        screen = app.screen
        await pilot.press("escape")
        if isinstance(screen, WordSelection):
            screen._select(screen.selected)
        else:
            assert isinstance(screen, EvidenceList | FlagMenu)
            screen._bring_into_view()
        assert app.screen is review_of(app)

    drive(app, steps)


def test_a_fault_ends_the_program_with_a_status_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(app: ReviewApp) -> None:
        app._return_code = 1

    monkeypatch.setattr(ReviewApp, "run", fail)
    session = cast("Session", sample())
    with pytest.raises(SystemExit) as ended:
        run_review(session, session.articles()[0].id, number=1)
    assert ended.value.code == 1
