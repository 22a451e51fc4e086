"""A claim in words: from its record to text that Textual can lay out.

Everything that came from outside goes through `visible`; nothing is read as markup.
"""

import re
from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.events import Click

from factcheck.model.records import (
    AssessmentRecord,
    CitationRecord,
    ClaimRecord,
    EvidenceRecord,
    FindingRecord,
    HistoryRecord,
)
from factcheck.model.span import Span
from factcheck.model.suggestion import SuggestionRecord
from factcheck.model.visible import one_line
from factcheck.review.blind import is_blind
from factcheck.tui.glyphs import STALE, bar, decision_sign, glyph, stance_sign, style_of

Part = tuple[str, str]
Line = tuple[Part, ...]

FAINT, STRONG, HEADING = "$faint", "bold", "bold $heading"
# What one field may take up in the pane; the claim in full shows more.
PANE_LIMIT, FULL_LIMIT = 1200, 20_000

# What stands for the summary of an event while it is hidden: an undo names what it takes back.
_HIDDEN = {
    "assess": "a verdict, hidden until you decide",
    "undo": "a verdict, hidden until you decide",
}
_HIDDEN_TOO = {
    "attach-evidence": "evidence, hidden until you decide",
    "retract-evidence": "evidence, hidden until you decide",
    "note": "a note, hidden until you decide",
}


def plain(text: str, limit: int = PANE_LIMIT) -> str:
    """Return *text* on one line, harmless, at most *limit* characters and a word on the rest."""
    if len(text) <= limit:
        return one_line(text)
    return f"{one_line(text[:limit])}… ({len(text) - limit:,} more characters)"


def content(lines: Iterable[Line]) -> Content:
    """Return *lines* as content, one below the other."""
    return Content("\n").join(Content.assemble(*line) for line in lines)


def clickable(line: Line, name: str) -> Line:
    """Return *line* so that a click on it says *name*: see `clicked`."""
    return tuple((text, f"{style} @row='{name}'".strip()) for text, style in line)


def clicked(event: Click) -> str:
    """Return the name of the row that was clicked, "" where it was none."""
    return str(event.style.meta.get("@row", "")).strip("'")


def my_assessment(claim: ClaimRecord, reviewer: str) -> AssessmentRecord | None:
    """Return the reviewer's own verdict on *claim*, if there is one."""
    return next((each for each in claim.assessments if each.reviewer == reviewer), None)


def status_for(claim: ClaimRecord, reviewer: str) -> str:
    """Return what the list says of *claim*: the reviewer's verdict, "deferred" or "open"."""
    mine = my_assessment(claim, reviewer)
    if mine is not None:
        return status_of(mine)
    return "deferred" if claim.deferred else "open"


def status_of(mine: AssessmentRecord) -> str:
    """Return what the list says of a claim on which this verdict stands."""
    return STALE if mine.stale else mine.verdict


_WORDS = re.compile(r"\w(?:.*\w)?", re.DOTALL)


def worded(claim: ClaimRecord, limit: int = PANE_LIMIT) -> Line:
    """Return the wording of *claim*, inserted words in brackets of their own and dim."""
    return worded_parts(claim.text, claim.insertions, limit)


def worded_parts(text: str, insertions: Iterable[Span], limit: int = PANE_LIMIT) -> Line:
    """Return a wording, its inserted words in brackets of their own and dim."""
    parts: list[Part] = []
    place = 0
    for span in (*insertions, Span(len(text), len(text))):
        parts.append((_kept_edges(text[place : span.start], limit), STRONG))
        parts.extend(_inserted(span.of(text), limit))
        place = max(place, span.end)
    return tuple(part for part in parts if part[0])


def _inserted(text: str, limit: int) -> Iterator[Part]:
    """Yield inserted words in brackets; the marks and the space around them stand outside."""
    found = _WORDS.search(text)
    start, end = found.span() if found else (len(text), len(text))
    yield (_kept_edges(text[:start], limit), STRONG)
    if found:
        yield (f"⟨{one_line(found[0])[:limit]}⟩", "italic $faint")
    yield (_kept_edges(text[end:], limit), STRONG)


