"""Cuts worth proposing: a verb on both sides, at the edge of a clause if there is one."""

import pytest
from hypothesis import given

from factcheck.model.cuts import cuts_of, sides
from factcheck.segment.cutting import clause_cuts
from hostile_texts import HOSTILE


@pytest.mark.parametrize(
    ("wording", "proposed"),
    [
        (
            "The mayor cut the budget in May and has since closed two libraries.",
            [("The mayor cut the budget in May.", "has since closed two libraries.")],
        ),
        (
            "In at least one ward, nurses were paid by a rival firm and sent it reports.",
            [("In at least one ward, nurses were paid by a rival firm.", "sent it reports.")],
        ),
        (
            "The town bought lamps and buses and closed two libraries.",
            [("The town bought lamps and buses.", "closed two libraries.")],
        ),
        (
            "After the mine closed in May, the firm moved to Oslo.",
            [("After the mine closed in May.", "the firm moved to Oslo.")],
        ),
        (
            "Roy said that the port loses money and that it will close.",
            [("Roy said that the port loses money.", "that it will close.")],
        ),
        (
            "The fund, which holds shares, was frozen and was sold.",
            [("The fund, which holds shares, was frozen.", "was sold.")],
        ),
        ("The ferry sank; nobody was hurt.", [("The ferry sank.", "nobody was hurt.")]),
        ("Prices fell because demand fell", [("Prices fell", "because demand fell")]),
    ],
)
def test_a_cut_leaves_an_assertion_on_both_sides(
    wording: str, proposed: list[tuple[str, str]]
) -> None:
    assert [sides(wording, cut) for cut in clause_cuts(wording)] == proposed


@pytest.mark.parametrize(
    "wording",
    [
        "Boats and lamps for the old port of Dale and the town of Vik.",
        "Dale and Vik built a port.",
        "The names of those who rowed and of their boats are not known.",
        "The firm has ties to the port (the old one, which lost money).",
        "The firm called it “a port that grew and has paid its debts”.",
        "In at least one case, nurses were paid.",
        "Roy said that the port loses money.",
        "Prices fell.",
        "",
    ],
)
def test_without_an_assertion_on_both_sides_nothing_is_proposed(wording: str) -> None:
    assert clause_cuts(wording) == ()


@pytest.mark.parametrize(
    "wording", ["价格下降，需求也下降。", "The town grew, and " + "very, " * 200 + "it shrank."]
)
def test_what_is_not_parsed_keeps_all_its_cuts(wording: str) -> None:
    assert clause_cuts(wording) == cuts_of(wording) != ()


@given(HOSTILE)
def test_no_cut_is_made_up(wording: str) -> None:
    assert set(clause_cuts(wording)) <= set(cuts_of(wording))
