"""Assemble the citations of a text: text, segments and claims in, citations in order out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.citations.cases import find_cases
from factcheck.citations.documents import find_documents
from factcheck.citations.identify import anchored, find_identifiers
from factcheck.citations.laws import find_laws
from factcheck.citations.publications import find_publications
from factcheck.citations.quotations import find_quotations
from factcheck.model.citation import Citation
from factcheck.model.claim import Claim
from factcheck.model.document import Link, Segment
from factcheck.model.span import Span


def find_citations(
    text: str, segments: Sequence[Segment], claims: Sequence[Claim], links: Sequence[Link] = ()
) -> tuple[Citation, ...]:
    """Find the references that stand in *text* and tie each to the claims that rest on it.

    *links* are those of the page or file that the text was read from.

    In reading order. Two citations overlap only when one of them is a quotation; of two
    references that claim the same words the longer one stays, and takes over the identifier of
    one that lies inside it. `claims` are the positions of the claims made from the segments in
    which the citation stands.
    """
    return tied(citations_in(text, segments, links), segments, claims)


def citations_in(
    text: str, segments: Sequence[Segment], links: Sequence[Link] = ()
) -> tuple[Citation, ...]:
    """Find what `find_citations` finds, not yet tied to claims."""
    references = _without_overlaps(
        (
            *anchored(links),
            *find_identifiers(text),
            *find_laws(text),
            *find_cases(text),
            *find_publications(text, segments),
            *find_documents(text, segments),
        )
    )
    return tuple(sorted((*references, *find_quotations(text)), key=_place))


def _place(citation: Citation) -> tuple[int, int]:
    return citation.span.start, -citation.span.end


def _without_overlaps(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Keep, of references that overlap, the longest; its identifier may come from the others."""
    kept: list[Citation] = []
    for citation in sorted(citations, key=_place):
        if kept and kept[-1].span.overlaps(citation.span):
            kept[-1] = _merged(kept[-1], citation)
        else:
            kept.append(citation)
    return tuple(kept)


def _merged(first: Citation, second: Citation) -> Citation:
    longer, shorter = (first, second) if _length(first) >= _length(second) else (second, first)
    return replace(longer, identifier=longer.identifier or shorter.identifier)


def _length(citation: Citation) -> int:
    return citation.span.end - citation.span.start


def tied(
    citations: Iterable[Citation], segments: Sequence[Segment], claims: Sequence[Claim]
) -> tuple[Citation, ...]:
    """Return the citations with the positions of the claims whose segments they stand in."""
    starts = [segment.span.start for segment in segments]
    made_from: dict[int, set[int]] = {}
    for position, claim in enumerate(claims):
        for span in claim.spans:
            for index in _overlapping(span, starts):
                made_from.setdefault(index, set()).add(position)
    return tuple(
        replace(
            citation,
            claims=tuple(
                sorted(
                    set().union(
                        *(made_from.get(i, set()) for i in _overlapping(citation.span, starts))
                    )
                )
            ),
        )
        for citation in citations
    )


def _overlapping(span: Span, starts: Sequence[int]) -> range:
    """Return the positions of the segments that share a character with *span*."""
    return range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end))
