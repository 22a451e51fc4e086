"""Seconds spent on each claim, pauses cut: from moments at which something was pressed.

In: a clock in seconds, and which claim is on the screen whenever a key or the mouse is pressed.
Out: the seconds of a claim, once.
"""

from collections import defaultdict
from collections.abc import Callable

# Article and number.
Place = tuple[str, int]


class Stopwatch:
    """What was spent on each claim since it was last taken."""

    def __init__(self, clock: Callable[[], float], idle: float) -> None:
        self._clock, self._idle = clock, idle
        self._then = clock()
        self._spent: defaultdict[Place, float] = defaultdict(float)

    def touch(self, place: Place) -> None:
        """Count the time since the last touch for the claim at *place*, a pause only in part."""
        now = self._clock()
        self._spent[place] += min(max(now - self._then, 0.0), self._idle)
        self._then = now

    def take(self, place: Place) -> float:
        """Return the seconds of the claim at *place*, which begins anew."""
        self.touch(place)
        return self._spent.pop(place)

    def give_back(self, place: Place, seconds: float) -> None:
        """Count *seconds* for a claim again: they could not be kept elsewhere."""
        self._spent[place] += seconds
