"""Reports: the state of an article gathered into one value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck.model.event import timestamp
from factcheck.model.records import ClaimRecord
from factcheck.model.report import Report
from factcheck.store import counting, queries
from factcheck.store.database import Store
from factcheck.store.edits import edits_of
from factcheck.store.history import actors, head, ledger_of
from factcheck.store.pages import StoredClaims
from factcheck.store.verdicts import scale
from factcheck.version import __version__

# What a report of ours begins with: nothing else is written over.
BEGINNING = "# Fact check"


@dataclass(frozen=True, slots=True)
class _Stored:
    """What a question to the file answers with, asked anew each time it is gone through."""

    ask: Any
    store: Store
    article: str

    def __iter__(self) -> Iterator[Any]:
        return iter(self.ask(self.store, self.article))


@dataclass(frozen=True, slots=True)
class _Checked:
    """Claims with what came of the quotations of their evidence, and the checks attached to them.

    Both are looked up as the claims are read.
    """

    store: Store
    claims: Iterable[ClaimRecord]

    def __iter__(self) -> Iterator[ClaimRecord]:
        from factcheck.review.earlier import with_accepted
        from factcheck.review.quoting import with_outcomes

        return (
            with_outcomes(self.store, with_accepted(self.store, claim)) for claim in self.claims
        )


def report(store: Store, article: str, at: datetime) -> Report:
    """Gather everything that a report on *article* says, the same for everybody who asks.

    Claims, references and unaccounted text stay in the file until they are written.
    """
    found = queries.article(store, article)
    newest, count = head(store)

    def stored(ask: Any) -> Iterable[Any]:
        return _Stored(ask, store, found.id)

    return Report(
        article=found,
        scale=scale(store),
        claims=_Checked(store, StoredClaims(store, found.id)),
        ledger=ledger_of(store, found.id),
        reviewers=actors(store, found.id),
        head=newest,
        events=count,
        at=timestamp(at),
        program=f"factcheck {__version__}",
        edits=edits_of(store, found.id),
        tally=counting.tally(store, found.id),
        citations=stored(counting.citations),
        headings=counting.headings(store, found.id),
        unaccounted=stored(counting.unaccounted),
    )


def lines(report: Report) -> Iterator[str]:
    """Yield the report as Markdown, a line at a time with its line break."""
    from factcheck.export import markdown

    return (line + "\n" for line in markdown.lines(report))
