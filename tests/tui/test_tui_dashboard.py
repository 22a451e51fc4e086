"""The dashboard, its charts, and the stopwatch."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from desk import reviewer
from factcheck.errors import StoreError
from factcheck.review.timing import record_time, timing
from factcheck.store.database import open_store
from factcheck.tui.charts import bar, bars, percent, strip
from factcheck.tui.screens.view import View
from factcheck.tui.stopwatch import Stopwatch
from factcheck.tui.wrap import cells
from hostile_texts import HOSTILE
from tui.real_review import app_of, real
from tui.sample_review import sample
from tui.screen_text import REFERENCE, SMALL, app_for, drive, review_of, screen_text


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0, "    "), (1, "████"), (0.5, "██  "), (0.001, "▏   "), (0.375, "█▌  "), (9, "████")],
)
def test_bars_have_eighths_and_what_is_there_shows(share: float, drawn: str) -> None:
    assert bar(share, 4) == drawn


@given(st.floats(), st.integers(-3, 80))
def test_a_bar_takes_the_room_it_is_given(share: float, width: int) -> None:
    assert len(bar(share, width)) == max(width, 0)


ROWS = st.lists(st.tuples(HOSTILE, st.floats(0, 1e9), st.just("12 s"), st.just("")), max_size=6)


@given(ROWS, st.integers(30, 90), st.floats(0, 1e9))
def test_lines_of_bars_are_no_wider_than_they_may_be(
    rows: list[tuple[str, float, str, str]], width: int, whole: float
) -> None:
    lines = list(bars(rows, width, whole=whole))
    assert len(lines) == len(rows)
    for line in lines:
        text = "".join(part for part, _ in line)
        assert sum(map(cells, text)) <= width
        assert "\x1b" not in text


@given(st.lists(st.tuples(st.sampled_from("█≠…·"), st.integers(0, 10**9), st.just("")), max_size=9),
       st.integers(0, 80))  # fmt: skip
def test_a_strip_is_full_and_shows_every_part_that_is_there(
    parts: list[tuple[str, int, str]], width: int
) -> None:
    line = strip(parts, width)
    there = [part for part in parts if part[1]]
    assert sum(len(signs) for signs, _ in line) == (width if there else 0)
    assert len(line) == min(len(there), width)
    assert all(signs for signs, _ in line)


@pytest.mark.parametrize(
    ("part", "whole", "words"), [(0, 9, "0 %"), (1, 900, "<1 %"), (1, 3, "33 %"), (1, 0, "–")]
)
def test_shares_in_words(part: int, whole: int, words: str) -> None:
    assert percent(part, whole) == words


def test_pauses_count_in_part_and_time_goes_to_the_claim_on_the_screen() -> None:
    moments = iter([0.0, 10.0, 15.0, 500.0, 501.0, 502.0, 400.0])
    watch = Stopwatch(lambda: next(moments), idle=60)
    watch.touch(("a", 1))
    watch.touch(("a", 2))
    watch.touch(("a", 1))
    assert watch.take(("a", 1)) == 71
    watch.give_back(("a", 1), 71)
    assert watch.take(("a", 1)) == 72
    assert watch.take(("a", 1)) == 0


def test_each_verdict_records_its_seconds_and_a_deferral_none() -> None:
    app = app_for(sample(), number=3)
    recorded: list[tuple[str, float]] = []
    ticks = iter(range(0, 10_000, 7))
    app._review.stopwatch = Stopwatch(lambda: float(next(ticks)), idle=120)
    app.record(lambda claim, seconds: recorded.append((claim, seconds)))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("j", "k", "5", "space", "6")

    drive(app, steps)
    assert [claim for claim, _ in recorded] == ["c1:3", "c1:5"]
    assert recorded[0][1] == 7 * 3


def test_a_verdict_is_not_stored_without_its_seconds() -> None:
    session = sample()
    app = app_for(session, number=3)

    def broken(_claim: str, _seconds: float) -> None:
        raise StoreError("the disk is full", hint="free some space")

    app.record(broken)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("5")
        assert session.acts == []
        assert review_of(app).number == 3
        assert "the disk is full" in screen_text(app)
        app.record(lambda _claim, _seconds: None)
        await pilot.press("5")
        assert session.acts == ["c3 → unproven"]

    drive(app, steps)


def test_a_verdict_and_its_seconds_are_one_transaction(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session, number=2)
    app.record(partial(record_time, session))
    statements: list[str] = []
    session.store.connection.set_trace_callback(statements.append)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("5")

    drive(app, steps)
    assert sum(each.startswith("BEGIN IMMEDIATE") for each in statements) == 1
    assert timing(session, session.article(None).id).claims == 1


@pytest.mark.parametrize("size", [REFERENCE, SMALL, (20, 5)], ids=str)
def test_the_dashboard_shows_counts_and_follows_what_others_do(
    size: tuple[int, int], tmp_path: Path
) -> None:
    session = real(tmp_path)
    app = app_of(session, number=2)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("5", "d")
        view = app.screen
        assert isinstance(view, View)
        if size[1] > 5:
            assert "1 of 3 decided by you (33 %)" in screen_text(app)
            other = reviewer(open_store(session.store.path), "Cy", dice=99_000)
            other.assess(other.find_claim("3", None).id, "unproven")
            view._look_again()
            await pilot.pause()
            assert "3 decided 100 %" in screen_text(app)
        await pilot.resize_terminal(*REFERENCE)
        await pilot.press("escape")
        assert app.screen is app._review

    drive(app, steps, size=size)
