"""What people type into: a line of text, and the choice of a stance by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from factcheck.model.evidence import Stance
from factcheck.tui.describe import FAINT
from factcheck.tui.glyphs import stance_sign

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

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
