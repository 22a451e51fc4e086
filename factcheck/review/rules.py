"""Deciding on all findings of one rule in an article: one act, however many claims it is about."""

from collections.abc import Mapping
from dataclasses import replace

from factcheck.errors import UsageError
from factcheck.review import acts
from factcheck.review.session import Act, Session
from factcheck.store.events import Entry
from factcheck.store.findings import undecided

CONFIRMED, DISMISSED = "confirmed", "dismissed"


def undecided_of_rule(session: Session, article: str, rule: str) -> Mapping[str, tuple[str, ...]]:
    """Return the findings of *rule* that this reviewer has not decided on, by claim."""
    return undecided(session.store, article, rule, session.known_reviewer)


def decide_rule(session: Session, article: str, rule: str, decision: str) -> Act:
    """Confirm or dismiss all undecided findings of *rule* in the article, as one act.

    The act is about the first claim that has one; undo takes all of it back.

    Raises:
        UsageError: none is undecided.
    """
    found: dict[str, tuple[str, ...]] = {}

    def entries() -> list[Entry]:
        found.update(undecided_of_rule(session, article, rule))
        if not found:
            raise UsageError(f"no finding of {rule} is undecided here", hint="take another rule")
        return [
            entry
            for claim, findings in found.items()
            for entry in (
                acts.confirmed(session.store, claim, findings)
                if decision == CONFIRMED
                else acts.dismissed(session.store, claim, findings, session.known_reviewer)
            )
        ]

    act = session.act(entries)
    count = sum(map(len, found.values()))
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return replace(act, summary=f"c{act.number}{more}: {count} × {rule} {decision}")
