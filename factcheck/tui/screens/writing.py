"""From a claim to the dialog that stores something about it.

Each function opens a dialog and calls back with the acts that were stored, once it is closed; the
flag menu, whose keys are acts of their own, calls back after each.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.review.rules import decide_rule, undecided_of_rule
from factcheck.tui.describe import my_assessment
from factcheck.tui.judging import judge
from factcheck.tui.screens.evidence import evidence_form
from factcheck.tui.screens.flags import FlagActs, FlagMenu
from factcheck.tui.screens.note import note_form, rationale_form, report_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from factcheck.model.evidence import Evidence
    from factcheck.model.flag import Flag
    from factcheck.model.records import AssessmentRecord, ClaimRecord
    from factcheck.model.verdict import Verdict
    from factcheck.review.session import Act, Session
    from factcheck.tui.screens.form import Form
    from factcheck.tui.screens.review import ReviewScreen

    Done = Callable[[Act], None]


def ask_evidence(app: App[None], session: Session, claim: ClaimRecord, done: Done) -> None:
    """Ask for evidence on the claim."""
    acts: list[Act] = []
    form = evidence_form(
        claim.number, None, lambda evidence, _: acts.append(session.attach(claim.id, evidence))
    )
    _open(app, form, acts, done)


def ask_verdict(review: ReviewScreen, claim: ClaimRecord, verdict: Verdict) -> None:
    """Ask for the evidence that a verdict waits for; both are stored together, or neither."""
    acts: list[Act] = []
    check = _Unseen(review.session, claim).check

    def save(evidence: Evidence, rationale: str) -> None:
        acts.append(judge(review, claim, verdict.verdict, rationale, evidence, check))

    _open(review.app, evidence_form(claim.number, verdict, save), acts, review.judged)


def ask_rationale(review: ReviewScreen, claim: ClaimRecord, mine: AssessmentRecord) -> None:
    """Ask for the rationale of my verdict on the claim; the verdict is given again with it."""
    acts: list[Act] = []
    check = _Unseen(review.session, claim).check

    def save(rationale: str) -> None:
        act = judge(review, claim, mine.verdict, rationale, None, check)
        acts.append(replace(act, summary=f"{act.summary}, with its rationale"))

    _open(review.app, rationale_form(claim, mine, save), acts, review.told)


class _Unseen:
    """Verdicts of mine on a claim that came while a form on it was open."""

    def __init__(self, session: Session, claim: ClaimRecord) -> None:
        self._session, self._claim = session, claim
        self._seen = my_assessment(claim, session.reviewer)

    def check(self) -> None:
        """Refuse to replace a verdict that came meanwhile; the second time it is known.

        Raises:
            UsageError: my verdict is not the one that was seen.
        """
        claim, session = self._claim, self._session
        now = my_assessment(session.claim(claim.article, claim.number), session.reviewer)
        if now is not None and now != self._seen:
            self._seen = now
            raise UsageError(
                f"meanwhile your verdict on c{claim.number} became {now.verdict}, elsewhere",
                hint="save again to replace it, or close the form to keep it",
            )


def ask_note(app: App[None], session: Session, claim: ClaimRecord, done: Done) -> None:
    """Ask for a note on the claim."""
    acts: list[Act] = []
    form = note_form(claim.number, lambda text: acts.append(session.note(claim.id, text)))
    _open(app, form, acts, done)


def ask_report(
    app: App[None], session: Session, article: str, written: Callable[[str], None]
) -> None:
    """Ask for a file name and write the report there."""
    app.push_screen(report_form(lambda path: written(session.write_report(article, path))))


def open_flags(app: App[None], session: Session, claim: ClaimRecord, done: Done) -> None:
    """Open the flags and findings of the claim."""
    article = claim.article

    def read() -> ClaimRecord:
        return session.claim(article, claim.number)

    def after(act: Act) -> ClaimRecord:
        done(act)
        return read()

    def set_flag(flag: Flag, on: bool) -> ClaimRecord:
        return after(session.flag(claim.id, flag, on))

    def decide(finding: str, decision: str) -> ClaimRecord:
        act = session.confirm if decision == "confirmed" else session.dismiss
        return after(act(claim.id, finding))

    def undecided(rule: str) -> tuple[int, int]:
        found = undecided_of_rule(session, article, rule)
        return sum(map(len, found.values())), len(found)

    def of_rule(rule: str, decision: str) -> ClaimRecord:
        # The claim that the menu is open on is the one to show, whichever the act begins with.
        act = decide_rule(session, article, rule, decision)
        return after(replace(act, claim=claim.id, number=claim.number))

    acts = FlagActs(read, set_flag, decide, undecided, of_rule)
    app.push_screen(FlagMenu(claim, session.reviewer, acts))


def _open(app: App[None], form: Form, acts: list[Act], done: Done) -> None:
    def closed(_saved: bool | None) -> None:
        for act in acts:
            done(act)

    app.push_screen(form, closed)
