"""Keys in the order in which they were pressed, each after what the one before it did.

In: keys and pastes as they come. Out: the same, one at a time. Textual hands a key to the field
that has the focus when the key comes; over a slow line several come at once, and the letters after
a tab would go to the field before it, those after a key that opens a form to no field at all.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from textual.events import Callback

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.app import App
    from textual.events import Event
    from textual.message_pump import MessagePump

# A key whose end was not seen, because what it was for has gone, is waited for no longer.
PATIENCE_SECONDS = 1.0


class KeysInOrder:
    """What was pressed and not yet passed on; `pass_on` hands an event to the application."""

    def __init__(
        self,
        app: App[None],
        pass_on: Callable[[Event], Awaitable[None]],
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._app, self._pass_on, self._patience = app, pass_on, patience
        self._waiting: deque[Event] = deque()
        # How many were passed on, and whether the last of them is still under way.
        self._count, self.is_idle = 0, True

    async def take(self, event: Event) -> None:
        """Pass *event* on, now or once the one before it has done what it does."""
        self._waiting.append(event)
        if self.is_idle:
            await self._next()
        else:
            self._app.set_timer(self._patience, partial(self._done, self._count))

    async def _next(self) -> None:
        self.is_idle = not self._waiting
        if self.is_idle:
            return
        self._count += 1
        way = tuple((self._app.focused or self._app.screen).ancestors_with_self)
        await self._pass_on(self._waiting.popleft())
        # The key goes from its target up to the application; what a field then says of it, too.
        _Follower(iter((*way, *way)), partial(self._all_done, self._count)).go_on()

    def _all_done(self, count: int) -> None:
        # What the key opened asks for the focus of its first field once it is there.
        if not self._app.screen.call_later(self._app.call_later, self._done, count):
            self._app.call_later(self._done, count)

    async def _done(self, count: int) -> None:
        """Pass the next one on, unless that was done after waiting in vain."""
        if count == self._count and not self.is_idle:
            await self._next()


class _Follower:
    """Comes after a key to each pump of *way*, one after the other, and then calls *arrived*."""

    def __init__(self, way: Iterator[MessagePump], arrived: Callable[[], None]) -> None:
        self._way, self._arrived = way, arrived

    def go_on(self) -> None:
        """Queue at the next pump that has not closed."""
        # Not `call_later`: what it makes of a call is looked into anew each time, at each key.
        if not any(pump.post_message(Callback(self.go_on)) for pump in self._way):
            self._arrived()
