"""Filters, orders, articles, headings: what the list shows, what stays in it, where one lands."""

from dataclasses import replace
from typing import cast

import pytest
from textual.pilot import Pilot

from factcheck.model.listing import EVERY, Listing, Sort
from factcheck.model.records import Mark
from factcheck.model.span import Span
from factcheck.tui.app import ReviewApp
from factcheck.tui.insertions import inserted_at
from factcheck.tui.screens.articles import progress_bar
from factcheck.tui.screens.filter import FilterScreen
from factcheck.tui.screens.pick import Pick
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.choices import Choices
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.fields import LineInput
from factcheck.tui.widgets.status import MessageLine, ProgressLine
from tui.fake_session import FakeSession
from tui.sample_review import claim, place, sample
from tui.screen_text import app_for, drive, review_of, screen_text
from tui.test_tui_panes import FORBIDDEN, PAYLOADS, hostile

OPEN_ONES = Listing(status=("open",))


async def listing(app: ReviewApp, pilot: Pilot[None], wanted: Listing) -> ClaimList:
    """Let the list show *wanted*, and wait until all of it has come."""
    review_of(app).list_anew(wanted)
    await come(app, pilot)
    return review_of(app).query_one(ClaimList)


async def come(app: ReviewApp, pilot: Pilot[None]) -> None:
    for _ in range(200):
        await pilot.pause()
        if review_of(app).panes.listed[1]:
            return
    raise AssertionError("the list never ended")


def numbers(claims: ClaimList) -> list[int]:
    return list(claims.roll.between(0, len(claims.roll)))


def progress(app: ReviewApp) -> str:
    return review_of(app).query_one(ProgressLine)._words


def test_a_filter_is_visible_and_one_key_clears_it() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        claims = await listing(app, pilot, replace(OPEN_ONES, kind=("event",)))
        assert numbers(claims) == [5, 7, 8, 9, 10, 11, 12]
        assert progress(app) == "7 of 12 · filter: open, event"
        assert "7 of 12 · filter: open, event" in screen_text(app)
        await pilot.press("escape")
        assert claims.roll.is_plain
        assert "12 of" not in progress(app)
        assert review_of(app).number == 5
        await pilot.press("escape")
        assert review_of(app).query_one(MessageLine).text == "every claim is shown"

    drive(app, steps)


def test_moves_go_along_the_filtered_list() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await listing(app, pilot, Listing(kind=("event",)))
        assert review_of(app).number == 4
        seen = []
        for key in ("j", "k", "k", "G", "j", "g", "k"):
            await pilot.press(key)
            seen.append(review_of(app).number)
        assert seen == [5, 4, 1, 12, 12, 1, 1]

    drive(app, steps)


def test_a_claim_that_a_verdict_takes_out_of_the_filter_is_gone_when_the_cursor_moves_on() -> None:
    app = app_for(sample(), number=7)

    async def steps(pilot: Pilot[None]) -> None:
        claims = await listing(app, pilot, OPEN_ONES)
        assert review_of(app).number == 7
        await pilot.press("5")
        assert review_of(app).number == 8
        assert 7 not in numbers(claims)
        await pilot.press("u")
        assert review_of(app).number == 7
        assert numbers(claims)[numbers(claims).index(7) + 1] == 8
        await pilot.press("j", "k")
        assert review_of(app).number == 7

    drive(app, steps)


def test_a_claim_that_stays_under_the_cursor_stays_in_the_list_whatever_was_done_to_it() -> None:
    app = app_for(sample(), number=12)

    async def steps(pilot: Pilot[None]) -> None:
        claims = await listing(app, pilot, Listing(status=("open", "deferred"), kind=("event",)))
        await pilot.press("0")
        assert 12 in numbers(claims)
        review_of(app).do(lambda: app._review.session.assess("c1:12", "unproven"))
        assert review_of(app).number == 12
        assert 12 in numbers(claims)
        await pilot.press("k")
        assert 12 not in numbers(claims)
        assert review_of(app).number == 11

    drive(app, steps)


def test_the_last_open_claim_of_a_filter_says_so_and_stays() -> None:
    app = app_for(sample(), number=1)

    async def steps(pilot: Pilot[None]) -> None:
        await listing(app, pilot, replace(OPEN_ONES, words="cycle lane"))
        assert review_of(app).number == 9
        await pilot.press("5")
        assert review_of(app).number == 9
        assert "nothing is open for you any more" in review_of(app).query_one(MessageLine).text

    drive(app, steps)


