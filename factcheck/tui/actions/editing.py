"""The reviewer edits claims: split, merge, reword, add from the text, not a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review import editing
from factcheck.tui.describe import FAINT, plain
from factcheck.tui.screens.edit import Edit, EditForm, EditMenu
from factcheck.tui.screens.form import Field
from factcheck.tui.screens.note import rejection_form
from factcheck.tui.screens.selecting import WordSelection

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model.records import ClaimRecord
    from factcheck.model.span import Span
    from factcheck.review.session import Act
    from factcheck.tui.screens.edit import Values
    from factcheck.tui.screens.review import ReviewScreen

_ABOUT_LIMIT = 600
# Where words of a sentence are selected they may end with the mark before the next clause.
_OPEN_ENDS = " ,;:，；："


def menu(review: ReviewScreen) -> None:
    """Open the menu of edits."""
    claim = review.panes.claim()

    def chosen(edit: str | None) -> None:
        if edit == "add":
            _add(review, claim)
        elif edit is not None and claim is not None:
            _EDITS[edit](review, claim)

    review.app.push_screen(EditMenu(claim), chosen)


def _quote(review: ReviewScreen) -> Callable[[Span], str]:
    """Return what gives the words of the article at a span."""
    session, article = review.session, review.desk.article
    return lambda span: review.desk.ask(lambda: editing.quote(session, article, span), "")


def _ask(review: ReviewScreen, edit: Edit) -> None:
    def closed(act: Act | None) -> None:
        if act is not None:
            review.done(act)

    review.app.push_screen(EditForm(edit), closed)


def _reword(review: ReviewScreen, claim: ClaimRecord) -> None:
    edit = Edit(
        f"Reword c{claim.number}",
        (Field("wording", "wording", value=claim.text, long=True),),
        lambda values: (editing.reworded(claim, values["wording"]),),
        lambda values: editing.reword(review.session, claim, values["wording"]),
        _quote(review),
        about=(((plain(claim.text, _ABOUT_LIMIT), FAINT),),),
    )
    _ask(review, edit)


def _split(review: ReviewScreen, claim: ClaimRecord) -> None:
    proposals = editing.proposals(claim)
    first, second = proposals[0] if proposals else (claim.text, "")

    def parts(values: Values) -> tuple[str, str]:
        return values["first"], values["second"]

    edit = Edit(
        f"Split c{claim.number}",
        (
            Field("first", "first", value=first, long=True),
            Field("second", "second", value=second, long=True),
        ),
        lambda values: editing.divided(claim, parts(values)),
        lambda values: editing.split(review.session, claim, parts(values)),
        _quote(review),
        about=(((plain(claim.text, _ABOUT_LIMIT), FAINT),),),
        proposals=proposals,
    )
    _ask(review, edit)


def _merge(review: ReviewScreen, claim: ClaimRecord) -> None:
    other = review.desk.beside(claim.number)
    proposed = ""
    if other is not None:
        both = [claim, other]
        proposed = review.desk.ask(lambda: editing.joint_wording(review.session, both), "")

    def both_of(values: Values) -> list[ClaimRecord]:
        return [claim, review.session.find_claim(values["other"].strip(), claim.article)]

    edit = Edit(
        f"Merge c{claim.number} with another claim",
        (
            Field("other", "with", "c18", f"c{other.number}" if other else ""),
            Field("wording", "wording", "the words of the article", proposed, long=True),
        ),
        lambda values: (
            editing.merged(review.session, both_of(values), values["wording"] or None),
        ),
        lambda values: editing.merge(review.session, both_of(values), values["wording"] or None),
        _quote(review),
        about=(((plain(claim.text, _ABOUT_LIMIT), FAINT),),),
    )
    _ask(review, edit)


def _add(review: ReviewScreen, claim: ClaimRecord | None) -> None:
    """Let words of the article be selected, from the sentence of the claim on."""
    session, article, text = review.session, review.desk.article, review.desk.text()

    def sentence_at(offset: int, step: int) -> Span | None:
        nothing: Span | None = None
        return review.desk.ask(lambda: editing.sentence_at(session, article, offset, step), nothing)

    def selected(span: Span | None) -> None:
        if span is None:
            return
        words = " ".join(span.of(text).split())
        edit = Edit(
            "Add a claim",
            (Field("wording", "wording", value=words.rstrip(_OPEN_ENDS), long=True),),
            lambda values: (editing.selected(session, article, span, values["wording"]),),
            lambda values: editing.add(session, article, span, values["wording"]),
            _quote(review),
        )
        _ask(review, edit)

    at = sentence_at(claim.spans[0].start if claim is not None else 0, 1)
    if at is None:
        review.say("the article has no words to select")
        return
    review.app.push_screen(WordSelection(text, at, review.desk.marks, sentence_at), selected)


def _reject(review: ReviewScreen, claim: ClaimRecord) -> None:
    acts: list[Act] = []

    def closed(_saved: bool | None) -> None:
        for act in acts:
            review.done(act)

    def save(reason: str) -> None:
        acts.append(editing.reject(review.session, claim, reason))

    review.app.push_screen(rejection_form(claim, save), closed)


_EDITS = {"split": _split, "merge": _merge, "reword": _reword, "reject": _reject}
ACTIONS = {"edit": menu}
