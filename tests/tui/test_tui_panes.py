"""The panes: what they show, what they never ask for, and what strangers' text cannot do."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from factcheck.model.evidence import Evidence, EvidenceKind, Stance
from factcheck.model.order import ReadingOrder
from factcheck.model.records import (
    AssessmentRecord,
    AttributionRecord,
    CitationRecord,
    ClaimRecord,
    ClaimRow,
    EvidenceRecord,
    FindingRecord,
    FlagRecord,
    HistoryRecord,
    NoteRecord,
    Progress,
)
from factcheck.model.span import Span
from factcheck.model.visible import visible
from factcheck.tui.glyphs import bar, flag_letters, glyph
from factcheck.tui.screens.link import links_of
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.panes import Panes
from tui.fake_lists import FakeLists
from tui.fake_session import AT, FakeSession
from tui.sample_review import claim, place, sample
from tui.screen_text import REFERENCE, app_for, drive, line_widths, review_of, screen_text

ACTING = (
    "[/x] [@click=app.quit]quit[/] [bold",
    "\x1b]52;c;ZXZpbA==\x07 \x1b[2J \x1bc",
    "\x9b31m\x85 C1 \x00 NUL \x7f",
    "\u202egnp.exe\u202c \u2066\u2069",
    "zero\u200bwidth\u200d\ufeff \U000e0041",
    "\ud800 lone [/x][",
)
PAYLOADS = {
    "what acts": " ".join(ACTING),
    "a word of ten thousand letters": "W" * 10_000,
    "wide and combining": "标题：桥梁，" * 100 + "e\u0301\u0323" * 100 + "👩‍👩‍👧‍👦 🇪🇺 ☎️",
    "white space": "\n\n\t \r\n",
}
FORBIDDEN = frozenset("\x1b\x9b\x00\x07\x7f\x85\u202e\u202c\u2066\u2069\u200b\u200d\ufeff\U000e0041"
                      "\ud800\t\r")  # fmt: skip


def hostile(payload: str) -> FakeSession:
    """Return a review in which every text is *payload*."""
    text = payload + "\nmiddle\n" + payload
    whole = Span(0, len(payload))
    bad = replace(
        claim(1, payload, whole),
        insertions=(Span(0, len(payload) // 2),), kind=payload, modality=(payload,),
        needs_context=(payload,), features=((payload, float("nan")),),
        check_worthiness=float("nan"),
        attribution=AttributionRecord(False, payload, payload),
        citations=(CitationRecord(payload, whole, payload, payload),),
        findings=(FindingRecord("f1", payload, whole, payload, payload, True, 1.0, ""),),
        evidence=(EvidenceRecord("e1", payload, "https://a.example/" + payload, "refutes", payload,
                                 payload, payload, payload, payload, payload, AT),
                  EvidenceRecord("e2", "link", "https://a.example/x", "supports", payload,
                                 payload, payload, payload, "", payload, AT)),
        assessments=(AssessmentRecord("Ana", "refuted", payload, AT, False),
                     AssessmentRecord(payload, payload, payload, AT, True)),
        flags=(FlagRecord(payload, payload, AT), FlagRecord("outdated", payload, AT)),
        notes=(NoteRecord(payload, payload, AT),),
    )  # fmt: skip
    session = FakeSession(text, (bad, claim(2, payload, Span(0, 0))), title=payload)
    session.past = [HistoryRecord("h1", payload, payload, payload, "a1", 1, payload, False)]
    return session


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_no_text_of_a_stranger_reaches_the_terminal_raw_or_acts(payload: str) -> None:
    session = hostile(payload)
    app = app_for(session)

    async def steps(pilot: Pilot[None]) -> None:
        screens = [()] + [(key,) for key in ("enter", "h", "f", "o", "?")]
        for keys in screens:
            await pilot.press(*keys)
            lines = screen_text(app)
            assert FORBIDDEN.isdisjoint(lines)
            assert all(width == REFERENCE[0] for width in line_widths(app))
            await pilot.press(*(("escape",) if keys else ()))
        await pilot.press("/", "z", "enter", "y", "tab", "4")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert FORBIDDEN.isdisjoint(screen_text(app))
        assert not app._exit

    drive(app, steps)
    assert FORBIDDEN.isdisjoint(app.clipboard)


def test_text_typed_into_a_field_reaches_the_terminal_harmless() -> None:
    app = app_for(sample())

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("c")
        app.screen.query_one("#text").value = "a\x1b[2J\u202eb\x9bc"  # type: ignore[attr-defined]
        await pilot.pause()
        lines = screen_text(app)
        assert FORBIDDEN.isdisjoint(lines)
        assert "a[2Jbc" in lines

    drive(app, steps)


class EndlessLists(FakeLists):
    def order(self, article: str) -> ReadingOrder:
        return ReadingOrder(Endless.COUNT)

    def rows(self, article: str, numbers: Sequence[int]) -> tuple[ClaimRow, ...]:
        self.session.calls["rows"] += 1
        return tuple(
            ClaimRow(n, f"c1:{n}", f"claim number {n}", "event", 0.5, "open", (), 0, 0)
            for n in numbers
        )


class Endless(FakeSession):
    """A hundred thousand claims, made when they are asked for."""

    COUNT = 100_000

    def progress(self, article: str) -> Progress:
        return Progress(self.COUNT, 0, 0, self.COUNT, 0, 0)

    def __init__(self, text: str, claims: Sequence[ClaimRecord]) -> None:
        super().__init__(text, claims)
        self.lists = EndlessLists(self)

    def history(self, *, claim: str | None = None, limit: int = 200) -> tuple[HistoryRecord, ...]:
        return ()

    def claim(self, article: str, number: int):  # type: ignore[no-untyped-def]
        self.calls["claim"] += 1
        return claim(number, f"claim number {number}", Span(0, 5))


def test_a_hundred_thousand_claims_cost_no_more_than_those_on_the_screen() -> None:
    session = Endless("words " * 100, ())
    app = app_for(session)

    async def steps(pilot: Pilot[None]) -> None:
        assert "     1 · ▅ claim number 1" in screen_text(app)
        assert session.calls["rows"] == 1
        await pilot.press("G")
        await pilot.pause()
        assert "100000 · ▅ claim number 100000" in screen_text(app)
        await pilot.press("g", "j", "k")
        assert session.calls["rows"] <= 3

    drive(app, steps)


def test_article_and_claim_follow_when_the_cursor_rests() -> None:
    session = Endless("words " * 100, ())
    app = app_for(session, delay=0.06)

    async def steps(pilot: Pilot[None]) -> None:
        before = session.calls["claim"]
        screen = review_of(app)
        for _ in range(20):
            screen.action_move(1)
        assert not screen.settled
        assert session.calls["claim"] == before
        for _ in range(100):
            if screen.settled:
                break
            await pilot.pause(0.02)
        assert session.calls["claim"] == before + 1
        await pilot.pause()
        assert "Claim c21" in screen_text(app)

    drive(app, steps)


@pytest.mark.parametrize("keys", [(), ("4",), ("f",), ("?",)])
def test_the_screen_survives_every_size_with_a_dialog_open(keys: tuple[str, ...]) -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        for size in ((80, 24), (20, 5), (200, 60), (2, 1), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen_text(app).count("\n") == size[1]
            assert set(line_widths(app)) == {size[0]}

    drive(app, steps)


def test_in_little_room_tab_turns_between_article_and_claim() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        assert "replaced 212 of the 340" in screen_text(app)
        assert "a figure without a source" not in screen_text(app)
        await pilot.press("tab")
        assert "a figure without a source" in screen_text(app)
        assert "replaced 212 of the 340" not in screen_text(app)
        await pilot.press("tab")
        assert "replaced 212 of the 340" in screen_text(app)
        assert review_of(app).query_one(Panes).has_class("-article")

    drive(app, steps, size=(80, 24))


def test_other_verdicts_stay_hidden_until_mine_is_given() -> None:
    app = app_for(sample(), number=3)

    async def steps(pilot: Pilot[None]) -> None:
        for keys in ((), ("h",), ("enter",)):
            await pilot.press(*keys)
            assert "hidden until you" in screen_text(app)
            assert "38 million" not in screen_text(app)
            assert "✗ refuted" not in screen_text(app).replace("4 ✗ refuted", "")
            await pilot.press(*(("escape",) if keys else ()))
        await pilot.press("5", "u", "U", "enter")
        assert "it was 38 million" in screen_text(app)
        assert "hidden until you" not in screen_text(app)

    drive(app, steps)


@pytest.mark.parametrize("kind", ["assess", "undo"])
def test_what_somebody_else_took_back_stays_hidden_too(kind: str) -> None:
    session = sample()
    session.past.insert(
        0, HistoryRecord("h9", AT, "Ben", kind, "a1", 3, "undo: → misleading", False)
    )
    app = app_for(session, number=3)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("h")
        assert "→ misleading" not in screen_text(app)
        await pilot.press("escape", "5", "k", "h")
        assert "→ misleading" in screen_text(app)

    drive(app, steps)


def test_a_click_on_the_words_of_a_claim_selects_it() -> None:
    app = app_for(sample(), number=1)

    async def steps(pilot: Pilot[None]) -> None:
        lines = screen_text(app).splitlines()
        y = next(y for y, line in enumerate(lines) if "old town" in line[40:])
        x = lines[y].index("old town", 40)
        await pilot.click(offset=(x, y))
        await pilot.pause()
        assert review_of(app).number == 7
        await pilot.click(offset=(x, 2))
        assert review_of(app).number == 7

    drive(app, steps)


def test_paragraphs_that_stand_one_a_line_are_set_apart_and_clicks_still_hit() -> None:
    lines = ("The fine was halved.", "The club appealed at once.", "A ruling is due in May.")
    text = "\n".join(lines)
    claims = [claim(n, line, place(text, line)) for n, line in enumerate(lines, 1)]
    app = app_for(FakeSession(text, claims))

    async def steps(pilot: Pilot[None]) -> None:
        seen = [line[40:76].strip() for line in screen_text(app).splitlines()[2:7]]
        assert seen == [lines[0], "", lines[1], "", lines[2]]
        await pilot.click(offset=(50, 6))
        await pilot.pause()
        assert review_of(app).number == 3
        await pilot.click(offset=(42, 5))
        assert review_of(app).number == 3

    drive(app, steps)


def test_the_lines_of_the_current_claim_carry_a_sign() -> None:
    app = app_for(sample(), number=7)

    async def steps(pilot: Pilot[None]) -> None:
        lines = [line for line in screen_text(app).splitlines() if "▌" in line]
        assert len(lines) == 3
        assert "Traffic in the old town" in lines[0]

    drive(app, steps)


def test_twenty_megabytes_are_not_laid_out_as_a_whole() -> None:
    text = ("word " * 1000 + "\n") * 4000
    session = FakeSession(text, (claim(1, "x", Span(19_000_000, 19_000_040)),))
    app = app_for(session)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("pagedown", "pageup", "pageup")
        pane = review_of(app).query_one(ArticlePane)
        assert len(pane._layout_of_text._wrapped) < 20

    drive(app, steps)


def test_an_article_without_claims_or_text_can_be_looked_at() -> None:
    app = app_for(FakeSession("", ()))

    async def steps(pilot: Pilot[None]) -> None:
        keys = ("j", "G", "5", "0", "e", "f", "c", "h", "enter", "o", "y", "J", "space", "pagedown")
        await pilot.press(*keys)
        assert "This article has no claims." in screen_text(app)

    drive(app, steps)


def test_only_web_links_can_be_opened() -> None:
    sources = ("https://a.example/x", "javascript:alert(1)", "file:///etc/passwd", "https://", "a",
               "https://a.example/\x1b]8", "https://a.example/x", "http://b.example")  # fmt: skip
    session = sample()
    for source in sources:
        session.attach("c1:3", Evidence(EvidenceKind.LINK, source, Stance.CONTEXT))
    evidence = session.claim("a1", 3).evidence
    assert links_of(evidence) == ("https://a.example/x", "http://b.example")


@given(st.text(), st.lists(st.sampled_from(["outdated", "rhetorical", "x"]), max_size=5))
def test_signs_take_the_cells_they_are_given(status: str, flags: list[str]) -> None:
    assert len(glyph(status)) == 1
    assert len(flag_letters(tuple(flags))) <= 2


@given(st.floats())
def test_every_number_has_a_bar(rank: float) -> None:
    assert len(bar(rank)) == 1


def test_the_statuses_are_told_apart_without_colour() -> None:
    statuses = ("open", "deferred", *(verdict.verdict for verdict in sample().scale))
    assert len({glyph(status) for status in statuses}) == len(statuses)


def test_findings_citations_and_claims_look_different_in_the_article() -> None:
    session = sample()
    app = app_for(session, number=1)

    async def steps(pilot: Pilot[None]) -> None:
        pane = review_of(app).query_one(ArticlePane)
        styles = {
            words: _style_of(pane, place(session.text("a1"), words))
            for words in (
                "Harbour bridge",
                "replaced 212",
                "outrageous",
                "audit office",
                "reopened",
            )
        }
        assert len(set(styles.values())) == len(styles)

    drive(app, steps)


def _style_of(pane: ArticlePane, span: Span) -> str:
    for y, row in enumerate(pane._visible_rows()):
        if row.contains(span):
            segments = list(pane.render_line(y))
            words = span.of(pane._layout_of_text.text)
            return next(str(s.style) for s in segments if visible(words).split()[0] in s.text)
    raise AssertionError(span)


def test_a_list_that_is_short_leaves_the_rest_blank() -> None:
    app = app_for(sample())

    async def steps(pilot: Pilot[None]) -> None:
        pane = review_of(app).query_one(ClaimList)
        assert pane.render_line(30).text.strip() == ""

    drive(app, steps)
