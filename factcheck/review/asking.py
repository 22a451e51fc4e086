"""Answers as tables: the views of the file, and SQL that people write."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.export.datasette import metadata
from factcheck.export.tabular import csv_lines, csv_table, jsonl
from factcheck.model.listing import Listing
from factcheck.store.apart import ask_apart, never
from factcheck.store.columns import described, tables
from factcheck.store.console import Answer, ask_open
from factcheck.store.database import Store, open_for_reading
from factcheck.store.questions import NAMED

if TYPE_CHECKING:
    from factcheck.review.session import Session

__all__ = [
    "NAMED",
    "Answer",
    "answer",
    "as_csv",
    "as_json",
    "as_jsonl",
    "claims_table",
    "csv_pieces",
    "datasette_metadata",
    "listed_table",
    "never",
    "view_table",
]

_CLAIMS = "SELECT * FROM claims WHERE article = :article ORDER BY start, number"


def claims_table(session: "Session", article: str) -> Answer:
    """Return the view `claims` for one article, in reading order."""
    return ask_open(session.store, _CLAIMS, {"article": article})


# The place in the list is the key under which JSON holds the number.
_LISTED = """SELECT c.* FROM json_each(:numbers) n
JOIN claims c ON c.article = :article AND c.number = n.value ORDER BY n.key"""


def listed_table(session: "Session", article: str, listing: Listing) -> Answer:
    """Return the view `claims` for the claims of one article that a list shows, in its order."""
    pieces = session.lists.ordered(article, listing)
    numbers = json.dumps([number for piece in pieces for number in piece])
    return ask_open(session.store, _LISTED, {"article": article, "numbers": numbers})


# The views about one article, and the order in which their rows are read; `articles` and `progress`
# are about the file.
_VIEWS = {
    "claims": "start, number",
    "evidence": "number, id",
    "assessments": "number, id",
    "flags": "number, flag, reviewer",
    "citations": "start, id",
    "findings": "start, id, number",
    "disagreements": "number",
    "progress": "reviewer_id",
    "history": "lamport, id",
    "edits": "number",
    "reveals": "number, reviewer, at",
    "unsupported_claims": "number",
    "coverage": "account",
}


def view_table(store: Store, view: str, article: str) -> Answer:
    """Return a view of the file for one article.

    Raises:
        UsageError: no view about articles is called so.
    """
    if view not in _VIEWS:
        raise UsageError(
            f"there is no view {view!r} about an article", hint="use one of " + ", ".join(_VIEWS)
        )
    sql = f"SELECT * FROM {view} WHERE article = :article ORDER BY {_VIEWS[view]}"  # noqa: S608 - names of our own
    return ask_open(store, sql, {"article": article})


def answer(
    path: str,
    sql: str,
    parameters: Mapping[str, str] | None = None,
    stop: Callable[[], bool] = never,
) -> Answer:
    """Return what a SELECT over the file at *path* answers; nothing can be written by it.

    It runs in a process of its own, which is killed when it takes too long or *stop* says so.

    Raises:
        UsageError: it is not one statement that only reads, it is wrong, it was stopped, or it
            took too long.
        StoreError: the file cannot be opened.
    """
    return ask_apart(Path(path), sql, parameters, stop)


def as_csv(table: Answer) -> str:
    """Return a table as CSV in which no cell can be a formula."""
    return csv_table(table.columns, table.rows)


def csv_pieces(table: Answer) -> Iterator[str]:
    """Yield a table as CSV, a row at a time."""
    return csv_lines(table.columns, table.rows)


def as_jsonl(table: Answer) -> Iterator[str]:
    """Yield a table as JSON, one object a line."""
    for row in table.rows:
        yield jsonl([dict(zip(table.columns, row, strict=True))])


def as_json(table: Answer) -> Iterator[str]:
    """Yield a table as one JSON array of objects, each on a line of its own."""
    yield "["
    for place, line in enumerate(as_jsonl(table)):
        yield ("," if place else "") + "\n" + line.rstrip("\n")
    yield "\n]\n"


def datasette_metadata(path: str) -> str:
    """Return the metadata with which Datasette shows the file at *path*, as JSON.

    Raises:
        StoreError: the file cannot be opened.
    """
    store = open_for_reading(Path(path))
    views, hidden = described(store), tables(store)
    store.close()
    title = f"Fact checks in {store.path.name}"
    found = metadata(store.path.stem, title, views, NAMED, hidden)
    return json.dumps(found, ensure_ascii=True, indent=2) + "\n"
