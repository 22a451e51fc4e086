"""Editing by keys, at a real file: what is shown before it is stored, and what is stored."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk import file_with, reviewer
from factcheck.model.listing import Listing, Sort
from factcheck.review import editing
from factcheck.review.opening import session_for_acts
from factcheck.review.session import Session
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.edit import EditForm, EditMenu
from factcheck.tui.screens.form import Form
from factcheck.tui.screens.history import HistoryView
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.selecting import WordSelection
from factcheck.tui.screens.view import View
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.fields import WordsInput, typed
from factcheck.tui.widgets.status import MessageLine
from readings import drawn
from tui.screen_text import Clock, drive, review_of, screen_text

TOWN = """Town hall
⟦The mayor cut the budget in May and has since closed two libraries.⟧
⟦Ines Roy called it a disgrace.⟧
⟦Critics say traffic fell by half.⟧
Nobody asked the ferry.
"""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return reviewer(file_with(tmp_path / "claims.db", drawn(TOWN)))


def app_at(session: Session, number: int = 1) -> ReviewApp:
    article = session.articles()[0].id
    return ReviewApp(session, article, number=number, clock=Clock(), delay=0.0)


@dataclass(frozen=True)
class Seen:
    """The application after the keys of a case."""

    app: ReviewApp
    session: Session

    @property
    def message(self) -> str:
        return review_of(self.app).query_one(MessageLine).text

    @property
    def numbers(self) -> list[int]:
        article = self.session.articles()[0].id
        return [row.number for row in self.session.rows(article, 1, 99)]

    def shows(self, *words: str) -> bool:
        return all(each in screen_text(self.app) for each in words)

    def on(self, kind: type) -> bool:
        return isinstance(self.app.screen, kind)

    def selected(self) -> str:
        screen = self.app.screen
        assert isinstance(screen, WordSelection)
        return screen.selected.of(self.session.text(self.session.articles()[0].id))


@dataclass(frozen=True)
class EditCase:
    """Keys before the one that matters, that key, and what must then be true."""

    row: str
    key: str
    then: Callable[[Seen], bool]
    before: tuple[str, ...] = ()
    number: int = 1


ADDING = ("s", "a")
EDIT_CASES = (
    EditCase("edit", "s", lambda s: s.on(EditMenu) and s.shows("split the claim in two")),
    EditCase("edit.split", "s", lambda s: s.on(EditForm) and s.shows("Split c1", "Result 2"),
             before=("s",)),
    EditCase("edit.merge", "m", lambda s: s.on(EditForm) and s.shows("Merge c1", "c2", "Result"),
             before=("s",)),
    EditCase("edit.reword", "r", lambda s: s.shows("Reword c1", "worded so already"),
             before=("s",)),
    EditCase("edit.add", "a", lambda s: s.on(WordSelection), before=("s",)),
    EditCase("edit.reject", "n", lambda s: s.on(Form) and s.shows("c1 is not a claim"),
             before=("s",)),
    EditCase("edit.close", "escape", lambda s: s.on(ReviewScreen), before=("s",)),
    EditCase("edit.close", "q", lambda s: s.on(ReviewScreen), before=("s",)),
    EditCase("edit.cut", "ctrl+n", lambda s: s.shows("disgrace"), before=("s", "s"), number=2),
    EditCase("select.next", "right", lambda s: s.selected() == "Critics",
             before=ADDING, number=2),
    EditCase("select.next", "l", lambda s: s.selected() == "Critics",
             before=ADDING, number=2),
    EditCase("select.previous", "left", lambda s: s.selected() == "libraries.",
             before=ADDING, number=2),
    EditCase("select.previous", "h", lambda s: s.selected() == "libraries.",
             before=ADDING, number=2),
    EditCase("select.more", "L", lambda s: s.selected().endswith("disgrace.\nCritics"),
             before=ADDING, number=2),
    EditCase("select.more", "shift+right", lambda s: s.selected().endswith("\nCritics"),
             before=ADDING, number=2),
    EditCase("select.less", "H", lambda s: s.selected() == "Ines Roy called it a",
             before=ADDING, number=2),
    EditCase("select.less", "shift+left", lambda s: s.selected() == "Ines Roy called it a",
             before=ADDING, number=2),
    EditCase("select.down", "down", lambda s: s.selected().startswith("Critics say"),
             before=ADDING, number=2),
    EditCase("select.down", "j", lambda s: s.selected().startswith("Critics say"),
             before=ADDING, number=2),
    EditCase("select.up", "up", lambda s: s.selected().startswith("The mayor"),
             before=ADDING, number=2),
    EditCase("select.up", "k", lambda s: s.selected().startswith("The mayor"),
             before=ADDING, number=2),
    EditCase("select.take", "enter", lambda s: s.on(EditForm) and s.shows("Add a claim"),
             before=ADDING, number=2),
    EditCase("select.close", "escape", lambda s: s.on(ReviewScreen),
             before=ADDING, number=2),
    EditCase("select.close", "q", lambda s: s.on(ReviewScreen),
             before=ADDING, number=2),
    EditCase("history.close", "q", lambda s: s.on(ReviewScreen), before=("h",)),
    EditCase("history.close", "escape", lambda s: s.on(ReviewScreen), before=("h",)),
    EditCase("history.down", "j", lambda s: _chosen(s) == 1, before=("5", "k", "6", "k", "h")),
    EditCase("history.down", "down", lambda s: _chosen(s) == 1, before=("5", "k", "6", "k", "h")),
    EditCase("history.up", "k", lambda s: _chosen(s) == 0, before=("5", "k", "6", "k", "h", "j")),
    EditCase("history.up", "up", lambda s: _chosen(s) == 0,
             before=("5", "k", "6", "k", "h", "j")),
    EditCase("history.then", "enter", lambda s: s.on(View) and s.shows("as of", "? unproven"),
             before=("5", "k", "6", "k", "h", "j")),
)  # fmt: skip


def _chosen(seen: Seen) -> int:
    acts = list(seen.app.screen.query(".act"))
    return [act.has_class("-chosen") for act in acts].index(True)


@pytest.mark.parametrize("case", EDIT_CASES, ids=lambda case: f"{case.row} {case.key}")
def test_a_key_of_an_edit_does_what_its_row_says(case: EditCase, session: Session) -> None:
    app = app_at(session, case.number)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*case.before, case.key)
        await pilot.pause()
        assert case.then(Seen(app, session))

    drive(app, steps)


def test_a_split_is_shown_then_stored_and_undone(session: Session) -> None:
    app = app_at(session)
    seen = Seen(app, session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "s")
        assert seen.shows("The mayor cut the budget in May.", "has since closed two libraries.")
        assert seen.numbers == [1, 2, 3]
        await pilot.press("tab", "home", *"The mayor ")
        await pilot.pause()
        assert seen.shows("The mayor has since closed two libraries.")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert seen.numbers == [4, 5, 2, 3]
        assert seen.message == "c1 split into c4, c5 · u undoes"
        assert review_of(app).number == 4
        await pilot.press("j")
        assert review_of(app).number == 5
        await pilot.press("j")
        assert review_of(app).number == 2
        await pilot.press("G")
        assert review_of(app).number == 3
        await pilot.press("u")
        assert (seen.numbers, review_of(app).number) == ([1, 2, 3], 1)
        await pilot.press("U")
        assert (seen.numbers, review_of(app).number) == ([4, 5, 2, 3], 4)

    drive(app, steps)


def test_a_stale_verdict_shows_until_it_is_given_again(session: Session) -> None:
    app = app_at(session)
    seen = Seen(app, session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("5", "k", "s", "r", "end", "backspace", *" of May.", "ctrl+s")
        await pilot.pause()
        assert seen.numbers == [4, 2, 3]
        assert seen.shows("4 ↺", "unproven", "stale: the claim", "Made from")
        await pilot.press("5")
        await pilot.pause()
        assert seen.shows("4 ?")
        assert not seen.shows("↺")

    drive(app, steps)


def test_claims_are_merged_with_the_next_one(session: Session) -> None:
    app = app_at(session, 2)
    seen = Seen(app, session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "m", "tab", "ctrl+s")
        await pilot.pause()
        assert seen.numbers == [1, 4]
        assert seen.message == "c2, c3 merged into c4 · u undoes"

    drive(app, steps)


def test_a_claim_is_added_from_selected_words(session: Session) -> None:
    app = app_at(session, 3)
    seen = Seen(app, session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "a", "j")
        await pilot.pause()
        assert seen.selected() == "Nobody asked the ferry."
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert seen.numbers == [1, 2, 3, 4]
        assert review_of(app).number == 4

    drive(app, steps)


def test_a_click_begins_a_selection_and_another_ends_it(session: Session) -> None:
    app = app_at(session, 3)
    seen = Seen(app, session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "a")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WordSelection)
        text = session.text(session.articles()[0].id)
        screen.post_message(_clicked(text, "Critics"))
        await pilot.pause()
        assert seen.selected() == "Critics"
        screen.post_message(_clicked(text, "traffic"))
        await pilot.pause()
        assert seen.selected() == "Critics say traffic"

    drive(app, steps)


def test_a_wording_of_several_rows_is_emptied_at_once(session: Session) -> None:
    app = app_at(session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "r")
        await pilot.pause()
        field = app.screen.query_one("#wording", WordsInput)
        assert field.wrapped_document.height > 1
        await pilot.press("ctrl+u")
        assert field.value == ""
        field.value = "The mayor cut the budget."
        await pilot.press("home", "ctrl+right", "ctrl+k")
        assert field.value == "The"

    drive(app, steps, size=(80, 24))


def test_words_selected_up_to_a_comma_are_worded_without_it(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "c.db", drawn("⟦Nobody paid, so the ferry left.⟧\n")))
    app = app_at(session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "a")
        await pilot.pause()
        text = session.text(session.articles()[0].id)
        for word in ("Nobody", "paid"):
            app.screen.post_message(_clicked(text, word))
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert [field.value for field in typed(app.screen)] == ["Nobody paid"]

    drive(app, steps)


def _clicked(text: str, word: str) -> ArticlePane.Clicked:
    return ArticlePane.Clicked(text.index(word) + 2)


def test_what_is_no_claim_goes_and_the_cursor_stays_near(session: Session) -> None:
    app = app_at(session, 2)
    seen = Seen(app, session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "n", *"an opinion", "ctrl+s")
        await pilot.pause()
        assert (seen.numbers, review_of(app).number) == ([1, 3], 3)
        await pilot.press("u")
        assert (seen.numbers, review_of(app).number) == ([1, 2, 3], 2)

    drive(app, steps)


def test_an_edit_that_somebody_else_forestalled_is_refused_in_the_form(session: Session) -> None:
    app = app_at(session)
    seen = Seen(app, session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "s")
        ben = reviewer(session.store, "ben", dice=1000)
        one = session.claim(session.articles()[0].id, 1)
        editing.reject(ben, one, "why")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert seen.shows("c1 was taken off the list: no claim by ben")
        await pilot.press("escape")
        assert seen.numbers == [2, 3]

    drive(app, steps)


def test_the_timeline_shows_edits_before_and_after(session: Session) -> None:
    app = app_at(session, 2)
    seen = Seen(app, session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "r", "home", *"Old ", "ctrl+s")
        await pilot.pause()
        await pilot.press("h")
        await pilot.pause()
        assert seen.on(HistoryView)
        assert seen.shows("reworded", "− Ines Roy called", "+ Old Ines Roy called")
        await pilot.press("j", "enter")
        await pilot.pause()
        assert seen.on(View)

    drive(app, steps)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (20, 5)])
@pytest.mark.parametrize("keys", [("s", "s"), ("s", "m"), ("s", "a"), ("s", "n"), ("h",)])
def test_hostile_words_are_shown_and_do_nothing(
    tmp_path: Path, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    evil = "Tax \x1b]52;c;cm0gLXJm\x07 fell \x9b31m by \u202e5 % [red]in[/] [@click=app.quit]May[/]"
    marked = f"Head\n⟦{evil} and rose {'w' * 10_000}.⟧\n⟦{evil}.⟧\n"
    session = reviewer(file_with(tmp_path / "evil.db", drawn(marked)))
    session.note(session.claim(session.articles()[0].id, 1).id, evil)
    app = app_at(session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        shown = screen_text(app)
        assert {"\x1b", "\x9b", "\u202e"}.isdisjoint(shown)
        fields = typed(app.screen)
        if fields:
            fields[0].value = evil
            await pilot.pause()
            assert {"\x1b", "\x9b", "\u202e"}.isdisjoint(screen_text(app))
        await pilot.press("escape")
        assert not app._exit

    drive(app, steps, size=size)


def test_a_filtered_list_follows_edits_and_their_undo(session: Session) -> None:
    app = app_at(session)

    async def steps(pilot: Pilot[None]) -> None:
        review = review_of(app)
        review.list_anew(Listing(status=("open",), sort=Sort.READING))
        await app.workers.wait_for_complete()
        await pilot.pause()
        roll = review.query_one(ClaimList).roll
        assert list(roll.between(0, 9)) == [1, 2, 3]
        await pilot.press("s", "s", "ctrl+s")
        await pilot.pause()
        assert list(roll.between(0, 9)) == [4, 5, 2, 3]
        assert review.number == 4
        await pilot.press("6", "6")
        await pilot.pause()
        assert list(roll.between(0, 9)) == [2, 3]
        await pilot.press("u", "u", "u")
        await pilot.pause()
        assert list(roll.between(0, 9)) == [1, 2, 3]
        assert review.number == 1

    drive(app, steps)


def test_edits_of_others_are_followed_in_every_order(session: Session) -> None:
    app = app_at(session, 2)
    article = session.articles()[0].id
    ben = session_for_acts(session.path, "ben")

    async def steps(pilot: Pilot[None]) -> None:
        review = review_of(app)
        editing.reject(ben, ben.claim(article, 2), "a quotation")
        review._look_out()
        await pilot.pause()
        assert review.number == 3
        assert list(review.query_one(ClaimList).roll.between(0, 9)) == [1, 3]
        review.list_anew(Listing(sort=Sort.WORTH))
        await app.workers.wait_for_complete()
        await pilot.pause()
        ben.undo()
        review._look_out()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert sorted(review.query_one(ClaimList).roll.between(0, 9)) == [1, 2, 3]

    drive(app, steps)
    ben.close()
