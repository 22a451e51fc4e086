"""The history of a claim as a view."""

from collections.abc import Sequence

from factcheck.model.records import ClaimRecord, HistoryRecord
from factcheck.tui.describe import content, history_lines
from factcheck.tui.screens.view import View


def history_view(claim: ClaimRecord, history: Sequence[HistoryRecord], reviewer: str) -> View:
    """Return the view of what was done to *claim*, newest first."""
    lines = tuple(history_lines(history, claim, reviewer))
    nothing = ((("Nothing was done to this claim yet.", "$faint"),),)
    return View(f"History of c{claim.number}", content(lines or nothing))
