"""The review beside others who write to the same file: what is seen is what is there."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from factcheck.model.records import AssessmentRecord, NoteRecord
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.review import LOOK_SECONDS
from factcheck.tui.widgets.detail import DetailPane
from factcheck.tui.widgets.status import MessageLine
from tui.fake_session import AT, FakeSession
from tui.sample_review import sample
from tui.screen_text import app_for, drive, review_of, screen_text


def _verdict(verdict: str, reviewer: str = "Ana") -> tuple[AssessmentRecord, ...]:
    return (AssessmentRecord(reviewer, verdict, "", AT, True),)


def _message(app: ReviewApp) -> str:
    return review_of(app).query_one(MessageLine).text


async def _look(app: ReviewApp, pilot: Pilot[None]) -> None:
    review_of(app)._look_out()
    await pilot.pause()


def test_what_somebody_else_did_shows_and_the_cursor_stays() -> None:
    session = sample()
    app = app_for(session, number=5)

    async def steps(pilot: Pilot[None]) -> None:
        session.by_another(2, assessments=_verdict("refuted"))
        session.by_another(5, notes=(NoteRecord("called the office", "Ana", AT),))
        await _look(app, pilot)
        assert "2 ✗" in screen_text(app)
        assert "called the office" in screen_text(app)
        assert "3 of 12" in screen_text(app)
        assert _message(app) == "somebody else changed the file"
        assert review_of(app).number == 5

    drive(app, steps)


def test_the_file_is_looked_at_while_nobody_presses_a_key() -> None:
    session = sample()
    app = app_for(session, number=5)

    async def steps(pilot: Pilot[None]) -> None:
        session.by_another(2, assessments=_verdict("refuted"))
        await pilot.pause(LOOK_SECONDS * 1.5)
        assert _message(app) == "somebody else changed the file"

    drive(app, steps)


def test_nothing_is_read_again_where_nobody_wrote() -> None:
    session = sample()
    app = app_for(session, number=5)

    async def steps(pilot: Pilot[None]) -> None:
        before = session.calls["rows"], session.calls["claim"], session.calls["progress"]
        await _look(app, pilot)
        after = session.calls["rows"], session.calls["claim"], session.calls["progress"]
        assert (before, _message(app)) == (after, "")

    drive(app, steps)


def test_an_open_dialog_is_left_alone_until_it_closes() -> None:
    session = sample()
    app = app_for(session, number=5)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("c")
        session.by_another(2, assessments=_verdict("refuted"))
        await _look(app, pilot)
        assert _message(app) == ""
        await pilot.press("escape")
        await _look(app, pilot)
        assert _message(app) == "somebody else changed the file"

    drive(app, steps)


def test_what_was_scrolled_stays_where_it_is() -> None:
    session = sample()
    session.by_another(3, needs_context=("so many words " * 80,) * 9)
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("tab", "pagedown")
        detail = review_of(app).query_one(DetailPane)
        before = detail.scroll_offset.y
        session.by_another(2, assessments=_verdict("refuted"))
        await _look(app, pilot)
        assert detail.scroll_offset.y == before > 0
        await pilot.press("j", "k")
        assert detail.scroll_offset.y == 0

    drive(app, steps)


@pytest.mark.parametrize("looked", [False, True])
def test_a_verdict_of_mine_that_i_did_not_see_is_not_replaced_at_once(looked: bool) -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        session.by_another(3, assessments=_verdict("misleading"))
        if looked:
            session.changed()  # as where the screen missed it
        await pilot.press("5")
        assert session.acts == []
        said = "somebody else changed the file: c3 → misleading · press again"
        assert _message(app) == said
        assert "3 !" in screen_text(app)
        assert review_of(app).number == 3
        await pilot.press("5")
        assert session.acts == ["c3 → unproven"]

    drive(app, steps)


def test_a_verdict_of_mine_that_i_did_not_see_is_not_cleared_at_once() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        session.by_another(3, assessments=_verdict("misleading"))
        await pilot.press("0")
        assert session.acts == []
        await pilot.press("0")
        assert session.acts == ["c3 → open"]

    drive(app, steps)


def test_a_verdict_that_i_see_is_replaced_and_that_of_others_is_no_obstacle() -> None:
    session = sample()
    app = app_for(session, number=1)

    async def steps(pilot: Pilot[None]) -> None:
        session.by_another(3, assessments=_verdict("refuted", "Ben"))
        await pilot.press("5")
        await pilot.press("g", "j", "j", "6")
        assert session.acts == ["c1 → unproven", "c3 → not-checkable"]

    drive(app, steps)


def test_clearing_without_a_verdict_of_mine_is_said() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("0")
        assert "there is no verdict of yours to clear" in _message(app)
        assert review_of(app).number == 3

    drive(app, steps)


def test_a_file_that_cannot_be_looked_at_is_said_and_verdicts_still_work() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        session.break_down("changed")
        await _look(app, pilot)
        assert "the file is locked" in _message(app)
        await pilot.press("5")
        assert session.acts == ["c3 → unproven"]

    drive(app, steps)


LOW = (60, 15)


def _with_findings(count: int) -> FakeSession:
    session = sample()
    first = session.claim("a1", 3).findings[0]
    session.by_another(3, findings=tuple(
        replace(first, id=f"f{n}", message=f"reason number {n} " * 4) for n in range(1, count + 1)
    ))  # fmt: skip
    session.changed()
    return session


@pytest.mark.parametrize("keys", [(), ("5",), ("9",), ("up",), ("down", "down", "down")])
def test_the_selected_finding_is_on_a_low_screen(keys: tuple[str, ...]) -> None:
    app = app_for(_with_findings(9), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f", *keys)
        await pilot.pause()
        lines = screen_text(app)
        place = app.screen._place + 1  # type: ignore[attr-defined]
        assert f"▸{place} · support.statistic" in lines
        assert f"reason number {place} " in lines
        assert "esc close" in lines

    drive(app, steps, size=LOW)


def test_a_finding_that_is_not_on_the_screen_is_not_decided() -> None:
    session = _with_findings(9)
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f", "9")
        await pilot.pause()
        app.screen.query_one("#dialog").scroll_home(animate=False, force=True, immediate=True)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert session.acts == []
        assert "was not on the screen" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert session.acts == ["c3 → f9 confirmed"]
        assert "▸9 ✓" in screen_text(app)

    drive(app, steps, size=LOW)


def test_on_a_screen_without_room_nothing_is_decided() -> None:
    session = _with_findings(3)
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f", "enter", "3", "-")
        assert session.acts == []

    drive(app, steps, size=(10, 2))


def test_a_flag_that_was_scrolled_away_is_named_when_it_is_set() -> None:
    session = _with_findings(9)
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f", "9")
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        assert "■ rhetorical" in screen_text(app)
        await pilot.press("r")
        await pilot.pause()
        assert "□ rhetorical" in screen_text(app)

    drive(app, steps, size=LOW)


def test_dismissing_what_was_confirmed_takes_its_flag_off_on_the_screen_too() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f", "enter")
        await pilot.pause()
        assert "■ unsupported" in screen_text(app)
        assert "▸1 ✓" in screen_text(app)
        await pilot.press("-")
        await pilot.pause()
        assert "□ unsupported" in screen_text(app)
        assert "▸1 ✗" in screen_text(app)

    drive(app, steps)


def test_a_flag_that_is_not_mine_any_more_is_refused_in_words() -> None:
    session = sample()
    app = app_for(session, number=6)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f")
        session.by_another(6, flags=())
        await pilot.press("r")
        await pilot.pause()
        assert "✗ the flag rhetorical is not yours" in screen_text(app)

    drive(app, steps)


def test_words_of_the_last_search_give_way_to_what_is_typed() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("/", *"bearings", "enter")
        assert review_of(app).number == 4
        await pilot.press("/", *"phase", "enter")
        assert review_of(app).number == 9
        await pilot.press("g", "/", "enter")
        assert review_of(app).number == 9

    drive(app, steps)


@pytest.mark.parametrize(("width", "panes"), [(80, 2), (111, 2), (112, 3)])
def test_three_panes_need_room(width: int, panes: int) -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        lines = screen_text(app)
        assert ("Claim c3" in lines) is (panes == 3)
        assert ("tab: claim" in lines) is (panes == 2)
        await pilot.press("tab")
        assert "Claim c3" in screen_text(app)

    drive(app, steps, size=(width, 30))
