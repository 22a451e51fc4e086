"""Write the whole article with numbered marks at the exact words of each claim, and notes.

In: a `Report`, the text of the article, `Options`. Out: lines of Markdown. The marks are footnotes
as GitHub and Pandoc know them, and can be read as they are where nothing knows them.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from factcheck.export.escape import inline, link, within
from factcheck.export.options import Options, chosen
from factcheck.export.outcome import labels_of, outcome
from factcheck.export.sourced import address, nature
from factcheck.export.words import Words
from factcheck.model.records import ClaimRecord
from factcheck.model.report import Report

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def annotated(report: Report, text: str, options: Options) -> Iterator[str]:
    """Yield the text line by line with its marks, then a note for each claim."""
    words = options.words
    report = chosen(report, options)
    title = words("annotated.title", title=words("head.title", title=report.article.title))
    yield from (f"# {inline(title)}", "", words("annotated.about"), "", "---", "")
    cuts = marks(report)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        yield _marked(text, start, end, cuts)
        start = end + 1
    yield from ("", "---", "")
    labels = labels_of(report.scale, words)
    for claim in report.claims:
        yield f"[^{claim.number}]: {_note(claim, labels, words)}"


def marks(report: Report) -> dict[int, list[tuple[bool, int]]]:
    """Return, for each place where a claim begins (True) or ends, the numbers of the claims.

    At one place what ends stands before what begins.
    """
    found: dict[int, list[tuple[bool, int]]] = {}
    for claim in report.claims:
        for span in claim.spans:
            if span.start < span.end:
                found.setdefault(span.start, []).append((True, claim.number))
                found.setdefault(span.end, []).append((False, claim.number))
    return {place: sorted(at) for place, at in found.items()}


def _marked(text: str, start: int, end: int, cuts: Mapping[int, list[tuple[bool, int]]]) -> str:
    """Return one line of the text, escaped, with the marks that stand in it.

    A mark at the end of a line belongs to that line unless something begins there.
    """
    places = [start, *(at for at in range(start + 1, end) if at in cuts), end]
    pieces = [_signs(cuts.get(start, ()), begins=True)]
    for here, there in pairwise(places):
        pieces += [within(text[here:there]), _signs(cuts.get(there, ()), begins=False)]
        if there < end:
            pieces.append(_signs(cuts[there], begins=True))
    return "".join(pieces).strip()


def _signs(at: object, *, begins: bool) -> str:
    numbers = [number for opens, number in at if opens is begins]  # type: ignore[attr-defined]
    if begins:
        return "".join(f"{str(number).translate(_SUPERSCRIPT)}⟦" for number in numbers)
    return "".join(f"⟧[^{number}]" for number in numbers)


def _note(claim: ClaimRecord, labels: Mapping[str, str], words: Words) -> str:
    came_to = outcome(claim.verdict, claim.status, labels, words)
    parts = [f"**{inline(came_to)}.** {inline(claim.text)}"]
    standing = (one for one in claim.assessments if not one.stale)
    reasons = dict.fromkeys(one.rationale for one in standing if one.rationale.strip())
    parts += [f"{words('claim.rationale')}: {inline(reason)}" for reason in reasons]
    for one in claim.evidence:
        place = f", {inline(one.locator)}" if one.locator.strip() else ""
        quote = f": “{inline(one.quote)}”" if one.quote.strip() else ""
        source = link(one.title, address(one) or one.source)
        parts.append(f"{inline(nature(one, words))}: {source}{place}{quote}")
    flags = dict.fromkeys(words.name("flag", one.flag) for one in claim.flags)
    if flags:
        parts.append(f"{words('claim.flags')}: {inline(', '.join(flags))}")
    return " – ".join(parts)
