"""The three panes side by side, or two where there is no room: one place, one claim.

In: a `Desk` and the number of a claim. Out: messages of the list and of the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from factcheck.model.order import ReadingOrder
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.detail import DetailPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from factcheck.model.records import ClaimRecord
    from factcheck.tui.desk import Desk


class Panes(Horizontal):
    """The list, the article and the claim, all at the same claim once the cursor rests."""

    def __init__(self, desk: Desk, *, delay: float, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="-article")
        self._desk, self._delay = desk, delay
        self._following: Timer | None = None
        self.number = 1
        self._order = ReadingOrder(0)

    @property
    def settled(self) -> bool:
        """Say whether every pane shows the claim under the cursor."""
        return self._following is None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield ClaimList(id="claims")
        yield ArticlePane(id="article")
        yield DetailPane(id="detail")

    def open(self, number: int) -> None:
        """Show the article of the desk at claim *number*."""
        self.query_one(ArticlePane).show(self._desk.text(), self._desk.marks)
        self.reload()
        self.go(number, at_once=True)

    def reload(self) -> None:
        """Ask for the order and the rows of the list, and for the marks, again."""
        self._order = self._desk.order()
        self.query_one(ClaimList).show(self.count, self._desk.rows, highest=self._order.highest)
        self.query_one(ArticlePane).reload()

    @property
    def count(self) -> int:
        """How many claims are on the list."""
        return self._order.count

    @property
    def place(self) -> int:
        """The place in the list of the claim under the cursor."""
        return self.query_one(ClaimList).place

    def places(self, numbers: Sequence[int]) -> Sequence[int]:
        """Return the places in the list of claims of these numbers."""
        return self._order.places(numbers)

    def shown_status(self) -> str | None:
        """Return what the list says of the claim under the cursor, as it was last read."""
        return self.query_one(ClaimList).status(self.place)

    def read_again(self) -> None:
        """Show the file as it now is; neither the cursor nor what was scrolled moves."""
        self.reload()
        self.query_one(ClaimList).select(self._order.place_of(self.number))
        if self.settled and (claim := self.claim()):
            self._detail(claim)

    def go(self, number: int, *, at_once: bool = False) -> None:
        """Select a claim; article and claim follow when the cursor rests, or at once.

        In place of a claim that is off the list, the one is selected that stands there.
        """
        self.go_to_place(self._order.place_of(number), at_once=at_once)

    def go_to_place(self, place: int, *, at_once: bool = False) -> None:
        """Select the claim at *place* of the list, the nearest that there is."""
        place = max(1, min(place, self.count))
        self.number = next(iter(self._order.numbers(place, 1)), 1)
        self.query_one(ClaimList).select(place)
        if self._following is not None:
            self._following.stop()
            self._following = None
        if at_once or not self._delay:
            self._follow()
        else:
            self._following = self.set_timer(self._delay, self._follow)

    def claim(self) -> ClaimRecord | None:
        """Return the claim under the cursor."""
        return self._desk.claim(self.number) if self.count else None

    def beside(self) -> ClaimRecord | None:
        """Return the claim after the one under the cursor; after the last, the one before it."""
        place = self.place + 1 if self.place < self.count else self.place - 1
        return self._desk.claim(self._order.numbers(place, 1)[0]) if place > 0 else None

    def next_pane(self) -> None:
        """Turn to the claim or back to the article: it scrolls, and in little room it shows."""
        self.toggle_class("-article", "-detail")
        self.name_panes()

    def scroll_pages(self, pages: int) -> None:
        """Scroll the article or the claim, whichever was turned to."""
        if self.has_class("-article"):
            self.query_one(ArticlePane).scroll_pages(pages)
        else:
            detail = self.query_one(DetailPane)
            rows = pages * max(detail.size.height - 1, 1)
            detail.scroll_relative(y=rows, animate=False, force=True)
        self.name_panes()

    def on_resize(self) -> None:
        """Name the panes anew: what they show and how many fit has changed."""
        self.call_after_refresh(self.name_panes)

    def name_panes(self) -> None:
        """Write above each pane what it shows."""
        article, detail = self.query_one(ArticlePane), self.query_one(DetailPane)
        alone = self.screen.has_class("-narrow")
        self.query_one(ClaimList).border_title = "Claims"
        article.border_title = f"Article · {article.percent()} %" + (
            " · tab: claim" if alone else ""
        )
        detail.border_title = f"Claim c{self.number}" + (" · tab: article" if alone else "")

    def _follow(self) -> None:
        self._following = None
        claim = self.claim()
        if claim is None:
            self.query_one(DetailPane).show_nothing()
        else:
            self.query_one(ArticlePane).select(claim.spans)
            self._detail(claim)
        self.name_panes()

    def _detail(self, claim: ClaimRecord) -> None:
        history = self._desk.last_acts(claim.id)
        self.query_one(DetailPane).show(claim, self._desk.reviewer, history)
