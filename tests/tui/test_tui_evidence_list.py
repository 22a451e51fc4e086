"""The list of evidence, all findings of a rule, blind review, and titles, at the screen."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from factcheck.errors import UsageError
from factcheck.model.evidence import Stance, evidence_from
from factcheck.model.records import AssessmentRecord, EvidenceRecord
from factcheck.review import editing
from factcheck.review.settings import Settings
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.evidence_list import EvidenceList, capture_words
from factcheck.tui.screens.flags import FlagMenu, _asked
from factcheck.tui.screens.form import Form
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.widgets.fields import Typed, typed
from factcheck.tui.widgets.status import MessageLine
from tui.real_review import app_of, real, settle
from tui.sample_review import sample
from tui.screen_text import REFERENCE, SMALL, app_for, drive, line_widths, review_of, screen_text
from tui.test_tui_panes import FORBIDDEN, PAYLOADS, hostile

LINK = "https://ana.example.org/page"


def _field(app: ReviewApp, name: str) -> Typed:
    return next(field for field in typed(app.screen) if field.id == name)


@pytest.mark.parametrize("size", [REFERENCE, SMALL], ids=str)
def test_an_edit_says_why_and_is_one_act(size: tuple[int, int], tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session, number=2)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("E", "enter")
        assert _field(app, "source").value == LINK
        _field(app, "primacy").value = "p"
        await pilot.press("ctrl+s")
        assert "an edit needs its reason" in screen_text(app)
        _field(app, "reason").value = "it is the register itself"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, EvidenceList)
        assert "primary · Ana" in screen_text(app)
        assert "u undoes" in screen_text(app)
        await pilot.press("escape", "u", "E")
        assert "unsaid · Ana" in screen_text(app)

    drive(app, steps, size=size)
    assert list(session.verify()) == []


def test_a_word_that_is_no_kind_is_refused(tmp_path: Path) -> None:
    app = app_of(real(tmp_path), number=2)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("E", "e")
        _field(app, "primacy").value = "third"
        await pilot.press("ctrl+s")
        assert "'third' says not how near the source is" in screen_text(app)

    drive(app, steps)


def test_a_retraction_says_why_and_the_list_shows_what_is_left(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session, number=2)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("E", "-", "enter")
        assert "a retraction needs its reason" in screen_text(app)
        await pilot.press(*"parody", "enter")
        await pilot.pause()
        assert "No evidence yet." in screen_text(app)
        await pilot.press("-", "enter", "m", "o", "y")
        assert "there is no evidence here · a attaches some" in screen_text(app)

    drive(app, steps)
    assert session.history()[0].summary == "evidence retracted: parody"


def test_evidence_under_a_verdict_cannot_be_retracted_and_it_is_said(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session, number=2)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("3")
        review_of(app).panes.go(2, at_once=True)
        await pilot.press("E", "-", *"x", "enter")
        assert isinstance(app.screen, Form)
        assert "a verdict on this claim rests on that evidence" in screen_text(app)

    drive(app, steps)


def test_one_piece_is_attached_to_more_claims_by_number(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session, number=2)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("E", "m", *"1 9", "ctrl+s")
        assert "the article has no claims 9-9" in screen_text(app)
        _field(app, "numbers").value = "1-3"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert f"c1 and 1 more: evidence context: {LINK}" in screen_text(app)
        await pilot.press("escape", "u")
        assert session.find_claim("3", None).evidence == ()

    drive(app, steps)


def test_evidence_of_another_claim_is_taken_over_without_typing(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("E", "r")
        assert "ben.example.org" not in screen_text(app)
        await pilot.press("enter")
        assert _field(app, "title").value == "A page"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, EvidenceList)
        assert LINK in screen_text(app)

    drive(app, steps)
    assert [each.source for each in session.find_claim("3", None).evidence] == [LINK]


def test_what_is_known_of_a_capture_is_shown_where_it_is_known() -> None:
    piece = sample().claim("a1", 1).evidence[0]
    assert isinstance(piece, EvidenceRecord)
    assert capture_words(piece) == ""

    known = capture_words(
        replace(piece, captured_at="2026-03-02", sha256="ab" * 32, quote_outcome="found exactly")
    )
    assert known == "captured 2026-03-02 · SHA-256 abababababab… · quotation found exactly"
    locked = replace(piece, captured_at="2026-03-02", capture_remark="this PDF asks for a password")
    assert capture_words(locked) == "captured 2026-03-02 · this PDF asks for a password"
    assert capture_words(replace(piece, capture_error="the server answered 404")) == (
        "not captured: the server answered 404"
    )


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_no_evidence_of_a_stranger_acts_in_list_form_or_menu(payload: str) -> None:
    session = hostile(payload)
    app = app_for(session)

    async def steps(pilot: Pilot[None]) -> None:
        for keys in (
            ("E",),
            ("enter",),
            ("escape", "-"),
            ("escape", "down", "m"),
            ("escape", "escape", "Y"),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            assert FORBIDDEN.isdisjoint(screen_text(app))
            assert all(width == REFERENCE[0] for width in line_widths(app))
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        await pilot.resize_terminal(*REFERENCE)
        await pilot.pause()
        assert not app._exit

    drive(app, steps)


def test_a_verdict_of_mine_that_came_while_the_form_was_open_is_not_replaced_at_once() -> None:
    session = sample()
    app = app_for(session, number=3)
    mine = AssessmentRecord("Ana", "misleading", "", "2026-03-02T10:00:00.000Z", True)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("4", *"https://b.example/x")
        session.by_another(3, assessments=(mine,))
        await pilot.press("ctrl+s")
        assert session.acts == []
        assert "meanwhile your verdict on c3 became misleading" in screen_text(app)
        await pilot.press("ctrl+s")
        assert session.acts == ["c3 → refuted with refutes https://b.example/x"]

    drive(app, steps)


def test_a_click_goes_to_a_piece_and_to_a_line_to_pick(tmp_path: Path) -> None:
    app = app_for(sample(), number=1)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("E")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        y = next(y for y, line in enumerate(lines) if "news.example.org" in line)
        await pilot.click(offset=(40, y))
        await pilot.pause()
        assert "▸ ○ context" in screen_text(app)

    drive(app, steps)
    session = real(tmp_path)
    session.attach(
        session.find_claim("3", None).id, evidence_from("https://c.example/", Stance.CONTEXT)
    )
    second = app_of(session, number=1)

    async def pick(pilot: Pilot[None]) -> None:
        await pilot.press("E", "r")
        await pilot.pause()
        lines = screen_text(second).splitlines()
        y = next(y for y, line in enumerate(lines) if "A page" in line)
        await pilot.click(offset=(40, y))
        await pilot.pause()
        assert _field(second, "title").value == "A page"

    drive(second, pick)


def test_evidence_goes_to_claims_that_edits_made_and_one_piece_is_listed_once(
    tmp_path: Path,
) -> None:
    session = real(tmp_path)
    first = session.find_claim("3", None)
    editing.reword(session, first, f"{first.text[:-1]} indeed.")
    app = app_of(session, number=2)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("E", "m", *"4", "enter")
        await pilot.pause()
        assert "c4: evidence context" in screen_text(app)
        assert session.find_claim("4", None).evidence
        await pilot.press("m", *"1", "enter", "escape", "g", "E", "r")
        await pilot.pause()
        lines = [line for line in screen_text(app).split("\n") if "A page" in line]
        assert len(lines) == 1
        assert "c4 and 1 more ○ A page" in lines[0]

    drive(app, steps)


# Blind review.


def test_what_others_did_is_hidden_until_it_is_shown_on_the_record(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session, number=1)

    async def steps(pilot: Pilot[None]) -> None:
        seen = screen_text(app)
        assert "ben.example.org" not in seen
        assert "asked the port" not in seen
        assert "2 by others, hidden until you decide" in seen
        assert "a note, hidden" in seen
        await pilot.press("4")
        assert "Evidence for c1" in screen_text(app)
        await pilot.press("escape", "B")
        assert "c1 looked at what others did" in screen_text(app)
        assert "https://ben.example.org/accounts" in screen_text(app)
        assert "✗ refuted  Ben" in screen_text(app)
        await pilot.press("B")
        assert "nothing on c1 is hidden" in screen_text(app)
        await pilot.press("4")
        assert review_of(app).query_one(MessageLine).text.startswith("c1 → refuted")

    drive(app, steps)
    assert session.history()[1].kind == "reveal"


@pytest.mark.parametrize(
    ("blind", "evidence", "verdict"), [("verdicts", True, False), ("off", True, True)]
)
def test_a_setting_says_what_is_hidden(
    blind: str, evidence: bool, verdict: bool, tmp_path: Path
) -> None:  # fmt: skip
    app = app_of(real(tmp_path), number=1, settings=Settings(blind=blind))

    async def steps(pilot: Pilot[None]) -> None:
        assert ("ben.example.org" in screen_text(app)) is evidence
        assert ("✗ refuted  Ben" in screen_text(app)) is verdict

    drive(app, steps)


def test_a_setting_keeps_the_cursor_on_the_claim_that_was_decided() -> None:
    app = app_for(sample(), number=3, settings=Settings(go_on=False))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("5")
        assert review_of(app).number == 3

    drive(app, steps)


# All findings of a rule.


def test_all_findings_of_a_rule_are_decided_once_asked_and_undone_at_once(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f", "D")
        assert "Dismiss the one undecided finding of unsupported.statistic?" in screen_text(app)
        assert "It is the only one in this article." in screen_text(app)
        await pilot.press("y")
        assert "1 ✗ unsupported.statistic" in screen_text(app)
        await pilot.press("C")
        assert "no finding of unsupported.statistic is undecided" in screen_text(app)
        assert isinstance(app.screen, FlagMenu)
        await pilot.press("escape", "u", "f")
        assert "1 · unsupported.statistic" in screen_text(app)

    drive(app, steps)


def test_how_many_findings_there_are_is_said_as_people_say_it() -> None:
    question, about = _asked("confirmed", "rhetoric.label", 3, 2)
    assert question == "Confirm all 3 undecided findings of rhetoric.label?"
    assert about.startswith("They are on 2 claims of this article. It is one act")
    assert _asked("dismissed", "rhetoric.label", 2, 1)[1].startswith("They are on one claim")


def test_after_a_refusal_the_menu_shows_the_claim_as_it_is() -> None:
    session = sample()
    app = app_for(session, number=6)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f")
        await pilot.pause()
        assert "■ rhetorical" in screen_text(app)
        session.by_another(6, flags=())
        await pilot.press("r")
        assert "✗ the flag rhetorical is not yours" in screen_text(app)
        assert "□ rhetorical" in screen_text(app)
        await pilot.press("r")
        assert "■ rhetorical" in screen_text(app)

    drive(app, steps)


# Titles of links.


@pytest.mark.parametrize(
    ("pasted", "title"),
    [("https://b.example/x", "A [/x] title"), ("not a link", ""), ("https://bad.example/", "")],
)
def test_the_title_of_a_pasted_link_is_filled_in_where_the_network_may_be_used(
    pasted: str, title: str
) -> None:
    app = app_for(sample(), number=3)

    def title_of(link: str) -> str:
        if "bad" in link:
            raise UsageError("no answer", hint="try later")
        return "A [/x]\ntitle"

    app.title_of = title_of

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        _field(app, "source").post_message(events.Paste(pasted))
        await settle(app, pilot)
        assert _field(app, "title").value == title

    drive(app, steps)


def test_a_title_that_was_typed_stays_and_without_the_setting_nothing_is_asked() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        _field(app, "source").post_message(events.Paste("https://b.example/x"))
        await settle(app, pilot)
        assert _field(app, "title").value == ""
        app.title_of = lambda _link: "theirs"
        _field(app, "title").value = "mine"
        _field(app, "source").value = ""
        _field(app, "source").post_message(events.Paste("https://b.example/y"))
        await settle(app, pilot)
        assert _field(app, "title").value == "mine"

    drive(app, steps)


def test_a_search_is_edited_as_a_search(tmp_path: Path) -> None:
    session = real(tmp_path)
    found = session.find_claim("3", None)
    session.attach(found.id, evidence_from("searched: the archive", Stance.CONTEXT))
    app = app_of(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("E", "e")
        assert _field(app, "source").value == "searched: the archive"
        _field(app, "reason").value = "two archives"
        _field(app, "source").value = "searched: two archives"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, EvidenceList)
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)

    drive(app, steps)
    assert session.find_claim("3", None).evidence[0].source == "two archives"
