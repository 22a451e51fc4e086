"""The schema as numbered migrations: each is small, documented, and never edited once released."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.store.captured import CAPTURES, READ_AGAIN
from factcheck.store.checked import CHECKS_BY_LINK, FACT_CHECKS
from factcheck.store.edit_tables import CARRIED, EDIT_VIEWS, EDITS
from factcheck.store.gaps import GAPS, fill_gaps
from factcheck.store.local import LOCAL
from factcheck.store.origins import ORIGINS
from factcheck.store.released import APPLICATION_ID, MIGRATION_SET
from factcheck.store.reveals import REVEALS, REVEALS_FOLLOW
from factcheck.store.rulebook import RULEBOOK
from factcheck.store.settings import SETTINGS
from factcheck.store.suggestions import SUGGESTIONS
from factcheck.store.tables import EVENT_GUARDS, MACHINE, PEOPLE, SEARCH
from factcheck.store.tallies import LISTED_TALLIES, TALLIES
from factcheck.store.verdicts import fill_scale
from factcheck.store.views import VIEWS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from sqlite_utils import Database

    Step = Callable[[Database], None]


@dataclass(frozen=True, slots=True)
class Migrations:
    """The steps in order. The library that applies them is loaded only for a file that lacks some.

    It takes longer to load than the rest of the store together.
    """

    steps: list[Step] = field(default_factory=list)

    def __call__(self) -> Callable[[Step], Step]:
        """Return the decorator that adds a step."""

        def add(step: Step) -> Step:
            self.steps.append(step)
            return step

        return add

    def apply(self, connection: sqlite3.Connection) -> None:
        """Apply the steps that the file lacks, each whole or not at all."""
        from sqlite_utils import Database  # noqa: PLC0415 - see above
        from sqlite_utils import Migrations as Applied  # noqa: PLC0415 - see above

        applied = Applied(MIGRATION_SET)
        for step in self.steps:
            applied()(step)
        applied.apply(Database(connection))


migrations = Migrations()


@migrations()
def m001_machine(db: Database) -> None:
    """Create what the machine read: content-addressed, recomputed, never merged."""
    _run(db, MACHINE)


@migrations()
def m002_people(db: Database) -> None:
    """Create what people did: the append-only events, and the current state kept from them."""
    _run(db, PEOPLE)
    fill_scale(db)
    _run(db, EVENT_GUARDS)


@migrations()
def m003_search(db: Database) -> None:
    """Create the full-text index over wording and notes."""
    _run(db, SEARCH)


@migrations()
def m004_views(db: Database) -> None:
    """Create the views that are the public interface: their names and columns stay."""
    _run(db, VIEWS)


@migrations()
def m005_lists(db: Database) -> None:
    """Create what long lists need: tallies, gaps of the coverage, an index for each order."""
    _run(db, GAPS)
    fill_gaps(db)
    _run(db, TALLIES)


@migrations()
def m006_settings(db: Database) -> None:
    """Create the settings of this file: saved filters and questions; they are never merged."""
    _run(db, SETTINGS)


@migrations()
def m007_edits(db: Database) -> None:
    """Let people make claims and take claims off the list; views and counts follow the list."""
    _run(db, CARRIED)
    _run(db, EDITS)
    _run(db, LISTED_TALLIES)
    _run(db, EDIT_VIEWS)


@migrations()
def m008_local(db: Database) -> None:
    """Create what belongs to this copy alone: questions asked, seconds spent."""
    _run(db, LOCAL)


@migrations()
def m009_reveals(db: Database) -> None:
    """Create who looked at what others did before deciding, and the view that shows it."""
    _run(db, REVEALS)


@migrations()
def m010_captures(db: Database) -> None:
    """Create what was captured: bodies stored once, each attempt, archive links, answers kept."""
    _run(db, CAPTURES)


@migrations()
def m011_factchecks(db: Database) -> None:
    """Create the fact-checks of others, with a full-text index; facts, and never merged away."""
    _run(db, FACT_CHECKS)


@migrations()
def m012_origins(db: Database) -> None:
    """Create where texts come from: links in them, what pages say of themselves, originals."""
    _run(db, ORIGINS)


@migrations()
def m013_rulebook(db: Database) -> None:
    """Create what a project changed about the rules, and the rules of findings that went away."""
    _run(db, RULEBOOK)


@migrations()
def m014_suggestions(db: Database) -> None:
    """Create what language models suggest, apart from findings and from what people did."""
    _run(db, SUGGESTIONS)


@migrations()
def m015_reveals_follow(db: Database) -> None:
    """Let who looked at a claim before deciding have looked at what it became by edits."""
    _run(db, REVEALS_FOLLOW)


@migrations()
def m016_checks_by_link(db: Database) -> None:
    """Find the fact-checks that stand at the link of a piece of evidence."""
    _run(db, CHECKS_BY_LINK)


@migrations()
def m017_read_again(db: Database) -> None:
    """Let the words of what was captured be read anew; bytes, times and answers never change."""
    _run(db, READ_AGAIN)


def _run(db: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        db.execute(statement)


def apply_pending(connection: sqlite3.Connection) -> None:
    """Bring the file to this version; each migration is applied whole or not at all."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(connection)
