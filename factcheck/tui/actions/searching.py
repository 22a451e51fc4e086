"""The reviewer searches: words in wording and notes, and the claims of the list that have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.keymaps import worded
from factcheck.tui.screens.search import SearchLine, match_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.tui.roll import Roll
    from factcheck.tui.screens.review import ReviewScreen


def search(review: ReviewScreen) -> None:
    """Ask for words and go to the first claim that has them."""

    def closed(words: str | None) -> None:
        if words is not None and words.strip():
            _search(review, words)

    review.app.push_screen(SearchLine(review.words), closed)


def _search(review: ReviewScreen, words: str) -> None:
    found = review.desk.search(words)
    review.words = review.desk.sought = words
    review.found = found or ()
    review.panes.mark_anew()
    if matches := review.panes.in_list(review.found):
        _go_to(review, matches, 0)
    elif found is not None:
        where = worded(review, " in this list; {every} shows every claim") if found else ""
        review.say(f"no claim has “{words}”{where}")


def next_match(review: ReviewScreen, step: int) -> None:
    """Go to the next match of the last search, or the one before."""
    if matches := review.panes.in_list(review.found):
        listed = review.panes.roll
        _go_to(review, matches, match_beside(matches, review.number, step, listed))
    else:
        review.say("no match" if review.words else "nothing was searched for")


def _go_to(review: ReviewScreen, matches: Roll, place: int) -> None:
    review.panes.go(matches.number(place))
    beside = "{match.next} next · {match.previous} previous"
    review.say(f"match {place + 1} of {len(matches)}", beside)


ACTIONS: Mapping[str, Callable[..., None]] = {"search": search, "next_match": next_match}
