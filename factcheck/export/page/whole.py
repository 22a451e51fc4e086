"""The page from its first line to its last.

In: a `Report`, the text of the article, `Options`. Out: lines of HTML.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.export.account import corrected, rated, supports, without_verdict
from factcheck.export.options import Options, chosen
from factcheck.export.outcome import labels_of, moment
from factcheck.export.page.charts import bars, strip
from factcheck.export.page.claims import claim_section, pairs
from factcheck.export.page.look import ACCOUNT_CLASSES, POLICY, STYLE, class_of
from factcheck.export.page.marked import marked
from factcheck.export.page.tags import element, link, opening, text
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
    yield from _corrections(report, labels, words)
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
    yield from _references(report, words)
    yield from _coverage(report, words)
    yield from _method(report, words)
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
        yield _list(items)
    yield element("h3", text(words("summary.verdicts")))
    yield bars(words("page.chart_verdicts"), rows, words)
    if tally.flags:
        flags = [(words.name("flag", flag), count, "v-half") for flag, count in tally.flags]
        yield element("h3", text(words("summary.flags")))
        yield bars(words("page.chart_flags"), flags, words)


def _corrections(report: Report, labels: Mapping[str, str], words: Words) -> Iterator[str]:
    found = report.corrections
    if found is None:
        return
    yield element("h2", text(words("corrections.title")))
    since = text(words("corrections.since", hash=found.since, at=moment(found.at)))
    yield element("p", since)
    if not found.claims:
        yield element("p", text(words("corrections.none")))
        return
    yield _list(
        element("strong", text(corrected(one, labels, words)))
        + ": "
        + text(one.text)
        + (_list(map(text, one.acts)) if one.acts else "")
        for one in found.claims
    )


def _references(report: Report, words: Words) -> Iterator[str]:
    yield element("h2", text(words("citations.title")))
    listed = _list(
        text(f"{words.name('citation', one.kind)}: “{one.quote}”")
        + (f", {link('', one.identifier)}" if one.identifier.strip() else "")
        + f"; {text(supports(one, words))}"
        for one in report.citations
    )
    yield listed if "<li>" in listed else element("p", text(words("citations.none")))


def _coverage(report: Report, words: Words) -> Iterator[str]:
    yield element("h2", text(words("coverage.title")))
    left = without_verdict(report, words)
    yield _list(map(text, left)) if left else element("p", text(words("coverage.all_decided")))
    total = words.number(report.article.characters)
    unaccounted = report.article.unaccounted
    yield element("p", text(words.count("coverage.characters_left", unaccounted, all=total)))
    whole = sum(count for _, count in report.ledger)
    drawn = [
        (words.name("account", name), count, ACCOUNT_CLASSES.get(name, "v-none"))
        for name, count in report.ledger
    ]
    yield strip(words("page.chart_coverage"), drawn, words)
    header = [words(f"coverage.{name}") for name in ("characters", "count", "share", "why")]
    rows = [
        (
            words.name("account", name),
            words.number(count),
            words.share(count, whole),
            words.texts.get(f"account_why.{name}", ""),
        )
        for name, count in report.ledger
    ]
    yield _table(header, rows, numbers=(1, 2))
    listed = _list(
        text(f"“{quote}” ({words('coverage.at', start=span.start, end=span.end)})")
        for span, quote in (report.unaccounted if report.article.unaccounted else ())
    )
    if "<li>" in listed:
        yield from (element("h3", text(words("coverage.unaccounted"))), listed)


def _method(report: Report, words: Words) -> Iterator[str]:
    yield element("h2", text(words("method.title")))
    yield element("p", text(words("method.text")))
    header = [words(f"method.{name}") for name in ("verdict", "meaning", "needs", "rating")]
    rows = [
        (
            words.label(one),
            words.meaning(one),
            words.name("needs", one.needs) if one.needs else "",
            rated(one, words),
        )
        for one in report.scale
    ]
    yield _table(header, rows)
    yield element("h2", text(words("history.title")))
    if report.head:
        said = text(words.count("history.head", report.events))
        yield element("p", f"{said} {element('code', text(report.head))}.")
    else:
        yield element("p", text(words("history.nobody")))


def _list(items: Iterable[str]) -> str:
    return element("ul", *(element("li", one) for one in items))


def _table(
    header: Sequence[str], rows: Iterable[Sequence[str]], numbers: tuple[int, ...] = ()
) -> str:
    """Return a table of plain cells that scrolls by itself where the page is narrow."""

    def kind(column: int) -> str | None:
        return "number" if column in numbers else None

    head = (
        element("th", text(name), scope="col", class_=kind(column))
        for column, name in enumerate(header)
    )
    body = (
        element("tr", *(element("td", text(cell), class_=kind(i)) for i, cell in enumerate(row)))
        for row in rows
    )
    inner = element("thead", element("tr", *head)) + element("tbody", *body)
    return element("div", element("table", inner), class_="scroll", tabindex=0)
