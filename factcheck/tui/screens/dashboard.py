"""The dashboard: from an `Overview` to charts, drawn anew when the file has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.timing import in_words
from factcheck.tui.charts import bars, percent, strip
from factcheck.tui.describe import FAINT, HEADING, Line, content
from factcheck.tui.glyphs import OPEN, decision_sign, glyph, style_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from factcheck.model.records import Overview, Progress, Timing

# As wide as a column of the reference size; what is left of it is for the scrollbar.
WIDTH = 54
_STATUS = {
    "decided": ("█", "$success"), "disagreement": ("≠", "$error"), "deferred": ("…", "$secondary"),
    OPEN: ("·", FAINT),
}  # fmt: skip


def dashboard(overview: Overview, width: int = WIDTH) -> tuple[Content, Content]:
    """Return the two columns of the dashboard."""
    left = (
        *_progress(overview.progress, overview.statuses, width),
        *_verdicts(overview.verdicts, width),
        *_section("Findings, by you", _findings(overview.findings, width)),
    )
    right = (
        *_section("Flags", _counted(overview.flags, width, "$accent", "no claim is flagged")),
        *_section("Coverage, in characters", _coverage(overview.ledger, width)),
        *_section("Seconds per claim, median", _timing(overview.timing, width)),
    )
    return content(left), content(right)


def _section(name: str, lines: Iterator[Line]) -> Iterator[Line]:
    yield ((name, HEADING),)
    yield from lines
    yield ()


def _progress(
    progress: Progress, statuses: Sequence[tuple[str, int]], width: int
) -> Iterator[Line]:
    claims = progress.claims
    counts = dict(statuses)
    counts[OPEN] = claims - sum(counts.values())
    parts = [(sign, counts.get(name, 0), style) for name, (sign, style) in _STATUS.items()]
    yield (("Progress, of everybody", HEADING),)
    yield strip(parts, width)
    words = (
        f"{sign} {counts[name]} {name} {percent(counts[name], claims)}"
        for name, (sign, _) in _STATUS.items()
        if counts.get(name)
    )
    yield (("   ".join(words), FAINT),)
    mine = f"{progress.decided} of {claims} decided by you ({percent(progress.decided, claims)})"
    yield ((mine, ""), (f" · {progress.deferred} deferred", FAINT))
    yield ()


def _verdicts(verdicts: Sequence[tuple[str, int]], width: int) -> Iterator[Line]:
    whole = sum(count for _, count in verdicts)
    rows = [
        (f"{glyph(name)} {name}", float(count), f"{count} {percent(count, whole):>5}",
         style_of(name))
        for name, count in verdicts
    ]  # fmt: skip
    yield from _section("Your verdicts", bars(rows, width, whole=float(whole)))


def _findings(counts: Sequence[tuple[str, int]], width: int) -> Iterator[Line]:
    whole = sum(count for _, count in counts)
    rows = []
    for name, count in counts:
        sign, style = decision_sign("" if name == "undecided" else name)
        rows.append((f"{sign} {name}", float(count), f"{count} {percent(count, whole):>5}", style))
    if not rows:
        yield (("there are none", FAINT),)
    yield from bars(rows, width, whole=float(whole))


def _counted(
    counts: Sequence[tuple[str, int]], width: int, style: str, nothing: str
) -> Iterator[Line]:
    if not counts:
        yield ((nothing, FAINT),)
    yield from bars([(name, float(n), str(n), style) for name, n in counts], width)


def _coverage(ledger: Sequence[tuple[str, int]], width: int) -> Iterator[Line]:
    whole = sum(count for _, count in ledger)
    rows = [
        (account, float(count), f"{count:,} {percent(count, whole):>5}",
         "$warning" if account == "unaccounted" else "$primary")
        for account, count in ledger
    ]  # fmt: skip
    yield from bars(rows, width, whole=float(whole))


def _timing(timing: Timing, width: int) -> Iterator[Line]:
    if not timing.claims:
        yield (("no decision was timed yet", FAINT),)
        return
    yield ((f"{in_words(timing.median)} over {timing.claims} claims", ""),)
    rows = [
        (kind, seconds, f"{in_words(seconds)} ({count})", "$secondary")
        for kind, count, seconds in timing.kinds
    ]
    yield from bars(rows, width)
