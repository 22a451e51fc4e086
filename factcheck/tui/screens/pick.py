"""A list to pick one line from: only what fits on the screen is drawn, however long it is."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.tui.describe import FAINT, Line, content
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import PICK_KEYS, bindings

_KEYS_SHOWN = "{pick.down} {pick.up} move · {pick.take} take it · {pick.close} close"
_FORGET = " · {pick.forget} forget it"
# Title, keys, border and padding of the dialog.
_FRAME = 8


class Pick(ModalScreen[tuple[str, int] | None], inherit_bindings=False):
    """One of several lines; its result is ("take" or "forget", which one), or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PICK_KEYS)]

    def __init__(self, title: str, lines: Sequence[Line], *, forgets: bool = False) -> None:
        super().__init__()
        self._title, self._lines, self._forgets = title, lines, forgets
        self._place = self._top = 0

    def compose(self) -> ComposeResult:
        """Lay out the title, the lines, the keys."""
        with Vertical(id="dialog"):
            yield Static(Content.styled(self._title, "bold $heading"), markup=False)
            yield Static(Content(""), id="lines", markup=False)
            keys = worded(self, _KEYS_SHOWN + (_FORGET if self._forgets else ""))
            yield Static(Content.styled(keys, FAINT), id="keys", markup=False)

    def on_resize(self) -> None:
        """Show as many lines as there is room for."""
        self._show()

    def action_move(self, step: int) -> None:
        """Go to the next line, or the one before; around at the ends."""
        self._place = (self._place + step) % len(self._lines)
        self._show()

    def on_click(self, event: events.Click) -> None:
        """Go to the line that was clicked; take it where it was the one already."""
        shown = self.query_one("#lines", Static)
        at = event.get_content_offset(shown)
        if at is None or (place := self._top + at.y) >= len(self._lines):
            return
        if place == self._place:
            self.action_take()
        else:
            self._place = place
            self._show()

    def action_take(self) -> None:
        """Close with the line under the cursor."""
        self.dismiss(("take", self._place))

    def action_forget(self) -> None:
        """Close, the line under the cursor to be forgotten."""
        if self._forgets:
            self.dismiss(("forget", self._place))

    def action_close(self) -> None:
        """Close with nothing."""
        self.dismiss(None)

    def _show(self) -> None:
        room = max(self.size.height - _FRAME, 1)
        top = self._top = max(0, min(self._place - room // 2, len(self._lines) - room))
        shown = [
            ((("▸ " if top + i == self._place else "  "), "bold"), *line)
            for i, line in enumerate(self._lines[top : top + room])
        ]
        self.query_one("#lines", Static).update(content(shown))
