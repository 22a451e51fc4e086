"""Tell a key that is held down from one that is pressed again.

In: which key, and a clock in seconds. Out: whether it came by itself.
"""

from collections.abc import Callable

# The same key that comes again sooner is a held key, not a decision.
REPEAT_SECONDS = 0.150


class HeldKey:
    """The key that came last, and when."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._key, self._then = -1, float("-inf")

    def is_held(self, key: int) -> bool:
        """Say whether *key* comes again, sooner than anybody presses it twice; it is noted."""
        before, then = self._key, self._then
        self._key, self._then = key, self._clock()
        return key == before and self._then - then < REPEAT_SECONDS
