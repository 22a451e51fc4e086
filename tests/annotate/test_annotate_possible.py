"""Expressions that are asked for only where a cheaper question says yes: nothing is lost by it."""

import re
from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import addresses, dates, kinds, measures, phrasings, quantities
from factcheck.model.span import Span

_PHRASES = (
    "one of the ", "two of the ", "most ", "world’s ", "best ", "top", "seems ", "seem to be ",
    "appeared ", "not ", "happy ", "don’t ", "does not ", "really ", "care", "secretly ", "feared ",
    "no longer wants", "an army of ", "hordes of ", "angry ", "clients", "Mob of ", " ",
)  # fmt: skip
_MEASURES = (
    "5", "8", "1,200", "3.5", " ", "-", " million ", "km", "km2", " miles", " long", "m²", " (",
    " [", ", or ", " or ", "about ", "or roughly ", ")", "feet", "\n", " C ", "$",
)  # fmt: skip
_AMOUNTS = (
    "$5", "12", "half", "Twenty-one", "one", "one of", "a third", "two-thirds", " million",
    "%", " per cent", " ", "more than ", "of ", "ten", "Points", "none",
)  # fmt: skip
_DATES = (
    "May ", "5", "Mon., ", "Sept. ", "12th of ", "March", "2024-03-05", ", 2021", " ", "Mayor ",
    "Jan. ", "on ", "3rd ", "a Friday", "-19",
)  # fmt: skip
_ADDRESSES = (
    "https://", "WWW.", "www.", "ada.roy@", "harbour.", "com", "org", "io", "/tides?a=1", "](", ")",
    " ", "[us", ".", "co.uk", "1",
)  # fmt: skip
_BOUNDS = ("more than ", "fewer\nthan ", "As many as ", "as MUCH as ", "200", "a dozen", " or ")


def _texts(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        pytest.param(phrasings._RANKED, phrasings._ONE_OF_THE_MOST, id="ranked"),
        pytest.param(phrasings._INWARD_WORDS, phrasings._INWARD, id="inward"),
        pytest.param(phrasings._MASSES, phrasings._MASS, id="masses"),
    ],
)
@given(text=_texts(_PHRASES))
def test_phrasings_are_found_as_if_looked_for_everywhere(
    words: Collection[str], expression: str, text: str
) -> None:
    found = phrasings._spans(words, expression, text, Span(0, len(text)))
    assert [*found] == [Span(*one.span()) for one in re.finditer(expression, text)]


@given(_texts(_MEASURES))
def test_every_pair_of_measures_is_possible(text: str) -> None:
    pairs = re.finditer(measures._PAIR.expression, text)
    assert all(measures._TWICE.search(pair.group()) for pair in pairs)


@pytest.mark.parametrize("unit", measures._KINDS)
def test_a_pair_of_any_unit_is_possible(unit: str) -> None:
    pair = f"5 {unit} (8 {unit})"
    assert re.search(measures._PAIR.expression, pair)
    assert measures._TWICE.search(pair)


@given(_texts(_AMOUNTS))
def test_amounts_are_found_as_if_looked_for_everywhere(text: str) -> None:
    found = quantities.quantities(text, Span(0, len(text)))
    assert found == tuple(map(quantities._quantity, quantities._QUANTITY.finditer(text)))


@given(_texts(_DATES))
def test_every_date_is_possible(text: str) -> None:
    found = re.finditer(dates._DATE, text)
    assert all(any(sign in one.group() for sign in dates._SIGNS) for one in found)


@given(_texts(_BOUNDS))
def test_bounds_are_taken_away_as_if_looked_for_everywhere(text: str) -> None:
    assert kinds._unbounded(text) == re.sub(kinds._BOUND, "", text)


@given(_texts(_ADDRESSES))
def test_addresses_are_found_as_if_looked_for_everywhere(text: str) -> None:
    everywhere = re.finditer(addresses._ADDRESS.expression, text)
    assert addresses.find_addresses(text) == tuple(Span(*one.span()) for one in everywhere)
