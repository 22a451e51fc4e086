"""The claim pane: from a `ClaimRecord` and its last history to scrolling text.

It draws itself line by line: a widget inside it would have the whole screen laid out anew for each
claim, which is what a verdict would take longest for.
"""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from factcheck.model.records import ClaimRecord, HistoryRecord
from factcheck.tui.describe import HEADING, content, history_lines, summary

# A column between the text and the scroll bar.
_GAP = 1


class DetailPane(ScrollView, can_focus=False):
    """What is known of the claim under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._shown = ""
        self._content = Content("")
        # As laid out for a width; None where that is to be done, which drawing does at the latest.
        self._strips: list[Strip] | None = None
        self._width = 0
        self._blank = Strip([])

    def show(self, claim: ClaimRecord, reviewer: str, history: Sequence[HistoryRecord]) -> None:
        """Show *claim* as *reviewer* may see it: from its beginning, if it was another before."""
        lines = [*summary(claim, reviewer)]
        if history:
            lines += [(), (("Last acts", HEADING),), *history_lines(history, claim, reviewer)]
        self._put(content(lines), claim.id)

    def show_nothing(self, *, filtered: bool) -> None:
        """Say that there is no claim, or none that the filter lets through."""
        words = "No claim matches the filter." if filtered else "This article has no claims."
        self._put(Content(words), "")

    def _put(self, shown: Content, claim: str) -> None:
        before = self._lines()
        self._content, self._strips = shown, None
        if claim != self._shown or not claim:
            self._shown = claim
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self._measure()
        self._draw_anew(before)

    def _draw_anew(self, before: Sequence[Strip]) -> None:
        """Draw the lines of the screen that are not what they were *before*."""
        top, (width, height) = self.scroll_offset.y, self.size
        after = self._lines()
        for y in range(height):
            if self._line(before, top + y) != self._line(after, top + y):
                self.refresh(Region(0, y, width, 1))

    def scroll_pages(self, pages: int) -> None:
        """Scroll by *pages* of the pane, one line of the old one staying."""
        y = self.scroll_y + pages * max(self.size.height - 1, 1)
        self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Lay the text out for the new size."""
        self._measure()

    def watch_show_vertical_scrollbar(self) -> None:
        """Lay the text out for the width that the scroll bar leaves, once it is there."""
        self._measure()

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        super().notify_style_update()
        self._strips = None

    def _measure(self) -> None:
        """Let the scroll bar know how long the text is, the screen laid out as it is.

        Text that is shorter than the pane counts as long as the pane, which needs no scroll bar.
        """
        height = max(len(self._lines()), self.scrollable_content_region.height)
        if height != self.virtual_size.height:
            self.set_reactive(Widget.virtual_size, Size(1, height))
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.window_virtual_size = height
            self.scroll_to(y=self.scroll_y, animate=False, force=True, immediate=True)

    def _lines(self) -> list[Strip]:
        width = self.scrollable_content_region.width
        if self._strips is None or width != self._width:
            self._width, base = width, self.rich_style
            self._blank = Strip.blank(width, base)
            shown, style, room = self._content, self.visual_style, width - _GAP
            strips = Visual.to_strips(self, shown, room, None, style) if room > 0 else []
            self._strips = [strip.adjust_cell_length(width, base) for strip in strips]
        return self._strips

    def render_line(self, y: int) -> Strip:
        """Draw the line *y* of the screen."""
        return self._line(self._lines(), y + self.scroll_offset.y)

    def _line(self, lines: Sequence[Strip], place: int) -> Strip:
        return lines[place] if place < len(lines) else self._blank
