"""The review: claims on the left, the article in the middle, the claim on the right.

In: keys and clicks. Out: acts of the session, each stored before the screen moves on.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import on
from textual.binding import BindingsMap
from textual.containers import Vertical
from textual.screen import Screen

from factcheck.review.blind import suffices
from factcheck.tui.actions.table import action
from factcheck.tui.describe import my_assessment, status_of
from factcheck.tui.desk import Desk
from factcheck.tui.held import HeldKey
from factcheck.tui.judging import judge
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import bindings
from factcheck.tui.stopwatch import Stopwatch
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.panes import Panes
from factcheck.tui.widgets.status import KeyLines, MessageLine, ProgressLine, listed_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from factcheck.errors import FactcheckError
    from factcheck.model.listing import Listing
    from factcheck.model.records import ClaimRecord
    from factcheck.review.session import Act, Session
    from factcheck.review.settings import Settings
    from factcheck.tui.keyrow import Key

# How often the file is looked at for what others did: soon enough to be believed, and cheap.
LOOK_SECONDS = 1.0
_CHANGED = "somebody else changed the file"
_UNDOES = "{undo} undoes"
_UNDOES_OR_WHY = f"{_UNDOES} · {{rationale}} says why"


class ReviewScreen(Screen[None], inherit_bindings=False):
    """One reviewer at one article."""

    # Nothing of it is seen: without this Textual draws its lines too, below those of the panes.
    BLANK = True

    def __init__(
        self,
        session: Session,
        article: str,
        number: int,
        keys: Sequence[Key],
        *,
        clock: Callable[[], float],
        delay: float,
        settings: Settings,
    ) -> None:
        super().__init__()
        self._bindings = BindingsMap(bindings(keys, mapped=True))
        self.session, self.keys, self._first = session, keys, number
        self._verdict_keys = HeldKey(clock)
        self.desk = Desk(session, article, self._complain, blind=settings.blind)
        self.panes = Panes(self.desk, delay=delay, id="panes")
        self._goes_on = settings.go_on
        self.stopwatch = Stopwatch(time.monotonic, settings.idle_seconds)
        self.record: Callable[[str, float], None] = lambda _claim, _seconds: None
        # Article and number of the claim on which I last gave a verdict here.
        self.last_judged: tuple[str, int] | None = None
        # What was last searched for, and the numbers of the claims that have it.
        self.words = ""
        self.found: Sequence[int] = ()

    @property
    def settled(self) -> bool:
        """Say whether every pane shows the claim under the cursor."""
        return self.panes.settled

    @property
    def number(self) -> int:
        """The number of the claim under the cursor."""
        return self.panes.number

    def compose(self) -> ComposeResult:
        """Lay out progress, the three panes, the last act and the keys."""
        yield ProgressLine(id="progress")
        yield self.panes
        with Vertical(id="bottom"):
            yield MessageLine(id="message")
            yield KeyLines(self.session.scale, self.keys, id="keys")

    def on_mount(self) -> None:
        """Open the article and begin to look out for what others do to it."""
        self._fit()
        self.open(self.desk.article, self._first)
        self.set_interval(LOOK_SECONDS, self._look_out)

    def _fit(self) -> None:
        """Take on the classes of this size at once: after the first frame all is drawn again.

        The styles follow when the screen is shown, which is next.
        """
        app, size = self.app, self.app.size
        for breakpoints, extent in (
            (app.HORIZONTAL_BREAKPOINTS, size.width),
            (app.VERTICAL_BREAKPOINTS, size.height),
        ):
            fitting = [name for least, name in breakpoints or () if least <= extent]
            self.add_class(*fitting[-1:], update=False)

    def _look_out(self) -> None:
        if self.is_active and self.desk.changed():
            self.read_again()
            self.say(_CHANGED)

    def read_again(self) -> None:
        """Show the file as it now is; the cursor stays."""
        self.panes.read_again()
        self._show_progress()

    def open(self, article: str, number: int) -> None:
        """Show another article, or this one anew, at claim *number*."""
        self.desk.article = article
        self.found = ()
        self.panes.open(number)
        self._show_progress()

    def _show_progress(self) -> None:
        progress = self.desk.progress()
        listed = listed_words(self.desk.listing, progress.claims, *self.panes.listed)
        self.query_one(ProgressLine).show(self.desk.title(), progress, listed)

    @on(Panes.Listed)
    def count_list(self) -> None:
        """Say how many claims the list shows, now that more of it is known."""
        self._show_progress()

    def list_anew(self, listing: Listing) -> None:
        """List what *listing* says, and say above the list that it does."""
        self.say("")
        self.desk.listing = listing
        self.panes.list_claims(self.number)
        self._show_progress()

    def _complain(self, problem: FactcheckError) -> None:
        self.query_one(MessageLine).complain(problem.message, problem.hint)

    def say(self, text: str, then: str = "") -> None:
        """Write what was done, and what can be done then: `{undo}` stands for the key of undo."""
        self.query_one(MessageLine).say(text, worded(self, then))

    def done(self, act: Act, then: str = _UNDOES) -> None:
        """Show the file as it is after *act*, at the claim it was about."""
        self.told(act, then)
        if act.article == self.desk.article:
            self.panes.go(act.number, at_once=True)
        else:
            self.open(act.article, act.number)

    def told(self, act: Act, then: str = _UNDOES) -> None:
        """Say what was done, and show it in the list and the progress."""
        self.say(act.summary, then)
        if act.article == self.desk.article:
            self.panes.touched(act.number)
        self._show_progress()

    def do(self, act: Callable[[], Act | None], then: str = _UNDOES, nothing: str = "") -> None:
        """Store *act* and show the claim it was about; *nothing* is said where it did nothing."""
        well, done = self.desk.act(act)
        if done is not None:
            self.done(done, then)
        elif well:
            self.say(nothing)

    def go_on(self, act: Act, then: str = _UNDOES) -> None:
        """Go from a claim that was decided or deferred to the next one still open."""
        self.told(act, then)
        if not self._goes_on:
            self.panes.go(act.number, at_once=True)
            return
        following = self.panes.next_open(act.number, 1)
        if following is None:
            self.say(act.summary, f"nothing is open for you any more · {then}")
        self.panes.go(following or act.number, at_once=True)

    # The reviewer decides.

    def action_verdict(self, place: int) -> None:
        """Give verdict *place* of the scale, or ask for the evidence it needs."""
        if self._verdict_keys.is_held(place) or (claim := self.claim_as_seen()) is None:
            return
        verdict = self.session.scale[place]
        name = verdict.verdict
        # Evidence that the reviewer has not seen is no ground for a verdict.
        if suffices(claim, verdict.needs):
            self.decide(lambda: judge(self, claim, name), self.judged)
        else:
            # Loaded with its form, when one is asked for.
            from factcheck.tui.screens.writing import ask_verdict  # noqa: PLC0415

            ask_verdict(self, claim, verdict)

    def claim_as_seen(self) -> ClaimRecord | None:
        """Return the claim to decide on; None where my verdict on it is not the one I see."""
        seen = self.panes.shown_status()
        self._look_out()
        claim = self.panes.claim()
        mine = my_assessment(claim, self.session.reviewer) if claim else None
        if claim is None or mine is None or seen in {None, status_of(mine)}:
            return claim
        self.read_again()
        self.say(f"{_CHANGED}: c{claim.number} → {mine.verdict}", "press again")
        return None

    def decide(self, act: Callable[[], Act], then: Callable[[Act], None]) -> None:
        """Store *act* and do *then* with it."""
        _, done = self.desk.act(act)
        if done is not None:
            then(done)

    def judged(self, act: Act) -> None:
        """Go on from a verdict; its rationale can be written while it is the last one."""
        self.last_judged = (act.article, act.number)
        self.go_on(act, _UNDOES_OR_WHY)

    def pressed(self) -> None:
        """Count the time until now for the claim on the screen."""
        self.stopwatch.touch((self.desk.article, self.number))

    def action_clear_verdict(self) -> None:
        """Take my verdict back."""
        if claim := self.claim_as_seen():
            self.do(lambda: self.session.assess(claim.id, None))

    def action_defer(self) -> None:
        """Decide nothing and go on."""
        if claim := self.panes.claim():
            self.decide(lambda: self.session.defer(claim.id), self.go_on)

    def action_undo(self) -> None:
        """Undo my last act and go to it."""
        self.do(self.session.undo, "{redo} redoes", "nothing to undo")

    def action_redo(self) -> None:
        """Redo what I undid and go to it."""
        self.do(self.session.redo, _UNDOES, "nothing to redo")

    # The reviewer moves.

    def action_move(self, step: int) -> None:
        """Go to the next claim, or the one before."""
        self.panes.step(step)

    def action_go(self, end: int) -> None:
        """Go to the first claim of the list, or the last where *end* is negative."""
        self.panes.step(-end * self.panes.count)

    def action_next_open(self, step: int) -> None:
        """Go to the nearest claim still open for me."""
        number = self.panes.next_open(self.number, step)
        if number is None:
            self.say("no claim is open for you")
        else:
            self.panes.go(number)

    def action_page(self, pages: int) -> None:
        """Scroll the article or the claim."""
        self.panes.scroll_pages(pages)

    def action_next_pane(self) -> None:
        """Turn to the claim, or back to the article."""
        self.panes.next_pane()

    @on(ClaimList.Chosen)
    def choose(self, message: ClaimList.Chosen) -> None:
        """Select the claim that was clicked in the list."""
        self.panes.go(message.number)

    @on(ArticlePane.Clicked)
    def choose_in_text(self, message: ArticlePane.Clicked) -> None:
        """Select the claim that was clicked in the article."""
        number = self.desk.claim_at(message.offset)
        if number is not None:
            self.panes.go(number)

    def action_do(self, name: str, *arguments: object) -> None:
        """Do what the table of actions holds under *name*."""
        action(name)(self, *arguments)
