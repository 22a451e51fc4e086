"""Seconds per decision: recorded in this copy of the file, and their medians. Nothing leaves it."""

from statistics import median

from factcheck.model.event import timestamp
from factcheck.model.records import Timing
from factcheck.review.session import Session
from factcheck.store import local


def record_time(session: Session, claim: str, seconds: float) -> None:
    """Record how long the reviewer spent on a claim before a decision on it, inside `writing`."""
    local.record_time(session.store, claim, session.reviewer, seconds, timestamp(session.now()))


def timing(session: Session, article: str) -> Timing:
    """Return the median of the seconds per claim of an article, over all and for each kind.

    What one reviewer spent on one claim counts once, however often it was decided.
    """
    kinds = local.times(session.store, article)
    everything = [seconds for found in kinds.values() for seconds in found]
    return Timing(
        claims=len(everything),
        median=median(everything) if everything else 0.0,
        kinds=tuple((kind, len(found), median(found)) for kind, found in kinds.items()),
    )


def in_words(seconds: float) -> str:
    """Return a duration as people write it: 34 s, 2:05 min, 1:10 h."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02} min"
    return f"{whole // 3600}:{whole % 3600 // 60:02} h"
