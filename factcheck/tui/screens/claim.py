"""A claim in full as a view: everything the pane shows, longer, and the words of the article."""

from collections.abc import Sequence

from factcheck.model.records import ClaimRecord, HistoryRecord
from factcheck.tui.describe import (
    FULL_LIMIT,
    HEADING,
    Line,
    content,
    history_lines,
    plain,
    summary,
)
from factcheck.tui.screens.view import View


def claim_view(
    claim: ClaimRecord, history: Sequence[HistoryRecord], reviewer: str, *, title: str = ""
) -> View:
    """Return the view of everything known of *claim*."""
    lines: list[Line] = [*summary(claim, reviewer, FULL_LIMIT)]
    lines += [(), (("In the article", HEADING),)]
    for span, quote in zip(claim.spans, claim.quotes, strict=False):
        words = plain(quote, FULL_LIMIT)
        lines.append(((f"{span.start}–{span.end}  ", "$faint"), (f"“{words}”", "")))
    if history:
        lines += [(), (("History", HEADING),), *history_lines(history, claim, reviewer)]
    return View(title or f"Claim c{claim.number}", content(lines))
