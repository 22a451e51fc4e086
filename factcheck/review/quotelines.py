"""How quotations are shown: what came of each, and the diff, in lines of styled pieces.

Pure; text from outside is made harmless. The screen for the key `v` and `factcheck quotes` print
the same lines, each in its colours.
"""

from collections.abc import Iterator, Sequence

from factcheck.export.outcome import moment
from factcheck.model.quotecheck import Outcome, Piece, Quotation
from factcheck.model.records import ClaimRecord
from factcheck.model.visible import one_line

# A piece of a line: its style, and its words. Styles are "plain", "good", "bad", "dim", "same",
# "source" (only in the source) and "quote" (only in the quotation).
Styled = tuple[str, str]
Line = tuple[Styled, ...]

_STYLE = {
    Outcome.EXACT: "good",
    Outcome.JOINED: "good",
    Outcome.ALTERED: "bad",
    Outcome.ABSENT: "bad",
    Outcome.UNCHECKED: "dim",
}
_MARKS = {Piece.SAME: ("", ""), Piece.SOURCE: ("[-", "-]"), Piece.QUOTE: ("{+", "+}")}
_INDENT = "  "
# Characters of what marks of omission stand for; it may be the whole source.
_SHOWN = 200
NOT_IN_SOURCE = "citation.not-in-source"


def shown(claim: ClaimRecord, quotations: Sequence[Quotation]) -> tuple[Line, ...]:
    """Return what the screen shows for *claim* under the key `v`.

    Each quotation with its outcome and diff, then what the claim's sources do not hold.
    """
    lines: list[Line] = []
    for quotation in quotations:
        lines += [*quotation_lines(quotation), ()]
    absent = [finding for finding in claim.findings if finding.rule == NOT_IN_SOURCE]
    if absent:
        lines.append((("plain", "Not in the source"),))
        for finding in absent:
            words = one_line(f"“{finding.quote}”: {finding.message}")
            decided = f" ({finding.decision})" if finding.decision else ""
            lines.append((("bad", words), ("dim", decided)) if decided else (("bad", words),))
    if not lines:
        lines.append((("dim", "No quotation in this claim or its evidence"),))
    return tuple(lines)


def quotation_lines(quotation: Quotation) -> Iterator[Line]:
    """Yield the lines on one quotation: outcome, source, words or diff, changes, remarks."""
    check = quotation.check
    whose = "evidence" if quotation.origin == "evidence" else "the article"
    head = f" c{quotation.number}, quotation of {whose}"
    yield (_STYLE[check.outcome], check.outcome.value), ("plain", head)
    if quotation.source:
        captured = f", captured {moment(quotation.captured_at)}" if quotation.captured_at else ""
        yield (("dim", _INDENT + one_line(quotation.source) + captured),)
    if check.diff and check.outcome in {Outcome.ALTERED, Outcome.ABSENT}:
        nearest = f"{_INDENT}nearest: " if check.outcome is Outcome.ABSENT else _INDENT
        if check.outcome is Outcome.ABSENT:
            yield (("plain", f"{_INDENT}“{one_line(check.quote)}”"),)
        yield (("dim", nearest), *_diff(check.diff))
    else:
        yield (("same", f"{_INDENT}“{one_line(check.quote)}”"),)
    for change in check.changes if check.outcome is Outcome.ALTERED else ():
        yield (("bad", _change(change.kinds, change.source, change.quote)),)
    for words in check.left_out:
        yield (("dim", f"{_INDENT}left out: {one_line(words[:_SHOWN])}"),)
    for remark in check.remarks:
        yield (("dim", _INDENT + one_line(remark)),)


def _diff(diff: Sequence[tuple[Piece, str]]) -> Iterator[Styled]:
    for i, (piece, words) in enumerate(diff):
        before, after = _MARKS[piece]
        space = " " if i else ""
        yield piece.value, f"{space}{before}{one_line(words)}{after}"


def _change(kinds: Sequence[str], source: str, quote: str) -> str:
    if "order" in kinds:
        return f"{_INDENT}the parts stand in another order in the source"
    here = f"“{source}”" if source else "nothing"
    there = f"“{quote}”" if quote else "nothing"
    said = f"{', '.join(kinds)}: the source has {here}, the quotation {there}"
    return _INDENT + one_line(said)
