"""A verdict and the seconds it took: stored in one transaction, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.tui.describe import my_assessment

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model.evidence import Evidence
    from factcheck.model.records import ClaimRecord
    from factcheck.review.session import Act
    from factcheck.tui.screens.review import ReviewScreen


def judge(
    review: ReviewScreen,
    claim: ClaimRecord,
    verdict: str,
    rationale: str = "",
    evidence: Evidence | None = None,
    check: Callable[[], None] = lambda: None,
) -> Act:
    """Store a verdict with the time it took, unless *check* refuses it in the same transaction.

    The verdict that stands, given again without a rationale, keeps the one it has.

    Raises:
        FactcheckError: nothing could be stored; the time counts on.
    """
    place = (claim.article, claim.number)
    seconds = review.stopwatch.take(place)
    mine = my_assessment(claim, review.session.reviewer)
    kept = mine.rationale if mine is not None and mine.verdict == verdict else ""

    def also() -> None:
        check()
        review.record(claim.id, seconds)

    try:
        return review.session.assess(claim.id, verdict, rationale or kept, evidence, also)
    except FactcheckError:
        review.stopwatch.give_back(place, seconds)
        raise
