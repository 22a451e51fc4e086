"""A roll says which claim stands where, whatever it leaves out and in whatever order."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.order import MadeClaim, ReadingOrder
from factcheck.tui.roll import Roll
from factcheck.tui.screens.search import match_beside

# Claim 6 was made after claim 2, and claim 4 taken off: 1 2 6 3 5.
ORDER = ReadingOrder(5, (4,), (MadeClaim(2, 6),))
NUMBERS = [1, 2, 6, 3, 5]


def numbers_of(roll: Roll) -> list[int]:
    return [roll.number(place) for place in range(len(roll))]


@given(st.sets(st.sampled_from(NUMBERS)), st.none() | st.permutations(NUMBERS))
def test_only_keeps_what_is_asked_for_in_the_order_of_the_roll(
    wanted: set[int], listed: list[int] | None
) -> None:
    roll = Roll(ORDER, listed, ascending=listed is None)
    found = roll.only([number for number in NUMBERS if number in wanted])
    assert numbers_of(found) == [number for number in listed or NUMBERS if number in wanted]
    assert found.ascending == roll.ascending


def test_a_number_newer_than_the_order_is_in_no_list_that_was_read_before() -> None:
    assert numbers_of(Roll(ORDER, [5, 1], ascending=False).only([1, 99])) == [1]


@given(st.sets(st.sampled_from(NUMBERS), min_size=1), st.sampled_from(NUMBERS))
def test_the_match_beside_a_claim_is_the_next_in_reading_order(
    matches: set[int], number: int
) -> None:
    roll = Roll(ORDER).only([each for each in NUMBERS if each in matches])
    around = NUMBERS.index(number)
    after = NUMBERS[around + 1 :] + NUMBERS[: around + 1]
    before = NUMBERS[around:] + NUMBERS[:around]
    following = next(each for each in after if each in matches)
    preceding = next(each for each in reversed(before) if each in matches)
    assert roll.number(match_beside(roll, number, 1, Roll(ORDER))) == following
    assert roll.number(match_beside(roll, number, -1, Roll(ORDER))) == preceding


@given(
    st.permutations(NUMBERS),
    st.sets(st.sampled_from(NUMBERS), min_size=1),
    st.sampled_from(NUMBERS),
    st.sampled_from((1, -1)),
)
def test_in_another_order_the_match_beside_a_claim_is_the_next_of_the_list(
    listed: list[int], matches: set[int], number: int, step: int
) -> None:
    roll = Roll(ORDER, listed, ascending=False)
    found = roll.only([each for each in NUMBERS if each in matches])
    at, count = listed.index(number), len(listed)
    around = [listed[(at + step * steps) % count] for steps in range(1, count + 1)]
    wanted = next(each for each in around if each in matches)
    assert found.number(match_beside(found, number, step, roll)) == wanted


@given(st.sampled_from(NUMBERS))
def test_every_claim_is_where_the_plain_roll_says(number: int) -> None:
    assert Roll(ORDER).where(number) == Roll(ORDER).place(number) == NUMBERS.index(number)
