"""The reviewer chooses what is listed, and where to go: filter, article, heading, sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.listing import EVERY, Listing
from factcheck.model.span import Span, trimmed
from factcheck.model.visible import one_line
from factcheck.tui.describe import FAINT, Line
from factcheck.tui.screens.articles import articles_pick
from factcheck.tui.screens.filter import FilterScreen
from factcheck.tui.screens.pick import Pick
from factcheck.tui.widgets.article import ArticlePane

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.tui.screens.review import ReviewScreen

# Of a heading the outline shows no more than this.
_LONGEST = 400


def choose_filter(review: ReviewScreen) -> None:
    """Open the filter and list what it says."""
    desk = review.desk
    screen = FilterScreen(desk.listing, desk.session, desk.judges())

    def closed(listing: Listing | None) -> None:
        if listing is not None:
            review.list_anew(listing)

    review.app.push_screen(screen, closed)


def every_claim(review: ReviewScreen) -> None:
    """List every claim in reading order again, and mark no words any more."""
    desk = review.desk
    desk.sought = ""
    review.panes.mark_anew()
    if desk.listing.is_plain:
        review.say("every claim is shown")
    else:
        review.list_anew(EVERY)
        review.say("every claim is shown again")


def choose_article(review: ReviewScreen, leaving: str = "close") -> None:
    """Choose another article of the file; *leaving* is "quit" where the program began with it."""
    desk = review.desk
    shelf = desk.shelf()

    def closed(place: int | None) -> None:
        if place is not None:
            article = shelf[place][0].id
            if article != desk.article or leaving == "quit":
                desk.article = article
                review.open(article, desk.next_open(0, 1) or 1)
        elif leaving == "quit":
            review.app.exit()

    review.app.push_screen(articles_pick(shelf, desk.article, leaving), closed)


def outline(review: ReviewScreen) -> None:
    """Choose a heading and go to it, and to the first claim below it."""
    pane = review.query_one(ArticlePane)
    text, found = pane.text, review.desk.headings()
    before = [place for place, span in enumerate(found) if span.start <= pane.text_cursor]

    def line(place: int, _width: int) -> Line:
        share = f"{100 * found[place].start // max(len(text), 1):>3} %  "
        heading = found[place].of(text)
        title = heading.lstrip("# ")
        level = max(len(heading) - len(heading.lstrip("#")) - 1, 0)
        return ((share, FAINT), ("  " * level, ""), (one_line(title[:_LONGEST]), ""))

    def closed(place: int | None) -> None:
        if place is not None:
            end = found[place + 1].start if place + 1 < len(found) else len(text)
            _go_to(review, trimmed(found[place], text), Span(found[place].start, end))

    nothing = "This article has no headings."
    at = before[-1] if before else 0
    review.app.push_screen(Pick("Headings", len(found), line, at=at, nothing=nothing), closed)


def sentence(review: ReviewScreen, step: int) -> None:
    """Move the text cursor to the next sentence, or back, and to the claim that begins there."""
    pane = review.query_one(ArticlePane)
    found = review.desk.sentence_beside(pane.text_cursor, step)
    if found is None:
        review.say("the article ends here" if step > 0 else "the article begins here")
    else:
        _go_to(review, trimmed(found, pane.text), found)


def _go_to(review: ReviewScreen, place: Span, within: Span) -> None:
    """Put the text cursor on *place*; the first claim that begins *within* becomes the current."""
    review.query_one(ArticlePane).rest_on(place)
    number = review.desk.claim_from(within)
    if number is None:
        review.say("no claim begins here", f"c{review.number} stays selected")
    else:
        review.say("")
        review.panes.go(number)
    review.panes.name_panes()


ACTIONS: dict[str, Callable[..., None]] = {
    "filter": choose_filter, "every": every_claim, "articles": choose_article,
    "outline": outline, "sentence": sentence,
}  # fmt: skip
