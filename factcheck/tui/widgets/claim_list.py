"""The list of claims: from a `Roll` and pages of `ClaimRow` to lines on the screen.

Nothing is kept for a claim that is not on the screen but a few pages of rows and the roll, so that
the number of claims matters neither to the start nor to a key.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.model.order import ReadingOrder
from factcheck.model.records import ClaimRow
from factcheck.model.span import Span
from factcheck.model.visible import one_line
from factcheck.tui.glyphs import OPEN, STALE, TONES, bar, flag_letters, glyph, tone
from factcheck.tui.roll import Roll
from factcheck.tui.wrap import cells, cut_to

PAGE = 64
_PAGES_KEPT = 64
_LINES_KEPT = 1024
# The cells of a row's left end but the number: pointer, status, bar, and spaces.
_LEFT = 6
# Below this width signs stand without spaces between them.
_ROOMY = 32

RowsOf = Callable[[Sequence[int]], tuple[ClaimRow, ...]]
MatchesIn = Callable[[str], Sequence[Span]]


def signs(row: ClaimRow, width: int) -> str:
    """Return what stands at the right end of a row: flags, findings, pieces of evidence."""
    parts = [flag_letters(row.flags)] if row.flags else []
    if row.findings:
        parts.append(f"{min(row.findings, 99)}f")
    if row.evidence:
        parts.append(f"{min(row.evidence, 99)}e")
    return (" " if width >= _ROOMY else "").join(parts)


class ClaimList(ScrollView, can_focus=False):
    """One line for each claim, drawn when it is looked at."""

    BORDER_TITLE = "Claims"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "claim-list--cursor",
        "claim-list--dim",
        "claim-list--match",
        "claim-list--signs",
        *(f"claim-list--{name}" for name in TONES),
    }

    @dataclass
    class Chosen(Message):
        """Somebody clicked the claim of this number."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.number = 1
        self.roll = Roll(ReadingOrder(0))
        self.nothing = ""
        self.belongs: Callable[[int], bool] = lambda _number: True
        self.matches: MatchesIn = lambda _text: ()
        self.cursor = 0
        self._doubtful: set[int] = set()
        self._digits = 1
        self._rows_of: RowsOf = lambda _numbers: ()
        self._pages: OrderedDict[int, dict[int, ClaimRow]] = OrderedDict()
        # What was drawn stays good until something changes: styles are dear to put together.
        self._drawn: dict[int, Strip] = {}
        self._drawn_width = 0
        self._base: Style | None = None
        self._looks: dict[str, Style] = {}

    def show(self, roll: Roll, rows_of: RowsOf, number: int | None = None) -> None:
        """Show the claims of *roll*, with the cursor at *number*; *rows_of* reads their rows."""
        self.roll, self._rows_of = roll, rows_of
        self._digits = len(str(roll.order.highest))
        self._doubtful.clear()
        self.cursor = 0
        self.grown()
        if number is not None:
            self.select(number)

    def grown(self) -> None:
        """Show a roll that has become longer or shorter."""
        self.virtual_size = Size(1, len(self.roll))
        self.reload()

    def reload(self) -> None:
        """Forget the rows, so that the ones on the screen are asked for again."""
        self._pages.clear()
        self._drawn.clear()
        self.refresh()

    def touched(self, number: int) -> None:
        """Ask again for the row of a claim; it may have left the list by what was done to it."""
        self._doubtful.add(number)
        place = self.roll.place(number, self.cursor)
        if place is not None:
            page = self._pages.get(place // PAGE, {})
            page.pop(number, None)
            page |= {row.number: row for row in self._rows_of((number,))}
            self._draw_anew(place)

    def follow(self, order: ReadingOrder) -> None:
        """Take out of a complete list what went off that of the article, and put in what came."""
        for number in self.roll.follow(order):
            if self.belongs(number):
                self.roll.insert(number, self.cursor)
        self._digits = len(str(order.highest))
        self.grown()

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        super().notify_style_update()
        self._drawn.clear()
        self._looks.clear()
        self._base = None

    def _draw_anew(self, place: int) -> None:
        self._drawn.pop(place, None)
        self.refresh_line(place)

    def status(self, number: int) -> str | None:
        """Return the status that the list shows of claim *number*, None where it shows none."""
        place = self.roll.place(number, self.cursor)
        row = None if place is None else self._row(place)
        return row.status if row else None

    def beside(self, steps: int) -> int | None:
        """Return the number *steps* rows below the cursor, or nearest to there."""
        if not self.roll:
            return None
        on_row = self.roll.place(self.number, self.cursor) is not None
        place = self.cursor + steps if on_row else 0
        return self.roll.number(min(max(place, 0), len(self.roll) - 1))

    def select(self, number: int) -> None:
        """Move the cursor to claim *number* and into view.

        A claim that the list leaves out stands in it for as long as the cursor is on it.
        """
        before, self.number = (self.number, self.cursor), number
        if before[0] != number and before[0] in self._doubtful:
            self._let_go(*before)
        place = self.roll.place(number, self.cursor)
        if place is None and self.roll.complete and not self.roll.is_plain:
            place = self.roll.insert(number, self.cursor)
            self._doubtful.add(number)
            self.grown()
        self.cursor = place or 0
        self._draw_anew(before[1])
        self._draw_anew(self.cursor)
        self.into_view()

    def _let_go(self, number: int, place: int) -> None:
        self._doubtful.discard(number)
        if self.roll.complete and not self.roll.is_plain and not self.belongs(number):
            found = self.roll.place(number, place)
            if found is not None:
                self.roll.remove(found)
                self.cursor = max(place - 1, 0)
                self.grown()

    def into_view(self) -> None:
        """Scroll to the cursor; a step beyond the edge shows a third of a screen of what follows.

        So one sees what comes, and the whole list is drawn at one step of many.
        """
        top, height = self.scroll_offset.y, self.size.height
        if height and not top <= self.cursor < top + height:
            third = height // 3
            below = self.cursor >= top + height
            y = self.cursor - (height - 1 - third if below else third)
            self.scroll_to(y=max(y, 0), animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.into_view()

    def on_click(self, event: events.Click) -> None:
        """Say which claim was clicked."""
        at = event.get_content_offset(self)
        if at is not None and (place := at.y + self.scroll_offset.y) < len(self.roll):
            self.post_message(self.Chosen(self.roll.number(place)))

    def render_line(self, y: int) -> Strip:
        """Draw the line *y* of the screen."""
        place, width = y + self.scroll_offset.y, self.size.width
        if self._base is None:
            self._base = self.rich_style
        if width != self._drawn_width:
            self._drawn_width = width
            self._drawn.clear()
        if place >= len(self.roll):
            return self._blank(y, width)
        if place not in self._drawn:
            if len(self._drawn) > _LINES_KEPT:
                self._drawn.clear()
            self._drawn[place] = self._line(place, width, self._base)
        return self._drawn[place]

    def _line(self, place: int, width: int, base: Style) -> Strip:
        row = self._row(place)
        if row is None:
            return Strip.blank(width, base)
        if row.number == self.number:
            base += self._look("cursor")
        return Strip(self._segments(row, width, base)).adjust_cell_length(width, base)

    def _look(self, name: str) -> Style:
        if name not in self._looks:
            style = self.get_component_rich_style(f"claim-list--{name}", partial=True)
            self._looks[name] = style
        return self._looks[name]

    def _blank(self, y: int, width: int) -> Strip:
        """Return a line without a claim; above all, why there is none."""
        base = self._base or self.rich_style
        faint = base + self._look("dim")
        lines = self.nothing.split("\n") if not self.roll else []
        text = cut_to(f" {lines[y]}", width) if y < len(lines) else ""
        return Strip([Segment(text, faint)]).adjust_cell_length(width, base)

    def _segments(self, row: ClaimRow, width: int, base: Style) -> list[Segment]:
        dim = base + self._look("dim")
        mood = self._look(tone(row.status))
        of_signs = self._look("signs")
        right = signs(row, width)
        room = width - self._digits - _LEFT - (len(right) + 2 if right else 1)
        text = cut_to(one_line(row.text[: max(room, 0) * 2]), room)
        gap = max(room - sum(map(cells, text)), 0) + (1 if right else 0)
        pointer = "▸" if row.number == self.number else " "
        return [
            Segment(f"{pointer}{row.number:>{self._digits}} ", dim),
            Segment(glyph(row.status), base + mood),
            Segment(f" {bar(row.check_worthiness)} ", dim),
            *self._wording(text, base if row.status in {OPEN, STALE} else dim),
            Segment(" " * gap, base),
            Segment(f"{right} ", base + of_signs),
        ]

    def _wording(self, text: str, style: Style) -> Iterator[Segment]:
        """Yield *text* with what was searched for marked."""
        match = style + self._look("match")
        end = 0
        for span in self.matches(text):
            yield Segment(text[end : span.start], style)
            yield Segment(text[max(span.start, end) : span.end], match)
            end = max(end, span.end)
        yield Segment(text[end:], style)

    def _row(self, place: int) -> ClaimRow | None:
        page = place // PAGE
        if page not in self._pages:
            rows = self._rows_of(self.roll.between(page * PAGE, PAGE))
            self._pages[page] = {row.number: row for row in rows}
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(self.roll.number(place))
