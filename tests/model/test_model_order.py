"""Places in the list and numbers of claims: each leads to the other."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.order import MadeClaim, ReadingOrder, in_order


def slow(order: ReadingOrder) -> list[int]:
    """Return the numbers on the list as they stand there, the obvious way."""
    everything = [((n, 0), n, n not in order.gone) for n in range(1, order.read + 1)]
    everything += [((one.after, one.number), one.number, one.listed) for one in order.made]
    return [number for _, number, listed in sorted(everything) if listed]


@st.composite
def orders(draw: st.DrawFn) -> ReadingOrder:
    read = draw(st.integers(0, 30))
    gone = draw(st.sets(st.integers(1, read), max_size=read)) if read else set()
    places = draw(st.lists(st.tuples(st.integers(0, read), st.booleans()), max_size=12))
    made = [MadeClaim(after, read + 1 + i, listed) for i, (after, listed) in enumerate(places)]
    return in_order(read, list(gone), made)


@given(orders(), st.integers(-2, 50), st.integers(0, 50))
def test_numbers_are_those_of_the_obvious_list(order: ReadingOrder, first: int, count: int) -> None:
    wanted = slow(order)
    assert order.count == len(wanted)
    assert list(order.numbers(1, order.count)) == wanted
    page = wanted[max(first, 1) - 1 : max(first + count - 1, 0)]
    assert list(order.numbers(first, count)) == page


@given(orders())
def test_a_place_leads_back_to_its_number(order: ReadingOrder) -> None:
    numbers = slow(order)
    assert list(map(order.place_of, numbers)) == list(range(1, len(numbers) + 1))


@given(orders())
def test_what_is_off_the_list_has_the_place_where_it_would_stand(order: ReadingOrder) -> None:
    listed = slow(order)
    keys = {n: (n, 0) for n in range(1, order.read + 1)}
    keys |= {one.number: (one.after, one.number) for one in order.made}
    assert order.highest == len(keys)
    for number, key in keys.items():
        before = sum(keys[other] < key for other in listed)
        assert order.place_of(number) == max(1, min(before + 1, len(listed)))


def test_a_number_that_no_claim_has_leads_to_the_end() -> None:
    assert ReadingOrder(3).place_of(99) == 3
    assert ReadingOrder(0).place_of(1) == 1
    assert [*map(ReadingOrder(3, (2,)).place_of, [1, 3])] == [1, 2]
