"""A screen to choose one of many lines: articles, headings. Its result is a place, or None."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.tui.describe import FAINT
from factcheck.tui.keys import PICK_KEYS, bindings
from factcheck.tui.widgets.pick_list import LineOf, PickList

_KEYS_SHOWN = "j k g G move · enter choose · q or esc "
# More than any list has: the cursor goes as far as there are lines.
_FAR = 1 << 40


class Pick(ModalScreen[int | None], inherit_bindings=False):
    """Lines above the review, one of which is chosen; *leaving* says what closing does."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PICK_KEYS)]

    def __init__(
        self, title: str, count: int, line_of: LineOf, *, at: int = 0, nothing: str = "",
        leaving: str = "close",
    ) -> None:  # fmt: skip
        super().__init__()
        self._title, self._nothing, self._leaving = title, nothing, leaving
        self._list = PickList(count, line_of, at=at, id="lines")

    def compose(self) -> ComposeResult:
        """Lay out the title, the lines, the keys."""
        yield Static(Content.styled(self._title, "bold $heading"), id="title", markup=False)
        if self._list.count:
            yield self._list
        else:
            yield Static(Content.styled(self._nothing, FAINT), id="lines", markup=False)
        yield Static(Content.styled(_KEYS_SHOWN + self._leaving, FAINT), id="keys", markup=False)

    @on(PickList.Picked)
    def action_choose(self) -> None:
        """Close with the line under the cursor."""
        self.dismiss(self._list.place if self._list.count else None)

    def action_close(self) -> None:
        """Close and choose nothing."""
        self.dismiss(None)

    def action_move(self, steps: int) -> None:
        """Move the cursor."""
        self._list.move(steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a page."""
        self._list.page(pages)

    def action_end(self, end: int) -> None:
        """Go to the first line or to the last."""
        self._list.move(end * _FAR)
