"""Every key of the table does on the screen what the table says, and nothing inside a field."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot

from factcheck.errors import UsageError
from factcheck.model.flag import FLAG_KEYS
from factcheck.model.listing import Listing
from factcheck.model.verdict import DEFAULT_SCALE
from factcheck.tui.app import ReviewApp
from factcheck.tui.keys import all_keys, checked, key_table, review_keys
from factcheck.tui.screens.console import Console
from factcheck.tui.screens.filter import FilterScreen
from factcheck.tui.screens.flags import FlagMenu
from factcheck.tui.screens.form import Form
from factcheck.tui.screens.history import HistoryView
from factcheck.tui.screens.link import LinkQuestion
from factcheck.tui.screens.menu import CopyMenu, Question
from factcheck.tui.screens.pick import Pick
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.search import SearchLine
from factcheck.tui.screens.view import View
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.fields import typed
from factcheck.tui.widgets.panes import Panes
from factcheck.tui.widgets.pick_list import PickList
from factcheck.tui.widgets.result_table import ResultTable
from factcheck.tui.widgets.status import MessageLine
from tui.fake_session import FakeSession
from tui.real_review import app_of, real, settle
from tui.sample_review import sample
from tui.screen_text import Clock, app_for, drive, review_of, screen_text
from tui.test_tui_editing import EDIT_CASES


@dataclass(frozen=True)
class Seen:
    """The application after the keys of a case, what it stored, and where it is."""

    app: ReviewApp
    session: FakeSession

    @property
    def number(self) -> int:
        return review_of(self.app).number

    @property
    def message(self) -> str:
        return review_of(self.app).query_one(MessageLine).text

    def stored(self, *acts: str) -> bool:
        return self.session.acts == [*acts]

    def shows(self, words: str) -> bool:
        return words in screen_text(self.app)

    def on(self, kind: type) -> bool:
        return isinstance(self.app.screen, kind)


@dataclass(frozen=True)
class Case:
    """Keys before the one that matters, that key, and what must then be true."""

    row: str
    key: str
    then: Callable[[Seen], bool]
    before: tuple[str, ...] = ()
    number: int = 3
    real: bool = False  # at a real file, for what is asked of the store itself


def _set_on_c3(flag: str) -> Callable[[Seen], bool]:
    return lambda seen: seen.stored(f"c3 → {flag} on")


ABOVE = ("4",)  # opens a form: claim 3 has no evidence
COPY, PIECES, CONSOLE = ("Y",), ("E",), ("Q",)
RESULT, PICK, ASKED = ("Q", "f5", "f6"), ("Q", "ctrl+o"), ("f", "C")
MORE_CASES = (
    *(Case("copy.close", key, lambda s: s.on(ReviewScreen) and not s.app.clipboard, before=COPY)
      for key in ("escape", "q")),
    Case("copy.claim", "c", lambda s: s.app.clipboard.startswith("The repair cost"), before=COPY),
    Case("copy.quote", "w", lambda s: s.app.clipboard.startswith("The repair cost"), before=COPY),
    Case("copy.evidence", "e", lambda s: s.app.clipboard.startswith("“reopened on Monday” · Reop"),
         before=COPY, number=1),
    Case("copy.link", "l", lambda s: s.app.clipboard.startswith("https://port.example.org"),
         before=COPY, number=1),
    Case("copy.report", "r", lambda s: s.app.clipboard.startswith("# Fact check"), before=COPY,
         real=True),
    *(Case(f"flag.{flag}", key, _set_on_c3(flag), before=("f",))
      for key, flag in FLAG_KEYS.items()),
    Case("menu.rule.confirm", "C", lambda s: s.on(Question) and s.shows("Confirm the one und"),
         before=("f",), real=True),
    Case("menu.rule.dismiss", "D", lambda s: s.on(Question) and s.shows("Dismiss the one und"),
         before=("f",), real=True),
    *(Case("question.yes", key, lambda s: s.on(FlagMenu) and s.shows("confirmed"), before=ASKED,
           real=True) for key in ("y", "enter")),
    *(Case("question.no", key, lambda s: s.on(FlagMenu) and not s.shows("confirmed"),
           before=ASKED, real=True) for key in ("n", "escape", "q")),
    *(Case("evidence.close", key, lambda s: s.on(ReviewScreen), before=PIECES)
      for key in ("escape", "q")),
    *(Case("evidence.down", key, lambda s: s.shows("▸ ○ context"), before=PIECES, number=1)
      for key in ("down", "j")),
    *(Case("evidence.up", key, lambda s: s.shows("▸ ○ context"), before=PIECES, number=1)
      for key in ("up", "k")),
    *(Case("evidence.add", key, lambda s: s.shows("Evidence for c3"), before=PIECES)
      for key in ("a", "+")),
    *(Case("evidence.edit", key, lambda s: s.shows("Edit evidence of c1") and s.shows("Reopening"),
           before=PIECES, number=1) for key in ("enter", "e")),
    *(Case("evidence.retract", key, lambda s: s.shows("Retract the evidence"), before=PIECES,
           number=1) for key in ("-", "delete")),
    Case("evidence.share", "m", lambda s: s.shows("Attach to more claims"), before=PIECES,
         number=1),
    Case("evidence.reuse", "r", lambda s: s.on(Pick) and s.shows("c2 ○ A page"), before=PIECES,
         real=True),
    Case("evidence.link", "o", lambda s: s.on(LinkQuestion), before=PIECES, number=1),
    Case("evidence.copy", "y", lambda s: s.app.clipboard.startswith("https://port.example.org"),
         before=PIECES, number=1),
    Case("console.close", "escape", lambda s: s.on(ReviewScreen), before=CONSOLE, real=True),
    *(Case("console.run", key, lambda s: s.shows("300 rows in"), before=CONSOLE, real=True)
      for key in ("f5", "ctrl+r")),
    Case("console.complete", "tab", lambda s: s.shows("words from nation") or s.shows("not"),
         before=CONSOLE, real=True),
    Case("console.older", "ctrl+p", lambda s: s.shows("select 1 as one"),
         before=("Q", "ctrl+p"), real=True),
    Case("console.newer", "ctrl+n", lambda s: s.shows("with recursive"),
         before=("Q", "ctrl+p", "ctrl+p"), real=True),
    Case("console.save", "ctrl+s", lambda s: s.on(Form) and s.shows("Save the question"),
         before=CONSOLE, real=True),
    Case("console.open", "ctrl+o", lambda s: s.on(Pick) and s.shows("select verdict from claims"),
         before=CONSOLE, real=True),
    Case("console.export", "ctrl+e", lambda s: s.on(Form) and s.shows("answer.csv"),
         before=("Q", "f5"), real=True),
    *(Case("console.turn", key, lambda s: isinstance(s.app.focused, ResultTable),
           before=("Q", "f5"), real=True) for key in ("f6", "shift+tab")),
    *(Case("result.down", key, lambda s: _row(s) == 1, before=RESULT, real=True)
      for key in ("down", "j")),
    *(Case("result.up", key, lambda s: _row(s) == 1, before=(*RESULT, "j", "j"), real=True)
      for key in ("up", "k")),
    *(Case("result.page.down", key, lambda s: 15 < _row(s) < 40, before=RESULT, real=True)
      for key in ("pagedown", "space")),
    Case("result.page.up", "pageup", lambda s: _row(s) == 0, before=(*RESULT, "space"), real=True),
    *(Case("result.first", key, lambda s: _row(s) == 0, before=(*RESULT, "j", "j"), real=True)
      for key in ("home", "g")),
    *(Case("result.last", key, lambda s: _row(s) == 299 and s.shows("row 300"), before=RESULT,
           real=True) for key in ("end", "G")),
    *(Case("result.right", key, lambda s: not s.shows(" i    twice") and s.shows(" twice"),
           before=RESULT, real=True) for key in ("right", "l")),
    *(Case("result.left", key, lambda s: s.shows(" i    twice"), before=(*RESULT, "l"), real=True)
      for key in ("left", "h")),
    Case("result.row", "enter", lambda s: s.on(View) and s.shows("Row 1"), before=RESULT,
         real=True),
    *(Case("pick.forget", key, lambda s: s.shows("forgot “verdicts”"), before=PICK, real=True)
      for key in ("-", "delete")),
)  # fmt: skip
CASES = (
    Case("verdict.supported", "1", lambda s: s.stored("c1 → supported"), number=1),
    Case("verdict.mostly-supported", "2", lambda s: s.stored("c1 → mostly-supported"), number=1),
    Case("verdict.misleading", "3", lambda s: s.stored("c1 → misleading"), number=1),
    Case("verdict.refuted", "4", lambda s: s.on(Form) and s.shows("✗ refuted waits")),
    Case("verdict.unproven", "5", lambda s: s.stored("c3 → unproven") and s.number == 4),
    Case("verdict.not-checkable", "6", lambda s: s.stored("c3 → not-checkable")),
    Case("verdict.clear", "0", lambda s: s.stored("c1 → open") and s.number == 1, number=1),
    Case("defer", "space", lambda s: s.stored("c3 → deferred") and s.number == 4),
    Case("undo", "u", lambda s: s.session.acts[1:] == ["undo c3 → unproven"] and s.number == 3,
         before=("5", "G")),
    Case("redo", "U", lambda s: s.session.acts[2:] == ["redo c3 → unproven"] and s.number == 3,
         before=("5", "u", "G")),
    Case("evidence", "e", lambda s: s.on(Form) and s.shows("Evidence for c3")),
    Case("flags", "f", lambda s: s.shows("Flags on c3")),
    Case("note", "c", lambda s: s.on(Form) and s.shows("Note on c3")),
    Case("rationale", "r", lambda s: s.on(Form) and s.shows("Why c3 is unproven"), before=("5",)),
    Case("report", "x", lambda s: s.on(Form) and s.shows("report.md")),
    Case("down", "j", lambda s: s.number == 4),
    Case("down", "down", lambda s: s.number == 4),
    Case("up", "k", lambda s: s.number == 2),
    Case("up", "up", lambda s: s.number == 2),
    Case("first", "g", lambda s: s.number == 1),
    Case("first", "home", lambda s: s.number == 1),
    Case("last", "G", lambda s: s.number == 12),
    Case("last", "end", lambda s: s.number == 12),
    Case("open.next", "J", lambda s: s.number == 7, number=5),
    Case("open.next", "]", lambda s: s.number == 7, number=5),
    Case("open.previous", "K", lambda s: s.number == 5, number=7),
    Case("open.previous", "[", lambda s: s.number == 5, number=7),
    Case("page.down", "pagedown", lambda s: s.shows("across · LINE 14 ")),
    Case("page.up", "pageup", lambda s: not s.shows("across · LINE 14 "), before=("pagedown",)),
    Case("search", "/", lambda s: s.on(SearchLine)),
    Case("match.next", "n", lambda s: s.number == 2 and "match 2 of 2" in s.message,
         before=("/", *"bour", "enter")),
    Case("match.previous", "N", lambda s: s.number == 2 and "match 2 of 2" in s.message,
         before=("/", *"bour", "enter")),
    Case("claim", "enter", lambda s: s.on(View) and s.shows("In the article")),
    Case("quotations", "v", lambda s: s.on(View) and s.shows("altered  “eleven months”")),
    Case("history", "h", lambda s: s.on(HistoryView) and s.shows("History of c3")),
    Case("link", "o", lambda s: s.on(LinkQuestion) and s.shows("https://port.example.org"),
         number=1),
    Case("copy", "y", lambda s: s.app.clipboard.startswith("The repair cost 41 million")),
    Case("pane", "tab", lambda s: review_of(s.app).query_one(Panes).has_class("-detail")),
    Case("theme", "t", lambda s: s.app.theme == "factcheck-light"),
    Case("suspend", "ctrl+z", lambda s: s.message == "there is no shell to go back to"),
    Case("help", "?", lambda s: s.on(View) and s.shows("Signs in the list")),
    Case("help", "f1", lambda s: s.on(View) and s.shows("Signs in the list")),
    Case("palette", ":", lambda s: s.on(CommandPalette)),
    Case("palette", "ctrl+p", lambda s: s.on(CommandPalette)),
    Case("close", "q", lambda s: s.app._exit),
    Case("quit", "ctrl+q", lambda s: s.app._exit),
    Case("evidence.list", "E", lambda s: s.shows("Evidence on c1"), number=1),
    Case("copy.menu", "Y", lambda s: s.on(CopyMenu)),
    Case("reveal", "B", lambda s: "c1 looked at what others did" in s.message, number=1,
         real=True),
    Case("dashboard", "d", lambda s: s.on(View) and s.shows("Your verdicts"), real=True),
    Case("console", "Q", lambda s: s.on(Console) and s.shows("reads only"), real=True),
    *MORE_CASES,
    Case("filter", "F", lambda s: s.on(FilterScreen)),
    Case("every", "escape", lambda s: s.message == "every claim is shown"),
    Case("articles", "a", lambda s: s.on(Pick) and s.shows("Articles of this file")),
    Case("outline", "O", lambda s: s.on(Pick) and s.shows("Headings")),
    *(Case("sentence.next", key, lambda s: s.number == 5, number=3) for key in (")", "right")),
    *(Case("sentence.previous", key, lambda s: s.number == 1, number=5) for key in ("(", "left")),
    *(Case("pick.close", key, lambda s: s.on(ReviewScreen), before=("a",))
      for key in ("q", "escape")),
    Case("pick.choose", "enter", lambda s: s.on(ReviewScreen), before=("O",)),
    *(Case("pick.down", key, lambda s: _picked(s) == 1, before=("O",)) for key in ("j", "down")),
    *(Case("pick.up", key, lambda s: _picked(s) == 0, before=("O", "j")) for key in ("k", "up")),
    *(Case("pick.page.down", key, lambda s: _picked(s) > 20, before=("O",))
      for key in ("pagedown", "space")),
    Case("pick.page.up", "pageup", lambda s: _picked(s) == 0, before=("O", "space")),
    *(Case("pick.first", key, lambda s: _picked(s) == 0, before=("O", "j"))
      for key in ("g", "home")),
    *(Case("pick.last", key, lambda s: _picked(s) > 100, before=("O",)) for key in ("G", "end")),
    Case("filter.cancel", "escape", lambda s: s.on(ReviewScreen), before=("F",)),
    *(Case("filter.apply", key, lambda s: s.on(ReviewScreen) and not _listing(s).is_plain,
           before=("F", "space")) for key in ("enter", "ctrl+s")),
    *(Case("filter.next", key, lambda s: _focused(s) == "flag", before=("F",))
      for key in ("tab", "down")),
    *(Case("filter.previous", key, lambda s: _focused(s) == "saved", before=("F",))
      for key in ("shift+tab", "up")),
    Case("filter.none", "ctrl+l", lambda s: s.shows("○open"), before=("F", "space")),
    Case("view.close", "q", lambda s: s.on(ReviewScreen), before=("?",)),
    Case("view.close", "escape", lambda s: s.on(ReviewScreen), before=("?",)),
    Case("view.down", "j", lambda s: _scrolled(s) == 1, before=("enter",), number=11),
    Case("view.down", "down", lambda s: _scrolled(s) == 1, before=("enter",), number=11),
    Case("view.up", "k", lambda s: _scrolled(s) == 1, before=("enter", "j", "j"), number=11),
    Case("view.up", "up", lambda s: _scrolled(s) == 1, before=("enter", "j", "j"), number=11),
    Case("view.page.down", "pagedown", lambda s: _scrolled(s) > 20, before=("enter",), number=11),
    Case("view.page.down", "space", lambda s: _scrolled(s) > 20, before=("enter",), number=11),
    Case("view.page.up", "pageup", lambda s: _scrolled(s) == 0, before=("enter", "space"),
         number=11),
    Case("form.cancel", "escape", lambda s: s.on(ReviewScreen) and s.stored(), before=ABOVE),
    Case("form.save", "ctrl+s", lambda s: s.stored("c3 → note"), before=("c", "h", "i")),
    Case("form.next", "tab", lambda s: _focused(s) == "stance", before=ABOVE),
    Case("form.next", "down", lambda s: _focused(s) == "stance", before=ABOVE),
    Case("form.previous", "shift+tab", lambda s: _focused(s) == "rationale", before=ABOVE),
    Case("form.previous", "up", lambda s: _focused(s) == "rationale", before=ABOVE),
    Case("menu.close", "escape", lambda s: s.on(ReviewScreen), before=("f",)),
    Case("menu.close", "q", lambda s: s.on(ReviewScreen), before=("f",)),
    Case("menu.close", "f", lambda s: s.on(ReviewScreen), before=("f",)),
    Case("menu.down", "down", lambda s: s.shows("▸2 "), before=("f",)),
    Case("menu.up", "up", lambda s: s.shows("▸1 "), before=("f", "2")),
    Case("menu.confirm", "enter", lambda s: s.stored("c3 → f1 confirmed"), before=("f",)),
    Case("menu.confirm", "+", lambda s: s.stored("c3 → f2 confirmed"), before=("f", "2")),
    Case("menu.dismiss", "-", lambda s: s.stored("c3 → f1 dismissed"), before=("f",)),
    Case("menu.dismiss", "delete", lambda s: s.stored("c3 → f2 dismissed"), before=("f", "2")),
    Case("link.close", "escape", lambda s: s.on(ReviewScreen), before=("o",), number=1),
    Case("link.close", "q", lambda s: s.on(ReviewScreen), before=("o",), number=1),
    Case("link.open", "enter", lambda s: "opened https://port.example.org" in s.message,
         before=("o",), number=1),
    Case("link.next", "down", lambda s: s.shows("https://news.example.org"), before=("o",),
         number=1),
    Case("link.next", "j", lambda s: s.shows("https://news.example.org"), before=("o",), number=1),
    Case("link.previous", "up", lambda s: s.shows("https://news.example.org"), before=("o",),
         number=1),
    Case("link.previous", "k", lambda s: s.shows("https://news.example.org"), before=("o",),
         number=1),
)  # fmt: skip


def _row(seen: Seen) -> int:
    return seen.app.screen.query_one(ResultTable).place


def _scrolled(seen: Seen) -> int:
    return round(seen.app.screen.query_one("#body").scroll_offset.y)


def _picked(seen: Seen) -> int:
    return seen.app.screen.query_one(PickList).place


def _listing(seen: Seen) -> Listing:
    return review_of(seen.app).desk.listing


def _focused(seen: Seen) -> str | None:
    return seen.app.focused.id if seen.app.focused else None


def long_sample() -> FakeSession:
    """Return the sample with a claim that fills more than one screen and a long article."""
    session = sample()
    session._text += "\n".join(f"across · LINE {n} ·" for n in range(200))
    session._claims[11] = replace(session._claims[11], needs_context=("so many words " * 80,) * 9)
    return session


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.row} {case.key}")
def test_a_key_does_what_its_row_says(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = long_sample()
    app = (
        app_of(real(tmp_path), number=case.number)
        if case.real
        else app_for(session, number=case.number)
    )
    monkeypatch.setattr(app, "open_url", lambda url: None)

    async def steps(pilot: Pilot[None]) -> None:
        for key in case.before:
            await pilot.press(key)
            if case.real:
                await settle(app, pilot)
        await settle(app, pilot)
        await pilot.press(case.key)
        await settle(app, pilot)
        assert case.then(Seen(app, session))

    drive(app, steps)


def test_every_key_of_the_table_has_a_case() -> None:
    cases = {(case.row, case.key) for case in CASES} | {(case.row, case.key) for case in EDIT_CASES}
    assert cases == {(row.id, key) for row in all_keys() for key in row.keys}


NO_LETTERS = {"enter", "tab", "home", "end", "up", "down", "left", "right", "escape"}


@pytest.mark.parametrize("opening", ["/", "c"])
def test_no_key_of_the_review_acts_while_somebody_types(opening: str) -> None:
    session = sample()
    app = app_for(session, number=3)
    keys = [key for row in review_keys(DEFAULT_SCALE) for key in row.keys]
    # What undoes typing is pressed last.
    letters = [key for key in keys if key not in NO_LETTERS and key != "ctrl+z"]

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(opening)
        dialog = app.screen
        field = typed(dialog)[0]
        before = field.value
        await pilot.press(*letters)
        assert app.screen is dialog
        assert app.theme == "factcheck-dark"
        assert not app._exit
        assert field.value == before + "".join(
            " " if key == "space" else key for key in letters if len(key) == 1 or key == "space"
        )
        await pilot.press("ctrl+z", "ctrl+r")  # at most what was typed is undone
        assert app.screen is dialog

    drive(app, steps)
    assert session.acts == []
    assert app._review.number == 3


@pytest.mark.parametrize("opening", ["?", "h", "enter"])
def test_no_key_of_the_review_acts_under_an_open_view(opening: str) -> None:
    session = sample()
    app = app_for(session, number=1)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(opening)
        view = app.screen
        await pilot.press(*"160xutncefG/", "ctrl+s", "ctrl+p", "ctrl+z")
        assert app.screen is view
        assert app.theme == "factcheck-dark"

    drive(app, steps)
    assert session.acts == []
    assert app._review.number == 1


def test_a_verdict_key_held_down_decides_once() -> None:
    session = sample()
    clock = Clock(step=0.033)
    app = app_for(session, number=3, clock=clock)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*"555555555")
        assert session.acts == ["c3 → unproven"]
        clock.time += 0.15
        await pilot.press("5")
        assert session.acts == ["c3 → unproven", "c4 → unproven"]

    drive(app, steps)


def test_a_key_bound_twice_is_refused_and_both_rows_are_named() -> None:
    scale = (*DEFAULT_SCALE, replace(DEFAULT_SCALE[0], verdict="satire", key="j"))
    with pytest.raises(UsageError, match=r"'verdict\.satire' and to 'down'"):
        review_keys(scale)
    with pytest.raises(UsageError, match="bound twice"):
        checked((*review_keys(DEFAULT_SCALE), *review_keys(DEFAULT_SCALE)))


def test_the_application_does_not_start_with_a_key_bound_twice() -> None:
    session = sample()
    session.scale = (*DEFAULT_SCALE, replace(DEFAULT_SCALE[0], verdict="satire", key="u"))
    with pytest.raises(UsageError, match=r"verdict\.satire"):
        app_for(session)


def test_a_comma_can_be_the_key_of_a_verdict() -> None:
    session = sample()
    session.scale = (*DEFAULT_SCALE, replace(DEFAULT_SCALE[4], verdict="satire", key=","))
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(",")
        assert session.acts == ["c3 → satire"]

    drive(app, steps)


def test_the_table_in_markdown_names_every_row() -> None:
    table = key_table()
    for row in all_keys():
        assert f"| {row.description} |" in table
    assert "| `J` `]` | next claim open for me |" in table


def test_the_palette_runs_what_a_key_does() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(":", *"unproven")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert session.acts == ["c3 → unproven"]

    drive(app, steps)


def test_a_click_in_the_list_selects_the_claim() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.click(ClaimList, offset=(12, 9))  # a border, then claim 1 at the top
        assert review_of(app).number == 9

    drive(app, steps)
