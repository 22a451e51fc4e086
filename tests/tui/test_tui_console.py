"""The SQL console: asks beside the screen, shows any result, writes nothing but files."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.pilot import Pilot

from factcheck.review import questions
from factcheck.tui import asking
from factcheck.tui.completion import completions, shared_start, word_before
from factcheck.tui.screens.console import Console
from factcheck.tui.screens.form import Form
from factcheck.tui.screens.view import View
from factcheck.tui.widgets.question_area import QuestionArea
from factcheck.tui.widgets.result_table import NULL, ResultTable, cell, column_widths
from hostile_texts import HOSTILE
from tui.real_review import app_of, real, settle
from tui.screen_text import REFERENCE, SMALL, drive, line_widths, screen_text

NAMES = {"articles": ("id", "title"), "claims": ("id", "number", "verdict"), "flags": ("flag",)}
ENDLESS = "with recursive n(i) as (select 1 union all select i+1 from n) select count(*) from n"
FORBIDDEN = {"\x1b", "\x9b", "\u202e", "\x07", "\u200b", "\0"}


@pytest.mark.parametrize(
    ("sql", "first"),
    [
        ("sel", ("select",)),
        ("select * from cl", ("claims",)),
        ("select * from claims, fl", ("flags",)),
        ("select claims.v", ("verdict",)),
        ("select c.ver from claims c", ("verdict",)),
        ("select * from claims where n", ("number",)),
        ("select * from articles a join ", ("articles", "claims", "flags")),
        ("select zzz", ()),
        ("select * from claims", ()),
    ],
)
def test_the_likeliest_word_comes_first(sql: str, first: tuple[str, ...]) -> None:
    place = sql.index(" from claims c") if sql.endswith(" c") else len(sql)
    assert completions(sql, place, NAMES)[: len(first) or 1] == first


@given(st.text(max_size=60), st.integers(0, 60))
def test_a_completion_goes_on_as_the_word_begins(sql: str, place: int) -> None:
    place = min(place, len(sql))
    word = word_before(sql, place)
    found = completions(sql, place, NAMES)
    assert all(name.lower().startswith(word.lower()) for name in found)
    assert len(set(found)) == len(found)
    assert all(name.startswith(shared_start(found)) for name in found)


@given(HOSTILE | st.none() | st.binary(max_size=9) | st.floats() | st.integers())
def test_a_cell_is_one_harmless_line(value: Any) -> None:
    assert FORBIDDEN.isdisjoint(cell(value))
    assert "\n" not in cell(value)
    assert column_widths(("a",), [(value,)])[0] <= 48


async def _ask(app: Any, pilot: Pilot[None], sql: str) -> None:
    app.screen.query_one(QuestionArea).show(sql)
    await pilot.press("f5")
    await settle(app, pilot)


@pytest.mark.parametrize("size", [REFERENCE, SMALL], ids=str)
def test_an_answer_is_shown_with_nothing_and_numbers_told_apart(
    size: tuple[int, int], tmp_path: Path
) -> None:
    app = app_of(real(tmp_path))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q")
        await _ask(app, pilot, "select null as a, 12.5 as b, x'00ff' as c, 'Zürich' as d;")
        lines = screen_text(app)
        assert f"▸{NULL}  12.5  00ff  Zürich" in lines
        assert "1 row in " in lines

    drive(app, steps, size=size)


def test_the_cursor_stays_in_the_question_where_there_is_no_answer(tmp_path: Path) -> None:
    app = app_of(real(tmp_path))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q", "f6")
        field = app.screen.query_one(QuestionArea)
        assert "nothing was answered yet" in screen_text(app)
        assert field.has_focus
        await _ask(app, pilot, "select 1 as one")
        await pilot.press("f6")
        assert app.screen.query_one(ResultTable).has_focus
        await _ask(app, pilot, "select nothing_to_see")
        assert field.has_focus
        await _ask(app, pilot, "select 1 as one")
        await pilot.press("f6", "ctrl+o", "enter")
        assert field.has_focus
        assert field.text == "select verdict from claims"

    drive(app, steps)


def test_enter_asks_after_a_semicolon_and_begins_a_line_before(tmp_path: Path) -> None:
    app = app_of(real(tmp_path))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q")
        field = app.screen.query_one(QuestionArea)
        field.show("")
        await pilot.press(*"select 7", "enter", *"as seven", "enter")
        assert field.text == "select 7\nas seven\n"
        await pilot.press(";", "enter")
        await settle(app, pilot)
        assert " seven" in screen_text(app)
        assert questions.asked(app._review.session)[0] == "select 7\nas seven\n;"
        await pilot.press("up", "up", "up", "up", "up")
        assert field.text == questions.asked(app._review.session)[1]
        await pilot.press("down")
        assert field.text.startswith("select 7")

    drive(app, steps)


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("delete from claim", "✗ the query would do more than read"),
        ("select nowhere", "✗ the query is wrong: no such column: nowhere"),
        ("select '[/x]' as \"[/y]\"", "1 row in"),
        ("  ", "write a question first"),
    ],
)
def test_what_cannot_be_asked_is_said_and_the_screen_stays(
    sql: str, words: str, tmp_path: Path
) -> None:
    app = app_of(real(tmp_path))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q")
        await _ask(app, pilot, sql)
        assert words in screen_text(app)
        assert app.screen.query_one(QuestionArea).text == sql

    drive(app, steps)


def test_a_question_that_runs_on_is_stopped_and_the_next_one_is_answered(tmp_path: Path) -> None:
    app = app_of(real(tmp_path))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q")
        app.screen.query_one(QuestionArea).show(ENDLESS)
        await pilot.press("f5")
        assert "asking … esc stops" in screen_text(app)
        await pilot.press("escape")
        assert isinstance(app.screen, Console)
        assert "stopped" in screen_text(app)
        await _ask(app, pilot, "select 1 as one")
        assert "1 row in" in screen_text(app)
        app.screen.query_one(QuestionArea).show(ENDLESS)
        await pilot.press("f5", "ctrl+q")

    drive(app, steps)


def test_of_a_large_answer_the_first_rows_are_kept_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "MOST_ROWS", 2000)
    app = app_of(real(tmp_path))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q")
        numbers = "with recursive n(i) as (select 1 union all select i+1 from n where i < {})"
        await _ask(app, pilot, numbers.format(5000) + " select i from n")
        assert "the first 2,000 rows; the export writes all" in screen_text(app)
        assert len(app.screen.query_one(ResultTable).rows) == 2000
        await _ask(app, pilot, numbers.format(2000) + " select i from n")
        assert "2,000 rows in" in screen_text(app)

    drive(app, steps)


def test_the_answer_is_written_whole_and_nothing_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = app_of(real(tmp_path))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q", "ctrl+e")
        assert "nothing was answered yet" in screen_text(app)
        await pilot.press("f5")
        await settle(app, pilot)
        await pilot.press("ctrl+e", "enter")
        await settle(app, pilot)
        assert "wrote answer.csv" in screen_text(app)
        await pilot.press("ctrl+e", "enter")
        assert isinstance(app.screen, Form)
        assert "answer.csv is there already" in screen_text(app)

    drive(app, steps)
    assert len((tmp_path / "answer.csv").read_text().splitlines()) == 301


def test_a_question_is_saved_and_opened_again(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q")
        app.screen.query_one(QuestionArea).show("select 5")
        await pilot.press("ctrl+s", "enter")
        assert "is no name for a question" in screen_text(app)
        await pilot.press(*"five", "enter")
        assert "saved as “five”" in screen_text(app)
        app.screen.query_one(QuestionArea).show("")
        await pilot.press("ctrl+o", "enter")
        assert app.screen.query_one(QuestionArea).text == "select 5"
        await pilot.press("ctrl+o", "-")
        assert "forgot “five”" in screen_text(app)
        await pilot.press("ctrl+o", "-")
        assert "forgot “verdicts”" in screen_text(app)
        await pilot.press("ctrl+o", "-")
        assert "is a question of the program" in screen_text(app)
        await pilot.press("ctrl+o", "enter", "f5")
        await settle(app, pilot)
        assert "1 row in " in screen_text(app)

    drive(app, steps)
    assert questions.saved_queries(session) == ()


def test_what_is_typed_stays_in_the_field_and_no_key_of_the_review_acts(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q")
        field = app.screen.query_one(QuestionArea)
        field.show("")
        await pilot.press(*"q160xutncefGQd?:", "ctrl+z", "ctrl+z")
        assert isinstance(app.screen, Console)
        field.show("")
        field.post_message(events.Paste("a\x1b]52;c;x\x07\u202e[/x]"))
        await pilot.pause()
        assert len(session.history()) == 6
        assert app.theme == "factcheck-dark"

    drive(app, steps)


@pytest.mark.parametrize(
    "payload",
    [
        "[/x] [@click=app.quit]x[/]",
        "\x1b]52;c;eA==\x07\x9b31m",
        "\u202eevil\u200b\0",
        "中🙂e\u0301" * 50,
        "x" * 10_000,
    ],
)
def test_hostile_values_columns_and_names_are_shown_and_do_nothing(
    payload: str, tmp_path: Path
) -> None:  # fmt: skip
    session = real(tmp_path)
    session.note(session.find_claim("1", None).id, payload)
    name = payload.replace('"', "").replace("\0", "")
    questions.save_query(session, payload[:40], f"select '{payload}'")
    app = app_of(session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q")
        await _ask(app, pilot, f'select text as "{name}", text as b from note')
        for keys in ((), ("f6", "enter"), ("escape", "ctrl+o"), ("escape", "ctrl+s")):
            await pilot.press(*keys)
            await pilot.pause()
            assert FORBIDDEN.isdisjoint(screen_text(app).replace("\u200b", ""))
            assert all(width == REFERENCE[0] for width in line_widths(app))
        await pilot.press("escape")
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        await pilot.resize_terminal(*REFERENCE)
        await pilot.pause()
        assert isinstance(app.screen, Console)
        assert not app._exit

    drive(app, steps)


def test_a_click_on_a_row_goes_there_and_enter_shows_it_in_full(tmp_path: Path) -> None:
    app = app_of(real(tmp_path))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Q", "f5")
        await settle(app, pilot)
        await pilot.click(ResultTable, offset=(5, 4))
        await pilot.press("enter")
        assert isinstance(app.screen, View)
        assert "row 4" in screen_text(app)

    drive(app, steps)


def test_the_field_of_the_console_loads_with_the_console_not_with_the_review() -> None:
    listed = "import sys, factcheck.tui.app; print('textual.widgets._text_area' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", listed], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False"]
