"""Forms of one field: a note, a rationale, a reason, the name of the report's file."""

from collections.abc import Callable, Mapping

from factcheck.errors import UsageError
from factcheck.model.evidence import Stance
from factcheck.model.records import AssessmentRecord, ClaimRecord
from factcheck.tui.describe import plain
from factcheck.tui.glyphs import glyph, style_of
from factcheck.tui.screens.form import Field, Form

_SOURCE_SHOWN = 300


def note_form(number: int, save: Callable[[str], None]) -> Form:
    """Return the form for a note on claim *number*."""

    def saved(values: Mapping[str, str]) -> None:
        save(_given(values["text"], "the note is empty", "write something, or press escape"))

    return Form(f"Note on c{number}", (Field("text", "note", long=True),), saved)


def rationale_form(claim: ClaimRecord, mine: AssessmentRecord, save: Callable[[str], None]) -> Form:
    """Return the form for the rationale of a verdict of mine, which begins with what it says."""

    def saved(values: Mapping[str, str]) -> None:
        save(_given(values["rationale"], "the rationale is empty", "say why, or press escape"))

    stale = "  stale: the claim was changed since; saving gives it again" if mine.stale else ""
    about = (
        ((plain(claim.text), ""),),
        (
            (f"{glyph(mine.verdict)} {mine.verdict}", f"bold {style_of(mine.verdict)}"),
            (stale, "$warning"),
        ),
    )
    field = Field("rationale", "rationale", "why this verdict", mine.rationale, long=True)
    return Form(f"Why c{claim.number} is {mine.verdict}", (field,), saved, about=about)


def rejection_form(claim: ClaimRecord, save: Callable[[str], None]) -> Form:
    """Return the form that asks why *claim* is none."""

    def saved(values: Mapping[str, str]) -> None:
        save(_given(values["reason"], "the reason is missing", "say why it is no claim"))

    about = (
        ((plain(claim.text), ""),),
        (("It goes off the list; undo brings it back.", "$faint"),),
    )
    field = Field("reason", "reason", "a caption, a greeting, a heading")
    return Form(f"c{claim.number} is not a claim", (field,), saved, about=about)


def report_form(save: Callable[[str], None]) -> Form:
    """Return the form that asks where to write the report."""

    def saved(values: Mapping[str, str]) -> None:
        save(_given(values["path"], "the report has no file name", "for example report.md"))

    return Form("Write the report", (Field("path", "file", value="report.md"),), saved)


def reason_form(source: str, save: Callable[[str], None]) -> Form:
    """Return the form that asks why evidence is retracted."""

    def saved(values: Mapping[str, str]) -> None:
        save(_given(values["reason"], "a retraction needs its reason", "say what was wrong"))

    about = (((plain(source, _SOURCE_SHOWN), "underline"),),)
    return Form("Retract the evidence", (Field("reason", "reason"),), saved, about=about)


def share_form(source: str, stance: Stance, save: Callable[[str, Stance], None]) -> Form:
    """Return the form that asks to which claims evidence is to be attached, and how it bears."""

    def saved(values: Mapping[str, str]) -> None:
        numbers = _given(values["numbers"], "no claims are named", "numbers and ranges: 3 5-8 12")
        save(numbers, Stance(values["stance"]))

    about = (((plain(source, _SOURCE_SHOWN), "underline"),),)
    fields = (Field("numbers", "claims", "numbers and ranges: 3 5-8 12"),)
    return Form("Attach to more claims", fields, saved, about=about, stance=stance)


def _given(text: str, message: str, hint: str) -> str:
    if not text.strip():
        raise UsageError(message, hint=hint)
    return text.strip()
