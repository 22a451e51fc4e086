"""The order of an article's list: from numbers of claims to places in the list, and back.

Claims that the reader found are numbered in reading order; those that people made or took off the
list are the exceptions, and only they are held. Without any, a place is a number.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class MadeClaim:
    """A claim that a person made: after which number of the reader's it stands, and its own."""

    after: int
    number: int
    listed: bool = True


@dataclass(frozen=True)
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
    def is_by_number(self) -> bool:
        """Say whether every place is a number."""
        return not self.gone and not self.made

    @cached_property
    def _listed(self) -> tuple[MadeClaim, ...]:
        return tuple(one for one in self.made if one.listed)

    @cached_property
    def _made_by_number(self) -> dict[int, MadeClaim]:
        return {one.number: one for one in self.made}

    def holds(self, number: int) -> bool:
        """Say whether claim *number* is on the list."""
        made = self._made_by_number.get(number)
        if made is not None:
            return made.listed
        place = bisect_left(self.gone, number)
        return 1 <= number <= self.read and self.gone[place : place + 1] != (number,)

    def changes(self, later: "ReadingOrder") -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the numbers that are off the list in a *later* order, and those that came to it.

        Both orders are of one reading, so only exceptions can differ.
        """
        made = (one.number for order in (self, later) for one in order.made)
        edited = sorted({*self.gone, *later.gone, *made})
        went = (number for number in edited if self.holds(number) and not later.holds(number))
        came = (number for number in edited if later.holds(number) and not self.holds(number))
        return tuple(went), tuple(came)

    def after(self, number: int) -> int:
        """Return after which number of the reader's a made claim stands; of others, the number."""
        made = self._made_by_number.get(number)
        return number if made is None else made.after

    def nearest(self, number: int) -> int:
        """Return *number*, or of a claim off the list the one that stands in its place.

        1 where the list is empty.
        """
        if self.holds(number):
            return number
        return next(iter(self.numbers(self.place_of(number), 1)), 1)

    def beside(self, number: int) -> int | None:
        """Return what follows claim *number*, or precedes it at the end; None where it is alone."""
        place = self.place_of(number)
        beside = place + 1 if place < self.count else place - 1
        return self.numbers(beside, 1)[0] if beside > 0 else None

    def steps(self, number: int, other: int, step: int) -> int:
        """Return how many places lie between claim *number* and *other*, around the end.

        Down the list where *step* is 1, else up; the claim itself is the farthest. *other* is on
        the list.
        """
        before = self.before(number)
        down = self.place_of(other) - before - 1 - self.holds(number)
        return (down if step > 0 else before - self.place_of(other)) % self.count

    def place_of(self, number: int) -> int:
        """Return the place of claim *number*: for one off the list, where it would stand.

        At least 1, at most the count.
        """
        return max(1, min(self.before(number) + 1, self.count))

    def before(self, number: int) -> int:
        """Count the claims on the list that stand before claim *number*, on it or off it."""
        made = self._made_by_number.get(number)
        if made is None:
            return self._kept(number - 1) + bisect_left(self._listed, MadeClaim(number, 0))
        return self._kept(made.after) + bisect_left(self._listed, made)

    def _kept(self, last: int) -> int:
        """Count the read claims up to number *last* that are on the list."""
        last = max(0, min(last, self.read))
        return last - bisect_right(self.gone, last)

    def numbers(self, first: int, count: int) -> Sequence[int]:
        """Return the numbers at *count* places from place *first* on, as many as there are."""
        last = min(first + count - 1, self.count)
        if self.is_by_number:
            return range(max(first, 1), last + 1)
        return tuple(self._number_at(place) for place in range(max(first, 1), last + 1))

    def _number_at(self, place: int) -> int:
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
