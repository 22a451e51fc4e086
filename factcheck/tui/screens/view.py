"""A view to read and close: a title and text in one or more columns."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.tui.describe import FAINT
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import VIEW_KEYS, bindings

_KEYS_SHOWN = "{view.down} {view.up} {view.page.down} {view.page.up} scroll · {view.close} close"

_LOOK_SECONDS = 1.0

# Returns the columns anew, or None where nothing has changed.
Again = Callable[[], Sequence[Content] | None]


class View(ModalScreen[None], inherit_bindings=False):
    """Text above the review, scrolled by keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(VIEW_KEYS)]

    def __init__(self, title: str, *columns: Content, again: Again | None = None) -> None:
        super().__init__()
        self._title, self._columns, self._again = title, columns, again

    def on_mount(self) -> None:
        """Look from time to time whether there is something new to show."""
        if self._again is not None:
            self.set_interval(_LOOK_SECONDS, self._look_again)

    def _look_again(self) -> None:
        columns = self._again() if self._again is not None else None
        for shown, column in zip(
            self.query(".column").results(Static), columns or (), strict=False
        ):
            shown.update(column)

    def compose(self) -> ComposeResult:
        """Lay out the title, the columns, the keys."""
        yield Static(Content.styled(self._title, "bold $heading"), id="title", markup=False)
        with VerticalScroll(id="body", can_focus=False), Horizontal(id="columns"):
            for column in self._columns:
                yield Static(column, classes="column", markup=False)
        yield Static(Content.styled(worded(self, _KEYS_SHOWN), FAINT), id="keys", markup=False)

    def action_close(self) -> None:
        """Close the view."""
        self.dismiss()

    def action_scroll(self, rows: int) -> None:
        """Scroll by *rows*."""
        self.query_one("#body").scroll_relative(y=rows, animate=False, force=True)

    def action_page(self, pages: int) -> None:
        """Scroll by *pages*."""
        body = self.query_one("#body")
        body.scroll_relative(y=pages * max(body.size.height - 1, 1), animate=False, force=True)
