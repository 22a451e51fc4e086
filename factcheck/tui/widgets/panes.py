"""The three panes side by side, or two where there is no room: one place, one claim.

In: a `Desk` and the number of a claim. Out: messages of the list and of the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.message import Message

from factcheck.model.listing import Sort
from factcheck.model.order import ReadingOrder
from factcheck.model.visible import one_line
from factcheck.tui.insertions import inserted_at
from factcheck.tui.keymaps import worded
from factcheck.tui.roll import Roll
from factcheck.tui.stream import Came, is_stopped, stream
from factcheck.tui.widgets.article import ArticlePane
from factcheck.tui.widgets.claim_list import ClaimList
from factcheck.tui.widgets.detail import DetailPane
from factcheck.tui.widgets.naming import entitle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from factcheck.model.records import ClaimRecord
    from factcheck.tui.desk import Desk

# Of inserted words the line below the article shows no more than this.
_WORDS_SHOWN = 60
# Claims of a list that are asked about at once when an open one is looked for.
_OPEN_AT_ONCE = 500


class Panes(Horizontal):
    """The list, the article and the claim, all at the same claim once the cursor rests."""

    # Nothing of it is seen: without this Textual draws its lines too, below those of the panes.
    BLANK = True

    @dataclass
    class Listed(Message):
        """More of the list is known, or all of it."""

    def __init__(self, desk: Desk, *, delay: float, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="-article")
        self._desk, self._delay = desk, delay
        self._following: Timer | None = None
        self._sought: int | None = None
        self._new: Roll | None = None
        self._inserted = ""
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

    def on_mount(self) -> None:
        """Let the list and the article ask the desk."""
        claims, article = self.query_one(ClaimList), self.query_one(ArticlePane)
        claims.belongs, claims.matches = self._desk.belongs, self._desk.matches
        article.matches = self._desk.matches

    @property
    def count(self) -> int:
        """How many claims the article has."""
        return self._order.count

    def open(self, number: int) -> None:
        """Show the article of the desk at claim *number*."""
        self._order = self._desk.order()
        self.query_one(ArticlePane).show(self._desk.text(), self._desk.marks)
        self.list_claims(number)

    def list_claims(self, number: int) -> None:
        """List what the desk says is to be listed, and begin at claim *number* or after it."""
        claims = self.query_one(ClaimList)
        claims.nothing = ""
        self._sought, self._new = number, None
        if self._desk.listing.is_plain:
            claims.show(Roll(self._order), self._desk.rows)
            self.go(number, at_once=True)
        else:
            claims.show(self._stream(), self._desk.rows)

    def _stream(self) -> Roll:
        """Return an empty roll into which a thread puts what is to be listed."""
        roll = Roll(self._order, (), ascending=self._desk.listing.sort is Sort.READING)
        self.run_worker(
            partial(stream, self, self._desk.ordered(is_stopped), roll),
            thread=True, exclusive=True, group="list", exit_on_error=False,
        )  # fmt: skip
        return roll

    @on(Came)
    def take_in(self, came: Came) -> None:
        """Put numbers that came into the list they are for, unless it is one of before."""
        claims = self.query_one(ClaimList)
        if came.roll is not claims.roll and came.roll is not self._new:
            return
        if came.problem:
            self._desk.complain(came.problem)
        came.roll.extend(came.numbers)
        came.roll.complete = came.last
        if came.roll is self._new and came.last:
            claims.show(came.roll, self._desk.rows)
            self._sought, self._new = self.number, None
        if came.roll is claims.roll:
            claims.grown()
            self._begin(claims, last=came.last)
            self.post_message(self.Listed())

    def _begin(self, claims: ClaimList, *, last: bool) -> None:
        """Go to the claim that was under the cursor before, or to the one that follows it."""
        roll, sought = claims.roll, self._sought
        if sought is None or not (roll or last):
            return
        place = roll.place(sought) if roll.ascending or last else None
        if place is None:
            place = roll.following(sought)
        if place is None and not last:
            return
        self._sought = None
        if roll:
            nearest = (len(roll) - 1 if roll.ascending else 0) if place is None else place
            self.go(roll.number(nearest), at_once=True)
        else:
            claims.nothing = worded(self, "No claim matches.\n\n{every} shows all")
            claims.refresh()
            self._follow()

    def reload(self) -> None:
        """Ask for the rows of the list again."""
        self.query_one(ClaimList).reload()

    def touched(self, number: int) -> None:
        """Ask for the row of a claim again, on which somebody acted, and follow an edit."""
        claims = self.query_one(ClaimList)
        if self._edited():
            if claims.roll.complete and not claims.roll.is_plain:
                claims.follow(self._order)
            else:
                self.list_claims(number)
            self.query_one(ArticlePane).reload()
        claims.touched(number)

    def _edited(self) -> bool:
        """Take the order of the article anew; say whether it is another one."""
        before, self._order = self._order, self._desk.order()
        return self._order != before

    def mark_anew(self) -> None:
        """Mark in list and article what was searched for."""
        self.reload()
        self.query_one(ArticlePane).reload()

    @property
    def listed(self) -> tuple[int, bool]:
        """How many claims the list shows, and whether all of them have been found."""
        roll = self.query_one(ClaimList).roll
        return len(roll), roll.complete

    @property
    def roll(self) -> Roll:
        """The claims of the list, in its order."""
        return self.query_one(ClaimList).roll

    def in_list(self, numbers: Sequence[int]) -> Roll:
        """Return those of *numbers*, which are in reading order, that the list shows."""
        return self.roll.only(numbers)

    def next_open(self, number: int, step: int) -> int | None:
        """Return the nearest claim of the list still open for the reviewer, if there is one.

        Where that cannot be told it is *number* itself.
        """
        roll = self.roll
        if roll.is_plain:
            return self._desk.next_open(number, step)
        place = roll.place(number, self.query_one(ClaimList).cursor) if roll else None
        start = place if place is not None else (-1 if step > 0 else len(roll))
        for numbers in roll.around(start, step, _OPEN_AT_ONCE):
            found = self._desk.first_open(numbers, number)
            if found is not None:
                return found
        return None

    def shown_status(self) -> str | None:
        """Return what the list says of the claim under the cursor, as it was last read."""
        return self.query_one(ClaimList).status(self.number)

    def read_again(self) -> None:
        """Show the file as it now is; neither the cursor nor what was scrolled moves."""
        edited = self._edited()
        if not self._desk.listing.is_plain and self._sought is None:
            self._new = self._stream()
        elif edited:
            self.number = self._order.nearest(self.number)
            self.query_one(ClaimList).show(Roll(self._order), self._desk.rows, self.number)
        self.reload()
        self.query_one(ArticlePane).reload()
        if self.settled and (claim := self.claim()):
            self._detail(claim)

    def go(self, number: int, *, at_once: bool = False) -> None:
        """Select a claim; article and claim follow when the cursor rests, or at once.

        In place of a claim that is off the list, the one is selected that stands there.
        """
        self.number = self._order.nearest(number)
        claims, before = self.query_one(ClaimList), self.listed
        claims.select(self.number)
        if self.listed != before:
            self.post_message(self.Listed())
        if self._following is not None:
            self._following.stop()
            self._following = None
        if at_once or not self._delay:
            self._follow()
        else:
            self._following = self.set_timer(self._delay, self._follow)

    def step(self, steps: int) -> None:
        """Go *steps* rows down the list, or as far as it goes."""
        number = self.query_one(ClaimList).beside(steps)
        if number is not None:
            self._sought = None
            self.go(number)

    def claim(self) -> ClaimRecord | None:
        """Return the claim under the cursor."""
        return self._desk.claim(self.number) if self.claim_listed else None

    @property
    def claim_listed(self) -> bool:
        """Say whether there is a claim under the cursor: an empty list has none."""
        roll = self.query_one(ClaimList).roll
        return self.count > 0 and (len(roll) > 0 or self._sought is not None)

    def next_pane(self) -> None:
        """Turn to the claim or back to the article: it scrolls, and in little room it shows."""
        self.toggle_class("-article", "-detail")
        self.name_panes()

    def scroll_pages(self, pages: int) -> None:
        """Scroll the article or the claim, whichever was turned to."""
        if self.has_class("-article"):
            self.query_one(ArticlePane).scroll_pages(pages)
        else:
            self.query_one(DetailPane).scroll_pages(pages)
        self.name_panes()

    def on_resize(self) -> None:
        """Name the panes anew: what they show and how many fit has changed."""
        self.call_after_refresh(self.name_panes)

    def name_panes(self) -> None:
        """Write above each pane what it shows."""
        article, detail = self.query_one(ArticlePane), self.query_one(DetailPane)
        alone, key = self.screen.has_class("-narrow"), worded(self, "{pane}")
        turned = f" · {key}: claim" if alone else ""
        article.name_after(f"{self._inserted}{turned}")
        name = f"Claim c{self.number}" if self.claim_listed else "Claim"
        entitle(detail, name + (f" · {key}: article" if alone else ""))

    def _follow(self) -> None:
        self._following = None
        claim = self.claim()
        if claim is None:
            self.query_one(DetailPane).show_nothing(filtered=bool(self.count))
        else:
            inserted = inserted_at(claim)
            article = self.query_one(ArticlePane)
            article.select(claim.spans, (offset for offset, _ in inserted))
            words = " · ".join(one_line(words[:_WORDS_SHOWN]) for _, words in inserted)
            self._inserted = f" · ‸ {words}" if words else ""
            self._detail(claim)
        self.name_panes()

    def _detail(self, claim: ClaimRecord) -> None:
        history = self._desk.last_acts(claim.id)
        self.query_one(DetailPane).show(claim, self._desk.reviewer, history)
