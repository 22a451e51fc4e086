"""The history of a claim as a timeline, newest first, and the claim as it was at each act."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.model.records import ClaimRecord, HistoryRecord
from factcheck.tui.describe import FAINT, HEADING, content, history_lines
from factcheck.tui.editkeys import HISTORY_KEYS
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import bindings

_KEYS_SHOWN = (
    "{history.down} {history.up} act · {history.then} the claim as it then was · "
    "{history.close} close"
)


class HistoryView(ModalScreen[None], inherit_bindings=False):
    """The acts on one claim and on what it was made from, one of them under the cursor.

    *then* shows the claim as it was after an act.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HISTORY_KEYS)]

    def __init__(
        self,
        claim: ClaimRecord,
        history: Sequence[HistoryRecord],
        reviewer: str,
        then: Callable[[HistoryRecord], None],
    ) -> None:
        super().__init__()
        self._claim, self._history, self._reviewer = claim, tuple(history), reviewer
        self._then = then
        self._place = 0

    def compose(self) -> ComposeResult:
        """Lay out the title, an entry for each act, the keys."""
        title = f"History of c{self._claim.number}"
        yield Static(Content.styled(title, HEADING), id="title", markup=False)
        with VerticalScroll(id="body", can_focus=False):
            for event in self._history:
                lines = history_lines((event,), self._claim, self._reviewer)
                yield Static(content(lines), classes="act", markup=False)
            if not self._history:
                nothing = Content.styled("Nothing was done to this claim yet.", FAINT)
                yield Static(nothing, markup=False)
        yield Static(Content.styled(worded(self, _KEYS_SHOWN), FAINT), id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin at the newest act."""
        self.action_move(0)

    def action_move(self, step: int) -> None:
        """Go to the next act, or the one before."""
        acts = self.query(".act")
        if not acts:
            return
        acts[self._place].remove_class("-chosen")
        self._place = max(0, min(self._place + step, len(acts) - 1))
        acts[self._place].add_class("-chosen")
        acts[self._place].scroll_visible(animate=False)

    def action_then(self) -> None:
        """Show the claim as it was after the act under the cursor."""
        if self._history:
            self._then(self._history[self._place])

    def action_close(self) -> None:
        """Close the history."""
        self.dismiss()
