"""The evidence gate at the screen: verdict and evidence are stored together or not at all."""

from dataclasses import replace

import pytest
from textual import events
from textual.pilot import Pilot

from factcheck.tui.screens.form import Form
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.widgets.fields import LineInput, StanceChoice, WordsInput
from factcheck.tui.widgets.status import MessageLine
from tui.sample_review import sample
from tui.screen_text import app_for, drive, review_of, screen_text

LINK = "https://budget.example.org/bridge"


@pytest.mark.parametrize(
    ("verdict", "stance"),
    [("1", "supports"), ("2", "supports"), ("3", "context"), ("4", "refutes")],
)
def test_the_stance_is_what_the_verdict_needs(verdict: str, stance: str) -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(verdict)
        assert app.screen.query_one(StanceChoice).stance == stance

    drive(app, steps)


def test_saving_stores_verdict_and_evidence_together_and_undo_takes_both_back() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("4")
        app.screen.query_one("#source", LineInput).value = LINK
        app.screen.query_one("#rationale", WordsInput).value = "the budget says 38"
        app.screen.query_one("#rationale", WordsInput).focus()
        await pilot.press("enter")
        await pilot.pause()
        assert session.acts == [f"c3 → refuted with refutes {LINK}"]
        assert session.claim("a1", 3).assessments[-1].rationale == "the budget says 38"
        assert review_of(app).number == 4
        await pilot.press("u")
        assert session.claim("a1", 3).evidence == ()
        assert all(each.reviewer == "Ben" for each in session.claim("a1", 3).assessments)

    drive(app, steps)


def test_escape_stores_neither() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("4", *"https", "escape")
        assert isinstance(app.screen, ReviewScreen)

    drive(app, steps)
    assert session.acts == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "the evidence has no source"),
        ("javascript:alert(1)", "is no link that can be used"),
        ("searched: two archives", "neither supports nor refutes"),
    ],
)
def test_what_is_refused_is_said_in_the_form_and_nothing_typed_is_lost(
    source: str, words: str
) -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("4")
        app.screen.query_one("#source", LineInput).value = source
        app.screen.query_one("#quote", WordsInput).value = "38 million"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, Form)
        assert words in screen_text(app)
        assert app.screen.query_one("#source", LineInput).value == source
        assert app.screen.query_one("#quote", WordsInput).value == "38 million"

    drive(app, steps)
    assert session.acts == []


def test_a_search_that_found_nothing_supports_unproven_as_context() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        app.screen.query_one("#source", LineInput).value = "searched: two archives"
        await pilot.press("tab", "c", "ctrl+s")
        await pilot.pause()
        assert session.acts == ["c3 → context two archives"]
        assert review_of(app).number == 3

    drive(app, steps)


def test_the_stance_turns_with_the_arrows_and_by_letter() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e", "tab")
        choice = app.screen.query_one(StanceChoice)
        seen = []
        for key in ("right", "space", "right", "left", "r", "s", "c"):
            await pilot.press(key)
            seen.append(str(choice.stance))
        assert seen == [
            "refutes", "context", "supports", "context", "refutes", "supports", "context",
        ]  # fmt: skip
        await pilot.press("enter")
        assert app.focused is not None
        assert app.focused.id == "title"

    drive(app, steps)


def test_a_file_that_cannot_be_written_keeps_the_form_open() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        app.screen.query_one("#source", LineInput).value = LINK
        session.break_down("attach")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "the file is locked [/x]" in screen_text(app)
        session.broken.clear()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert session.acts == [f"c3 → supports {LINK}"]

    drive(app, steps)


@pytest.mark.parametrize("key", ["1", "5", "0", "space", "u", "U"])
def test_an_act_that_fails_is_said_and_the_screen_stays(key: str) -> None:
    session = sample()
    app = app_for(session, number=1)
    for method in ("assess", "defer", "undo", "redo"):
        session.break_down(method)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(key)
        message = review_of(app).query_one(MessageLine).text
        assert message == "✗ the file is locked [/x] · close the other program␛[2J"
        assert review_of(app).number == 1

    drive(app, steps)


QUESTIONS = ("rows", "claim", "marks", "progress", "history", "search", "articles", "text",
             "next_open")  # fmt: skip


@pytest.mark.parametrize("keys", ["5", "jJ", "f", "h", " ", "Gu"])
def test_questions_that_fail_are_said_and_nothing_crashes(keys: str) -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        for method in QUESTIONS:
            session.break_down(method)
        await pilot.press(*("space" if key == " " else key for key in keys))
        assert isinstance(app.screen, ReviewScreen)
        app._review.open("a1", 2)
        await pilot.pause()
        assert "✗ the file is locked" in screen_text(app)

    drive(app, steps)


@pytest.mark.parametrize("method", ["claim", "next_open", "marks"])
def test_one_question_that_fails_leaves_the_rest_at_work(method: str) -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        session.break_down(method)
        await pilot.press("J", "pagedown")
        assert "✗ the file is locked" in screen_text(app)
        session.broken.clear()
        await pilot.press("5")
        assert session.acts in (["c3 → unproven"], ["c4 → unproven"])

    drive(app, steps)


def test_a_search_that_fails_is_said() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("n")
        assert "nothing was searched for" in screen_text(app)
        await pilot.press("/", "ä", "enter", "N")
        assert "no match" in screen_text(app)
        session.break_down("search")
        await pilot.press("/", "enter")
        assert "✗ the file is locked" in screen_text(app)

    drive(app, steps)


