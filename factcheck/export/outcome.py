"""Say what came of a claim: the words and the anchor that every part of a report uses.

In: the scale and claim records. Out: labels, headings and anchors as plain text.
"""

import re
from collections.abc import Iterable, Mapping

from factcheck.model.records import ClaimRecord
from factcheck.model.verdict import Verdict
from factcheck.model.visible import one_line

# What a claim without a verdict is, by its status, in the order in which reports count them.
WITHOUT_VERDICT = {
    "disagreement": "Reviewers disagree",
    "deferred": "Deferred",
    "open": "Not reviewed yet",
}


def labels_of(scale: Iterable[Verdict]) -> dict[str, str]:
    """Return the label of each verdict of *scale*, by its name."""
    return {verdict.verdict: verdict.label for verdict in scale}


def outcome(claim: ClaimRecord, labels: Mapping[str, str]) -> str:
    """Return what came of *claim*: the label of its verdict, or why it has none.

    A verdict that the scale does not know, because a desk replaced it, is called by its name.
    """
    if claim.verdict is not None:
        return labels.get(claim.verdict, claim.verdict)
    return WITHOUT_VERDICT.get(claim.status, WITHOUT_VERDICT["open"])


def heading(claim: ClaimRecord, labels: Mapping[str, str]) -> str:
    """Return the heading of the section on *claim*, not escaped."""
    return f"Claim {claim.number}: {outcome(claim, labels)}"


def anchor(title: str) -> str:
    """Return the anchor that renderers give to a heading: `#claim-17-refuted`."""
    return "#" + re.sub(r"[^\w\- ]", "", one_line(title).lower()).strip().replace(" ", "-")
