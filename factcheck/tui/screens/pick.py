"""A screen to choose one of many lines: articles, headings, questions. Its result is a place."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.tui.describe import FAINT
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import PICK_KEYS, bindings
from factcheck.tui.widgets.pick_list import LineOf, PickList

_KEYS_SHOWN = (
    "{pick.down} {pick.up} {pick.first} {pick.last} move · {pick.choose} choose"
    " · {pick.close} {leaving}"
)
_FORGET = " · {pick.forget} forget it"
# More than any list has: the cursor goes as far as there are lines.
_FAR = 1 << 40


class Pick(ModalScreen[int | None], inherit_bindings=False):
    """Lines above the review, one of which is chosen; *leaving* says what closing does.

    *forget* is called with the place of a line to be forgotten, after closing with None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PICK_KEYS)]

    def __init__(
        self, title: str, count: int, line_of: LineOf, *, at: int = 0, nothing: str = "",
        leaving: str = "close", forget: Callable[[int], None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._title, self._nothing, self._leaving = title, nothing, leaving
        self._list, self._forget = PickList(count, line_of, at=at, id="lines"), forget

    def compose(self) -> ComposeResult:
        """Lay out the title, the lines, the keys."""
        yield Static(Content.styled(self._title, "bold $heading"), id="title", markup=False)
        if self._list.count:
            yield self._list
        else:
            yield Static(Content.styled(self._nothing, FAINT), id="lines", markup=False)
        hint = _KEYS_SHOWN.replace("{leaving}", self._leaving)
        keys = worded(self, hint + (_FORGET if self._forget else ""))
        yield Static(Content.styled(keys, FAINT), id="keys", markup=False)

    @on(PickList.Picked)
    def action_choose(self) -> None:
        """Close with the line under the cursor."""
        self.dismiss(self._list.place if self._list.count else None)

    def action_forget(self) -> None:
        """Close, and let the line under the cursor be forgotten."""
        if self._forget is not None:
            self.dismiss(None)
            self._forget(self._list.place)

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
