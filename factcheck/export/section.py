"""Write the section of a report on one claim.

In: a claim record, the labels of the scale, the words of a language. Out: lines of Markdown; each
part ends in an empty line, and a part with nothing to say is left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, pairwise

from factcheck.export.account import citation
from factcheck.export.escape import code, inline
from factcheck.export.outcome import attributed, by, heading, outcome
from factcheck.export.sourced import source_lines
from factcheck.export.words import Words
from factcheck.model.flag import flag_for
from factcheck.model.records import (
    AssessmentRecord,
    AttributionRecord,
    ClaimRecord,
    FindingRecord,
    FlagRecord,
)
from factcheck.model.visible import one_line

_GAP = " […] "
# The words of an insertion, without the marks around them: marks are no words to point at.
_WORDS = re.compile(r"\w(?:.*\w)?", re.DOTALL)


def section(
    claim: ClaimRecord, labels: Mapping[str, str], words: Words, level: str = "###"
) -> list[str]:
    """Return the lines on *claim*: its words first, then what people made of them."""
    quotation = quoted(claim)
    came_to = inline(outcome(claim.verdict, claim.status, labels, words))
    written = [f"{level} {heading(claim.number, came_to, words)}", "", f"> {inline(quotation)}", ""]
    same = claim.text == quotation or one_line(claim.text) == one_line(quotation)
    if claim.insertions or not same:
        written += (f"**{words('claim.wording')}:** {inline(worded(claim))}", "")
    if not claim.current:
        written += (words("claim.older"), "")
    if claim.made:
        written += (inline(origin(claim, words)), "")
    written += _as_lines(properties(claim, words))
    written.append("")
    if claim.assessments or claim.deferred_by or claim.status == "disagreement":
        written += _verdicts(claim, labels, words)
    if claim.evidence or claim.flags or claim.findings or claim.citations or claim.notes:
        written += _attached(claim, words)
    return written


def _attached(claim: ClaimRecord, words: Words) -> Iterator[str]:
    """Yield what people and the machine tied to a claim, a part for each kind that there is."""
    listed = (source_lines(number, one, words) for number, one in enumerate(claim.evidence, 1))
    flags = (f"- {inline(flagged(one, claim, words))}" for one in claim.flags)
    findings = (f"- {_finding(one, words)}" for one in claim.findings)
    references = (
        f"- {citation(one.kind, one.quote, one.identifier, words)}" for one in claim.citations
    )
    notes = (f"- {inline(by(one.reviewer, one.at))}: {inline(one.text)}" for one in claim.notes)
    parts = (
        ("claim.sources", claim.evidence, chain.from_iterable(listed)),
        ("claim.flags", claim.flags, flags),
        ("claim.findings", claim.findings, findings),
        ("claim.rests_on", claim.citations, references),
        ("claim.notes", claim.notes, notes),
    )
    for key, there, items in parts:
        if there:
            yield from _part(words(key), items)


def quoted(claim: ClaimRecord) -> str:
    """Return the article's words, not escaped: the spans of *claim*, `[…]` where one is left."""
    if len(claim.quotes) < 2:
        return "".join(claim.quotes)
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


def origin(claim: ClaimRecord, words: Words) -> str:
    """Return from what people made a claim, not escaped."""
    if not claim.made_from:
        return words("claim.added")
    sources = ", ".join(words.number(number) for number, _ in claim.made_from)
    return words.count("claim.made_from", len(claim.made_from), claims=sources)


def is_disputed(claim: ClaimRecord) -> bool:
    """Say whether verdicts that stand differ."""
    standing = {one.verdict for one in claim.assessments if not one.stale}
    return claim.status == "disagreement" or len(standing) > 1


def flagged(one: FlagRecord, claim: ClaimRecord, words: Words) -> str:
    """Return a flag, not escaped: what it means, and the words that it was set for."""
    pointed = ", ".join(
        f"“{one_line(finding.quote)}”"
        for finding in claim.findings
        if (one.reviewer, "confirmed") in finding.decisions and flag_for(finding.rule) == one.flag
    )
    meaning = words.name("flag_meaning", one.flag)
    about = f": {meaning}" if meaning != one.flag else ""
    at = f" – {pointed}" if pointed else ""
    return f"{words.name('flag', one.flag)}{about}{at} ({by(one.reviewer, one.at)})"


def state_of(one: FindingRecord, words: Words) -> str:
    """Return what was decided on a finding, not escaped."""
    taken = ", ".join(
        words("claim.decision", decision=words.name("decision", decision), reviewer=reviewer)
        for reviewer, decision in one.decisions
    )
    inside = f", {words('claim.in_quotation')}" if one.quoted else ""
    return (taken or words("claim.not_looked_at")) + inside


def properties(claim: ClaimRecord, words: Words) -> tuple[tuple[str, str], ...]:
    """Return name and value of what the reader noted about a claim, not escaped."""
    worth = f"{claim.check_worthiness:.2f}"
    return _noted(
        (claim.kind, *claim.modality), claim.attribution, claim.needs_context, worth, words
    )


# Most claims of an article share what was noted with others.
@lru_cache(4096)
def _noted(
    kinds: tuple[str, ...],
    attribution: AttributionRecord | None,
    needs_context: tuple[str, ...],
    worth: str,
    words: Words,
) -> tuple[tuple[str, str], ...]:
    kind, *modality = kinds
    called = [words.name("kind", kind)]
    called += [words.name("modality", one) for one in modality if one != "asserted"]
    noted = [
        (words("claim.kind"), ", ".join(called)),
        (words("claim.attributed"), attributed(attribution, words)),
    ]
    if needs_context:
        unclear = ", ".join(f"“{one_line(one)}”" for one in needs_context)
        noted.append((words("claim.context"), unclear))
    return (*noted, (words("claim.worth"), worth.replace(".", words("numbers.decimal"))))


@lru_cache(4096)
def _as_lines(noted: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(f"- **{name}:** {inline(value)}" for name, value in noted)


def _part(title: str, items: Iterable[str]) -> Iterator[str]:
    yield from (f"**{title}**", "", *items, "")


def _verdicts(claim: ClaimRecord, labels: Mapping[str, str], words: Words) -> Iterator[str]:
    if claim.deferred_by and not claim.assessments:
        yield from (inline(words("claim.put_off", names=", ".join(claim.deferred_by))), "")
    if is_disputed(claim):
        yield from (words("claim.disagree"), "")
    if claim.assessments:
        judged = (_assessment(one, labels, words) for one in claim.assessments)
        yield from _part(words("claim.verdicts"), chain.from_iterable(judged))


def _assessment(one: AssessmentRecord, labels: Mapping[str, str], words: Words) -> Iterator[str]:
    label = labels.get(one.verdict, one.verdict)
    yield f"- {inline(label)} ({inline(by(one.reviewer, one.at))})"
    if one.stale:
        yield f"  - {words('claim.stale')}"
    if not one.gate:
        yield f"  - {words('claim.withdrawn')}"
    if one.rationale.strip():
        yield f"  - {words('claim.rationale')}: {inline(one.rationale)}"


def _finding(one: FindingRecord, words: Words) -> str:
    remark = f"“{one_line(one.quote)}”: {one.message} ({state_of(one, words)})"
    return f"{code(one.rule)}: {inline(remark)}"
