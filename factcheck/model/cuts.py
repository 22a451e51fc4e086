"""Where a claim can be cut in two: a wording in, the cuts that its words propose out.

A cut is a proposal to a person, who sees both sides and changes them; nothing is cut by it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.span import Span, trimmed

# What may stand between two assertions, the stronger sign first: a mark, a conjunction, a relative.
# White space is one space: a wording has no other.
_JOINTS = (
    re.compile(r" ?; ?| [–—] |—|[；。]"),
    re.compile(r",? (?:and|but|while|whereas|yet|or) (?:then |also )?", re.IGNORECASE),
    re.compile(r", (?=(?:which|who|whose|where|when) )", re.IGNORECASE),
    re.compile(r" (?=(?:because|although|after|before|that) )", re.IGNORECASE),
    re.compile(r", |[，、]"),
)
# A side needs so many letters to be a claim of its own.
_LEAST = 2
# Nobody goes through more proposals than that, and a claim can be a whole page.
MOST_CUTS = 40
_FINAL = ".!?。！？…"


@dataclass(frozen=True, slots=True)
class Cut:
    """A place to cut: the words on its left and right, and those between that are left out."""

    left: Span
    right: Span
    between: str


def cuts_of(wording: str) -> tuple[Cut, ...]:
    """Return the cuts that *wording* proposes, at most `MOST_CUTS`: the likeliest kind first.

    Within one kind they stand in reading order. Spans are offsets into *wording*, trimmed.
    """
    found: dict[tuple[int, int], Cut] = {}
    for joint in _JOINTS:
        for cut in _at(joint, wording):
            if len(found) == MOST_CUTS:
                return tuple(found.values())
            if not any(cut.left.end < end and start < cut.right.start for start, end in found):
                found[cut.left.end, cut.right.start] = cut
    return tuple(found.values())


def _at(joint: re.Pattern[str], wording: str) -> Iterator[Cut]:
    letters = [i for i, character in enumerate(wording) if character.isalnum()]
    if len(letters) < 2 * _LEAST:
        return
    first, last = letters[_LEAST - 1], letters[-_LEAST]
    for place in joint.finditer(wording, first + 1, last):
        left = trimmed(Span(0, place.start()), wording)
        right = trimmed(Span(place.end(), len(wording)), wording)
        yield Cut(left, right, place[0].strip())


def sides(wording: str, cut: Cut) -> tuple[str, str]:
    """Return the words on both sides of *cut*; the left side ends as the wording does."""
    final = wording[-1:] if wording[-1:] in _FINAL else ""
    left = cut.left.of(wording).rstrip(",")
    return (left if left[-1:] in _FINAL else left + final, cut.right.of(wording))
