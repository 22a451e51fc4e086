"""The result of a question: from rows of plain values to lines on the screen.

Rows are drawn when they are looked at, so that their number matters neither to a key nor to the
screen; they may still be coming while the first ones are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.model.visible import one_line
from factcheck.tui.keys import RESULT_KEYS, bindings
from factcheck.tui.wrap import cells, cut_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

Row = tuple[Any, ...]

# Rows from which the widths of columns are taken: the first screens, so that widths then stay.
_MEASURED = 200
_WIDEST = 48
_GAP = "  "
# A cell is cut before it is measured: no more characters than these can be seen of it.
_LONGEST = 400
NULL = "∅"


def cell(value: Any) -> str:
    """Return a value on one harmless line; nothing is `∅`, bytes are hexadecimal digits."""
    if value is None:
        return NULL
    if isinstance(value, bytes):
        return value[:_LONGEST].hex()
    return one_line(str(value)[:_LONGEST])


def width_of(text: str) -> int:
    """Return how many cells *text* takes."""
    return sum(map(cells, text))


def column_widths(columns: Sequence[str], rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the width of each column in cells: as wide as its widest cell, within bounds."""
    texts = [[cell(name), *(cell(row[i]) for row in rows)] for i, name in enumerate(columns)]
    return tuple(min(max(map(width_of, column)), _WIDEST) for column in texts)


class ResultTable(ScrollView, can_focus=True):
    """Rows under a header that stays; a cursor on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(RESULT_KEYS)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "result-table--header", "result-table--cursor", "result-table--faint",
    }  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.columns: tuple[str, ...] = ()
        self.rows: list[Row] = []
        self.place = 0
        self._widths: tuple[int, ...] = ()
        self._first = 0

    def begin(self, columns: tuple[str, ...]) -> None:
        """Show a header and no rows yet."""
        self.columns, self.rows, self.place, self._first = columns, [], 0, 0
        self._widths = column_widths(columns, ())
        self.virtual_size = Size(1, 1)
        self.scroll_home(animate=False, force=True, immediate=True)
        self.refresh()

    def add(self, rows: Sequence[Row]) -> None:
        """Show further rows below those that are there."""
        before = len(self.rows)
        self.rows += rows
        if before < _MEASURED:
            self._widths = column_widths(self.columns, self.rows[:_MEASURED])
        self.virtual_size = Size(1, len(self.rows) + 1)
        if before < self.scroll_offset.y + self.size.height:
            self.refresh()

    def action_move(self, step: int) -> None:
        """Go to the next row, or the one before."""
        self._go(self.place + step)

    def action_page(self, pages: int) -> None:
        """Go a page down or up."""
        self._go(self.place + pages * max(self.size.height - 2, 1))

    def action_edge(self, edge: int) -> None:
        """Go to the first row, or the last that is there."""
        self._go(0 if edge > 0 else len(self.rows) - 1)

    def action_shift(self, step: int) -> None:
        """Show further columns on the right, or on the left."""
        self._first = max(0, min(self._first + step, len(self.columns) - 1))
        self.refresh()

    def _go(self, place: int) -> None:
        self.place = max(0, min(place, len(self.rows) - 1))
        # The header takes the first line of the screen, so a row above is kept in view as well.
        self.scroll_to_region(
            Region(0, self.place, 1, 2), animate=False, force=True, immediate=True, x_axis=False
        )
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked."""
        at = event.get_content_offset(self)
        if at is not None and at.y and self.scroll_offset.y + at.y <= len(self.rows):
            self._go(self.scroll_offset.y + at.y - 1)

    def render_line(self, y: int) -> Strip:
        """Draw the header, or a row."""
        width, base = self.size.width, self.rich_style
        place = self.scroll_offset.y + y - 1
        if y == 0:
            base += self.get_component_rich_style("result-table--header", partial=True)
            return self._line(self.columns, width, base)
        if place >= len(self.rows):
            return Strip.blank(width, base)
        if place == self.place and self.has_focus:
            base += self.get_component_rich_style("result-table--cursor", partial=True)
        return self._line(self.rows[place], width, base, here=place == self.place)

    def _line(self, values: Sequence[Any], width: int, base: Any, *, here: bool = False) -> Strip:
        faint = base + self.get_component_rich_style("result-table--faint", partial=True)
        segments, used = [Segment("▸" if here else " ", base)], 1
        cut_off = list(zip(values, self._widths, strict=True))[self._first :]
        for place, (value, wanted) in enumerate(cut_off, 1):
            if used >= width:
                break
            number = isinstance(value, int | float)
            # The words of the last column take the room that is left.
            last = place == len(cut_off) and not number
            own = max(wanted, width - used - 1) if last else wanted
            text = cut_to(cell(value), own)
            pad = " " * (own - width_of(text))
            segments.append(Segment(pad + text if number else text + pad,
                                    faint if value is None else base))  # fmt: skip
            segments.append(Segment(_GAP, base))
            used += own + len(_GAP)
        return Strip(segments).adjust_cell_length(width, base)
