"""The search line at the bottom: its result is what was typed, or None."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.tui.keys import FORM_KEYS, bindings
from factcheck.tui.roll import Roll
from factcheck.tui.widgets.fields import LineInput


def match_beside(matches: Roll, number: int, step: int, listed: Roll) -> int:
    """Return the place in *matches* of the next one after *number*, or before it.

    It goes around at the ends. A number that is no match itself has its place among them from
    where it stands in the list that they are of.
    """
    place = matches.place(number)
    if place is not None:
        return (place + step) % len(matches)
    following = matches.where(number) if matches.ascending else _above(matches, number, listed)
    return (following if step > 0 else following - 1) % len(matches)


def _above(matches: Roll, number: int, listed: Roll) -> int:
    """Return how many of *matches* stand above *number* in a list in an order of its own."""
    above = listed.between(0, listed.place(number) or 0)
    return len(Roll(listed.order, above, ascending=False).only(matches.between(0, len(matches))))


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
