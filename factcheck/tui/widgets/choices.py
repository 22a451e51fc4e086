"""One field of a filter: values side by side, some of which are chosen by key or click."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from factcheck.tui.describe import FAINT

_CHOSEN, _FREE = "●", "○"


class Choices(Static, can_focus=True):
    """Values with their labels; with *several* any number may be chosen, else one or none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "turn(-1)"), ("right", "turn(1)"), ("space", "take"), ("delete", "drop"),
    ]  # fmt: skip

    @dataclass
    class Changed(Message):
        """Somebody chose a value, or gave it up."""

        choices: "Choices"

    @dataclass
    class Dropped(Message):
        """Somebody wants the value under the cursor gone."""

        choices: "Choices"
        value: str

    def __init__(
        self, values: Sequence[tuple[str, str]], *, several: bool, id: str | None = None  # noqa: A002
    ) -> None:  # fmt: skip
        super().__init__(Content(""), id=id, markup=False)
        self.values, self._several = tuple(values), several
        self.chosen: frozenset[str] = frozenset()
        self._at = 0

    @property
    def several(self) -> tuple[str, ...]:
        """Return the chosen values in the order in which they stand."""
        return tuple(value for value, _ in self.values if value in self.chosen)

    def choose(self, *values: str) -> None:
        """Choose these values and no others."""
        self.chosen = frozenset(values)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Show all values, the chosen ones marked."""
        parts = [Content.assemble(self._value(place), "  ") for place in range(len(self.values))]
        return Content("").join(parts) if parts else Content.styled("none", FAINT)

    def _value(self, place: int) -> Content:
        value, label = self.values[place]
        # Without a space, at which sign and label could part at the end of a line.
        words = f"{_CHOSEN if value in self.chosen else _FREE}{label}"
        style = "bold $success" if value in self.chosen else ""
        if self.has_focus and place == self._at:
            style += " reverse"
        return Content.styled(words, style).stylize(Style.from_meta({"place": place}))

    def action_turn(self, step: int) -> None:
        """Go to the next value, or the one before."""
        self._at = (self._at + step) % max(len(self.values), 1)
        self.refresh()

    def action_take(self) -> None:
        """Choose the value under the cursor, or give it up."""
        if self.values:
            value = self.values[self._at][0]
            alone = frozenset({value})
            self.chosen = self.chosen ^ alone if self._several else alone - self.chosen
            self.refresh()
            self.post_message(self.Changed(self))

    def action_drop(self) -> None:
        """Ask for the value under the cursor to go."""
        if self.values:
            self.post_message(self.Dropped(self, self.values[self._at][0]))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked: the values are told apart by the style under the mouse."""
        place = event.style.meta.get("place")
        if isinstance(place, int):
            self._at = place
            self.action_take()
