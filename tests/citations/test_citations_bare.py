"""Identifiers without their scheme: what place they need, and numbers that only look so."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.citations import find_identifiers
from hostile_texts import MARKUP
from marks import unmark

BARE = [
    ("⟦9912.12345v2⟧", "arXiv:9912.12345v2"),
    ("⟦2105.01234⟧", "arXiv:2105.01234"),
    ("Heard first.\n- ⟦1405.1234⟧.\nAnd then.", "arXiv:1405.1234"),
    ("[12] ⟦2105.01234⟧", "arXiv:2105.01234"),
    ("They put it on arXiv in May (⟦2105.01234⟧).", "arXiv:2105.01234"),
    ("It is described in ⟦2105.01234v3⟧ at length.", "arXiv:2105.01234v3"),
    ("Roy, I., & Berg, T. (2017). On quays and cranes. CoRR abs/⟦1706.03762⟧.", "arXiv:1706.03762"),
    ("⟦9783468111242⟧", "9783468111242"),
    ("⟦0-393-04002-X⟧", "9780393040029"),
    (
        "Roy, I. (1983). How the Quays Lie. Oxford: Clarendon Press. ⟦0-19-824704-4⟧",
        "9780198247043",
    ),
    ("She is ⟦0000-0002-1825-0097⟧ there.", "0000-0002-1825-0097"),
    ("Filed as\n⟦10013/epic.10033⟧\nby us.", "10013/epic.10033"),
    ("- ⟦0000000218250097⟧", "0000-0002-1825-0097"),
    (" ⟦12082125⟧\n", "12082125"),
    ("⟦2434561x⟧", "2434-561X"),
    ("⟦15626865⟧", "1562-6865"),
    ("https://www.doi.org/10.1000/Xyz", "10.1000/xyz"),
    ("https://arxiv.org/abs/math.GT/0309136v1?context=x", "arXiv:math/0309136v1"),
    ("⟦pmid: 12082125⟧", "12082125"),
]


@pytest.mark.parametrize(("marked", "value"), BARE)
def test_an_identifier_is_known_by_where_it_stands(marked: str, value: str) -> None:
    text, spans = unmark(marked)
    (found,) = find_identifiers(text)
    assert found.identifier
    assert found.identifier.value == value
    assert (found.span,) == (spans or (found.span,))


NUMBERS = [
    "It rose to 2105.01234 points.",
    "The ratio was 1405.1234 in 2014.",
    "2113.01234",  # no month
    "1405.01234",  # five digits were not given then
    "2105.1234",  # and four no more
    "0601.1234",  # before there were such numbers
    "On arXiv it cost $2105.01234.",
    "arXiv moved to 2105.01234% of it",
    "preprints of 2105.01234.5",
    "10.2105.01234",
    "It began on 2011.1205 and ended.",
    "Call 0-393-04002-X now.",
    "9783468111243",  # a wrong check digit
    "2434562x",
    "The vote was 10013/epic.10033 then.",
    "Card 0000000218250097 is lost.",
    "0000000218250098",
    "12082125 people",
    "The number 9783468111242 was drawn.",
    "The badge 0000-0002-1825-0098 is lost.",
    "ISBN \n\n" + "x " * 40 + "0-393-04002-X is far",
    "Roy, I. (1983). " + "How the Quays Lie " * 70 + "2105.01234",
]


@pytest.mark.parametrize("text", NUMBERS)
def test_decimals_dates_and_sums_are_no_identifiers(text: str) -> None:
    assert find_identifiers(text) == ()


PIECES = st.sampled_from(
    ["2105.01234", "v1", "\n", " ", "arXiv:", "978", "0-393-04002-X", "0000-0002-1825-0097", "("]
)


@given(st.lists(PIECES | MARKUP).map("".join))
def test_identifiers_stand_in_the_text_and_apart(text: str) -> None:
    found = find_identifiers(text)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in found)