def _kept_edges(text: str, limit: int) -> str:
    """Return *text* on one line, the space at its two ends kept, because more follows there."""
    if not text.strip():
        return " " if text else ""
    left = " " if text[0].isspace() else ""
    right = " " if text[-1].isspace() else ""
    return f"{left}{plain(text, limit)}{right}"


def summary(claim: ClaimRecord, reviewer: str, limit: int = PANE_LIMIT) -> Iterator[Line]:
    """Yield everything known of *claim* but its history, section by section."""
    yield from _head(claim, reviewer, limit)
    yield from _section("Verdicts", _verdicts(claim, reviewer, limit))
    yield from _section("Evidence and notes of others", _hidden(claim))
    yield from _section("Findings", _findings(claim.findings, limit))
    yield from _section("Suggested by a model", _suggestions(claim.suggestions, limit))
    yield from _section("Evidence", _evidence(claim.evidence, limit))
    yield from _section("Rests on", _citations(claim.citations, limit))
    yield from _section("Flags", (((f"{one_line(flag.flag)}", ""), (f"  {one_line(flag.reviewer)}",
        FAINT)) for flag in claim.flags))  # fmt: skip
    yield from _section("Notes", (((plain(note.text, limit), ""), (f"  {one_line(note.reviewer)}",
        FAINT)) for note in claim.notes))  # fmt: skip
    yield from _section("Check-worthiness", _worthiness(claim))
    yield from _section("Made from", _lineage(claim.made_from, limit))
    yield from _section("Became", _lineage(claim.became, limit))


def _section(name: str, lines: Iterable[Line]) -> Iterator[Line]:
    lines = tuple(lines)
    if lines:
        yield ()
        yield ((name, HEADING),)
        yield from lines


def _head(claim: ClaimRecord, reviewer: str, limit: int) -> Iterator[Line]:
    status = status_for(claim, reviewer)
    yield ((f"{glyph(status)} {one_line(status)}", f"bold {style_of(status)}"),)
    yield ()
    yield worded(claim, limit)
    yield ()
    modality = [word for word in claim.modality if word != "asserted"]
    yield ((" · ".join(map(one_line, (claim.kind, *modality))), FAINT),)
    if claim.attribution is not None:
        said = claim.attribution
        named = "" if said.named else " (unnamed)"
        cue = f" “{plain(said.cue, limit)}”" if said.cue else ""
        yield (("according to ", FAINT), (plain(said.source, limit), ""), (named + cue, FAINT))
    if claim.needs_context:
        words = ", ".join(plain(word, limit) for word in claim.needs_context)
        yield (("not resolved: ", "$warning"), (words, ""))


def _verdicts(claim: ClaimRecord, reviewer: str, limit: int) -> Iterator[Line]:
    mine = my_assessment(claim, reviewer)
    others = [each for each in claim.assessments if each.reviewer != reviewer]
    if mine is not None:
        yield from _verdict(mine, "you", limit)
    if not is_blind(claim, reviewer):
        for each in others:
            yield from _verdict(each, one_line(each.reviewer), limit)
    elif others:
        count = len(others)
        words = "1 other verdict" if count == 1 else f"{count} other verdicts"
        yield ((f"{words}, hidden until you decide", f"italic {FAINT}"),)


def _hidden(claim: ClaimRecord) -> Iterator[Line]:
    if claim.hidden:
        words = f"{claim.hidden} by others, hidden until you decide"
        yield ((words, f"italic {FAINT}"),)


def _verdict(assessment: AssessmentRecord, who: str, limit: int) -> Iterator[Line]:
    name = one_line(assessment.verdict)
    yield (
        (f"{glyph(assessment.verdict)} {name}", style_of(assessment.verdict)),
        (f"  {who}", FAINT),
        ("" if assessment.gate else "  its evidence is gone", "$warning"),
        ("  stale: the claim was changed since" if assessment.stale else "", "$warning"),
    )
    if assessment.rationale:
        yield ((plain(assessment.rationale, limit), ""),)


