"""A menu of acts by key, and a question before an act: both show the keys as mapped."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.model.visible import one_line
from factcheck.tui.describe import FAINT, HEADING, Line, clickable, clicked, content
from factcheck.tui.keymaps import keymap_of, worded
from factcheck.tui.keys import COPY_KEYS, QUESTION_KEYS, bindings


class CopyMenu(ModalScreen[str | None], inherit_bindings=False):
    """What can be copied, a key each; its result is the name of one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COPY_KEYS)]

    def __init__(self, title: str, there: Sequence[str]) -> None:
        super().__init__()
        self._title, self._there = title, frozenset(there)

    def compose(self) -> ComposeResult:
        """Lay out a line for each key; what is not there is faint and says so."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(content(self._lines()), markup=False)
            close = worded(self, "{copy.close} close, copy nothing")
            yield Static(Content.styled(close, FAINT), id="keys", markup=False)

    def _lines(self) -> list[Line]:
        keymap, lines = keymap_of(self), [((self._title, HEADING),), ()]
        for row in COPY_KEYS[1:]:
            name = row.id.removeprefix("copy.")
            there = name in self._there
            line = (
                (f" {keymap.shown(row.id)}  ", "bold" if there else FAINT),
                (row.description, "" if there else FAINT),
                ("" if there else "  (there is none)", FAINT),
            )
            lines.append(clickable(line, name))
        return lines

    def on_click(self, event: Click) -> None:
        """Copy what was clicked."""
        self.action_copy(clicked(event))

    def action_copy(self, what: str) -> None:
        """Close with the name of what is to be copied."""
        if what in self._there:
            self.dismiss(what)

    def action_close(self) -> None:
        """Close without copying."""
        self.dismiss(None)


class Question(ModalScreen[bool], inherit_bindings=False):
    """A question to answer with yes or no; its result is the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(QUESTION_KEYS)]

    def __init__(self, question: str, about: str) -> None:
        super().__init__()
        self._question, self._about = question, about

    def compose(self) -> ComposeResult:
        """Lay out the question, what it means, and the keys."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(
                Content.assemble(
                    (one_line(self._question), "bold $heading"),
                    (f"\n\n{one_line(self._about)}", ""),
                ),
                markup=False,
            )
            keys = worded(self, "{question.yes} yes · {question.no} no")
            yield Static(Content.styled(keys, FAINT), id="keys", markup=False)

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)
