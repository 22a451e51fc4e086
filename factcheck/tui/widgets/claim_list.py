"""The list of claims: from pages of `ClaimRow` to lines on the screen.

Nothing is kept for a claim that is not on the screen but a few pages of rows, so that the number
of claims matters neither to the start nor to a key.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.model.records import ClaimRow
from factcheck.model.visible import one_line
from factcheck.tui.glyphs import OPEN, STALE, TONES, bar, flag_letters, glyph, tone
from factcheck.tui.wrap import cells, cut_to

PAGE = 64
_PAGES_KEPT = 64
# The cells of a row's left end but the number: pointer, status, bar, and spaces.
_LEFT = 6
# Below this width signs stand without spaces between them.
_ROOMY = 32

RowsOf = Callable[[int, int], tuple[ClaimRow, ...]]


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

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "claim-list--cursor",
        "claim-list--dim",
        "claim-list--signs",
        *(f"claim-list--{name}" for name in TONES),
    }

    @dataclass
    class Chosen(Message):
        """Somebody clicked the claim of this number."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.place = 1
        self._count = 0
        self._digits = 1
        self._rows_of: RowsOf = lambda _first, _count: ()
        self._pages: OrderedDict[int, tuple[ClaimRow, ...]] = OrderedDict()

    def show(self, count: int, rows_of: RowsOf, *, highest: int) -> None:
        """Show *count* claims; *rows_of* is asked for (first place, how many).

        *highest* is the highest number that a claim has.
        """
        self._count, self._rows_of, self._digits = count, rows_of, len(str(highest))
        self.virtual_size = Size(1, count)
        self.reload()

    def reload(self) -> None:
        """Forget the rows, so that the ones on the screen are asked for again."""
        self._pages.clear()
        self.refresh()

    def status(self, place: int) -> str | None:
        """Return the status that the list shows at *place*, None where it shows none."""
        row = self._row(place)
        return row.status if row else None

    def select(self, place: int) -> None:
        """Move the cursor to *place* and into view."""
        before, self.place = self.place, place
        self.refresh_line(before - 1)
        self.refresh_line(place - 1)
        self.scroll_to_region(
            Region(0, place - 1, 1, 1), animate=False, force=True, immediate=True, x_axis=False
        )

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.select(self.place)

    def on_click(self, event: events.Click) -> None:
        """Say which claim was clicked."""
        at = event.get_content_offset(self)
        if at is not None and (row := self._row(at.y + self.scroll_offset.y + 1)):
            self.post_message(self.Chosen(row.number))

    def render_line(self, y: int) -> Strip:
        """Draw the line *y* of the screen."""
        place = y + self.scroll_offset.y + 1
        width = self.size.width
        row = self._row(place) if place <= self._count else None
        if row is None:
            return Strip.blank(width, self.rich_style)
        base = self.rich_style
        if place == self.place:
            base += self.get_component_rich_style("claim-list--cursor", partial=True)
        pointer = "▸" if place == self.place else " "
        return Strip(self._segments(row, width, base, pointer)).adjust_cell_length(width, base)

    def _segments(self, row: ClaimRow, width: int, base: Style, pointer: str) -> list[Segment]:
        dim = base + self.get_component_rich_style("claim-list--dim", partial=True)
        mood = self.get_component_rich_style(f"claim-list--{tone(row.status)}", partial=True)
        of_signs = self.get_component_rich_style("claim-list--signs", partial=True)
        digits = self._digits
        right = signs(row, width)
        room = width - digits - _LEFT - (len(right) + 2 if right else 1)
        text = cut_to(one_line(row.text[: max(room, 0) * 2]), room)
        gap = max(room - sum(map(cells, text)), 0) + (1 if right else 0)
        return [
            Segment(f"{pointer}{row.number:>{digits}} ", dim),
            Segment(glyph(row.status), base + mood),
            Segment(f" {bar(row.check_worthiness)} ", dim),
            Segment(text, base if row.status in {OPEN, STALE} else dim),
            Segment(" " * gap, base),
            Segment(f"{right} ", base + of_signs),
        ]

    def _row(self, at: int) -> ClaimRow | None:
        page = (at - 1) // PAGE
        if page not in self._pages:
            self._pages[page] = self._rows_of(page * PAGE + 1, PAGE)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        rows = self._pages[page]
        place = (at - 1) % PAGE
        return rows[place] if place < len(rows) else None
