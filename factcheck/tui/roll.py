"""The claims of the list in their order: row i is the i-th.

In: the reading order of the article, and the numbers of the claims as they come. Out: numbers by
place, places by number. Eight bytes are kept for a claim, and none where the list is every claim.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.order import ReadingOrder


class Roll:
    """Numbers of claims by their place in the list, from 0.

    `is_plain` says that it is every claim in reading order; such a roll cannot be changed.
    `ascending` says that it is in reading order, as *order* has it. `complete` says that no more
    numbers are to come.
    """

    def __init__(self, order: ReadingOrder, numbers: Iterable[int] | None = None, *,
                 ascending: bool = True) -> None:  # fmt: skip
        self.order = order
        self._numbers = None if numbers is None else array("q", numbers)
        self.ascending = ascending
        self.complete = self.is_plain

    @property
    def is_plain(self) -> bool:
        """Say whether it is every claim in reading order."""
        return self._numbers is None

    def __len__(self) -> int:
        return self.order.count if self._numbers is None else len(self._numbers)

    def between(self, first: int, count: int) -> Sequence[int]:
        """Return the numbers at *count* places from *first*, fewer at the end."""
        if self._numbers is None:
            return self.order.numbers(first + 1, count)
        return self._numbers[first : first + count]

    def number(self, place: int) -> int:
        """Return the number at *place*, which there is."""
        return self.between(place, 1)[0]

    def place(self, number: int, near: int = 0) -> int | None:
        """Return where *number* stands, None where it does not; quickly if it is beside *near*."""
        if self._numbers is None:
            return self.order.place_of(number) - 1 if self.order.holds(number) else None
        count = len(self._numbers)
        for place in (near, near + 1, near - 1, 0, count - 1):
            if 0 <= place < count and self._numbers[place] == number:
                return place
        if self.ascending:
            place = self.where(number)
            return place if place < count and self._numbers[place] == number else None
        try:
            return self._numbers.index(number)
        except ValueError:
            return None

    def following(self, number: int) -> int | None:
        """Return the place of *number* or of what follows it, None where that is not told yet."""
        if self._numbers is None:
            return self.order.place_of(number) - 1 if len(self) else None
        place = self.where(number) if self.ascending else len(self._numbers)
        return place if place < len(self._numbers) else None

    def where(self, number: int) -> int:
        """Return the place where *number* is or belongs; the roll is in reading order."""
        if self._numbers is None:
            return self.order.before(number)
        if self.order.is_by_number:
            return bisect_left(self._numbers, number)
        return bisect_left(self._numbers, self.order.before(number), key=self.order.before)

    def only(self, numbers: Sequence[int]) -> "Roll":
        """Return those of *numbers*, which are in reading order, that are here, in this order."""
        if self._numbers is None:
            return Roll(self.order, numbers)
        # A byte a claim, where a set would take sixty.
        wanted = bytearray(1 + max(max(numbers, default=0), max(self._numbers, default=0)))
        for number in numbers:
            wanted[number] = True
        here = (number for number in self._numbers if wanted[number])
        return Roll(self.order, here, ascending=self.ascending)

    def extend(self, numbers: Iterable[int]) -> None:
        """Add numbers at the end."""
        if self._numbers is not None:
            self._numbers.extend(numbers)

    def insert(self, number: int, near: int) -> int:
        """Put *number* where it belongs, or below *near* where that is not told; return where."""
        if self._numbers is None:
            return self.order.place_of(number) - 1
        place = self.where(number) if self.ascending else near + 1
        place = min(max(place, 0), len(self._numbers))
        self._numbers.insert(place, number)
        return place

    def follow(self, order: ReadingOrder) -> tuple[int, ...]:
        """Take over a newer order, without what is off it; return what has come onto it."""
        went, came = self.order.changes(order)
        for number in went:
            place = self.place(number)
            if place is not None:
                self.remove(place)
        self.order = order
        return came

    def remove(self, place: int) -> None:
        """Take out what stands at *place*."""
        if self._numbers is not None:
            del self._numbers[place]

    def around(self, place: int, step: int, chunk: int) -> Iterator[Sequence[int]]:
        """Yield all numbers from beside *place* on, to the end and around, *chunk* at a time.

        They come in the direction of *step*, the one at *place* last.
        """
        count = len(self)
        ranges = ((place + 1, count), (0, place + 1)) if step > 0 else ((0, place), (place, count))
        for first, last in ranges:
            starts = range(first, last, chunk)
            for start in starts if step > 0 else reversed(starts):
                numbers = self.between(start, min(chunk, last - start))
                yield numbers if step > 0 else numbers[::-1]
