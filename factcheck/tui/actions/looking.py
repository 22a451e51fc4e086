"""The reviewer looks: at the claim in full, its history, its links, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.visible import one_line
from factcheck.tui.screens.claim import claim_view
from factcheck.tui.screens.help import help_view
from factcheck.tui.screens.history import history_view
from factcheck.tui.screens.link import ask_link

if TYPE_CHECKING:
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
    review.app.push_screen(help_view(review.keys))


def copy(review: ReviewScreen) -> None:
    """Copy the words of the claim."""
    if claim := review.panes.claim():
        review.app.copy_to_clipboard(one_line(claim.text))
        review.say(f"copied the words of c{claim.number}")


def link(review: ReviewScreen) -> None:
    """Show a link of the evidence in full and open it when told so."""
    if claim := review.panes.claim():
        ask_link(review.app, claim.evidence, review.say)


ACTIONS = {
    "claim": claim_in_full, "history": history, "help": keys, "copy": copy, "link": link,
}  # fmt: skip
