"""The reviewer works on evidence: lists it, edits, retracts, and uses it on other claims."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.model.visible import one_line
from factcheck.review import evidencing
from factcheck.review.blind import as_seen, reveal
from factcheck.tui.actions.copying import put
from factcheck.tui.describe import FAINT, Line, plain
from factcheck.tui.glyphs import stance_sign
from factcheck.tui.screens.evidence import evidence_form
from factcheck.tui.screens.evidence_list import EvidenceList
from factcheck.tui.screens.link import ask_link
from factcheck.tui.screens.note import reason_form, share_form
from factcheck.tui.screens.pick import Pick
from factcheck.tui.screens.writing import ask_evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.model.evidence import Evidence, Stance
    from factcheck.model.records import ClaimRecord, EvidenceRecord
    from factcheck.review.session import Act
    from factcheck.tui.screens.review import ReviewScreen

_QUOTE_SHOWN = 60


def evidence_list(review: ReviewScreen) -> None:
    """Open the list of the claim's evidence."""
    if claim := review.panes.claim():
        desk = Pieces(review, claim)
        screen = EvidenceList(claim, desk.read, desk.acts())
        desk.tell, desk.again = screen.tell, screen.read_again
        review.app.push_screen(screen)


def show_others(review: ReviewScreen) -> None:
    """Show what others did on the claim, and record that the reviewer looked."""
    if claim := review.panes.claim():
        review.do(lambda: reveal(review.session, claim), "recorded; it cannot be undone")


class Pieces:
    """What can be done with the evidence of one claim, each act told to review and list."""

    def __init__(self, review: ReviewScreen, claim: ClaimRecord) -> None:
        self._review, self._claim = review, claim
        self._session = review.session
        self.tell: Callable[..., None] = review.say
        self.again: Callable[[], None] = lambda: None

    def acts(self) -> Mapping[str, Callable[[EvidenceRecord | None], None]]:
        """Return the acts of the list by name."""
        return {
            "add": self._add, "edit": self._edit, "retract": self._retract, "share": self._share,
            "reuse": self._reuse, "link": self._link, "copy": self._copy,
        }  # fmt: skip

    def read(self) -> ClaimRecord | None:
        """Return the claim as it now is, with how its quotations stand in their sources."""
        # What compares quotations is loaded when a list is opened, not with the screen.
        from factcheck.review.quoting import with_outcomes  # noqa: PLC0415

        desk = self._review.desk
        claim = desk.claim(self._claim.number)
        return (
            None
            if claim is None
            else desk.ask(lambda: with_outcomes(self._session.store, claim), claim)
        )

    def _done(self, act: Act) -> None:
        self._review.done(act)
        self.again()
        self.tell(act.summary, "{undo} undoes, when the list is closed")

    def _add(self, _piece: EvidenceRecord | None) -> None:
        ask_evidence(self._review.app, self._session, self._claim, self._done)

    def _edit(self, piece: EvidenceRecord | None) -> None:
        if piece is None:
            return

        def save(evidence: Evidence, reason: str) -> None:
            args = (self._session, self._claim.id, piece.id, evidence, reason)
            self._done(evidencing.edit(*args))

        self._review.app.push_screen(evidence_form(self._claim.number, None, save, before=piece))

    def _retract(self, piece: EvidenceRecord | None) -> None:
        if piece is None:
            return

        def save(reason: str) -> None:
            self._done(self._session.retract(self._claim.id, piece.id, reason))

        self._review.app.push_screen(reason_form(piece.source, save))

    def _share(self, piece: EvidenceRecord | None) -> None:
        if piece is not None:
            given, article = evidencing.as_given(piece), self._claim.article

            def save(numbers: str, stance: Stance) -> None:
                last = self._review.desk.order().highest  # what edits made counts on
                claims = evidencing.numbers_from(numbers, last)
                changed = replace(given, stance=stance)
                act = evidencing.attach_to(self._session, article, changed, claims)
                self._review.say(act.summary)
                self._review.panes.reload()
                self.tell(act.summary, "{undo} undoes all of it, when the list is closed")

            self._review.app.push_screen(share_form(piece.source, given.stance, save))

    def _reuse(self, _piece: EvidenceRecord | None) -> None:
        found: dict[Evidence, list[tuple[int, EvidenceRecord]]] = {}
        for number, piece in evidencing.of_article(self._session, self._claim.article):
            if number != self._claim.number and self._may_see(number, piece):
                found.setdefault(evidencing.as_given(piece), []).append((number, piece))
        if not found:
            self.tell("no other claim of this article has evidence")
            return
        lines = [_piece_line(*same[0], len(same) - 1) for same in found.values()]
        picked = partial(self._picked, [same[0][1] for same in found.values()])
        pick = Pick("Evidence of other claims", len(lines), lambda place, _width: lines[place])
        self._review.app.push_screen(pick, picked)

    def _may_see(self, number: int, piece: EvidenceRecord) -> bool:
        """Say whether a piece on another claim is not hidden: mine is seen at once."""
        if piece.reviewer == self._session.reviewer:
            return True
        other = self._session.claim(self._claim.article, number)
        seen = as_seen(other, self._session.reviewer, self._review.desk.blind)
        return any(each.id == piece.id for each in seen.evidence)

    def _picked(self, found: Sequence[EvidenceRecord], place: int | None) -> None:
        if place is None:
            return

        def save(evidence: Evidence, _reason: str) -> None:
            self._done(self._session.attach(self._claim.id, evidence))

        form = evidence_form(self._claim.number, None, save, before=found[place], again=True)
        self._review.app.push_screen(form)

    def _link(self, piece: EvidenceRecord | None) -> None:
        if piece is not None:
            ask_link(self._review.app, (piece,), self.tell)

    def _copy(self, piece: EvidenceRecord | None) -> None:
        if piece is not None:
            put(self._review.app, one_line(piece.source), "copied the source", self.tell)


def _piece_line(number: int, piece: EvidenceRecord, others: int) -> Line:
    """Return the line of a piece that stands on claim *number* and on so many *others*."""
    sign, style = stance_sign(piece.stance)
    more = f"and {others} more " if others else ""
    quote = f"  “{plain(piece.quote, _QUOTE_SHOWN)}”" if piece.quote else ""
    return (
        (f"c{number} ", "bold"),
        (more, FAINT),
        (f"{sign} ", style),
        (plain(piece.title or piece.source, _QUOTE_SHOWN), ""),
        (quote, FAINT),
    )


ACTIONS = {"evidence_list": evidence_list, "reveal": show_others}
