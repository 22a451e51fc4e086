"""The claims of the list in their order: row i is the i-th.

In: how many claims there are, or their numbers as they come. Out: numbers by place, places by
number. Eight bytes are kept for a claim, and none where the list is every claim by number.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence


class Roll:
    """Numbers of claims by their place in the list, from 0.

    `is_plain` says that it is every claim by number; such a roll cannot be changed. `complete` says
    that no more numbers are to come.
    """

    def __init__(self, count: int = 0, *, numbers: Iterable[int] | None = None,
                 ascending: bool = True) -> None:  # fmt: skip
        self._numbers: Sequence[int] = (
            range(1, count + 1) if numbers is None else array("q", numbers)
        )
        self.ascending = ascending
        self.complete = self.is_plain

    @property
    def is_plain(self) -> bool:
        """Say whether it is every claim by number."""
        return isinstance(self._numbers, range)

    def __len__(self) -> int:
        return len(self._numbers)

    def between(self, first: int, count: int) -> Sequence[int]:
        """Return the numbers at *count* places from *first*, fewer at the end."""
        return self._numbers[first : first + count]

    def number(self, place: int) -> int:
        """Return the number at *place*, which there is."""
        return self._numbers[place]

    def place(self, number: int, near: int = 0) -> int | None:
        """Return where *number* stands, None where it does not; quickly if it is beside *near*."""
        count = len(self._numbers)
        for place in (near, near + 1, near - 1, 0, count - 1):
            if 0 <= place < count and self._numbers[place] == number:
                return place
        if self.ascending:
            place = bisect_left(self._numbers, number)
            return place if place < count and self._numbers[place] == number else None
        try:
            return self._numbers.index(number)
        except ValueError:
            return None

    def following(self, number: int) -> int | None:
        """Return the place of *number* or of what follows it, None where that is not told yet."""
        place = bisect_left(self._numbers, number) if self.ascending else len(self._numbers)
        return place if place < len(self._numbers) else None

    def extend(self, numbers: Iterable[int]) -> None:
        """Add numbers at the end."""
        if isinstance(self._numbers, array):
            self._numbers.extend(numbers)

    def insert(self, number: int, near: int) -> int:
        """Put *number* where it belongs, or below *near* where that is not told; return where."""
        place = bisect_left(self._numbers, number) if self.ascending else near + 1
        place = min(max(place, 0), len(self._numbers))
        if isinstance(self._numbers, array):
            self._numbers.insert(place, number)
        return place

    def remove(self, place: int) -> None:
        """Take out what stands at *place*."""
        if isinstance(self._numbers, array):
            del self._numbers[place]

    def around(self, place: int, step: int, chunk: int) -> Iterator[Sequence[int]]:
        """Yield all numbers from beside *place* on, to the end and around, *chunk* at a time.

        They come in the direction of *step*, the one at *place* last.
        """
        count = len(self._numbers)
        ranges = ((place + 1, count), (0, place + 1)) if step > 0 else ((0, place), (place, count))
        for first, last in ranges:
            starts = range(first, last, chunk)
            for start in starts if step > 0 else reversed(starts):
                numbers = self._numbers[start : min(start + chunk, last)]
                yield numbers if step > 0 else numbers[::-1]