def test_next_open_walks_the_order_of_the_list_and_around_it() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        claims = await listing(app, pilot, Listing(sort=Sort.WORTH))
        assert numbers(claims) == [3, 7, 5, 10, 4, 12, 2, 1, 9, 6, 8, 11]
        seen = []
        for key in ("]", "[", "[", "]"):
            await pilot.press(key)
            seen.append(review_of(app).number)
        assert seen == [7, 3, 11, 3]
        await pilot.press("G", "k", "k", "]")
        assert review_of(app).number == 8  # c6 has a verdict

    drive(app, steps)


def test_an_empty_list_says_so_and_nothing_can_be_decided_in_it() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await listing(app, pilot, Listing(words="nowhere"))
        assert "No claim matches." in screen_text(app)
        assert "No claim matches the filter." in screen_text(app)
        await pilot.press("5", "j", "k", "G", "g", "]", "e", "f", "c", "h", "enter", "space", "y")
        assert session.acts == []
        assert app.screen is review_of(app)
        await pilot.press("escape")
        assert review_of(app).number == 3
        await pilot.press("5")
        assert session.acts == ["c3 → unproven"]

    drive(app, steps)


def test_what_others_do_shows_in_the_filtered_list() -> None:
    session = sample()
    app = app_for(session, number=7)

    async def steps(pilot: Pilot[None]) -> None:
        claims = await listing(app, pilot, OPEN_ONES)
        session.by_another(8, deferred=True)
        review_of(app)._look_out()
        await come(app, pilot)
        for _ in range(50):
            await pilot.pause()
        assert 8 not in numbers(claims)
        assert review_of(app).number == 7

    drive(app, steps)


def test_a_click_on_a_claim_that_is_filtered_out_shows_it_until_one_moves_on() -> None:
    app = app_for(sample(), number=2)

    async def steps(pilot: Pilot[None]) -> None:
        claims = await listing(app, pilot, OPEN_ONES)
        review_of(app).choose_in_text(
            ArticlePane.Clicked(place(app._review.session.text("a1"), "Engineers").start)
        )
        assert review_of(app).number == 4
        assert 4 in numbers(claims)
        await pilot.press("j")
        assert review_of(app).number == 5
        assert 4 not in numbers(claims)

    drive(app, steps)


def test_a_list_that_cannot_be_read_complains_in_words() -> None:
    session = sample()
    session.break_down("ordered")
    app = app_for(session, number=2)

    async def steps(pilot: Pilot[None]) -> None:
        await listing(app, pilot, OPEN_ONES)
        assert "the file is locked" in review_of(app).query_one(MessageLine).text
        await pilot.press("escape")
        assert review_of(app).number == 2

    drive(app, steps)


def test_a_search_is_marked_in_list_and_article_and_goes_along_the_list() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await listing(app, pilot, Listing(sort=Sort.WORTH))
        await pilot.press("/", *"lane", "enter")
        assert "match 1 of 2" in review_of(app).query_one(MessageLine).text
        assert review_of(app).number == 9
        await pilot.press("n")
        assert review_of(app).number == 11
        claims = review_of(app).query_one(ClaimList)
        line = claims.render_line(numbers(claims).index(11) - claims.scroll_offset.y)
        marked = [segment.text for segment in line if segment.style and segment.style.underline]
        assert marked == ["lane"]
        pane = review_of(app).query_one(ArticlePane)
        assert [span.of(pane.text) for span in pane._found] == ["lane", "lane"]
        await pilot.press("g", "N")
        assert review_of(app).number == 11
        await pilot.press("escape")
        assert pane._visible_rows()
        assert pane._found == ()

    drive(app, steps)


def test_words_that_only_claims_outside_the_filter_have_are_said_to_be_there() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await listing(app, pilot, Listing(kind=("quantity",)))
        await pilot.press("/", *"lane", "enter")
        assert "in this list; esc shows every claim" in review_of(app).query_one(MessageLine).text
        await pilot.press("n")
        assert review_of(app).query_one(MessageLine).text == "no match"

    drive(app, steps)


