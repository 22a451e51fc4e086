"""Notes and names that point to an entry: its claims are those of the places that point there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.citations import find_citations
from factcheck.model.citation import CitationKind
from lined import lined

ENTRY = "Roy, I. (2019). Quays and tides. Journal of Coasts, 3(2), 4-9."
OTHER = "Lind, R. (2011). Silt and salt. Journal of Coasts, 1(1), 2-8."


def resting(text: str) -> dict[str, list[str]]:
    """Return the claims above the list that rest on each citation, by its first word."""
    segments, claims = lined(text)
    found = find_citations(text, segments, claims)
    return {
        one.span.of(text).split(" ")[0]: [
            claims[at].text for at in one.claims if claims[at].start < text.find("\n\n")
        ]
        for one in found
        if one.kind is not CitationKind.QUOTATION
    }


POINTING = [
    (f"The quay sank [1]. Salt [2].\n\n[1] {ENTRY}\n[2] {OTHER}\n", "Roy,", ["The quay sank [1]."]),
    (f"The quay sank. [^a] Salt rose.\n\n[^a]: {ENTRY}\n", "Roy,", ["The quay sank."]),
    (f"The quay sank [1,2]. Salt rose.\n\n- [2] {OTHER}\n", "Lind,", ["The quay sank [1,2]."]),
    (f"The quay sank [1–3]. Salt rose.\n\n2. {OTHER}\n", "Lind,", ["The quay sank [1–3]."]),
    (f"The quay sank. [1][2] Salt rose.\n\n[2] {OTHER}\n", "Lind,", ["The quay sank."]),
    ("The quay sank [^7]. Salt rose.\n\n[^7]: See https://port.example/a", "https://port.example/a",
     ["The quay sank [^7]."]),
    (f"It sank (Roy, 2019). Salt rose.\n\n- {ENTRY}\n", "Roy,", ["It sank (Roy, 2019)."]),
    (f"Salt. Roy and Berg (2019) saw.\n\n- {ENTRY}\n", "Roy,", ["Roy and Berg (2019) saw."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entry", "sentences"), POINTING)
def test_an_entry_carries_the_claims_that_point_to_it(
    text: str, entry: str, sentences: list[str]
) -> None:
    assert resting(text)[entry] == sentences


@pytest.mark.parametrize(
    "text",
    [
        f"The quay sank [3]. Salt rose.\n\n[1] {ENTRY}\n",
        "The quay sank [1]. Salt.\n\n1. See https://port.example/a for it.",
        f"[1] is odd. Salt rose.\n\n[2] {ENTRY}\n",
        f"The quay sank (Roy, 2018). Salt rose.\n\n- {ENTRY}\n",
        f"It sank (Roy, 2019). Salt.\n\n- {ENTRY}\n- {ENTRY.replace('Quays', 'Mud')}\n",
    ],
)
def test_other_numbers_years_and_what_is_ambiguous_point_nowhere(text: str) -> None:
    found = resting(text)
    assert [found[entry] for entry in ("Roy,", "https://port.example/a") if entry in found] == [[]]


def test_a_mark_and_an_entry_deep_in_a_long_line_point_nowhere() -> None:
    far = "It rose. " * 200
    found = resting(f"{far}The quay sank [1].\n\n[1] {far}https://port.example/a\n")
    assert found["https://port.example/a"] == []


@given(
    st.lists(
        st.sampled_from(["[1]", "[^a]", "[1-9]", "\n", "[1]: ", " ", "Roy (2019)", "It sank."])
    )
)
def test_claims_of_any_text_are_positions_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    segments, claims = lined(text)
    for citation in find_citations(text, segments, claims):
        assert list(citation.claims) == sorted(set(citation.claims))
        assert all(0 <= at < len(claims) for at in citation.claims)
