"""Write the verdict report on one article as Markdown.

In: a `Report`. Out: its lines, in order: what was checked, the summary, then every claim in
reading order. All text from outside is escaped; no line holds HTML.
"""

from collections.abc import Iterator

from factcheck.export.edited import edited
from factcheck.export.escape import code, inline
from factcheck.export.outcome import labels_of
from factcheck.export.section import section
from factcheck.export.summary import summary
from factcheck.model.report import Report


def render(report: Report) -> str:
    """Return *report* as one Markdown text that ends in a line break."""
    return "".join(line + "\n" for line in lines(report))


def lines(report: Report) -> Iterator[str]:
    """Yield the lines of *report* without their line breaks, each as soon as it is known."""
    labels = labels_of(report.scale)
    yield from _head(report)
    yield from summary(report, labels)
    yield from ("## Claims", "")
    if not report.claims:
        yield from ("No claim was found in this article.", "")
    for claim in report.claims:
        yield from section(claim, labels)
    yield from edited(report.edits)
    yield f"*Written by {inline(report.program)} on {inline(report.at)}.*"


def _head(report: Report) -> Iterator[str]:
    article = report.article
    reviewers = ", ".join(report.reviewers) or "nobody has acted yet"
    yield from (f"# Fact check: {inline(article.title)}", "")
    yield f"- **Source:** {code(article.source)}"
    yield f"- **Language:** {inline(article.language or 'unknown')}"
    yield f"- **Article:** {code(article.id)}, {article.characters:,} characters"
    yield f"- **Reader:** {inline(article.reader)}"
    yield f"- **Written:** {inline(report.at)}"
    yield from (f"- **Reviewers:** {inline(reviewers)}", "")
