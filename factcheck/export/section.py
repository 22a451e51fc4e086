"""Write the section of a report on one claim.

In: a claim record and the labels of the scale. Out: lines of Markdown; each part ends in an empty
line, and a part with nothing to say is left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise

from factcheck.export.escape import code, inline, link, percent
from factcheck.export.outcome import heading
from factcheck.model.records import (
    AssessmentRecord,
    AttributionRecord,
    CitationRecord,
    ClaimRecord,
    EvidenceRecord,
    FindingRecord,
)
from factcheck.model.visible import one_line

_GAP = " […] "
_OLDER = "This claim is of an older reading of the article; it stays because somebody acted on it."
# In the name of a DOI these are letters like others; in a link they would end it.
_DOI_LETTERS = {
    ord("%"): "%25",
    ord("?"): "%3F",
    ord("#"): "%23",
    ord(" "): "",
}
# The words of an insertion, without the marks around them: marks are no words to point at.
_WORDS = re.compile(r"\w(?:.*\w)?", re.DOTALL)


def section(claim: ClaimRecord, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines on *claim*: its words first, then what people made of them."""
    quotation = quoted(claim)
    yield from (f"### {inline(heading(claim, labels))}", "", f"> {inline(quotation)}", "")
    if claim.insertions or one_line(claim.text) != one_line(quotation):
        yield from (f"**Claim:** {inline(worded(claim))}", "")
    if not claim.current:
        yield from (_OLDER, "")
    if claim.made:
        yield from (_origin(claim), "")
    yield from (*_properties(claim), "")
    yield from _verdicts(claim, labels)
    evidence = (_evidence(number, one) for number, one in enumerate(claim.evidence, 1))
    yield from _part("Evidence", chain.from_iterable(evidence))
    yield from _part(
        "Flags", (f"- {inline(one.flag)} ({_by(one.reviewer, one.at)})" for one in claim.flags)
    )
    yield from _part("Findings", (f"- {_finding(one)}" for one in claim.findings))
    yield from _part("Citations in the article", (f"- {_citation(one)}" for one in claim.citations))
    notes = (f"- {_by(one.reviewer, one.at)}: {inline(one.text)}" for one in claim.notes)
    yield from _part("Notes", notes)


def quoted(claim: ClaimRecord) -> str:
    """Return the article's words, not escaped: the spans of *claim*, `[…]` where one is left."""
    if not claim.spans:
        return ""
    gaps = (_GAP if after.start > before.end else "" for before, after in pairwise(claim.spans))
    pieces = (piece for pair in zip(gaps, claim.quotes[1:], strict=False) for piece in pair)
    return "".join((*claim.quotes[:1], *pieces))


def worded(claim: ClaimRecord) -> str:
    """Return the wording of *claim*, not escaped, with square brackets around inserted words."""
    text, at, pieces = claim.text, 0, []
    for span in claim.insertions:
        marked = _WORDS.sub(lambda found: f"[{found[0]}]", span.of(text), count=1)
        pieces += [text[at : span.start], marked]
        at = span.end
    return "".join((*pieces, text[at:]))


def _origin(claim: ClaimRecord) -> str:
    if not claim.made_from:
        return "A reviewer added this claim from the text."
    sources = ", ".join(f"claim {number}" for number, _ in claim.made_from)
    return f"A reviewer made this claim from {sources}."


def _part(title: str, items: Iterable[str]) -> Iterator[str]:
    listed = tuple(items)
    if listed:
        yield from (f"**{title}**", "", *listed, "")


def _properties(claim: ClaimRecord) -> Iterator[str]:
    kind = ", ".join((claim.kind, *(one for one in claim.modality if one != "asserted")))
    yield f"- **Kind:** {inline(kind)}"
    yield f"- **Attributed to:** {_attributed(claim.attribution)}"
    if claim.needs_context:
        unclear = ", ".join(f"“{one_line(words)}”" for words in claim.needs_context)
        yield f"- **Needs context:** {inline(unclear)}"
    yield f"- **Check-worthiness:** {claim.check_worthiness:.2f}"


def _attributed(attribution: AttributionRecord | None) -> str:
    if attribution is None:
        return "the article itself"
    source = attribution.source if attribution.named else f"unnamed: {attribution.source}"
    return inline(source + (f", “{attribution.cue.strip()}”" if attribution.cue.strip() else ""))


def _verdicts(claim: ClaimRecord, labels: Mapping[str, str]) -> Iterator[str]:
    if claim.deferred_by and not claim.assessments:
        yield from (f"Put off by {inline(', '.join(claim.deferred_by))}.", "")
    standing = {one.verdict for one in claim.assessments if not one.stale}
    if claim.status == "disagreement" or len(standing) > 1:
        yield from ("The reviewers disagree on this claim.", "")
    judged = (_assessment(one, labels) for one in claim.assessments)
    yield from _part("Verdicts", chain.from_iterable(judged))


def _assessment(one: AssessmentRecord, labels: Mapping[str, str]) -> Iterator[str]:
    label = labels.get(one.verdict, one.verdict)
    stale = "; stale, the claim was changed since" if one.stale else ""
    yield f"- {inline(label)} ({_by(one.reviewer, one.at)}){stale}"
    if not one.gate:
        yield "  - The evidence that this verdict needs has been withdrawn since."
    if one.rationale.strip():
        yield f"  - Rationale: {inline(one.rationale)}"


def _evidence(number: int, one: EvidenceRecord) -> Iterator[str]:
    mark = f"{number}. "
    primacy = (f"{one.primacy} source",) if one.primacy.strip() else ()
    kind = "DOI" if one.kind == "doi" else one.kind
    nature = ", ".join((one.stance.capitalize(), kind, *primacy))
    yield f"{mark}{inline(nature)}: {_source(one)}"
    details = (("Words", one.quote), ("Where", one.locator), ("Note", one.note))
    for name, words in details:
        if words.strip():
            yield " " * len(mark) + f"- {name}: {inline(words)}"
    yield " " * len(mark) + f"- Attached by {_by(one.reviewer, one.at)}"


def _source(one: EvidenceRecord) -> str:
    if one.kind == "link":
        return link(one.title, one.source)
    if one.kind == "doi":
        return link(one.title or one.source, _doi_link(one.source))
    return ", ".join(part for part in (inline(one.title), code(one.source)) if part)


def _doi_link(source: str) -> str:
    """Return where a DOI leads."""
    name = source[4:] if source.lower().startswith("doi:") else source
    return percent("https://doi.org/" + one_line(name).translate(_DOI_LETTERS))


def _finding(one: FindingRecord) -> str:
    taken = ", ".join(f"{decision} by {reviewer}" for reviewer, decision in one.decisions)
    inside = ", inside a quotation" if one.quoted else ""
    state = (taken or "not yet looked at") + inside
    remark = inline(f"“{one_line(one.quote)}”: {one.message} ({state})")
    return f"{code(one.rule)}: {remark}"


def _citation(one: CitationRecord) -> str:
    words = inline(f"{one.kind}: “{one_line(one.quote)}”")
    return f"{words}, {link('', one.identifier)}" if one.identifier.strip() else words


def _by(reviewer: str, at: str) -> str:
    return inline(f"{reviewer}, {at}")
