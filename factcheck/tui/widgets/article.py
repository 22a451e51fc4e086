"""The article pane: from the text and its marks to rows on the screen.

The rows on the screen are the only ones laid out, however long the text is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from factcheck.model.records import Mark
from factcheck.model.span import Span
from factcheck.tui.widgets.naming import entitle
from factcheck.tui.wrap import Layout, cells, displayed, runs_together

Value = TypeVar("Value")
MatchesIn = Callable[[str], Sequence[Span]]
MarksOf = Callable[[Span], tuple[Mark, ...]]

# The bar of the current claim or of the text cursor, a sign for what the row holds, a space.
_GUTTER = 3
# Rows one turn of the mouse wheel moves.
_WHEEL = 3
# Lines longer than this tire the eye.
_LONGEST_ROW = 92
# The later of two marks at one place is the one seen, and the one of a row that gets the sign.
_ORDER = ("claim", "citation", "gap", "finding")
_SIGNS = {"citation": "§", "gap": "○", "finding": "f"}
# What a character can look like; the later styles lie over the earlier ones.
_LOOKS = ("gutter", *_ORDER, "cursor", "current", "match", "inserted")
_BAR, _CURSOR, _INSERTED = "▌", "›", "‸"


class ArticlePane(Widget):
    """The text of the article with its claims, citations and findings marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--claim",
        "article--citation",
        "article--finding",
        "article--gap",
        "article--inserted",
        "article--match",
        "article--cursor",
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
        self.matches: MatchesIn = lambda _text: ()
        self._current: tuple[Span, ...] = ()
        self._inserted: frozenset[int] = frozenset()
        self._resting: Span | None = None
        self._found: tuple[Span, ...] = ()
        self._top = 0
        self._fitted = Size(0, 0)
        self._after: str | None = None
        self._rows: tuple[Span, ...] | None = None
        self._marks: tuple[Mark, ...] = ()
        # What was drawn stays good until something changes: styles are dear to put together.
        self._drawn: dict[int, Strip] = {}
        self._styles: dict[frozenset[str], Style] = {}

    def show(self, text: str, marks_of: MarksOf) -> None:
        """Show another text from its beginning; *marks_of* is asked for the marks in a stretch."""
        self._layout_of_text = Layout(text, self._row_width(), spaced=runs_together(text))
        self._marks_of = marks_of
        self._current, self._inserted, self._resting, self._top = (), frozenset(), None, 0
        self.reload()

    def reload(self) -> None:
        """Ask for the marks again."""
        self._rows = None
        self._drawn.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        super().notify_style_update()
        self._drawn.clear()
        self._styles.clear()

    def select(self, spans: tuple[Span, ...], inserted: Iterable[int] = ()) -> None:
        """Highlight the claim that rests on *spans* and bring its beginning into view.

        Words of its wording that are not in the article belong before the offsets *inserted*.
        """
        before = (*self._current, *((self._resting,) if self._resting else ()))
        self._current, self._inserted = spans, frozenset(inserted)
        if self._resting and not any(span.overlaps(self._resting) for span in spans):
            self._resting = None
        self._show(spans, (*before, *spans))

    def rest_on(self, sentence: Span) -> None:
        """Put the text cursor on *sentence* and bring it into view."""
        before = (self._resting,) if self._resting else ()
        self._resting = sentence
        self._show((sentence,), (*self._current, *before, sentence))

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self._layout_of_text.text

    @property
    def text_cursor(self) -> int:
        """Where the text cursor is: at its sentence, at the current claim, or at the top."""
        if self._resting:
            return self._resting.start
        return self._current[0].start if self._current else self._top

    def _show(self, spans: tuple[Span, ...], changed: tuple[Span, ...]) -> None:
        """Bring *spans* into view; where they are, draw only the rows of what has *changed*."""
        rows = self._visible_rows()
        if not spans or (
            rows and rows[0].start <= spans[0].start and spans[-1].end <= rows[-1].end
        ):
            for y, row in enumerate(rows):
                if any(span.overlaps(row) for span in changed):
                    self._drawn.pop(y, None)
                    self.refresh(Region(0, y, self.size.width, 1))
            return
        # A third from the top: what came before matters, what follows matters more.
        self._top = self._layout_of_text.above(spans[0].start, self.size.height // 3)
        self.reload()

    def scroll_rows(self, rows: int) -> None:
        """Scroll by *rows*, down where positive; the text stays on the screen."""
        if rows > 0:
            ahead = self._layout_of_text.rows_from(self._top, rows + 1)
            self._top = ahead[-1].start if ahead else 0
        else:
            self._top = self._layout_of_text.above(self._top, -rows)
        self.reload()
        self._entitle()

    def scroll_pages(self, pages: int) -> None:
        """Scroll by *pages* of the screen, two rows of the old one staying."""
        self.scroll_rows(pages * max(self.size.height - 2, 1))

    def name_after(self, words: str) -> None:
        """Write above the text how much of it lies above the last row shown, then *words*."""
        self._after = words
        self._entitle()

    def _entitle(self) -> None:
        if self._after is not None and (rows := self._visible_rows()):
            share = 100 * rows[-1].end // len(self._layout_of_text.text)
            entitle(self, f"Article · {share} %{self._after}")

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._fit()

    def _fit(self) -> None:
        """Lay the text out for the size there is, the claim in view; drawing does at the latest."""
        if self._fitted == self.size:
            return
        self._fitted, before = self.size, self._layout_of_text
        self._layout_of_text = Layout(before.text, self._row_width(), spaced=before.spaced)
        if spans := (self._resting,) if self._resting else self._current:
            self._top = self._layout_of_text.above(spans[0].start, self.size.height // 3)
        self.reload()
        self._entitle()

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
        if y not in self._drawn:
            base = self._style(frozenset())
            segments = self._row(rows[y]) if y < len(rows) else ()
            self._drawn[y] = Strip(segments).adjust_cell_length(self.size.width, base)
        return self._drawn[y]

    def _row(self, row: Span) -> Iterable[Segment]:
        yield Segment(self._gutter(row), self._style(frozenset({"gutter"})))
        yield from self._row_segments(row)

    def _gutter(self, row: Span) -> str:
        if self._resting and self._resting.overlaps(row):
            bar = _CURSOR
        else:
            bar = _BAR if any(span.overlaps(row) for span in self._current) else " "
        held = {mark.what for mark in self._marks if mark.span.overlaps(row)}
        return f"{bar}{next((_SIGNS[what] for what in reversed(_SIGNS) if what in held), ' ')} "

    def _row_segments(self, row: Span) -> Iterable[Segment]:
        shown = displayed(row.of(self._layout_of_text.text)).rstrip()
        looks = [frozenset[str]()] * len(shown)
        for mark in self._marks:
            _paint(looks, row, mark.span, frozenset({mark.what}))
        for look, spans in (("current", self._current), ("match", self._found)):
            for span in spans:
                _add(looks, row, span, look)
        if self._resting:
            _add(looks, row, self._resting, "cursor")
        letters = [*shown]
        for offset in self._inserted:
            # The space before the place holds the sign; without one, the place itself stands out.
            before = offset - 1 - row.start
            if 0 <= before < len(letters) and letters[before] == " ":
                letters[before] = _INSERTED
                _add(looks, row, Span(offset - 1, offset), "inserted")
            else:
                _add(looks, row, Span(offset, offset + 1), "inserted")
        # White space between the words of a claim belongs to it, that around it does not.
        for look, run in groupby(zip(looks, letters, strict=True), key=lambda cell: cell[0]):
            yield Segment("".join(cell[1] for cell in run), self._style(look))

    def _style(self, look: frozenset[str]) -> Style:
        if look not in self._styles:
            style = self.rich_style
            for name in _LOOKS:
                alone = name == "claim" and "current" in look and not look & {*_ORDER}
                if name in look or alone:
                    style += self.get_component_rich_style(f"article--{name}", partial=True)
            self._styles[look] = style
        return self._styles[look]

    def _visible_rows(self) -> tuple[Span, ...]:
        self._fit()
        if self._rows is None:
            height = self.size.height
            self._top = self._layout_of_text.top_for(self._top, height)
            rows = self._rows = self._layout_of_text.rows_from(self._top, height)
            marks = self._marks_of(Span(rows[0].start, rows[-1].end)) if rows else ()
            self._found = _shifted(self.matches, rows, self._layout_of_text.text)
            known = [mark for mark in marks if mark.what in _ORDER]
            self._marks = tuple(sorted(known, key=lambda mark: _ORDER.index(mark.what)))
        return self._rows

    def _row_width(self) -> int:
        return min(self.size.width - _GUTTER - 1, _LONGEST_ROW)


def _paint(cells_of_row: list[Value], row: Span, span: Span, value: Value) -> None:
    for place in _places(len(cells_of_row), row, span):
        cells_of_row[place] = value


def _add(looks: list[frozenset[str]], row: Span, span: Span, look: str) -> None:
    for place in _places(len(looks), row, span):
        looks[place] |= {look}


def _places(length: int, row: Span, span: Span) -> range:
    return range(max(span.start - row.start, 0), min(span.end - row.start, length))


def _shifted(matches: MatchesIn, rows: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return where the words of a search stand on the screen's rows, as offsets into *text*."""
    if not rows:
        return ()
    shown = Span(rows[0].start, rows[-1].end)
    return tuple(span.shifted(shown.start) for span in matches(shown.of(text)))