def test_the_filter_screen_says_what_its_fields_say() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("F", "space", "right", "space", *["tab"] * 5, *"0.4-0.9", "tab", "tab",
                          "right", "space")  # fmt: skip
        screen = cast("FilterScreen", app.screen)
        said = screen._said()
        assert said == Listing(
            status=("open", "deferred"), worth_from=0.4, worth_to=0.9, context=False
        )
        await pilot.press("enter")
        await come(app, pilot)
        assert app._review.desk.listing == said
        await pilot.press("F")
        assert cast("FilterScreen", app.screen)._said() == said
        await pilot.press("ctrl+l", "enter")
        assert app._review.desk.listing == EVERY

    drive(app, steps)


def test_a_filter_is_saved_taken_up_again_and_removed() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("escape", "F", "space", *["tab"] * 12, *"mine", "enter")
        await come(app, pilot)
        assert review_of(app).query_one(MessageLine).text == ""
        assert session.lists.kept == {"mine": OPEN_ONES}
        await pilot.press("escape", "F", "shift+tab", "space")
        assert cast("FilterScreen", app.screen)._said() == OPEN_ONES
        await pilot.press("delete")
        assert session.lists.kept == {}
        await pilot.press("escape")
        assert app.screen is app._review

    drive(app, steps)


def test_a_range_that_is_none_is_refused_in_the_filter() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("F", *["tab"] * 5, *"much", "enter")
        assert "no range of check-worthiness" in screen_text(app)
        assert isinstance(app.screen, FilterScreen)

    drive(app, steps)


def test_a_click_chooses_a_value_of_the_filter() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("F")
        row = app.screen.query_one("#status", Choices)
        await pilot.click(row, offset=(1, 0))
        await pilot.click(row, offset=(9, 0))
        assert row.several == ("open", "deferred")

    drive(app, steps)


def test_no_key_of_the_review_acts_in_a_field_of_the_filter() -> None:
    session = sample()
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("F", *["tab"] * 12, *"qjk15uxGaOF?/", "ctrl+q")
        assert app.screen.query_one("#name", LineInput).value == "qjk15uxGaOF?/"
        assert session.acts == []
        assert not app._exit

    drive(app, steps)


def test_an_article_is_chosen_from_the_list_of_them() -> None:
    session = sample()
    session.lists.titles = ["One [/x]", "Two \x1b[2J", "Three"]
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("a")
        text = screen_text(app)
        assert "Articles of this file: 3" in text
        assert "▸ 1  █░░░░░░░   2 of 12 by you  One [/x]  3 in disagreement" in text
        assert FORBIDDEN.isdisjoint(text)
        await pilot.press("j", "enter")
        assert app._review.desk.article == "a2"
        assert review_of(app).number == 2
        await pilot.press("a", "q")
        assert app._review.desk.article == "a2"

    drive(app, steps)


def test_the_program_can_begin_with_the_list_of_articles() -> None:
    session = sample()
    session.lists.titles = ["One", "Two"]
    app = app_for(session)
    app._choose = True

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert isinstance(app.screen, Pick)
        assert "esc quit" in screen_text(app)
        await pilot.click(offset=(10, 3))
        assert isinstance(app.screen, ReviewScreen)
        assert app._review.desk.article == "a2"

    drive(app, steps)


def test_leaving_the_list_of_articles_at_the_beginning_quits() -> None:
    app = app_for(sample())
    app._choose = True

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press("escape")
        assert app._exit

    drive(app, steps)


def headed() -> FakeSession:
    """Return an article of three parts; the second has no claim."""
    lines = ("# Money", "It cost ten euros.", "## Nobody", "Silence", "# Time", "It took a year.")
    text = "\n".join(lines)
    claims = [claim(n, line, place(text, line)) for n, line in enumerate(lines[1::4], 1)]
    return FakeSession(text, claims)


def test_the_outline_lists_headings_and_enter_goes_to_one() -> None:
    app = app_for(headed(), number=1)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("O")
        assert "  0 %  Money" in screen_text(app)
        assert "%    Nobody" in screen_text(app)
        await pilot.press("j", "enter")
        assert review_of(app).number == 1
        assert "no claim begins here · c1 stays selected" in screen_text(app)
        await pilot.press("O", "G", "enter")
        assert review_of(app).number == 2

    drive(app, steps)


