"""A claim in full as a view: everything the pane shows, longer, and the words of the article."""

from collections.abc import Sequence

from factcheck.model.records import ClaimRecord, HistoryRecord
from factcheck.tui.describe import (
    FAINT,
    FULL_LIMIT,
    HEADING,
    Line,
    content,
    history_lines,
    plain,
    summary,
)
from factcheck.tui.screens.view import View

# Of the lines on what was checked before; what differs stands out, for it turns a verdict round.
_STYLES = {"verdict": "bold", "bad": "$warning", "dim": FAINT}


def claim_view(
    claim: ClaimRecord,
    history: Sequence[HistoryRecord],
    reviewer: str,
    before: Sequence[tuple[str, str]] = (),
    *,
    title: str = "",
) -> View:
    """Return the view of everything known of *claim*.

    *before* are the lines on what was checked before, each with its style.
    """
    lines: list[Line] = [*summary(claim, reviewer, FULL_LIMIT)]
    lines += [(), (("In the article", HEADING),)]
    for span, quote in zip(claim.spans, claim.quotes, strict=False):
        words = plain(quote, FULL_LIMIT)
        lines.append(((f"{span.start}–{span.end}  ", "$faint"), (f"“{words}”", "")))
    if before:
        lines += [(), (("Checked before, in like words", HEADING),)]
        lines += [((line, _STYLES.get(style, "")),) for style, line in before]
    if history:
        lines += [(), (("History", HEADING),), *history_lines(history, claim, reviewer)]
    return View(title or f"Claim c{claim.number}", content(lines))
