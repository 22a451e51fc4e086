"""The evidence form: from what a person types to `Evidence`, with a verdict where one waits."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from factcheck.errors import UsageError
from factcheck.model.evidence import Evidence, Primacy, Stance, evidence_from
from factcheck.model.records import EvidenceRecord
from factcheck.model.verdict import Verdict
from factcheck.tui.describe import Line
from factcheck.tui.glyphs import glyph, style_of
from factcheck.tui.screens.form import Field, Form

# What is stored: the evidence, and the rationale of the verdict that waits for it.
SaveEvidence = Callable[[Evidence, str], None]

_FIELDS = (
    Field("source", "source", "link, DOI, file, or searched: where and how"),
    Field("title", "title", "as the source calls itself"),
    Field("quote", "quote", "the words that matter", long=True),
    Field("locator", "locator", "page, paragraph, time"),
    Field("note", "note", "for your colleagues", long=True),
    Field("primacy", "kind", "primary, secondary, or nothing"),
)
_REASON = Field("reason", "reason", "what was wrong with it")
_RATIONALE = Field("rationale", "rationale", "why this verdict", long=True)
_STANCES = {"supports": Stance.SUPPORTS, "refutes": Stance.REFUTES, "any": Stance.CONTEXT}


def evidence_form(
    number: int,
    pending: Verdict | None,
    save: SaveEvidence,
    *,
    before: EvidenceRecord | None = None,
    again: bool = False,
) -> Form:
    """Return the form for evidence on claim *number*, its stance what *pending* needs.

    With *before* it begins with what that piece says, and asks why it is edited unless it is used
    *again* on another claim; the reason is handed over as the rationale is.
    """

    def saved(values: Mapping[str, str]) -> None:
        details = {name: values[name].strip() for name in ("title", "quote", "locator", "note")}
        primacy = _primacy(values["primacy"])
        evidence = evidence_from(
            values["source"], Stance(values["stance"]), primacy=primacy, **details
        )
        save(evidence, (values.get("rationale") or values.get("reason") or "").strip())

    if before is not None:
        fields = tuple(replace(each, value=_value(before, each.id)) for each in _FIELDS)
        title = f"Evidence for c{number}, as elsewhere" if again else f"Edit evidence of c{number}"
        asked = fields if again else (*fields, _REASON)
        return Form(title, asked, saved, stance=Stance(before.stance))
    if pending is None:
        return Form(f"Evidence for c{number}", _FIELDS, saved, stance=Stance.SUPPORTS)
    return Form(
        f"Evidence for c{number}",
        (*_FIELDS, _RATIONALE),
        saved,
        about=_about(pending),
        stance=_STANCES.get(pending.needs, Stance.CONTEXT),
    )


def _value(piece: EvidenceRecord, name: str) -> str:
    text = str(getattr(piece, name))
    # What makes a search one stands before it when it is typed.
    return f"searched: {text}" if name == "source" and piece.kind == "search" else text


def _primacy(typed: str) -> Primacy | None:
    word = typed.strip().lower()
    if not word:
        return None
    for primacy in Primacy:
        if primacy.startswith(word):
            return primacy
    raise UsageError(
        f"{typed.strip()[:40]!r} says not how near the source is",
        hint="write primary, secondary, or nothing",
    )


def _about(pending: Verdict) -> tuple[Line, ...]:
    needed = "of any stance" if pending.needs == "any" else f"that {pending.needs}"
    verdict = f"{glyph(pending.verdict)} {pending.verdict}"
    return (
        ((verdict, f"bold {style_of(pending.verdict)}"), (" waits: it needs evidence ", ""),
         (needed, "bold"), (".", "")),
        (("Saving stores both together; escape stores neither.", "$faint"),),
    )  # fmt: skip