def test_the_flag_menu_says_what_was_refused_and_stays_open() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        session.break_down("flag")
        await pilot.press("f", "m")
        assert "✗ the file is locked [/x]" in screen_text(app)
        session.broken.clear()
        await pilot.press("m", "o", "m")
        assert session.acts == [
            "c3 → missing-context on", "c3 → outdated on", "c3 → missing-context off",
        ]  # fmt: skip
        assert "■ outdated" in screen_text(app)
        assert "✗ the file is locked" not in screen_text(app)

    drive(app, steps)


def test_a_pasted_quotation_of_several_lines_is_taken_in_whole() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        field = app.screen.query_one("#quote", WordsInput)
        field.focus()
        field.post_message(events.Paste("the sum\n  of 38 million\r\n"))
        await pilot.pause()
        assert field.value == "the sum of 38 million"

    drive(app, steps)


def test_an_empty_note_is_refused_and_a_report_needs_a_name() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("c", "space", "enter")
        assert "the note is empty" in screen_text(app)
        await pilot.press("escape", "x", "ctrl+u", "enter")
        assert "the report has no file name" in screen_text(app)
        await pilot.press(*"r.md", "enter")
        await pilot.pause()
        assert session.acts == ["report r.md"]
        assert "wrote r.md" in review_of(app).query_one(MessageLine).text

    drive(app, steps)


def test_the_last_open_claim_says_that_nothing_is_open_any_more() -> None:
    session = sample()
    for number in range(1, 13):
        if number != 5:
            session.assess(f"c1:{number}", "unproven")
    app = app_for(session, number=5)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("6")
        message = review_of(app).query_one(MessageLine)
        assert message.text.startswith("c5 → not-checkable · nothing is open")
        await pilot.press("J", "U")
        assert message.text == "nothing to redo"

    drive(app, steps)


def test_a_rationale_is_given_to_the_last_verdict_and_to_that_under_the_cursor() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("5", "r")
        assert "Why c3 is unproven" in screen_text(app)
        await pilot.press("enter")
        assert "the rationale is empty" in screen_text(app)
        await pilot.press(*"no source", "enter")
        await pilot.pause()
        assert session.acts == ["c3 → unproven", "c3 → unproven"]
        assert session.claim("d1:port", 3).assessments[-1].rationale == "no source"
        assert review_of(app).number == 4
        await pilot.press("k", "r", "end", *"!", "ctrl+s")
        await pilot.pause()
        assert session.claim("d1:port", 3).assessments[-1].rationale == "no source!"
        message = review_of(app).query_one(MessageLine)
        assert message.text == "c3 → unproven, with its rationale · u undoes"
        assert review_of(app).number == 3

    drive(app, steps)


def test_a_rationale_needs_a_verdict_of_mine_and_gives_a_stale_one_again() -> None:
    session = sample()
    app = app_for(session, number=5)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("r")
        message = review_of(app).query_one(MessageLine)
        assert message.text.startswith("there is no verdict of yours here")
        await pilot.press("5")
        claim = session.claim("d1:port", 5)
        stale = tuple(replace(each, stale=True) for each in claim.assessments)
        session._claims[5] = replace(claim, assessments=stale)
        await pilot.press("r")
        assert "stale: the claim was changed since; saving gives it again" in screen_text(app)
        await pilot.press(*"as before", "enter")
        await pilot.pause()
        again = session.claim("d1:port", 5).assessments[-1]
        assert (again.verdict, again.rationale, again.stale) == ("unproven", "as before", False)
        assert message.text == "c5 → unproven, with its rationale · u undoes"

    drive(app, steps)


def test_the_same_verdict_given_again_keeps_its_rationale_and_another_does_not() -> None:
    session = sample()
    app = app_for(session, number=5)

    def mine() -> tuple[str, str]:
        last = session.claim("d1:port", 5).assessments[-1]
        return last.verdict, last.rationale

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("5", "r", *"no source", "enter", "k", "k", "5")
        assert session.acts == ["c5 → unproven"] * 3
        assert mine() == ("unproven", "no source")
        await pilot.press("k", "k", "6")
        assert mine() == ("not-checkable", "")

    drive(app, steps)


def test_a_rationale_does_not_replace_a_verdict_that_came_meanwhile() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("5", "r", *"no source")
        session.assess("c1:3", "not-checkable")
        await pilot.press("enter")
        assert "meanwhile your verdict on c3 became not-checkable" in screen_text(app)
        assert len(session.acts) == 2
        await pilot.press("escape")
        assert len(session.acts) == 2

    drive(app, steps)


def test_a_long_field_shows_its_lines_and_the_arrows_leave_it_at_its_ends() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("4")
        quote = app.screen.query_one("#quote", WordsInput)
        quote.focus()
        quote.post_message(events.Paste("one line\n of words " * 12))
        await pilot.pause()
        assert quote.size.height > 2
        assert quote.value == " ".join(["one", "line", "of", "words"] * 12)
        await pilot.press("down")
        assert getattr(app.focused, "id", None) == "locator"
        await pilot.press("up", "up")
        assert app.focused is quote
        await pilot.press(*["up"] * (quote.size.height - 1))
        assert getattr(app.focused, "id", None) == "title"
        await pilot.press("down", "enter")
        assert getattr(app.focused, "id", None) == "locator"

    drive(app, steps)


@pytest.mark.parametrize("keys", [("4",), ("5", "r")])
def test_in_a_low_window_a_form_shows_its_first_field(keys: tuple[str, ...]) -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        field = app.screen.focused
        assert field is not None
        assert app.screen.region.contains_region(field.region)

    drive(app, steps, size=(20, 5))
