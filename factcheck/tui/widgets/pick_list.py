"""A list to choose one of: only the lines on the screen are made, however many there are."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from factcheck.tui.describe import FAINT, Line, Part, content
from factcheck.tui.wrap import cells, cut_to

# Rows one turn of the mouse wheel moves.
_WHEEL = 3
LineOf = Callable[[int, int], Line]


class PickList(Widget):
    """Lines with a cursor on one of them; *line_of* is asked for (which line, how wide)."""

    @dataclass
    class Picked(Message):
        """Somebody clicked this line."""

        place: int

    def __init__(self, count: int, line_of: LineOf, *, at: int = 0, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.count, self._line_of = count, line_of
        self.place = max(min(at, count - 1), 0)
        self._top = 0

    def render(self) -> Content:
        """Return the lines on the screen."""
        width, height = self.content_size
        self._top = max(min(self._top, self.place), self.place - height + 1, 0)
        places = range(self._top, min(self._top + height, self.count))
        return content(self._line(place, width) for place in places)

    def _line(self, place: int, width: int) -> Line:
        chosen = place == self.place
        pointer = ("▸ " if chosen else "  ", "bold $heading")
        parts = _cut((pointer, *self._line_of(place, width - 2)), width)
        return tuple(
            (text, f"{style} on $cursor-line" if chosen else style) for text, style in parts
        )

    def move(self, steps: int) -> None:
        """Move the cursor, as far as there are lines."""
        self.place = max(min(self.place + steps, self.count - 1), 0)
        self.refresh()

    def page(self, pages: int) -> None:
        """Move the cursor by what the screen shows."""
        self.move(pages * max(self.content_size.height - 1, 1))

    def on_click(self, event: events.Click) -> None:
        """Say which line was clicked."""
        at = event.get_content_offset(self)
        if at is not None and self._top + at.y < self.count:
            self.move(self._top + at.y - self.place)
            self.post_message(self.Picked(self.place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move with the wheel."""
        event.stop()
        self.move(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move with the wheel."""
        event.stop()
        self.move(-_WHEEL)


def _cut(parts: Line, width: int) -> Line:
    """Return *parts* in exactly *width* cells."""
    kept: list[Part] = []
    room = width
    for text, style in parts:
        shown = cut_to(text, room)
        kept.append((shown, style))
        room -= sum(map(cells, shown))
        if shown != text:
            break
    return (*kept, (" " * max(room, 0), FAINT))
