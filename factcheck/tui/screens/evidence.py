"""The evidence form: from what a person types to `Evidence`, with a verdict where one waits."""

from collections.abc import Callable, Mapping

from factcheck.model.evidence import Evidence, Stance, evidence_from
from factcheck.model.verdict import Verdict
from factcheck.tui.describe import Line
from factcheck.tui.glyphs import glyph, style_of
from factcheck.tui.screens.form import Field, Form

# What is stored: the evidence, and the rationale of the verdict that waits for it.
SaveEvidence = Callable[[Evidence, str], None]

_FIELDS = (
    Field("source", "source", "link, DOI, file, or searched: where and how"),
    Field("title", "title", "as the source calls itself"),
    Field("quote", "quote", "the words that matter"),
    Field("locator", "locator", "page, paragraph, time"),
    Field("note", "note", "for your colleagues"),
)
_RATIONALE = Field("rationale", "rationale", "why this verdict")
_STANCES = {"supports": Stance.SUPPORTS, "refutes": Stance.REFUTES, "any": Stance.CONTEXT}


def evidence_form(number: int, pending: Verdict | None, save: SaveEvidence) -> Form:
    """Return the form for evidence on claim *number*, its stance what *pending* needs."""

    def saved(values: Mapping[str, str]) -> None:
        details = {name: values[name].strip() for name in ("title", "quote", "locator", "note")}
        evidence = evidence_from(values["source"], Stance(values["stance"]), **details)
        save(evidence, values.get("rationale", "").strip())

    if pending is None:
        return Form(f"Evidence for c{number}", _FIELDS, saved, stance=Stance.SUPPORTS)
    return Form(
        f"Evidence for c{number}",
        (*_FIELDS, _RATIONALE),
        saved,
        about=_about(pending),
        stance=_STANCES.get(pending.needs, Stance.CONTEXT),
    )


def _about(pending: Verdict) -> tuple[Line, ...]:
    needed = "of any stance" if pending.needs == "any" else f"that {pending.needs}"
    verdict = f"{glyph(pending.verdict)} {pending.verdict}"
    return (
        ((verdict, f"bold {style_of(pending.verdict)}"), (" waits: it needs evidence ", ""),
         (needed, "bold"), (".", "")),
        (("Saving stores both together; escape stores neither.", "$faint"),),
    )  # fmt: skip
