"""The page from its first line to its last.

In: a `Report`, the text of the article, `Options`. Out: lines of HTML.
"""

from collections.abc import Iterator, Mapping

from factcheck.export.options import Options, chosen
from factcheck.export.outcome import labels_of, moment
from factcheck.export.page.account import corrections, coverage, listed, method, references
from factcheck.export.page.charts import bars
from factcheck.export.page.claims import claim_section, pairs
from factcheck.export.page.look import POLICY, STYLE, class_of
from factcheck.export.page.marked import marked
from factcheck.export.page.tags import element, opening, text
from factcheck.export.summary import by_outcome, counted, wrong_count
from factcheck.export.words import Words
from factcheck.model.records import ClaimRecord
from factcheck.model.report import Report, tally_of

# What a page of ours begins with: nothing else is written over.
BEGINNING = "<!DOCTYPE html>\n<!-- Fact check -->\n"


def page(report: Report, article_text: str, options: Options) -> Iterator[str]:
    """Yield the lines of the page without their line breaks, each as soon as it is known."""
    words = options.words
    report = chosen(report, options)
    labels = labels_of(report.scale, words)
    colours = {one.verdict: class_of(one.rating, "", known=True) for one in report.scale}

    def colour(claim: ClaimRecord) -> str:
        return _colour(claim.verdict, claim.status, colours)

    yield from _head(report, words)
    yield from _summary(report, labels, colours, options)
    yield from corrections(report, labels, words)
    yield element("h2", text(words("page.article")))
    yield element("p", text(words("page.article_note")), class_="small")
    yield '<div class="article">' + "".join(marked(report.claims, article_text, colour)) + "</div>"
    yield element("h2", text(words("claims.title")))
    written = False
    for claim in report.claims:
        written = True
        yield from claim_section(claim, colour(claim), labels, words)
    if not written:
        yield element("p", text(words("claims.none_chosen" if options.verdicts else "claims.none")))
    yield from references(report, words)
    yield from coverage(report, words)
    yield from method(report, words)
    yield from ("</main>", "</body>", "</html>")


def _colour(verdict: str | None, status: str, colours: Mapping[str, str]) -> str:
    if verdict is None:
        return class_of(None, status, known=False)
    return colours.get(verdict, "v-none")


def _head(report: Report, words: Words) -> Iterator[str]:
    article = report.article
    title = text(words("head.title", title=article.title))
    yield BEGINNING + opening("html", lang=words.language)
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield opening("meta", http_equiv="Content-Security-Policy", content=POLICY)
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield opening("meta", name="generator", content=report.program)
    yield element("title", title)
    # The policy allows this style by the hash of exactly these characters.
    yield f"<style>{STYLE}</style>"
    yield from ("</head>", "<body>")
    yield element("a", text(words("page.skip")), href="#summary", class_="skip")
    yield from ("<main>", element("h1", title))
    reviewers = ", ".join(report.reviewers) or words("head.nobody")
    written = words("head.by_program", at=moment(report.at), program=report.program)
    size = words.count("head.characters", article.characters)
    known = [
        (words("head.source"), article.source),
        (words("head.language"), article.language or words("head.unknown")),
        (words("head.document"), f"{article.id}, {size}"),
        (words("head.reader"), article.reader),
        (words("head.reviewers"), reviewers),
        (words("head.written"), written),
    ]
    if report.head:
        events = words.count("head.events", report.events)
        known.append((words("head.history"), f"{report.head}, {events}"))
    yield pairs(known)


def _summary(
    report: Report, labels: Mapping[str, str], colours: Mapping[str, str], options: Options
) -> Iterator[str]:
    words, tally = options.words, tally_of(report)
    yield element("h2", text(words("summary.title")), id="summary")
    yield element("p", text(counted(tally, words)))
    if options.verdicts:
        shown = ", ".join(labels.get(one, words.name("status", one)) for one in options.verdicts)
        yield element("p", text(words("summary.only", verdicts=shown)))
    rows = [
        (label, count, _colour(name if name in labels else None, name, colours))
        for label, count, name in by_outcome(report, labels, words)
        if count
    ]
    if tally.wrong:
        yield element("h3", text(words("summary.wrong")))
        more = wrong_count(tally, report.scale) - len(tally.wrong)
        items = [
            element("a", text(words("changes.claim", n=one.number)), href=f"#claim-{one.number}")
            + " "
            + element("span", text(labels[one.verdict]), class_=f"badge {colours[one.verdict]}")
            + " "
            + text(one.text)
            for one in tally.wrong
        ]
        items += [text(words("summary.more", n=words.number(more)))] if more else []
        yield listed(items)
    yield element("h3", text(words("summary.verdicts")))
    yield bars(words("page.chart_verdicts"), rows, words)
    if tally.flags:
        flags = [(words.name("flag", flag), count, "v-half") for flag, count in tally.flags]
        yield element("h3", text(words("summary.flags")))
        yield bars(words("page.chart_flags"), flags, words)