def test_the_text_cursor_goes_from_sentence_to_sentence_and_selects_what_begins_there() -> None:
    app = app_for(headed(), number=1)

    async def steps(pilot: Pilot[None]) -> None:
        pane = review_of(app).query_one(ArticlePane)
        await pilot.press("right", "right")
        assert Span(pane.text_cursor, pane.text_cursor + 7).of(pane.text) == "Silence"
        assert [line[38:50].strip() for line in screen_text(app).splitlines() if "›" in line] == [
            "›  Silence"
        ]
        await pilot.press(")", ")", ")")
        assert review_of(app).number == 2
        assert "the article ends here" in screen_text(app)
        await pilot.press("k")
        assert pane._resting is None
        await pilot.press("(", "left")
        assert "the article begins here" in screen_text(app)

    drive(app, steps)


def test_an_article_without_headings_says_so() -> None:
    app = app_for(FakeSession("One. Two.", (claim(1, "One.", Span(0, 4)),)))

    async def steps(pilot: Pilot[None]) -> None:
        app._review.session.lists.headings = lambda article: ()  # type: ignore[method-assign]
        await pilot.press("O")
        assert "This article has no headings." in screen_text(app)
        await pilot.press("j", "G", "pagedown", "enter")
        assert app.screen is app._review

    drive(app, steps)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_no_text_of_a_stranger_acts_in_filter_outline_or_list_of_articles(payload: str) -> None:
    session = hostile(payload)
    session.lists.kept = {payload: OPEN_ONES}
    session.lists.titles = [payload, payload]
    app = app_for(session)

    async def steps(pilot: Pilot[None]) -> None:
        for keys in (("F", "shift+tab", "space"), ("a",), ("O",), ("/", *"mid", "enter"), (")",)):
            await pilot.press(*keys)
            assert FORBIDDEN.isdisjoint(screen_text(app))
            await pilot.press("escape")
        await listing(app, pilot, Listing(words=payload[:50]))
        assert FORBIDDEN.isdisjoint(screen_text(app))
        assert not app._exit

    drive(app, steps)


@pytest.mark.parametrize("keys", [("F",), ("a",), ("O",)])
def test_the_new_screens_survive_every_size(keys: tuple[str, ...]) -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        for size in ((80, 24), (20, 5), (2, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen_text(app).count("\n") == size[1]
        await pilot.press("j", "escape")
        assert app.screen is app._review

    drive(app, steps)


def test_gaps_citations_findings_and_claims_carry_their_signs() -> None:
    session = sample()
    text = session.text("a1")
    session._extra_marks = (*session._extra_marks, Mark(place(text, "Critics say"), "gap", None))
    app = app_for(session, number=1)

    async def steps(pilot: Pilot[None]) -> None:
        lines = [line[38:80] for line in screen_text(app).splitlines()]
        for sign, words in (("f ", "41 million"), ("§ ", "audit"), ("○ ", "Critics")):
            line = next(line for line in lines if words in line)
            assert sign in line[:4]
        assert any(line[1:].startswith("▌") for line in lines)

    drive(app, steps)


@pytest.mark.parametrize(
    ("wording", "marked"),
    [
        pytest.param("Ann ⟨is⟩ tall", "Ann, ⟦tall", id="between two spans"),
        pytest.param("⟨The⟩ tall", "Ann, ⟦tall", id="before the first"),
        pytest.param("Ann ⟨left⟩", "Ann⟦, tall", id="after the last"),
    ],
)
def test_inserted_words_have_their_place_in_the_article(wording: str, marked: str) -> None:
    text, offset = marked.replace("⟦", ""), marked.index("⟦")
    start, end = wording.index("⟨"), wording.index("⟩") - 1
    kept = wording[:start].split() + wording[end + 2 :].split()
    spans = tuple(place(text, word) for word in kept)
    made = replace(
        claim(1, wording.replace("⟨", "").replace("⟩", ""), spans[0]),
        spans=spans, quotes=tuple(kept), insertions=(Span(start, end),),
    )  # fmt: skip
    assert inserted_at(made) == ((offset, wording[start + 1 : end + 1]),)


def test_a_bar_is_full_and_empty_only_where_that_is_true() -> None:
    assert progress_bar(0, 0) == progress_bar(0, 9) == "░" * 8
    assert progress_bar(1, 1000) == "█" + "░" * 7
    assert progress_bar(999, 1000) == "█" * 7 + "░"
    assert progress_bar(3, 3) == "█" * 8
