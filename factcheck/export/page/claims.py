"""The section of a page on one claim.

In: a claim record, labels, words. Out: lines of HTML.
"""

from collections.abc import Iterable, Iterator, Mapping

from factcheck.export.outcome import by, outcome
from factcheck.export.page.tags import element, link, text
from factcheck.export.section import (
    flagged,
    is_disputed,
    origin,
    properties,
    quoted,
    state_of,
    worded,
)
from factcheck.export.sourced import address, details, nature
from factcheck.export.words import Words
from factcheck.model.records import AssessmentRecord, ClaimRecord, EvidenceRecord
from factcheck.model.visible import one_line


def claim_section(
    claim: ClaimRecord, colour: str, labels: Mapping[str, str], words: Words
) -> Iterator[str]:
    """Yield the section: the article's words first, then what people made of them."""
    came_to = outcome(claim.verdict, claim.status, labels, words)
    badge = element("span", text(came_to), class_=f"badge {colour}")
    number = text(words("changes.claim", n=claim.number))
    if any(span.start < span.end for span in claim.spans):
        number = element("a", number, href=f"#at-{claim.number}")
    yield f'<section class="claim" id="claim-{claim.number}">'
    yield element("h3", number, " ", badge)
    quotation = quoted(claim)
    yield element("blockquote", text(quotation))
    if claim.insertions or one_line(claim.text) != one_line(quotation):
        name = element("strong", f"{text(words('claim.wording'))}:")
        yield element("p", name, " ", text(worded(claim)))
    if not claim.current:
        yield element("p", text(words("claim.older")))
    if claim.made:
        yield element("p", text(origin(claim, words)))
    yield from _verdicts(claim, labels, words)
    yield from _listed(
        words("claim.sources"), "ol", (_source(one, words) for one in claim.evidence)
    )
    flags = (text(flagged(one, claim, words)) for one in claim.flags)
    yield from _listed(words("claim.flags"), "ul", flags)
    yield from _listed(words("claim.findings"), "ul", _findings(claim, words))
    references = (_reference(one.kind, one.quote, one.identifier, words) for one in claim.citations)
    yield from _listed(words("claim.rests_on"), "ul", references)
    notes = (text(f"{by(one.reviewer, one.at)}: {one.text}") for one in claim.notes)
    yield from _listed(words("claim.notes"), "ul", notes)
    yield pairs(properties(claim, words))
    yield "</section>"


def pairs(named: Iterable[tuple[str, str]]) -> str:
    """Return names and values, not escaped, as a list of them."""
    items = (element("dt", text(name)) + element("dd", text(value)) for name, value in named)
    return element("dl", *items, class_="small")


def _listed(title: str, kind: str, items: Iterable[str]) -> Iterator[str]:
    found = [element("li", one) for one in items]
    if found:
        yield element("h4", text(title)) + element(kind, *found)


def _verdicts(claim: ClaimRecord, labels: Mapping[str, str], words: Words) -> Iterator[str]:
    if claim.deferred_by and not claim.assessments:
        yield element("p", text(words("claim.put_off", names=", ".join(claim.deferred_by))))
    if is_disputed(claim):
        yield element("p", text(words("claim.disagree")))
    judged = (_assessment(one, labels, words) for one in claim.assessments)
    yield from _listed(words("claim.verdicts"), "ul", judged)


def _assessment(one: AssessmentRecord, labels: Mapping[str, str], words: Words) -> str:
    label = element("strong", text(labels.get(one.verdict, one.verdict)))
    parts = [f"{label} ({text(by(one.reviewer, one.at))})"]
    if one.stale:
        parts.append(text(words("claim.stale")))
    if not one.gate:
        parts.append(text(words("claim.withdrawn")))
    if one.rationale.strip():
        parts.append(text(one.rationale))
    return "<br>".join(parts)


def _source(one: EvidenceRecord, words: Words) -> str:
    where = (
        link(one.title or one.source, address(one)) if address(one) else link(one.title, one.source)
    )
    known = ((name, value) for name, value in details(one, words))
    parts = [f"{text(nature(one, words))}: {where}"]
    parts += [f"{text(name)}: {link('', value) if _is_address(value) else text(value)}"
              for name, value in known]  # fmt: skip
    attached = text(words("claim.attached", by=by(one.reviewer, one.at)))
    return "<br>".join((*parts, element("span", attached, class_="small")))


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _findings(claim: ClaimRecord, words: Words) -> Iterator[str]:
    for one in claim.findings:
        remark = f"“{one_line(one.quote)}”: {one.message} ({state_of(one, words)})"
        yield f"{element('code', text(one.rule))} {text(remark)}"


def _reference(kind: str, quote: str, identifier: str, words: Words) -> str:
    shown = text(f"{words.name('citation', kind)}: “{quote}”")
    return f"{shown}, {link('', identifier)}" if identifier.strip() else shown
