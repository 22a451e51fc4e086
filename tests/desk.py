"""A desk for tests: a file with an article in it, and reviewers whose clocks and dice are known."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from factcheck.model.reading import Reading
from factcheck.review.session import Session
from factcheck.store.database import Store, open_store
from factcheck.store.readings import save

BEGIN = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def ticking(start: datetime = BEGIN) -> Callable[[], datetime]:
    """Return a clock that moves on by a second whenever it is looked at."""
    seconds = count()
    return lambda: start + timedelta(seconds=next(seconds))


def counting(first: int = 1) -> Callable[[int], bytes]:
    """Return dice that count, so that ids are known beforehand."""
    throws = count(first)
    return lambda size: next(throws).to_bytes(size)


def file_with(path: Path, *readings: Reading) -> Store:
    """Make a file with these readings in it."""
    store = open_store(path, create=True)
    # Evidence that tests attach as a file must be there.
    path.with_name("minutes.pdf").touch()
    for reading in readings:
        with store.writing():
            save(store, reading, "test")
    return store


def reviewer(store: Store, name: str = "ana", *, dice: int = 1) -> Session:
    """Return a session for a reviewer of this name."""
    return Session(store, name, now=ticking(), randomness=counting(dice))
