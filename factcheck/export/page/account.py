"""The parts of a page that give account: corrections, references, what was not checked, method.

In: a `Report` and the words of a language. Out: lines of HTML.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.export.account import corrected, rated, supports, without_verdict
from factcheck.export.edited import edited
from factcheck.export.outcome import moment
from factcheck.export.page.charts import strip
from factcheck.export.page.look import ACCOUNT_CLASSES
from factcheck.export.page.tags import element, link, text
from factcheck.export.words import Words
from factcheck.model.report import Report


def corrections(report: Report, labels: Mapping[str, str], words: Words) -> Iterator[str]:
    """Yield what changed since an earlier report; nothing where none is compared with."""
    found = report.corrections
    if found is None:
        return
    yield element("h2", text(words("corrections.title")))
    since = text(words("corrections.since", hash=found.since, at=moment(found.at)))
    yield element("p", since)
    if not found.claims:
        yield element("p", text(words("corrections.none")))
        return
    yield listed(
        element("strong", text(corrected(one, labels, words)))
        + ": "
        + text(one.text)
        + (listed(map(text, one.acts)) if one.acts else "")
        for one in found.claims
    )


def references(report: Report, words: Words) -> Iterator[str]:
    """Yield the references in the article, each with the claims that rest on it."""
    yield element("h2", text(words("citations.title")))
    named = listed(
        text(f"{words.name('citation', one.kind)}: “{one.quote}”")
        + (f", {link('', one.identifier)}" if one.identifier.strip() else "")
        + f"; {text(supports(one, words))}"
        for one in report.citations
    )
    yield named if "<li>" in named else element("p", text(words("citations.none")))


def coverage(report: Report, words: Words) -> Iterator[str]:
    """Yield what was not checked, and why."""
    yield element("h2", text(words("coverage.title")))
    left = without_verdict(report, words)
    yield listed(map(text, left)) if left else element("p", text(words("coverage.all_decided")))
    if report.edits:
        yield element("h3", text(words("edits.title")))
        yield listed(map(text, edited(report, words)))
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
    left_over = listed(
        text(f"“{quote}” ({words('coverage.at', start=span.start, end=span.end)})")
        for span, quote in (report.unaccounted if report.article.unaccounted else ())
    )
    if "<li>" in left_over:
        yield from (element("h3", text(words("coverage.unaccounted"))), left_over)


def method(report: Report, words: Words) -> Iterator[str]:
    """Yield how the article was checked, the scale, and the head of the history."""
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


def listed(items: Iterable[str]) -> str:
    """Return items, which are HTML already, as a list."""
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
