"""What people type into: a line, words over several lines, and the choice of a stance by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static, TextArea

from factcheck.model.evidence import Stance
from factcheck.tui.describe import FAINT
from factcheck.tui.glyphs import stance_sign

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.screen import Screen

_STANCE_KEYS = {"s": Stance.SUPPORTS, "r": Stance.REFUTES, "c": Stance.CONTEXT}


class LineInput(Input):
    """A field of one line."""

    @dataclass
    class Pasted(Message):
        """Somebody pasted something into the field."""

        field: LineInput

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder, id=id, compact=True, select_on_focus=False)

    def on_paste(self, event: events.Paste) -> None:
        """Take in all of what is pasted, its lines joined: a quotation often has several."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.split()), *self.selection)
        self.post_message(self.Pasted(self))


class WordsInput(TextArea):
    """A field for words that may be long: shown over several lines, and one line when read.

    Enter is as in a field of one line; the arrows leave it above its first line and below its last.
    """

    @dataclass
    class Submitted(Message):
        """Somebody pressed enter."""

        field: WordsInput

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            _joined(value),
            placeholder=placeholder,
            id=id,
            compact=True,
            highlight_cursor_line=False,
        )
        self.move_cursor(self.document.end)

    @property
    def value(self) -> str:
        """The words, on one line."""
        return _joined(self.text)

    @value.setter
    def value(self, value: str) -> None:
        self.text = _joined(value)
        self.move_cursor(self.document.end)

    def on_key(self, event: events.Key) -> None:
        """Take enter for the form."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.post_message(self.Submitted(self))

    def on_paste(self, event: events.Paste) -> None:
        """Take in what is pasted, its lines joined."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.split()), *self.selection, maintain_selection_offset=False)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up a line, or to the field before."""
        if self._line == 0 and not select:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down a line, or to the next field."""
        if self._line == self.wrapped_document.height - 1 and not select:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    def action_delete_to_start_of_line(self) -> None:
        """Delete what stands before the cursor: rows are no lines here, as they are in a text."""
        self.delete((0, 0), self.cursor_location)

    async def action_delete_to_end_of_line_or_delete_line(self) -> None:
        """Delete what stands behind the cursor."""
        self.delete(self.cursor_location, self.document.end)

    @property
    def _line(self) -> int:
        return self.wrapped_document.location_to_offset(self.cursor_location).y


# What can stand in a form and has a value that is typed.
Typed = LineInput | WordsInput


def _joined(text: str) -> str:
    return " ".join(text.splitlines())


def typed(screen: Screen[Any]) -> tuple[Typed, ...]:
    """Return the fields of *screen* that are typed into, in order."""
    found = screen.query("LineInput, WordsInput").results()
    return tuple(field for field in found if isinstance(field, LineInput | WordsInput))


class StanceChoice(Static, can_focus=True):
    """One of the stances, chosen by its letter or with the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *((key, f"choose('{stance}')") for key, stance in _STANCE_KEYS.items()),
        ("left", "turn(-1)"),
        ("right,space", "turn(1)"),
        ("enter", "screen.next_field"),
    ]

    stance: reactive[Stance] = reactive(Stance.SUPPORTS)

    def __init__(self, stance: Stance, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(Content(""), id=id, markup=False)
        self.set_reactive(StanceChoice.stance, stance)

    def render(self) -> Content:
        """Show all stances with their letters, the chosen one marked."""
        parts: list[tuple[str, str]] = []
        for key, stance in _STANCE_KEYS.items():
            sign, style = stance_sign(stance)
            if stance == self.stance:
                parts.append((f"▸{sign} {stance} ", f"bold {style}"))
            else:
                parts.append((f" {sign} {stance} ", FAINT))
            parts += [(key, "bold" if self.has_focus else FAINT), ("   ", "")]
        return Content.assemble(*parts)

    def action_choose(self, stance: str) -> None:
        """Choose *stance*."""
        self.stance = Stance(stance)

    def action_turn(self, step: int) -> None:
        """Choose the next stance, or the one before."""
        stances = tuple(_STANCE_KEYS.values())
        self.stance = stances[(stances.index(self.stance) + step) % len(stances)]
