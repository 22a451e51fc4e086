"""Evidence after it was attached: edited, and attached to more claims.

In: a session, evidence, claims by number. Out: acts. Each is one act, and undo takes it back whole.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.errors import UsageError
from factcheck.model.evidence import Evidence, EvidenceKind, Primacy, Stance
from factcheck.model.records import EvidenceRecord
from factcheck.review import acts
from factcheck.review.session import Act, Session
from factcheck.store.attached import evidence as evidence_on
from factcheck.store.events import Entry
from factcheck.store.shared import evidence_of_article

# A slip of the finger must not attach one link to a whole file.
MOST_CLAIMS = 500
_NUMBERS = re.compile(r"c?(\d{1,9})(?:\s*[-–]\s*c?(\d{1,9}))?")


def as_given(record: EvidenceRecord) -> Evidence:
    """Return the evidence of a record as somebody gave it."""
    return Evidence(
        EvidenceKind(record.kind),
        record.source,
        Stance(record.stance),
        record.title,
        record.quote,
        record.locator,
        record.note,
        Primacy(record.primacy) if record.primacy else None,
    )


def edit(session: Session, claim: str, old: str, new: Evidence, reason: str) -> Act:
    """Put *new* in place of the evidence *old* on a claim, and say why: one act.

    The new piece is attached before the old one is retracted, so that a verdict that rests on it
    never stands without.

    Raises:
        UsageError: nothing was changed, or no reason was given, or *old* is not there any more.
        EvidenceGateError: a verdict needs evidence of the stance that the old piece had.
    """
    if not reason.strip():
        raise UsageError("an edit needs its reason", hint="say in a few words what was wrong")

    def entries() -> list[Entry]:
        found = [each for each in evidence_on(session.store, claim) if each.id == old]
        if found and as_given(found[0]) == new:
            raise UsageError("nothing was changed", hint="change a field, or close the form")
        retracted = acts.retracted(session.store, claim, old, f"edited: {reason.strip()}")
        return [acts.attached(session.store, claim, new), retracted]

    act = session.act(entries, on=claim)
    return replace(act, summary=f"c{act.number} evidence edited: {reason.strip()}")


def attach_to(session: Session, article: str, evidence: Evidence, claims: Sequence[int]) -> Act:
    """Attach one piece of evidence to several claims, as one act about the first of them.

    Claims that have it already, with the same stance, are left as they are.

    Raises:
        UsageError: there is no such claim, or every one of them has the evidence.
    """
    found: list[Entry] = []

    def entries() -> list[Entry]:
        for number in claims:
            claim = session.claim(article, number)
            known = {(each.source, each.stance, each.quote) for each in claim.evidence}
            if (evidence.source, evidence.stance, evidence.quote) not in known:
                found.append(acts.attached(session.store, claim.id, evidence))
        if not found:
            raise UsageError("these claims have this evidence already", hint="name other claims")
        return found

    act = session.act(entries)
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return replace(
        act, summary=f"c{act.number}{more}: evidence {evidence.stance}: {evidence.source}"
    )


def of_article(session: Session, article: str) -> tuple[tuple[int, EvidenceRecord], ...]:
    """Return the evidence on all claims of an article with their numbers, newest first."""
    return evidence_of_article(session.store, article)


def numbers_from(text: str, last: int) -> tuple[int, ...]:
    """Return the numbers that a person typed: "3 5-8, c12" is 3, 5, 6, 7, 8, 12.

    Raises:
        UsageError: something else is there, a number is not one of 1 to *last*, or they are many.
    """
    left = _NUMBERS.sub(" ", text).replace(",", " ").strip()
    ranges = [(int(a), int(b or a)) for a, b in _NUMBERS.findall(text)]
    if left or not ranges:
        raise UsageError(
            f"{left or text!r} names no claims", hint="write numbers and ranges: 3 5-8 12"
        )
    for first, final in ranges:
        if not 1 <= first <= final <= last:
            raise UsageError(
                f"the article has no claims {first}-{final}", hint=f"its claims are 1 to {last}"
            )
    if sum(final - first + 1 for first, final in ranges) > MOST_CLAIMS:
        raise UsageError(f"these are more than {MOST_CLAIMS} claims", hint="name fewer at once")
    return _once(number for first, final in ranges for number in range(first, final + 1))


def _once(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))
