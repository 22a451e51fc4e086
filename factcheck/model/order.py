"""The order of an article's list: from numbers of claims to places in the list, and back.

Claims that the reader found are numbered in reading order; those that people made or took off the
list are the exceptions, and only they are held. Without any, a place is a number.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class MadeClaim:
    """A claim that a person made: after which number of the reader's it stands, and its own."""

    after: int
    number: int
    listed: bool = True


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """The list of one article: *read* claims numbered from 1, without *gone*, with *made*.

    *gone* ascends and holds numbers of read claims; *made* is sorted. Places count from 1.
    """

    read: int
    gone: tuple[int, ...] = ()
    made: tuple[MadeClaim, ...] = ()

    @property
    def count(self) -> int:
        """How many claims are on the list."""
        return self.read - len(self.gone) + len(self._listed)

    @property
    def highest(self) -> int:
        """The highest number that a claim of the article has."""
        return self.read + len(self.made)

    @property
    def _listed(self) -> tuple[MadeClaim, ...]:
        return tuple(one for one in self.made if one.listed)

    def place_of(self, number: int) -> int:
        """Return the place of claim *number*: for one off the list, where it would stand.

        At least 1, at most the count.
        """
        made = next((one for one in self.made if one.number == number), None)
        if made is None:
            before = self._kept(number - 1) + bisect_left(self._listed, MadeClaim(number, 0))
        else:
            before = self._kept(made.after) + bisect_left(self._listed, made)
        return max(1, min(before + 1, self.count))

    def places(self, numbers: Sequence[int]) -> Sequence[int]:
        """Return the places of claims that are on the list."""
        return [self.place_of(number) for number in numbers] if self.gone or self.made else numbers

    def _kept(self, last: int) -> int:
        """Count the read claims up to number *last* that are on the list."""
        last = min(last, self.read)
        return last - bisect_right(self.gone, last)

    def numbers(self, first: int, count: int) -> tuple[int, ...]:
        """Return the numbers at *count* places from place *first* on, as many as there are."""
        last = min(first + count - 1, self.count)
        return tuple(self._number_at(place) for place in range(max(first, 1), last + 1))

    def _number_at(self, place: int) -> int:
        if not self.gone and not self.made:
            return place
        # The place of a made claim is known; between two of them only gone ones must be skipped.
        listed = self._listed
        before = bisect_left(range(len(listed)), place, key=self._place_of_made)
        if before < len(listed) and self._place_of_made(before) == place:
            return listed[before].number
        return _kth_kept(place - before, self.gone)

    def _place_of_made(self, index: int) -> int:
        after = self._listed[index].after
        return self._kept(after) + index + 1


def _kth_kept(k: int, gone: Sequence[int]) -> int:
    """Return the *k*-th number from 1 that is not in *gone*."""
    skipped = bisect_left(range(len(gone)), k, key=lambda i: gone[i] - i - 1)
    return k + skipped


def in_order(read: int, gone: Sequence[int], made: Sequence[MadeClaim]) -> ReadingOrder:
    """Return the order for numbers that come in any order."""
    return ReadingOrder(read, tuple(sorted(gone)), tuple(sorted(made)))
