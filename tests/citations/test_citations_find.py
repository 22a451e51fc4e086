"""The citations of a whole text: order, overlaps, ties to claims, and any text at all."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from factcheck.citations import find_citations
from factcheck.model.citation import CitationKind
from hostile_texts import HOSTILE
from lined import lined

SEED = Path(__file__).parents[2] / "seeds" / "000_c312bf23caa994f9.txt"


def test_a_citation_is_tied_to_the_claims_of_its_sentence() -> None:
    text = "It rained. The dam broke (https://a.example/b). Nobody was hurt."
    (link,) = find_citations(text, *lined(text))
    assert link.claims == (1,)


def test_a_reference_takes_over_the_identifier_that_lies_in_it() -> None:
    text = (
        "- Why Rivers Bend, Journal of Streams 12 (2019).\n"
        "- Roy, I. (2011). The port at night. A, 10.1234/ab."
    )
    first, second = find_citations(text, *lined(text))
    assert first.identifier is None
    assert second.identifier is not None
    assert second.identifier.value == "10.1234/ab"
    assert (first.claims, second.claims[:1]) == ((0,), (1,))


def test_the_longer_of_two_references_stays_even_when_it_begins_later() -> None:
    text = "Under the Ports Act of 1990 report by the Audit Office of Dale it was so."
    citations = find_citations(text, *lined(text))
    assert len(citations) == 1


def test_a_title_in_quotation_marks_is_no_quotation() -> None:
    text = '1. Lind, Rosa, "The mayor knew of the leak," The Harbour Sun, 2021.\n'
    (found,) = find_citations(text, *lined(text))
    assert found.kind is CitationKind.PUBLICATION


def test_without_segments_nothing_is_tied() -> None:
    (link,) = find_citations("http://a.example/b", (), ())
    assert link.claims == ()


@pytest.fixture(scope="module")
def seed() -> str:
    return SEED.read_text(encoding="utf-8")


def test_every_item_of_the_list_of_works_is_a_publication_or_a_standard(seed: str) -> None:
    citations = find_citations(seed, *lined(seed))
    listed = [c for c in citations if seed[: c.span.start].endswith("- ")]
    kinds = [citation.kind for citation in listed]
    assert kinds.count(CitationKind.PUBLICATION) == 8
    assert kinds.count(CitationKind.STANDARD) == 1
    assert all(citation.claims for citation in listed)


def test_the_bill_of_the_article_is_found_with_its_name(seed: str) -> None:
    bills = [c for c in find_citations(seed, *lined(seed)) if c.kind is CitationKind.BILL]
    assert [bill.identifier.value for bill in bills if bill.identifier] == ["hr1516"]
    assert [name for name, _ in bills[0].fields] == ["number", "title"]


@given(HOSTILE)
def test_references_of_any_text_are_ordered_and_do_not_overlap(text: str) -> None:
    segments, claims = lined(text)
    citations = find_citations(text, segments, claims)
    spans = [citation.span for citation in citations]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(position < len(claims) for citation in citations for position in citation.claims)
    references = [c.span for c in citations if c.kind is not CitationKind.QUOTATION]
    assert not any(a.overlaps(b) for a, b in pairwise(references))


@pytest.mark.parametrize(
    "text", ['"' * 9999, "“a" * 9999, "Act of " * 5000, "(" * 9999, "1" * 9999]
)
def test_monotonous_texts_are_read_without_citations_of_use(text: str) -> None:
    assert len(find_citations(text, *lined(text))) <= len(text)
