"""The reviewer looks: at the claim in full, its history, its links, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.visible import one_line
from factcheck.review.overview import overview
from factcheck.tui.keymaps import keymap_of
from factcheck.tui.screens.claim import claim_view
from factcheck.tui.screens.dashboard import dashboard
from factcheck.tui.screens.help import help_view
from factcheck.tui.screens.history import history_view
from factcheck.tui.screens.link import ask_link
from factcheck.tui.screens.view import View

if TYPE_CHECKING:
    from textual.content import Content

    from factcheck.model.records import Overview
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
        review.app.push_screen(history_view(claim, past, review.session.reviewer))


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
    "dashboard": show_dashboard,
}  # fmt: skip
