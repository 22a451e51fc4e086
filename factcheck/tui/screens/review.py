"""The review: claims on the left, the article in the middle, the claim on the right.

In: keys and clicks. Out: acts of the session, each stored before the screen moves on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import BindingsMap
from textual.containers import Vertical
from textual.screen import Screen

from factcheck.model.visible import one_line
from factcheck.tui.describe import my_assessment
from factcheck.tui.desk import Desk
from factcheck.tui.held import HeldKey
from factcheck.tui.keys import bindings
from factcheck.tui.screens.claim import claim_view
from factcheck.tui.screens.help import help_view
from factcheck.tui.screens.history import history_view
from factcheck.tui.screens.link import ask_link
from factcheck.tui.screens.search import SearchLine, match_beside
from factcheck.tui.screens.writing import ask_evidence, ask_note, ask_report, open_flags
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.panes import Panes
from factcheck.tui.widgets.status import KeyLines, MessageLine, ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from factcheck.errors import FactcheckError
    from factcheck.model.records import ClaimRecord
    from factcheck.review.session import Act, Session
    from factcheck.tui.keys import Key

# How often the file is looked at for what others did: soon enough to be believed, and cheap.
LOOK_SECONDS = 1.0
_CHANGED = "somebody else changed the file"


class ReviewScreen(Screen[None], inherit_bindings=False):
    """One reviewer at one article."""

    def __init__(
        self,
        session: Session,
        article: str,
        number: int,
        keys: Sequence[Key],
        *,
        clock: Callable[[], float],
        delay: float,
    ) -> None:
        super().__init__()
        self._bindings = BindingsMap(bindings(keys))
        self._session, self._keys, self._first = session, keys, number
        self._verdict_keys = HeldKey(clock)
        self._desk = Desk(session, article, self._complain)
        self._panes = Panes(self._desk, delay=delay, id="panes")
        self._matches: tuple[int, ...] = ()
        self._words = ""

    @property
    def settled(self) -> bool:
        """Say whether every pane shows the claim under the cursor."""
        return self._panes.settled

    @property
    def number(self) -> int:
        """The number of the claim under the cursor."""
        return self._panes.number

    def compose(self) -> ComposeResult:
        """Lay out progress, the three panes, the last act and the keys."""
        yield ProgressLine(id="progress")
        yield self._panes
        with Vertical(id="bottom"):
            yield MessageLine(id="message")
            yield KeyLines(self._session.scale, self._keys, id="keys")

    def on_mount(self) -> None:
        """Open the article and begin to look out for what others do to it."""
        self._open(self._desk.article, self._first)
        self.set_interval(LOOK_SECONDS, self._look_out)

    def _look_out(self) -> None:
        if self.is_active and self._desk.changed():
            self._read_again()
            self._say(_CHANGED)

    def _read_again(self) -> None:
        self._show_progress()
        self._panes.read_again()

    def _open(self, article: str, number: int) -> None:
        self._desk.article = article
        self._matches = ()
        self._panes.open(self._show_progress(), number)

    def _show_progress(self) -> int:
        progress = self._desk.progress()
        self.query_one(ProgressLine).show(self._desk.title(), progress)
        return progress.claims

    def _complain(self, problem: FactcheckError) -> None:
        self.query_one(MessageLine).complain(problem.message, problem.hint)

    def _say(self, text: str, then: str = "") -> None:
        self.query_one(MessageLine).say(text, then)

    def _done(self, act: Act, then: str = "u undoes") -> None:
        """Show the file as it is after *act*, at the claim it was about."""
        self._told(act, then)
        if act.article == self._desk.article:
            self._panes.go(act.number, at_once=True)
        else:
            self._open(act.article, act.number)

    def _told(self, act: Act, then: str = "u undoes") -> None:
        self._say(act.summary, then)
        self._show_progress()
        self._panes.reload()

    def _do(self, act: Callable[[], Act | None], then: str = "u undoes", nothing: str = "") -> None:
        well, done = self._desk.act(act)
        if done is not None:
            self._done(done, then)
        elif well:
            self._say(nothing)

    def _go_on(self, act: Act) -> None:
        """Go from a claim that was decided or deferred to the next one still open."""
        self._told(act)
        following = self._desk.next_open(act.number, 1)
        if following is None:
            self._say(act.summary, "nothing is open for you any more · u undoes")
        self._panes.go(following or act.number, at_once=True)

    # The reviewer decides.

    def action_verdict(self, place: int) -> None:
        """Give verdict *place* of the scale, or ask for the evidence it needs."""
        if self._verdict_keys.is_held(place) or (claim := self._claim_as_seen()) is None:
            return
        verdict = self._session.scale[place]
        name = verdict.verdict
        if self._desk.ask(lambda: self._session.has_evidence_for(claim.id, name), otherwise=True):
            self._decide(lambda: self._session.assess(claim.id, name))
        else:
            ask_evidence(self.app, self._session, claim, verdict, self._go_on)

    def _claim_as_seen(self) -> ClaimRecord | None:
        """Return the claim to decide on; None where my verdict on it is not the one I see."""
        seen = self._panes.shown_status()
        self._look_out()
        claim = self._panes.claim()
        mine = my_assessment(claim, self._session.reviewer) if claim else None
        if claim is None or mine is None or seen in {None, mine.verdict}:
            return claim
        self._read_again()
        self._say(f"{_CHANGED}: c{claim.number} → {mine.verdict}", "press again")
        return None

    def _decide(self, act: Callable[[], Act]) -> None:
        _, done = self._desk.act(act)
        if done is not None:
            self._go_on(done)

    def action_clear_verdict(self) -> None:
        """Take my verdict back."""
        if claim := self._claim_as_seen():
            self._do(lambda: self._session.assess(claim.id, None))

    def action_defer(self) -> None:
        """Decide nothing and go on."""
        if claim := self._panes.claim():
            self._decide(lambda: self._session.defer(claim.id))

    def action_undo(self) -> None:
        """Undo my last act and go to it."""
        self._do(self._session.undo, "U redoes", "nothing to undo")

    def action_redo(self) -> None:
        """Redo what I undid and go to it."""
        self._do(self._session.redo, "u undoes", "nothing to redo")

    # The reviewer writes something down.

    def action_evidence(self) -> None:
        """Attach evidence to the claim."""
        if claim := self._panes.claim():
            ask_evidence(self.app, self._session, claim, None, self._done)

    def action_note(self) -> None:
        """Write a note on the claim."""
        if claim := self._panes.claim():
            ask_note(self.app, self._session, claim, self._done)

    def action_report(self) -> None:
        """Write the report of the article."""
        article = self._desk.article
        ask_report(self.app, self._session, article, lambda path: self._say(f"wrote {path}"))

    def action_flags(self) -> None:
        """Set flags, confirm and dismiss findings."""
        if claim := self._panes.claim():
            open_flags(self.app, self._session, claim, self._done)

    # The reviewer moves.

    def action_move(self, step: int) -> None:
        """Go to the next claim, or the one before."""
        self._panes.go(self.number + step)

    def action_go(self, number: int) -> None:
        """Go to claim *number*, counted from the end where it is negative."""
        self._panes.go(number if number > 0 else self._panes.count + 1 + number)

    def action_next_open(self, step: int) -> None:
        """Go to the nearest claim still open for me."""
        number = self._desk.next_open(self.number, step)
        if number is None:
            self._say("no claim is open for you")
        else:
            self._panes.go(number)

    def action_page(self, pages: int) -> None:
        """Scroll the article or the claim."""
        self._panes.scroll_pages(pages)

    def action_next_pane(self) -> None:
        """Turn to the claim, or back to the article."""
        self._panes.next_pane()

    @on(ClaimList.Chosen)
    def choose(self, message: ClaimList.Chosen) -> None:
        """Select the claim that was clicked in the list."""
        self._panes.go(message.number)

    @on(ArticlePane.Clicked)
    def choose_in_text(self, message: ArticlePane.Clicked) -> None:
        """Select the claim that was clicked in the article."""
        number = self._desk.claim_at(message.offset)
        if number is not None:
            self._panes.go(number)

    def action_search(self) -> None:
        """Ask for words and go to the first claim that has them."""
        self.app.push_screen(SearchLine(self._words), self._search)

    def _search(self, words: str | None) -> None:
        if words is None or not words.strip():
            return
        matches = self._desk.search(words)
        self._words, self._matches = words, matches or ()
        if self._matches:
            self._go_to_match(0)
        elif matches is not None:
            self._say(f"no claim has “{words}”")

    def action_next_match(self, step: int) -> None:
        """Go to the next match of the last search, or the one before."""
        if not self._matches:
            self._say("nothing was searched for" if not self._words else "no match")
            return
        self._go_to_match(match_beside(self._matches, self.number, step))

    def _go_to_match(self, place: int) -> None:
        self._panes.go(self._matches[place])
        self._say(f"match {place + 1} of {len(self._matches)}", "n next · N previous")

    # The reviewer looks.

    def action_look(self, at: str) -> None:
        """Open the claim in full, or its history."""
        if claim := self._panes.claim():
            view = history_view if at == "history" else claim_view
            history = self._desk.history(claim.id)
            self.app.push_screen(view(claim, history, self._session.reviewer))

    def action_help(self) -> None:
        """Open the table of keys."""
        self.app.push_screen(help_view(self._keys))

    def action_copy(self) -> None:
        """Copy the words of the claim."""
        if claim := self._panes.claim():
            self.app.copy_to_clipboard(one_line(claim.text))
            self._say(f"copied the words of c{claim.number}")

    def action_open_link(self) -> None:
        """Show a link of the evidence in full and open it when told so."""
        if claim := self._panes.claim():
            ask_link(self.app, claim.evidence, self._say)
