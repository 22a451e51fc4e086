"""Say what came of a claim: the words and the anchors that every format uses.

In: the scale, claim records and the words of a language. Out: plain text, not escaped.
"""

import re
from collections.abc import Iterable, Mapping

from factcheck.export.words import Words
from factcheck.model.records import AttributionRecord
from factcheck.model.verdict import Verdict
from factcheck.model.visible import one_line

# What a claim without a verdict can be, in the order in which reports count them.
WITHOUT_VERDICT = ("disagreement", "deferred", "open")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}(?:\.\d+)?Z")


def labels_of(scale: Iterable[Verdict], words: Words) -> dict[str, str]:
    """Return the label of each verdict of *scale*, by its name."""
    return {verdict.verdict: words.label(verdict) for verdict in scale}


def outcome(verdict: str | None, status: str, labels: Mapping[str, str], words: Words) -> str:
    """Return the label of a verdict, or why there is none.

    A verdict that the scale does not know, because a desk replaced it, is called by its name.
    """
    if verdict is not None:
        return labels.get(verdict, verdict)
    return words(f"status.{status if status in WITHOUT_VERDICT else 'open'}")


def heading(number: int, came_to: str, words: Words) -> str:
    """Return the heading of the section on a claim."""
    return words("claim.title", n=number, outcome=came_to)


def anchor(title: str) -> str:
    """Return the anchor that renderers give to a heading: `#claim-17-refuted`."""
    return "#" + re.sub(r"[^\w\- ]", "", one_line(title).lower()).strip().replace(" ", "-")


def moment(at: str) -> str:
    """Return a time of an event to the minute: "2026-03-02 12:00 UTC"; other text as it is."""
    return _MOMENT.sub(r"\1 \2 UTC", at)


def by(reviewer: str, at: str) -> str:
    """Return who did a thing and when."""
    return f"{reviewer}, {moment(at)}"


def attributed(attribution: AttributionRecord | None, words: Words) -> str:
    """Return who the text makes responsible for a claim, and by which words."""
    if attribution is None:
        return words("claim.article")
    source = attribution.source
    if not attribution.named:
        source = words("claim.unnamed", source=source)
    return source + (f", “{attribution.cue.strip()}”" if attribution.cue.strip() else "")


def rating_of(verdict: str | None, scale: Iterable[Verdict]) -> Verdict | None:
    """Return the verdict of *scale* called *verdict*, None where it has none of that name."""
    return next((one for one in scale if one.verdict == verdict), None)
