"""Cuts that a claim's words propose: between assertions, likeliest first."""

import pytest
from hypothesis import given

from factcheck.model.cuts import MOST_CUTS, cuts_of, sides
from hostile_texts import HOSTILE


@pytest.mark.parametrize(
    ("wording", "proposed"),
    [
        (
            "The mayor cut the budget in May and has since closed two libraries.",
            [("The mayor cut the budget in May.", "has since closed two libraries.")],
        ),
        (
            "The fund, which holds €2 bn, was frozen.",
            [
                ("The fund.", "which holds €2 bn, was frozen."),
                ("The fund, which holds €2 bn.", "was frozen."),
            ],
        ),
        ("It closed; nobody came.", [("It closed.", "nobody came.")]),
        ("Prices fell because demand fell", [("Prices fell", "because demand fell")]),
        ("价格下降，需求也下降。", [("价格下降。", "需求也下降。")]),
        ("Prices fell.", []),
        ("", []),
        ("and a , b", []),
    ],
)
def test_cuts_are_proposed_where_assertions_meet(
    wording: str, proposed: list[tuple[str, str]]
) -> None:
    assert [sides(wording, cut) for cut in cuts_of(wording)] == proposed


def test_no_more_cuts_are_proposed_than_somebody_looks_through() -> None:
    assert len(cuts_of("one thing, " * 200)) == MOST_CUTS


@given(HOSTILE)
def test_both_sides_are_words_of_the_claim(wording: str) -> None:
    for cut in cuts_of(wording):
        assert cut.left.end <= cut.right.start
        assert cut.between == wording[cut.left.end : cut.right.start].strip()
