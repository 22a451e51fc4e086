"""Write the summary of a report: what was found, how much was covered, by which scale.

In: a `Report`. Out: lines of Markdown; each part ends in an empty line.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.export.escape import code, inline
from factcheck.export.outcome import WITHOUT_VERDICT, anchor, heading, outcome
from factcheck.model.records import ClaimRecord
from factcheck.model.report import Report
from factcheck.model.verdict import Verdict

# The longest bar: with its label and number it fits in a terminal of 80 columns.
BAR_WIDTH = 24
# ClaimReview ratings up to this one say that readers are told something wrong.
WRONG_RATING = 2


def summary(report: Report, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the summary of *report*, the claims that are wrong before everything else."""
    yield from ("## Summary", "", _counted(report.claims), "")
    yield from _wrong(report, labels)
    yield from ("### Verdicts", "", *_verdicts(report, labels), "")
    yield from _flags(report.claims)
    yield from ("### Coverage of the text", "", *_coverage(report), "")
    yield from ("### Scale", "", *_scale(report.scale), "")
    yield from ("### History", "", _history(report), "")


def table(header: Sequence[str], rows: Sequence[Sequence[str]], numbers: str) -> Iterator[str]:
    """Yield a table whose columns are straight in plain text too. Cells come escaped.

    *numbers* has one letter for each column: "r" for a column of numbers, "l" for one of words.
    """
    widths = [max(3, *map(len, column)) for column in zip(header, *rows, strict=True)]
    rule = [
        "-" * (w - 1) + (":" if n == "r" else "-") for w, n in zip(widths, numbers, strict=True)
    ]
    for row in (header, rule, *rows):
        cells = zip(row, widths, numbers, strict=True)
        padded = (cell.rjust(w) if n == "r" else cell.ljust(w) for cell, w, n in cells)
        yield f"| {' | '.join(padded)} |"


def _counted(claims: Sequence[ClaimRecord]) -> str:
    statuses = Counter("decided" if one.verdict is not None else one.status for one in claims)
    disagreement, deferred = statuses["disagreement"], statuses["deferred"]
    decided = statuses["decided"]
    unreviewed = len(claims) - decided - disagreement - deferred
    noun = "claim" if len(claims) == 1 else "claims"
    return (
        f"{len(claims)} {noun}: {decided} decided, {disagreement} in disagreement, "
        f"{deferred} deferred, {unreviewed} not reviewed yet."
    )


def _wrong(report: Report, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the claims that are refuted or misleading, the worst first."""
    ratings = {one.verdict: one.rating for one in report.scale if one.rating is not None}
    rated = [(ratings.get(one.verdict or "", WRONG_RATING + 1), one) for one in report.claims]
    wrong = sorted(
        ((rating, one) for rating, one in rated if rating <= WRONG_RATING),
        key=lambda pair: (pair[0], pair[1].number),
    )
    if not wrong:
        return
    yield from ("### Refuted or misleading", "")
    for _, claim in wrong:
        title = heading(claim, labels)
        yield f"- [{inline(title)}]({anchor(title)}): {inline(claim.text)}"
    yield ""


def _verdicts(report: Report, labels: Mapping[str, str]) -> Iterator[str]:
    counts = Counter(outcome(claim, labels) for claim in report.claims)
    without = tuple(WITHOUT_VERDICT.values())
    decided = (name for name in dict.fromkeys((*labels.values(), *counts)) if name not in without)
    most = max(counts.values(), default=0)
    rows = [
        (inline(name), str(counts[name]), _bar(counts[name], most)) for name in (*decided, *without)
    ]
    return table(("Verdict", "Claims", ""), rows, "lrl")


def _bar(count: int, most: int) -> str:
    """Return a bar for *count*; only zero has none."""
    return "█" * -(-count * BAR_WIDTH // most) if count else ""


def _flags(claims: Sequence[ClaimRecord]) -> Iterator[str]:
    """Yield how many claims carry each flag, the most frequent first."""
    counts = Counter(flag for claim in claims for flag in {one.flag for one in claim.flags})
    if not counts:
        return
    rows = [(inline(flag), str(count)) for flag, count in _ranked(counts)]
    yield from ("### Flags", "", *table(("Flag", "Claims"), rows, "lr"), "")


def _ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _coverage(report: Report) -> Iterator[str]:
    total = sum(count for _, count in report.ledger)
    rows = [
        (inline(name), f"{count:,}", f"{count / total:.1%}" if total else "")
        for name, count in report.ledger
    ]
    unaccounted = report.article.unaccounted
    yield f"{unaccounted:,} of {report.article.characters:,} characters are unaccounted for."
    yield ""
    yield from table(("Characters in", "Count", "Share"), rows, "lrr")


def _scale(scale: Sequence[Verdict]) -> Iterator[str]:
    rows = [(inline(one.label), inline(one.meaning), _needs(one.needs)) for one in scale]
    return table(("Verdict", "Meaning", "Needs evidence that"), rows, "lll")


def _needs(needs: str) -> str:
    return {"": "", "any": "bears on the claim"}.get(needs, inline(needs))


def _history(report: Report) -> str:
    if not report.head:
        return "Nobody has acted on this article yet."
    noun = "event" if report.events == 1 else "events"
    return f"{report.events:,} {noun}; the hash of the last one is {code(report.head)}."
