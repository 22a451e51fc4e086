"""Tie citations to the claims that rest on them: citations, segments and claims in, the same out.

A claim rests on what its sentence cites, on what its list item begins with, on what announces the
quotation or list that it stands in, and on what its sentence says was cited above.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from factcheck.citations.pointing import pointed
from factcheck.model.citation import Citation, CitationKind
from factcheck.model.claim import Claim
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span

_ANNOUNCED = {Role.QUOTATION, Role.LIST_ITEM, Role.SEPARATOR}
_CITED_ABOVE = re.compile(
    r"\s(?:(?:that\s(?:was|were|is|are)\s)?(?:cited|mentioned|quoted|linked|described|named)\s"
    r"(?:above|earlier|before))\b"
)
# No list that one document announces is longer; it keeps the work for each citation bounded.
_MOST = 200
# An item begins with a citation behind its bullet and a word or two ("See …").
_AT_ONCE = 8


def tied(
    text: str, citations: Sequence[Citation], segments: Sequence[Segment], claims: Sequence[Claim]
) -> tuple[Citation, ...]:
    """Return *citations*, in reading order, with the positions of the claims that rest on each."""
    starts = [segment.span.start for segment in segments]
    made_from = _claims_of_segments(claims, starts)
    found: list[Citation] = []
    for citation in citations:
        places = _places(text, citation, segments, starts)
        resting = sorted(set().union(*(made_from.get(place, set()) for place in places)))
        found.append(replace(citation, claims=tuple(resting)))
        _add_to_antecedent(text, found)

    def claims_at(place: int) -> set[int]:
        at = _overlapping(Span(place, place + 1), starts)
        return set().union(*(made_from.get(each, set()) for each in at))

    return pointed(text, found, claims_at)


def _claims_of_segments(claims: Sequence[Claim], starts: Sequence[int]) -> dict[int, set[int]]:
    made_from: dict[int, set[int]] = {}
    for position, claim in enumerate(claims):
        for span in claim.spans:
            for place in _overlapping(span, starts):
                made_from.setdefault(place, set()).add(position)
    return made_from


def _overlapping(span: Span, starts: Sequence[int]) -> range:
    """Return the positions of the segments that share a character with *span*."""
    return range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end))


def _places(
    text: str, citation: Citation, segments: Sequence[Segment], starts: Sequence[int]
) -> Iterable[int]:
    """Return the segments whose claims rest on a citation; a quotation is no source."""
    own = _overlapping(citation.span, starts)
    if citation.kind is CitationKind.QUOTATION or not own:
        return own
    last = segments[own[-1]]
    end = min(len(segments), own[-1] + 1 + _MOST)
    following = (segments[place] for place in range(own[-1] + 1, end))
    if last.role is Role.LEAD_IN:
        more: Iterable[Segment] = takewhile(lambda segment: segment.role in _ANNOUNCED, following)
    elif last.role is Role.LIST_ITEM and _opens(text, citation, segments[own[0]]):
        more = _rest_of_item(text, following)
    else:
        return own
    return range(own[0], own[-1] + 1 + sum(1 for _ in more))


def _opens(text: str, citation: Citation, segment: Segment) -> bool:
    """Say whether an item of a list begins with a citation."""
    at_once = citation.span.start < segment.span.start + _AT_ONCE
    return at_once and _begins_line(text, segment)


def _begins_line(text: str, segment: Segment) -> bool:
    return text[max(0, segment.span.start - 1) : segment.span.start] in {"", "\n"}


def _rest_of_item(text: str, following: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the sentences of an item after the one it begins with: those in the same line."""
    for segment in following:
        if _begins_line(text, segment) or segment.role is not Role.LIST_ITEM:
            return
        yield segment


def _add_to_antecedent(text: str, found: list[Citation]) -> None:
    """Let the claims of "the report cited above" rest on the report before it as well."""
    last = found[-1]
    if last.kind is CitationKind.QUOTATION or not _CITED_ABOVE.match(text, last.span.end):
        return
    for place in range(len(found) - 2, -1, -1):
        if found[place].kind is last.kind:
            claims = tuple(sorted({*found[place].claims, *last.claims}))
            found[place] = replace(found[place], claims=claims)
            return
