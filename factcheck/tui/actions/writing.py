"""The reviewer writes something down: evidence, flags, a note, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.describe import my_assessment
from factcheck.tui.screens.writing import (
    ask_evidence,
    ask_note,
    ask_rationale,
    ask_report,
    open_flags,
)

if TYPE_CHECKING:
    from factcheck.tui.screens.review import ReviewScreen


def evidence(review: ReviewScreen) -> None:
    """Attach evidence to the claim."""
    if claim := review.panes.claim():
        ask_evidence(review.app, review.session, claim, review.done)


def note(review: ReviewScreen) -> None:
    """Write a note on the claim."""
    if claim := review.panes.claim():
        ask_note(review.app, review.session, claim, review.done)


def rationale(review: ReviewScreen) -> None:
    """Say why: of my verdict on this claim, or where there is none, of the one I just gave.

    A stale one is given again with it, on the claim as it now is.
    """
    claim = review.panes.claim()
    mine = my_assessment(claim, review.session.reviewer) if claim else None
    article, number = review.last_judged or ("", 0)
    if mine is None and article == review.desk.article:
        claim = review.desk.claim(number)
        mine = my_assessment(claim, review.session.reviewer) if claim else None
    if claim is None or mine is None:
        review.say("there is no verdict of yours here to give a rationale for")
    else:
        ask_rationale(review, claim, mine)


def report(review: ReviewScreen) -> None:
    """Write the report of the article."""
    article = review.desk.article
    ask_report(review.app, review.session, article, lambda path: review.say(f"wrote {path}"))


def flags(review: ReviewScreen) -> None:
    """Set flags, confirm and dismiss findings."""
    if claim := review.panes.claim():
        open_flags(review.app, review.session, claim, review.done)


ACTIONS = {
    "evidence": evidence,
    "note": note,
    "rationale": rationale,
    "report": report,
    "flags": flags,
}
