"""Write the change list for an editor: what to change in the article, from what did not hold.

In: a `Report`, the text of the article, `Options`. Out: lines of Markdown, in reading order.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factcheck.export.escape import inline, link
from factcheck.export.options import Options, chosen
from factcheck.export.outcome import labels_of, outcome, rating_of
from factcheck.export.section import quoted
from factcheck.export.sourced import address, nature
from factcheck.export.summary import statuses
from factcheck.export.words import Words
from factcheck.model.records import ClaimRecord
from factcheck.model.report import WRONG_RATING, Report, tally_of
from factcheck.model.verdict import Verdict

_TRUE_RATING = 5


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that asks for a change: what to do, and why, by label."""

    claim: ClaimRecord
    what: tuple[str, ...]  # keys of `changes.do` in the catalogue
    because: tuple[str, ...]  # the label of the verdict, the names of flags


def changes(report: Report, text: str, options: Options) -> Iterator[str]:
    """Yield the list: for each change the place, the words, what to do and the reason."""
    words = options.words
    report = chosen(report, options)
    labels = labels_of(report.scale, words)
    breaks = [at for at, character in enumerate(text) if character == "\n"]
    title = words("changes.title", title=report.article.title)
    yield from (f"# {inline(title)}", "", words("changes.about"), "")
    number = 0
    for claim in report.claims:
        change = asked(claim, report.scale, labels, words)
        if change is None:
            continue
        number += 1
        start = claim.spans[0].start if claim.spans else 0
        line = bisect_right(breaks, start - 1) + 1
        yield from _item(number, line, change, words)
    counts = statuses(tally_of(report))
    left = sum(count for status, count in counts.items() if status != "decided")
    if not number:
        yield from (words("changes.none"), "")
    yield words.count("changes.counted", number, open=words.number(left))


def asked(
    claim: ClaimRecord, scale: tuple[Verdict, ...], labels: Mapping[str, str], words: Words
) -> Change | None:
    """Return the change that a claim asks for; None where it holds or nobody has judged it."""
    verdict = rating_of(claim.verdict, scale)
    by_verdict = "" if verdict is None else kind_of_change(verdict)
    flags = tuple(dict.fromkeys(one.flag for one in claim.flags))
    keys = (by_verdict, *flags)
    what = tuple(key for key in keys if key and words.texts.get(f"changes.do.{key}"))
    if not what:
        return None
    because = [outcome(claim.verdict, claim.status, labels, words)] if by_verdict else []
    because += [words.name("flag", flag) for flag in flags if flag in what]
    return Change(claim, what, tuple(because))


def kind_of_change(verdict: Verdict) -> str:
    """Return which change a verdict asks for, told from its rating: the scale can be replaced."""
    if verdict.rating is None:
        return "unproven" if verdict.alternate_name else ""
    if verdict.rating >= _TRUE_RATING:
        return ""
    if verdict.rating < WRONG_RATING:
        return "wrong"
    return "misleading" if verdict.rating < _TRUE_RATING - 1 else "detail"


def _item(number: int, line: int, change: Change, words: Words) -> Iterator[str]:
    claim, indent = change.claim, " " * (len(str(number)) + 2)
    place = f"{words('changes.place', line=line)}, {words('changes.claim', n=claim.number)}"
    what = ". ".join(words(f"changes.do.{key}") for key in change.what)
    yield f"{number}. **{place}:** {inline(what)} ({inline(', '.join(change.because))})"
    yield from ("", f"{indent}> {inline(quoted(claim))}", "")
    reasons = [one.rationale for one in claim.assessments if not one.stale]
    reasons = [reason for reason in reasons if reason.strip()]
    for reason in reasons:
        yield f"{indent}- {words('changes.reason')}: {inline(reason)}"
    for source in claim.evidence:
        place = f", {inline(source.locator)}" if source.locator.strip() else ""
        quote = f": “{inline(source.quote)}”" if source.quote.strip() else ""
        shown = link(source.title, address(source) or source.source)
        yield f"{indent}- {inline(nature(source, words))}: {shown}{place}{quote}"
    if claim.evidence or reasons:
        yield ""
