"""A session at the file as it was: everything can be asked, nothing can be done."""

from factcheck.review.session import Session
from factcheck.store.past import as_of


def session_as_of(session: Session, moment: str) -> Session:
    """Return a session of the same reviewer at the file as it was at an event or time.

    Raises:
        UsageError: no event or time is called so.
    """
    past = as_of(session.store, moment)
    return Session(past, session.reviewer, now=session.now, randomness=session.randomness)
