"""Ask where spans lie: ordered spans in, yes or no, or positions, out."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.document import Role
from factcheck.model.reading import Reading
from factcheck.model.span import Span

_BREAK = re.compile("\n")
# Claims that begin before a place and may still reach it: those of one or two sentences.
_CANDIDATES = 32
# Claims behind a place that "critics say" there may still introduce.
_REPORTED = 8


def any_contains(spans: Sequence[Span], span: Span) -> bool:
    """Say whether one of *spans*, which are in order and do not overlap, contains *span*."""
    position = bisect_right(spans, span.start, key=lambda other: other.start) - 1
    return position >= 0 and spans[position].contains(span)


def any_overlaps(spans: Sequence[Span], parts: Sequence[Span]) -> bool:
    """Say whether one of *parts* overlaps one of *spans*, which are in order of their starts.

    Only the few spans that begin before a part can reach into it: those of its own sentence.
    """
    for part in parts:
        end = bisect_right(spans, part.end - 1, key=lambda other: other.start)
        if any(other.overlaps(part) for other in spans[max(0, end - _CANDIDATES) : end]):
            return True
    return False


def positions_at(claims: Sequence[Claim], starts: Sequence[int], span: Span) -> tuple[int, ...]:
    """Return the positions of the claims of which a span, or the source, overlaps *span*.

    *starts* are the starts of *claims*, which are in reading order of their first span.
    """
    end = bisect_right(starts, span.end - 1)
    near = range(max(0, end - _CANDIDATES), min(len(claims), end + _REPORTED))
    return tuple(i for i in near if any(part.overlaps(span) for part in _parts(claims[i])))


def _parts(claim: Claim) -> tuple[Span, ...]:
    """Return the spans of a claim and those that say whose words it is."""
    if claim.attribution is None:
        return claim.spans
    return (*claim.spans, *claim.attribution.source, *claim.attribution.cue)


def block_starts(reading: Reading) -> list[int]:
    """Return where each paragraph begins; a list is one with the line that leads into it."""
    roles = _roles_by_line(reading)
    starts = [0]
    before: Role | None = None
    for start, role in roles:
        joined = role is Role.LIST_ITEM and before in {Role.LIST_ITEM, Role.LEAD_IN}
        if not joined and start > 0:
            starts.append(start)
        before = role
    return starts


def block_of(starts: Sequence[int], at: int) -> int:
    """Return the number of the paragraph in which a character stands, from 0."""
    return bisect_right(starts, at) - 1


def _roles_by_line(reading: Reading) -> Iterator[tuple[int, Role]]:
    """Yield where each line with words begins, and the role of its last segment."""
    breaks = [0, *(found.end() for found in _BREAK.finditer(reading.document.text))]
    lines: dict[int, Role] = {}
    for segment in reading.segments:
        if segment.role is not Role.SEPARATOR:
            lines[breaks[bisect_right(breaks, segment.span.start) - 1]] = segment.role
    yield from lines.items()