def _findings(findings: Iterable[FindingRecord], limit: int) -> Iterator[Line]:
    for number, finding in enumerate(findings, 1):
        sign, style = decision_sign(finding.decision)
        decision = f"  {finding.decision}" if finding.decision else ""
        yield (
            (f"{number} ", FAINT),
            (f"{sign} {one_line(finding.rule)}", style),
            (f"  “{plain(finding.quote, limit)}”", ""),
            (" inside a quotation" if finding.quoted else "", FAINT),
            (decision, FAINT),
        )
        yield ((plain(finding.message, limit), FAINT),)


def _suggestions(suggestions: Iterable[SuggestionRecord], limit: int) -> Iterator[Line]:
    """Yield what language models suggest, each with the name of the model: nobody's act."""
    for each in suggestions:
        what = f"flag {each.flag}" if each.flag else f"reads: {plain(each.wording, limit)}"
        yield ((one_line(what), "italic"), (f"  “{plain(each.quote, limit)}”", ""))
        own = f"words of its own: {', '.join(each.new_words)}" if each.new_words else ""
        why = " · ".join(plain(part, limit) for part in (each.reason, own) if part)
        name = f"{plain(each.model)}, prompt {plain(each.prompt)}"
        yield ((f"{why} · {name}" if why else name, FAINT),)


def _evidence(evidence: Iterable[EvidenceRecord], limit: int) -> Iterator[Line]:
    for each in evidence:
        sign, style = stance_sign(each.stance)
        about = " · ".join(one_line(word) for word in (each.kind, each.primacy) if word)
        yield ((f"{sign} {one_line(each.stance)}", style), (f"  {about}", FAINT))
        if each.title:
            yield ((plain(each.title, limit), ""),)
        yield ((plain(each.source, limit), "" if each.kind == "search" else "underline"),)
        if each.quote:
            yield ((f"“{plain(each.quote, limit)}”", ""), (f" {plain(each.locator)}", FAINT))
        elif each.locator:
            yield ((plain(each.locator, limit), FAINT),)
        note = f"{plain(each.note, limit)} · " if each.note else ""
        yield ((f"{note}{one_line(each.reviewer)}", FAINT),)


def _citations(citations: Iterable[CitationRecord], limit: int) -> Iterator[Line]:
    for each in citations:
        yield (
            (f"{one_line(each.kind)}  ", FAINT),
            (plain(each.quote, limit), ""),
            (f"  {plain(each.identifier, limit)}" if each.identifier else "", FAINT),
        )


def _lineage(claims: Iterable[tuple[int, str]], limit: int) -> Iterator[Line]:
    for number, text in claims:
        yield ((f"c{number}  ", FAINT), (plain(text, limit), f"strike {FAINT}"))


def _worthiness(claim: ClaimRecord) -> Iterator[Line]:
    yield ((f"{bar(claim.check_worthiness)} {claim.check_worthiness:.2f}", ""),)
    if claim.features:
        terms = (
            f"{one_line(name).replace('_', ' ')} {weight:+.2f}" for name, weight in claim.features
        )
        yield ((" · ".join(terms), FAINT),)


def history_lines(
    history: Iterable[HistoryRecord], claim: ClaimRecord, reviewer: str
) -> Iterator[Line]:
    """Yield a line for each event, newest first as given; what others decided stays hidden.

    It shows once the reviewer has judged the claim.
    """
    hidden = _HIDDEN if is_blind(claim, reviewer) else {}
    if claim.hidden is not None:
        hidden = hidden | _HIDDEN_TOO
    for event in history:
        of_another = event.reviewer != reviewer
        words = (hidden.get(event.kind) if of_another else None) or plain(event.summary)
        when = one_line(event.at).replace("T", " ")[:16]
        yield (
            (f"{when}  ", FAINT),
            (f"{one_line(event.reviewer)}  ", "$heading"),
            (words, f"strike {FAINT}" if event.undone else ""),
            ("  undone" if event.undone else "", FAINT),
        )
        struck = "strike " if event.undone else ""
        for sign, texts in (("−", event.before), ("+", event.after)):
            for text in texts:
                yield ((f"    {sign} ", FAINT), (plain(text), f"{struck}{FAINT}" if struck else ""))
