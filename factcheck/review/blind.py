"""Blind review: what others did stays hidden until a verdict of one's own, or until one looks.

In: a claim and who looks at it. Out: the claim as that reviewer may see it. Looking is an event,
so that whoever leads the desk can see who looked.
"""

from dataclasses import replace

from factcheck.errors import UsageError
from factcheck.model.event import EventKind
from factcheck.model.records import ClaimRecord
from factcheck.review.session import Act, Session
from factcheck.store.events import Entry


def is_blind(claim: ClaimRecord, reviewer: str) -> bool:
    """Say whether the verdicts of others on *claim* are hidden from *reviewer*."""
    judged = any(each.reviewer == reviewer and not each.stale for each in claim.assessments)
    return not claim.revealed and not judged


def as_seen(claim: ClaimRecord, reviewer: str, mode: str) -> ClaimRecord:
    """Return *claim* as *reviewer* may see it.

    In the *mode* "all" evidence and notes of others are left out while the reviewer is blind,
    and `hidden` counts them; in "verdicts" they stay; in "off" nothing is hidden.
    """
    if mode == "off":
        return replace(claim, revealed=True)
    if mode == "verdicts" or not is_blind(claim, reviewer):
        return claim
    evidence = tuple(each for each in claim.evidence if each.reviewer == reviewer)
    notes = tuple(each for each in claim.notes if each.reviewer == reviewer)
    hidden = len(claim.evidence) + len(claim.notes) - len(evidence) - len(notes)
    return replace(claim, evidence=evidence, notes=notes, hidden=hidden)


def suffices(claim: ClaimRecord, needs: str) -> bool:
    """Say whether the evidence of *claim*, as seen, is what a verdict *needs*."""
    stances = {each.stance for each in claim.evidence if each.kind != "search"}
    return not needs or (bool(stances) if needs == "any" else needs in stances)


def reveal(session: Session, claim: ClaimRecord) -> Act:
    """Record that the reviewer looks at what others did, before deciding.

    Raises:
        UsageError: nothing is hidden.
    """
    if not is_blind(claim, session.reviewer):
        raise UsageError(
            f"nothing on c{claim.number} is hidden from you", hint="its history shows who looked"
        )
    return session.act(Entry(EventKind.REVEAL, claim.id, {}))
