"""What rests on a citation: its sentence, its item, what it announces, what says "cited above"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.citations import find_citations
from factcheck.segment import claims_of, split
from hostile_texts import MARKUP
from lined import lined

RESTING = [
    (
        "A Harbour Board report was blunt. The quay sank.",
        {"A Harbour Board report": ["A Harbour Board report was blunt."]},
    ),
    (
        "- Water meters — national standard of 2016. It was late. It was dear.\n- They rust.\n",
        {"Water meters — national standard of 2016": ["Water", "It was late.", "It was dear."]},
    ),
    (
        "- Boats sank. A Harbour Board report noted it. It was late.\n",
        {"A Harbour Board report": ["A Harbour Board report noted it."]},
    ),
    (
        "A Harbour Board report lists these:\n- Boats sank.\n- Piers rust.\nThe town sleeps.\n",
        {"A Harbour Board report": ["Boats sank.", "Piers rust."]},
    ),
    (
        "A Harbour Board report was blunt. Three died, says the Harbour Board report cited above.",
        {
            "A Harbour Board report": ["A Harbour Board report was blunt.", "Three died"],
            "the Harbour Board report": ["Three died"],
        },
    ),
    (
        "An Acme web post was kind. Three died, says the Harbour Board report cited above.",
        {"An Acme web post": ["An Acme web post was kind."]},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), RESTING)
def test_claims_rest_on_a_citation(text: str, wanted: dict[str, list[str]]) -> None:
    segments, claims = lined(text)
    found = {
        each.span.of(text): [claims[place].text for place in each.claims]
        for each in find_citations(text, segments, claims)
    }
    for words, starts in wanted.items():
        assert len(found[words]) == len(starts)
        assert all(map(str.startswith, found[words], starts))


def test_a_quotation_that_a_document_announces_rests_on_it() -> None:
    text = (
        "The port spent €2 m in 2019.\n"
        "An Acme press release described the work (translated by Google):\n"
        "After the day’s work, Ines Roy walked home. Her coat was green.\n"
        "“The Star Project” builds a bridge.\n"
    )
    segments = split(text)
    claims = claims_of(text, segments)
    (release,) = (
        each for each in find_citations(text, segments, claims) if each.kind == "press-release"
    )
    stated = [claims[place].text for place in release.claims]
    assert any("Her coat was green" in claim for claim in stated)
    assert not any("€2 m" in claim for claim in stated)


def test_a_text_without_segments_has_no_claims() -> None:
    (report,) = find_citations("A Harbour Board report was blunt.", (), ())
    assert report.claims == ()


PIECES = st.sampled_from(
    ["A Harbour Board report", " cited above", ":\n", "- ", ". ", "\n", "“It is so here,” Roy said",
     "H.R. 2 passed the House", "Water meters — national standard of 2016"]
)  # fmt: skip


@given(st.lists(PIECES | MARKUP, max_size=12).map("".join))
def test_claims_are_positions_in_order_once_each(text: str) -> None:
    segments, claims = lined(text)
    for citation in find_citations(text, segments, claims):
        assert list(citation.claims) == sorted(set(citation.claims))
        assert all(0 <= place < len(claims) for place in citation.claims)
