"""The reviewer looks: at the claim in full, its history, its links, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.visible import one_line
from factcheck.review.blind import as_seen
from factcheck.review.overview import overview
from factcheck.review.past import session_as_of
from factcheck.tui.describe import FAINT, content
from factcheck.tui.keymaps import keymap_of
from factcheck.tui.screens.claim import claim_view
from factcheck.tui.screens.dashboard import dashboard
from factcheck.tui.screens.help import help_view
from factcheck.tui.screens.history import HistoryView
from factcheck.tui.screens.link import ask_link
from factcheck.tui.screens.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from factcheck.model.records import ClaimRecord, HistoryRecord, Overview
    from factcheck.tui.screens.review import ReviewScreen


def claim_in_full(review: ReviewScreen) -> None:
    """Open the claim in full."""
    if claim := review.panes.claim():
        history = review.desk.history(claim.id)
        before = review.desk.checked_before(claim)
        review.app.push_screen(claim_view(claim, history, review.session.reviewer, before))


def history(review: ReviewScreen) -> None:
    """Open the history of the claim."""
    if claim := review.panes.claim():
        past = review.desk.history(claim.id)

        def then(event: HistoryRecord) -> None:
            _as_of(review, event, past)

        review.app.push_screen(HistoryView(claim, past, review.session.reviewer, then))


def _as_of(review: ReviewScreen, event: HistoryRecord, history: Sequence[HistoryRecord]) -> None:
    """Open the claim as it was after an event, with what had been done to it by then."""
    nothing: ClaimRecord | None = None
    claim = review.desk.ask(lambda: _then(review, event), nothing)
    if claim is not None:
        claim = as_seen(claim, review.session.reviewer, review.desk.blind)
        before = tuple(history)[tuple(history).index(event) :]
        when = one_line(event.at).replace("T", " ")[:19]
        title = f"Claim c{claim.number} as of {when}: {one_line(event.summary)}"
        if not claim.listed:
            title += " · off the list"
        review.app.push_screen(claim_view(claim, before, review.session.reviewer, title=title))


def _then(review: ReviewScreen, event: HistoryRecord) -> ClaimRecord | None:
    if event.number is None or event.article is None:
        return None
    past = session_as_of(review.session, event.id)
    try:
        return past.claim(event.article, event.number)
    finally:
        past.close()


# How the pieces of a quotation look: what only the source has, what only the quotation has.
_QUOTED = {
    "good": "$success", "bad": "bold $warning", "dim": FAINT, "source": "$success",
    "quote": "bold $warning",
}  # fmt: skip


def quotations(review: ReviewScreen) -> None:
    """Look the quotations of the claim up in what was captured of their sources."""
    if claim := review.panes.claim():
        lines = [
            tuple((words, _QUOTED.get(style, "")) for style, words in line)
            for line in review.desk.quotations(claim)
        ]
        review.app.push_screen(View(f"Quotations of c{claim.number}", content(lines)))


def keys(review: ReviewScreen) -> None:
    """Open the table of keys."""
    review.app.push_screen(help_view(keymap_of(review)))


def console(review: ReviewScreen) -> None:
    """Open the SQL console."""
    # Its field takes long to load, and no review begins with it.
    from factcheck.tui.screens.console import Console  # noqa: PLC0415

    review.app.push_screen(Console(review.session))


def show_dashboard(review: ReviewScreen) -> None:
    """Open the dashboard of the article; it follows what others do."""
    article = review.desk.article

    def columns() -> tuple[Content, Content] | None:
        nothing: Overview | None = None
        found = review.desk.ask(lambda: overview(review.session, article), nothing)
        return None if found is None else dashboard(found)

    if shown := columns():
        title = f"Dashboard · {one_line(review.desk.title())}"
        review.app.push_screen(
            View(title, *shown, again=lambda: columns() if review.desk.changed() else None)
        )


def link(review: ReviewScreen) -> None:
    """Show a link of the evidence in full and open it when told so."""
    if claim := review.panes.claim():
        ask_link(review.app, claim.evidence, review.say)


ACTIONS = {
    "claim": claim_in_full, "history": history, "help": keys, "link": link, "console": console,
    "dashboard": show_dashboard, "quotations": quotations,
}  # fmt: skip
