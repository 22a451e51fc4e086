"""Copies: to the clipboard of the terminal, or to a file, and the message says which."""

from pathlib import Path

import pytest
from hypothesis import given
from textual.pilot import Pilot

from factcheck.review.settings import Settings
from factcheck.tui import copies
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.widgets.status import MessageLine
from hostile_texts import HOSTILE
from tui.real_review import app_of, real
from tui.sample_review import claim, place, sample
from tui.screen_text import app_for, drive, review_of, screen_text


def _message(app: ReviewApp) -> str:
    return review_of(app).query_one(MessageLine).text


def test_the_clipboard_of_the_terminal_is_named() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("y")
        assert _message(app) == "copied the words of c3 · to the clipboard of the terminal"

    drive(app, steps)


@pytest.mark.parametrize(
    ("settings", "environment", "reason"),
    [
        ({"clipboard": "file"}, {}, "the setting `clipboard` says so"),
        ({}, {"TERM_PROGRAM": "Apple_Terminal"}, "this terminal has no clipboard for programs"),
        ({}, {"TERM": "linux"}, "this terminal has no clipboard for programs"),
    ],
)
def test_where_there_is_no_clipboard_a_file_has_the_copy(
    settings: dict[str, str], environment: dict[str, str], reason: str,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    file = tmp_path / "copy.txt"
    app = app_for(sample(), number=3, settings=Settings(copy_file=str(file), **settings))  # type: ignore[arg-type]

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("y")
        assert _message(app) == f"copied the words of c3 to {file} · {reason}"
        assert app.clipboard == ""

    drive(app, steps, size=(300, 40))
    assert file.read_text(encoding="utf-8").startswith("The repair cost 41 million")


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    app = app_for(sample(), settings=Settings(clipboard="file", copy_file=str(tmp_path)))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("y")
        assert "✗ nothing was copied" in _message(app)

    drive(app, steps)


def test_what_is_too_long_for_a_terminal_goes_to_the_file() -> None:
    limit = copies.MOST_BYTES
    assert copies.why_to_file("x" * limit, Settings(), {}) == ""
    assert "longer" in copies.why_to_file("x" * (limit + 1), Settings(), {})
    assert "longer" in copies.why_to_file("中" * limit, Settings(clipboard="terminal"), {})


def test_the_menu_copies_only_what_is_there_and_closes() -> None:
    app = app_for(sample(), number=5)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Y", "l")
        assert "(there is none)" in screen_text(app)
        await pilot.press("w")
        assert isinstance(app.screen, ReviewScreen)
        assert app.clipboard.startswith("According to the audit office")
        assert _message(app).startswith("copied the article's words of c5")

    drive(app, steps)


def test_hidden_evidence_is_not_copied(tmp_path: Path) -> None:
    app = app_of(real(tmp_path), number=1)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("Y", "e", "l")
        assert app.clipboard == ""
        await pilot.press("escape", "B", "Y", "l")
        assert app.clipboard == "https://ben.example.org/accounts"

    drive(app, steps)


@given(HOSTILE)
def test_no_copy_holds_what_a_terminal_would_act_on(text: str) -> None:
    bad = claim(1, text, place("x", "x"), words=text)
    for copy in (copies.claim_words(bad), copies.quotations(bad), copies.harmless(text)):
        assert copy == copy.encode("utf-8").decode("utf-8")
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(copy)
