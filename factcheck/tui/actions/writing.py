"""The reviewer writes something down: evidence, flags, a note, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.screens.writing import ask_evidence, ask_note, ask_report, open_flags

if TYPE_CHECKING:
    from factcheck.tui.screens.review import ReviewScreen


def evidence(review: ReviewScreen) -> None:
    """Attach evidence to the claim."""
    if claim := review.panes.claim():
        ask_evidence(review.app, review.session, claim, None, review.done)


def note(review: ReviewScreen) -> None:
    """Write a note on the claim."""
    if claim := review.panes.claim():
        ask_note(review.app, review.session, claim, review.done)


def report(review: ReviewScreen) -> None:
    """Write the report of the article."""
    article = review.desk.article
    ask_report(review.app, review.session, article, lambda path: review.say(f"wrote {path}"))


def flags(review: ReviewScreen) -> None:
    """Set flags, confirm and dismiss findings."""
    if claim := review.panes.claim():
        open_flags(review.app, review.session, claim, review.done)


ACTIONS = {"evidence": evidence, "note": note, "report": report, "flags": flags}
