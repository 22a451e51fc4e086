"""The claim pane: from a `ClaimRecord` and its last history to scrolling text."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.model.records import ClaimRecord, HistoryRecord
from factcheck.tui.describe import HEADING, content, history_lines, summary


class DetailPane(VerticalScroll, can_focus=False):
    """What is known of the claim under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._shown = ""

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static(Content(""), markup=False)

    def show(self, claim: ClaimRecord, reviewer: str, history: Sequence[HistoryRecord]) -> None:
        """Show *claim* as *reviewer* may see it: from its beginning, if it was another before."""
        lines = [*summary(claim, reviewer)]
        if history:
            lines += [(), (("Last acts", HEADING),), *history_lines(history, claim, reviewer)]
        self.query_one(Static).update(content(lines))
        if claim.id != self._shown:
            self._shown = claim.id
            self.scroll_home(animate=False, force=True, immediate=True)

    def show_nothing(self, *, filtered: bool) -> None:
        """Say that there is no claim, or none that the filter lets through."""
        words = "No claim matches the filter." if filtered else "This article has no claims."
        self.query_one(Static).update(Content(words))
        self._shown = ""
