"""Opening a file for a person: the one place where the clock and randomness come in."""

import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.review.project import rules_of_project
from factcheck.review.session import Session
from factcheck.store.database import Store, open_for_reading, open_store

# A review stands on the screen before anything is exported or looked back on: what that takes is
# loaded when it is asked for.
if TYPE_CHECKING:
    from factcheck.review.formats import Reports


def session_for_acts(path: str, reviewer: str, *, create: bool = False) -> Session:
    """Open the file at *path* for one reviewer to act on.

    Raises:
        StoreError: it is not there and *create* is false, or it cannot be opened.
    """
    store = open_store(Path(path), create=create)
    return _session(store, reviewer)


def session_for_reading(path: str, reviewer: str, moment: str | None = None) -> Session:
    """Open the file at *path* so that nothing can be changed, or as it was at a *moment*.

    Raises:
        StoreError: it is not there, or it cannot be opened.
        UsageError: *moment* is neither an event of the file nor a time after the first.
    """
    store = open_for_reading(Path(path))
    session = _session(store, reviewer)
    if moment is None:
        return session
    from factcheck.review.past import session_as_of

    return session_as_of(session, moment)


def _session(store: Store, reviewer: str) -> Session:
    rules = partial(rules_of_project, store.path, os.environ)
    return Session(store, reviewer, now=now, randomness=os.urandom, rules=rules)


def reports_on(path: str, reference: str | None, moment: str | None = None) -> "Reports":
    """Open the file at *path* for reports on the article called *reference*, as of a *moment*.

    Raises:
        StoreError: it is not there, or it cannot be opened.
        UsageError: nothing or more than one thing is called so.
    """
    from factcheck.review.formats import Reports

    session = session_for_reading(path, "reader of reports", moment)
    return Reports(session.store, session.article(reference).id, now)


def reports_on_file(path: str, moment: str | None = None) -> "Reports":
    """Open the file at *path* for reports on all that it holds, or held at a *moment*.

    Raises:
        StoreError, UsageError: as `session_for_reading`.
    """
    from factcheck.review.formats import Reports

    return Reports(session_for_reading(path, "reader of reports", moment).store, "", now)


def now() -> datetime:
    """Return the time, UTC."""
    return datetime.now(UTC)
