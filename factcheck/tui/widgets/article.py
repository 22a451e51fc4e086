"""The article pane: from the text and its marks to rows on the screen.

The rows on the screen are the only ones laid out, however long the text is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from factcheck.model.records import Mark
from factcheck.model.span import Span
from factcheck.tui.wrap import Layout, cells, displayed, runs_together

Value = TypeVar("Value")
MarksOf = Callable[[Span], tuple[Mark, ...]]

_GUTTER = 2
# Rows one turn of the mouse wheel moves.
_WHEEL = 3
# Lines longer than this tire the eye.
_LONGEST_ROW = 92
# The later of two marks at one place is the one seen.
_ORDER = ("claim", "citation", "finding")


class ArticlePane(Widget):
    """The text of the article with its claims, citations and findings marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--claim",
        "article--citation",
        "article--finding",
        "article--current",
        "article--gutter",
    }

    @dataclass
    class Clicked(Message):
        """Somebody clicked the character at this offset of the text."""

        offset: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._layout_of_text = Layout("", 1)
        self._marks_of: MarksOf = lambda _within: ()
        self._current: tuple[Span, ...] = ()
        self._top = 0
        self._rows: tuple[Span, ...] | None = None
        self._marks: tuple[Mark, ...] = ()

    def show(self, text: str, marks_of: MarksOf) -> None:
        """Show another text from its beginning; *marks_of* is asked for the marks in a stretch."""
        self._layout_of_text = Layout(text, self._row_width(), spaced=runs_together(text))
        self._marks_of = marks_of
        self._current, self._top = (), 0
        self.reload()

    def reload(self) -> None:
        """Ask for the marks again."""
        self._rows = None
        self.refresh()

    def select(self, spans: tuple[Span, ...]) -> None:
        """Highlight the claim that rests on *spans* and bring its beginning into view."""
        self._current = spans
        if spans:
            rows = self._visible_rows()
            if not (rows and rows[0].start <= spans[0].start and spans[-1].end <= rows[-1].end):
                self._center()
        self.reload()

    def _center(self) -> None:
        if self._current:
            # A third from the top: what came before matters, what follows matters more.
            start = self._current[0].start
            self._top = self._layout_of_text.above(start, self.size.height // 3)

    def scroll_rows(self, rows: int) -> None:
        """Scroll by *rows*, down where positive; the text stays on the screen."""
        if rows > 0:
            ahead = self._layout_of_text.rows_from(self._top, rows + 1)
            self._top = ahead[-1].start if ahead else 0
        else:
            self._top = self._layout_of_text.above(self._top, -rows)
        self.reload()

    def scroll_pages(self, pages: int) -> None:
        """Scroll by *pages* of the screen, two rows of the old one staying."""
        self.scroll_rows(pages * max(self.size.height - 2, 1))

    def percent(self) -> int:
        """Return how much of the text lies above the last row shown, from 0 to 100."""
        rows = self._visible_rows()
        length = len(self._layout_of_text.text)
        return 100 * rows[-1].end // length if rows else 100

    def on_resize(self) -> None:
        """Lay the text out for the new width, the claim in view."""
        before = self._layout_of_text
        self._layout_of_text = Layout(before.text, self._row_width(), spaced=before.spaced)
        self._center()
        self.reload()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_rows(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_rows(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Say which character was clicked."""
        at = event.get_content_offset(self)
        rows = self._visible_rows()
        if at is None or at.y >= len(rows):
            return
        row = rows[at.y]
        left = at.x - _GUTTER
        for offset, character in enumerate(displayed(row.of(self._layout_of_text.text)), row.start):
            left -= cells(character)
            if left < 0:
                self.post_message(self.Clicked(offset))
                return

    def render_line(self, y: int) -> Strip:
        """Draw the row *y* of the screen."""
        rows = self._visible_rows()
        width, base = self.size.width, self.rich_style
        if y >= len(rows):
            return Strip.blank(width, base)
        row = rows[y]
        here = any(span.overlaps(row) for span in self._current)
        gutter = base + self.get_component_rich_style("article--gutter", partial=True)
        segments = [Segment("▌ " if here else "  ", gutter), *self._row_segments(row)]
        return Strip(segments).adjust_cell_length(width, base)

    def _row_segments(self, row: Span) -> Iterable[Segment]:
        shown = displayed(row.of(self._layout_of_text.text)).rstrip()
        kinds = [""] * len(shown)
        for mark in self._marks:
            _paint(kinds, row, mark.span, mark.what)
        current = [False] * len(shown)
        for span in self._current:
            _paint(current, row, span, True)
        # White space between the words of a claim belongs to it, that around it does not.
        for (what, chosen), run in groupby(
            zip(kinds, current, shown, strict=True), key=lambda cell: cell[:2]
        ):
            yield Segment("".join(cell[2] for cell in run), self._style(what, current=chosen))

    def _style(self, what: str, *, current: bool) -> Style:
        style = self.rich_style
        if what or current:
            style += self.get_component_rich_style(f"article--{what or 'claim'}", partial=True)
        if current:
            style += self.get_component_rich_style("article--current", partial=True)
        return style

    def _visible_rows(self) -> tuple[Span, ...]:
        if self._rows is None:
            height = self.size.height
            self._top = self._layout_of_text.top_for(self._top, height)
            rows = self._rows = self._layout_of_text.rows_from(self._top, height)
            marks = self._marks_of(Span(rows[0].start, rows[-1].end)) if rows else ()
            known = [mark for mark in marks if mark.what in _ORDER]
            self._marks = tuple(sorted(known, key=lambda mark: _ORDER.index(mark.what)))
        return self._rows

    def _row_width(self) -> int:
        return min(self.size.width - _GUTTER - 1, _LONGEST_ROW)


def _paint(cells_of_row: list[Value], row: Span, span: Span, value: Value) -> None:
    first = max(span.start - row.start, 0)
    last = min(span.end - row.start, len(cells_of_row))
    for place in range(first, last):
        cells_of_row[place] = value
