"""The search line at the bottom: its result is what was typed, or None."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.tui.keys import FORM_KEYS, bindings
from factcheck.tui.widgets.fields import LineInput


def match_beside(matches: Sequence[int], number: int, step: int) -> int:
    """Return the place in *matches* of the next one after *number*, or before it.

    It goes around at the ends. A number that is no match itself has its place among matches in
    ascending order only; in another order the first match follows it, and the last comes before.
    """
    if number in matches:
        return (matches.index(number) + step) % len(matches)
    if list(matches) != sorted(matches):
        return 0 if step > 0 else len(matches) - 1
    place = bisect_right(matches, number) if step > 0 else bisect_left(matches, number) - 1
    return place % len(matches)


class SearchLine(ModalScreen[str | None], inherit_bindings=False):
    """One field over the last line of the review."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FORM_KEYS[:1])]

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay out the sign and the field."""
        with Horizontal(id="search"):
            yield Static(Content.styled("/ ", "bold"), id="sign", markup=False)
            yield LineInput(self._words, placeholder="words in claims and notes")

    def on_mount(self) -> None:
        """Let the person type: in place of the words of the last search, which are selected."""
        field = self.query_one(LineInput)
        field.focus()
        field.select_all()

    @on(Input.Submitted)
    def found(self, event: Input.Submitted) -> None:
        """Close with what was typed."""
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Close without searching."""
        self.dismiss(None)
