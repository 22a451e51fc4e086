"""How an article stands, for the dashboard: gathered into one value."""

from factcheck.model.records import Overview
from factcheck.review.session import Session
from factcheck.review.timing import timing
from factcheck.store import overview as counts
from factcheck.store.history import ledger_of


def overview(session: Session, article: str) -> Overview:
    """Return the counts of an article as the reviewer of *session* may see them.

    Of verdicts only one's own are told, so that nobody reads those of others out of a chart.
    """
    me = session.known_reviewer
    return Overview(
        title=session.article(article).title,
        progress=session.progress(article),
        statuses=counts.statuses(session.store, article),
        verdicts=counts.verdicts_of(session.store, article, me),
        flags=counts.flags(session.store, article),
        findings=counts.findings(session.store, article, me),
        ledger=ledger_of(session.store, article),
        timing=timing(session, article),
    )
