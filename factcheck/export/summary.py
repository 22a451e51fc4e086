"""Write the summary of a report, to be understood in ten seconds: counts, a bar, what is wrong.

In: a `Report`. Out: lines of Markdown; each part ends in an empty line.
"""

from collections.abc import Iterator, Mapping, Sequence

from factcheck.export.escape import inline
from factcheck.export.options import Options
from factcheck.export.outcome import WITHOUT_VERDICT, anchor, heading, outcome
from factcheck.export.words import Words
from factcheck.model.report import WRONG_RATING, Report, Tally, tally_of
from factcheck.model.verdict import Verdict

# The longest bar: with its label and number it fits in a terminal of 80 columns.
BAR_WIDTH = 24


def summary(report: Report, labels: Mapping[str, str], options: Options) -> Iterator[str]:
    """Yield the summary of *report*, the claims that are wrong before everything else."""
    words, tally = options.words, tally_of(report)
    yield from (f"## {words('summary.title')}", "", counted(tally, words), "")
    if options.verdicts:
        shown = (labels.get(one, words.name("status", one)) for one in options.verdicts)
        yield from (words("summary.only", verdicts=inline(", ".join(shown))), "")
    yield from _wrong(report, labels, words)
    yield from (f"### {words('summary.verdicts')}", "", *_verdicts(report, labels, words), "")
    if tally.flags:
        rows = [(inline(words.name("flag", flag)), words.number(n)) for flag, n in tally.flags]
        header = (words("summary.flag"), words("summary.claims"))
        yield from (f"### {words('summary.flags')}", "", *table(header, rows, "lr"), "")


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


def statuses(tally: Tally) -> dict[str, int]:
    """Return how many claims are decided, in disagreement, deferred, and not reviewed ("open")."""
    counts = dict.fromkeys(("decided", *WITHOUT_VERDICT), 0)
    for verdict, status, count in tally.outcomes:
        counts["decided" if verdict else status if status in counts else "open"] += count
    return counts


def counted(tally: Tally, words: Words) -> str:
    """Return the sentence that says how far the article is."""
    numbers = {status: words.number(count) for status, count in statuses(tally).items()}
    return words.count("summary.counted", tally.claims, **numbers)


def wrong_count(tally: Tally, scale: Sequence[Verdict]) -> int:
    """Return how many claims are refuted or misleading, named in the summary or not."""
    wrong = {one.verdict for one in scale if one.rating and one.rating <= WRONG_RATING}
    return sum(count for verdict, _, count in tally.outcomes if verdict in wrong)


def _wrong(report: Report, labels: Mapping[str, str], words: Words) -> Iterator[str]:
    """Yield the claims that are refuted or misleading, the worst first."""
    tally = tally_of(report)
    if not tally.wrong:
        return
    yield from (f"### {words('summary.wrong')}", "")
    for claim in tally.wrong:
        title = heading(claim.number, outcome(claim.verdict, "", labels, words), words)
        yield f"- [{inline(title)}]({anchor(title)}): {inline(claim.text)}"
    more = wrong_count(tally, report.scale) - len(tally.wrong)
    if more:
        yield f"- {words('summary.more', n=words.number(more))}"
    yield ""


def by_outcome(
    report: Report, labels: Mapping[str, str], words: Words
) -> list[tuple[str, int, str]]:
    """Return label, number of claims and name of each outcome: the scale first, then the rest."""
    counts: dict[tuple[str, str], int] = {(label, name): 0 for name, label in labels.items()}
    left: dict[tuple[str, str], int] = {
        (words(f"status.{status}"), status): count
        for status, count in statuses(tally_of(report)).items()
        if status != "decided"
    }
    for verdict, status, count in tally_of(report).outcomes:
        if verdict is not None:
            key = outcome(verdict, status, labels, words), verdict
            counts[key] = counts.get(key, 0) + count
    merged = [*counts.items(), *left.items()]
    return [(label, count, name) for (label, name), count in merged]


def _verdicts(report: Report, labels: Mapping[str, str], words: Words) -> Iterator[str]:
    outcomes = by_outcome(report, labels, words)
    most = max(count for _, count, _ in outcomes)
    rows = [(inline(label), words.number(count), bar(count, most)) for label, count, _ in outcomes]
    return table((words("summary.verdict"), words("summary.claims"), ""), rows, "lrl")


def bar(count: int, most: int) -> str:
    """Return a bar for *count*; only zero has none."""
    return "█" * -(-count * BAR_WIDTH // most) if count else ""
