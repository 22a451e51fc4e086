"""Assemble the citations of a text: text, segments and claims in, citations in order out."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.citations.cases import find_cases
from factcheck.citations.documents import find_documents
from factcheck.citations.identify import anchored, find_identifiers
from factcheck.citations.laws import find_laws
from factcheck.citations.publications import find_publications
from factcheck.citations.quotations import find_quotations
from factcheck.citations.resting import tied
from factcheck.model.citation import Citation
from factcheck.model.claim import Claim
from factcheck.model.document import Link, Segment
from factcheck.model.span import Span


def find_citations(
    text: str,
    segments: Sequence[Segment],
    claims: Sequence[Claim],
    links: Sequence[Link] = (),
    *,
    with_casebook: bool = False,
) -> tuple[Citation, ...]:
    """Find the references that stand in *text* and tie each to the claims that rest on it.

    *links* are those of the page or file that the text was read from; *with_casebook* asks eyecite
    for court cases where it is installed.

    In reading order. Two citations overlap only when one of them is a quotation; of two
    references that claim the same words the longer one stays, and takes over the identifier of
    one that lies inside it. `claims` are the positions of the claims that rest on the citation.
    """
    found = citations_in(text, segments, links, with_casebook=with_casebook)
    return tied(text, found, segments, claims)


def citations_in(
    text: str,
    segments: Sequence[Segment],
    links: Sequence[Link] = (),
    *,
    with_casebook: bool = False,
) -> tuple[Citation, ...]:
    """Find what `find_citations` finds, not yet tied to claims."""
    references = _without_overlaps(
        (
            *anchored(links),
            *find_identifiers(text),
            *find_laws(text),
            *find_cases(text, with_casebook=with_casebook),
            *find_publications(text, segments),
            *find_documents(text, segments),
        )
    )
    titles = [s for reference in references for name, s in reference.fields if name == "title"]
    quotations = (q for q in find_quotations(text) if not _in_any(q.span, titles))
    return tuple(sorted((*references, *quotations), key=_place))


def _place(citation: Citation) -> tuple[int, int]:
    return citation.span.start, -citation.span.end


def _in_any(span: Span, titles: Sequence[Span]) -> bool:
    """Say whether *span* shares a character with a title; those are in order and apart."""
    following = bisect_left(titles, span.end, key=lambda title: title.start)
    return following > 0 and titles[following - 1].end > span.start


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
