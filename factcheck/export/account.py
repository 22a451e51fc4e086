"""Write the parts of a report that give account: corrections, references, what was not checked.

In: a `Report` and the words of a language. Out: lines of Markdown; each part ends in an empty line.
"""

from collections.abc import Iterator, Mapping

from factcheck.export.edited import edited
from factcheck.export.escape import code, inline, link
from factcheck.export.outcome import WITHOUT_VERDICT, moment
from factcheck.export.summary import statuses, table
from factcheck.export.words import Words
from factcheck.model.report import CitationUse, Correction, Report, tally_of
from factcheck.model.verdict import Verdict


def corrections(report: Report, labels: Mapping[str, str], words: Words) -> Iterator[str]:
    """Yield what changed since an earlier report; nothing where no report is compared with."""
    found = report.corrections
    if found is None:
        return
    yield from (f"## {words('corrections.title')}", "")
    yield from (words("corrections.since", hash=code(found.since), at=inline(moment(found.at))), "")
    if not found.claims:
        yield from (words("corrections.none"), "")
    for one in found.claims:
        yield f"- **{inline(corrected(one, labels, words))}:** {inline(one.text)}"
        yield from (f"  - {inline(act)}" for act in one.acts)
    if found.claims:
        yield ""


def corrected(one: Correction, labels: Mapping[str, str], words: Words) -> str:
    """Return in words how the verdict on a claim changed, or that something else did."""
    if one.before == one.after:
        return words("corrections.other", n=one.number)
    before, after = (
        words("corrections.no_verdict") if name is None else labels.get(name, name)
        for name in (one.before, one.after)
    )
    return words("corrections.verdict", n=one.number, before=before, after=after)


def citations(report: Report, words: Words) -> Iterator[str]:
    """Yield the references in the article, each with the claims that rest on it."""
    yield from (f"## {words('citations.title')}", "")
    found = False
    for one in report.citations:
        found = True
        yield f"- {citation(one.kind, one.quote, one.identifier, words)}; {supports(one, words)}"
    if not found:
        yield words("citations.none")
    yield ""


def citation(kind: str, quote: str, identifier: str, words: Words) -> str:
    """Return a reference as Markdown: its kind, its words, where it leads."""
    shown = inline(f"{words.name('citation', kind)}: “{quote}”")
    return f"{shown}, {link('', identifier)}" if identifier.strip() else shown


def supports(one: CitationUse, words: Words) -> str:
    """Return which claims rest on a reference."""
    if not one.claims:
        return words("citations.no_claim")
    numbers = ", ".join(map(str, one.claims))
    return words.count("citations.supports", len(one.claims), claims=numbers)


def coverage(report: Report, words: Words) -> Iterator[str]:
    """Yield the coverage ledger: claims without a verdict, text in no claim, and why."""
    yield from (f"## {words('coverage.title')}", "")
    left = without_verdict(report, words)
    if left:
        yield from (f"### {words('coverage.undecided')}", "", *(f"- {one}" for one in left), "")
    else:
        yield from (words("coverage.all_decided"), "")
    if report.edits:
        gone = (f"- {inline(one)}" for one in edited(report, words))
        yield from (f"### {words('edits.title')}", "", *gone, "")
    total = words.number(report.article.characters)
    unaccounted = report.article.unaccounted
    yield from (words.count("coverage.characters_left", unaccounted, all=total), "")
    header = [words(f"coverage.{name}") for name in ("characters", "count", "share", "why")]
    yield from (*table(header, ledger(report, words), "lrrl"), "")
    yield from _unaccounted(report, words)


def without_verdict(report: Report, words: Words) -> list[str]:
    """Return a sentence for each reason why claims have no verdict."""
    counts = statuses(tally_of(report))
    return [
        words.count(f"coverage.{status}", counts[status])
        for status in WITHOUT_VERDICT
        if counts[status]
    ]


def ledger(report: Report, words: Words) -> list[tuple[str, str, str, str]]:
    """Return the rows of the coverage ledger, escaped."""
    total = sum(count for _, count in report.ledger)
    return [
        (
            inline(words.name("account", name)),
            words.number(count),
            words.share(count, total),
            words.name("account_why", name) if f"account_why.{name}" in words.texts else "",
        )
        for name, count in report.ledger
    ]


def _unaccounted(report: Report, words: Words) -> Iterator[str]:
    written = False
    for span, quote in report.unaccounted if report.article.unaccounted else ():
        if not written:
            yield from (f"### {words('coverage.unaccounted')}", "")
        written = True
        place = words("coverage.at", start=span.start, end=span.end)
        yield f"- “{inline(quote)}” ({place})"
    if written:
        yield ""


def method(report: Report, words: Words) -> Iterator[str]:
    """Yield how the article was checked, and the scale."""
    yield from (f"## {words('method.title')}", "", words("method.text"), "")
    header = [words(f"method.{name}") for name in ("verdict", "meaning", "needs", "rating")]
    rows = [
        (
            inline(words.label(one)),
            inline(words.meaning(one)),
            needed(one, words),
            inline(rated(one, words)),
        )
        for one in report.scale
    ]
    yield from (*table(header, rows, "llll"), "")


def needed(one: Verdict, words: Words) -> str:
    """Return what evidence a verdict needs, escaped; "" for none."""
    return inline(words.name("needs", one.needs)) if one.needs else ""


def rated(one: Verdict, words: Words) -> str:
    """Return the ClaimReview rating of a verdict, or that it has no number."""
    if one.rating is None:
        return words("method.unrated")
    return f"{one.rating} {one.alternate_name}".strip()


def history(report: Report, words: Words) -> Iterator[str]:
    """Yield the head of the history, which changes when anything in the history does."""
    yield from (f"## {words('history.title')}", "")
    if report.head:
        yield f"{words.count('history.head', report.events)} {code(report.head)}."
    else:
        yield words("history.nobody")
