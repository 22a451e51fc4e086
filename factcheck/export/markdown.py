"""Write the verdict report on one article as Markdown.

In: a `Report` and `Options`. Out: its lines, in order: what was checked, the summary, corrections,
every claim in reading order, the references, what was not checked, method, history. All text from
outside is escaped; no line holds HTML.
"""

from collections.abc import Iterator

from factcheck.export.account import citations, corrections, coverage, history, method
from factcheck.export.escape import code, inline
from factcheck.export.options import Options, chosen
from factcheck.export.outcome import labels_of, moment
from factcheck.export.section import section
from factcheck.export.summary import summary
from factcheck.export.words import Words
from factcheck.model.records import ClaimRecord
from factcheck.model.report import Report


def render(report: Report, options: Options | None = None) -> str:
    """Return *report* as one Markdown text that ends in a line break."""
    return "".join(line + "\n" for line in lines(report, options))


def lines(report: Report, options: Options | None = None) -> Iterator[str]:
    """Yield the lines of *report* without their line breaks, each as soon as it is known."""
    options = options or Options()
    words = options.words
    report = chosen(report, options)
    labels = labels_of(report.scale, words)
    yield from _head(report, words)
    yield from summary(report, labels, options)
    yield from corrections(report, labels, words)
    yield from _claims(report, labels, options)
    yield from citations(report, words)
    yield from coverage(report, words)
    yield from method(report, words)
    yield from history(report, words)


def _head(report: Report, words: Words) -> Iterator[str]:
    article = report.article
    written = words("head.by_program", at=moment(report.at), program=report.program)
    yield from (f"# {inline(words('head.title', title=article.title))}", "")
    yield f"- **{words('head.source')}:** {code(article.source)}"
    yield f"- **{words('head.language')}:** {inline(article.language or words('head.unknown'))}"
    size = words.count("head.characters", article.characters)
    yield f"- **{words('head.document')}:** {code(article.id)}, {size}"
    yield f"- **{words('head.reader')}:** {inline(article.reader)}"
    reviewers = ", ".join(report.reviewers) or words("head.nobody")
    yield f"- **{words('head.reviewers')}:** {inline(reviewers)}"
    yield f"- **{words('head.written')}:** {inline(written)}"
    if report.head:
        events = words.count("head.events", report.events)
        yield f"- **{words('head.history')}:** {code(report.head)}, {events}"
    yield ""


def _claims(report: Report, labels: dict[str, str], options: Options) -> Iterator[str]:
    words = options.words
    yield from (f"## {words('claims.title')}", "")
    written = False
    if options.sections:
        titled = by_heading(report, words("claims.before_headings"))
    else:
        titled = ((None, claim) for claim in report.claims)
    level = "####" if options.sections else "###"
    for title, claim in titled:
        if title is not None:
            yield from (f"### {inline(title)}", "")
        yield from section(claim, labels, words, level)
        written = True
    if not written:
        yield from (words("claims.none_chosen" if options.verdicts else "claims.none"), "")


def by_heading(report: Report, before: str) -> Iterator[tuple[str | None, ClaimRecord]]:
    """Yield the claims in order, the first below each heading with its words; None for the rest.

    Claims above the first heading are said to stand *before* it; headings without claims are left
    out.
    """
    headings, at, last = report.headings, 0, -1
    for claim in report.claims:
        start = claim.spans[0].start if claim.spans else 0
        while at < len(headings) and headings[at][0] <= start:
            at += 1
        yield (headings[at - 1][1] if at else before) if at != last else None, claim
        last = at
