"""Reports: the state of an article gathered into one value."""

from collections.abc import Iterator
from datetime import datetime

from factcheck import __version__
from factcheck.model.event import timestamp
from factcheck.model.report import Report
from factcheck.store import queries
from factcheck.store.database import Store
from factcheck.store.edits import edits_of, reading_order
from factcheck.store.history import actors, head, ledger_of
from factcheck.store.verdicts import scale


def report(store: Store, article: str, at: datetime) -> Report:
    """Gather everything that a report on *article* says, the same for everybody who asks."""
    found = queries.article(store, article)
    newest, count = head(store)
    return Report(
        article=found,
        scale=scale(store),
        claims=tuple(
            queries.claim(store, found.id, number, "")
            for number in reading_order(store, found.id).numbers(1, found.claims)
        ),
        ledger=ledger_of(store, found.id),
        reviewers=actors(store, found.id),
        head=newest,
        events=count,
        at=timestamp(at),
        program=f"factcheck {__version__}",
        edits=edits_of(store, found.id),
    )


def lines(report: Report) -> Iterator[str]:
    """Yield the report as Markdown, a line at a time with its line break."""
    from factcheck.export import markdown

    return (line + "\n" for line in markdown.lines(report))
