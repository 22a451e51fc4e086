"""Answers as tables: the views of the file, and SQL that people write."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.export.datasette import metadata
from factcheck.export.tabular import csv_table, jsonl
from factcheck.model.listing import Listing
from factcheck.model.question import Question
from factcheck.store.apart import ask_apart
from factcheck.store.columns import described, tables
from factcheck.store.console import Answer, ask_open
from factcheck.store.database import open_for_reading
from factcheck.store.questions import NAMED

if TYPE_CHECKING:
    from factcheck.review.session import Session

__all__ = [
    "NAMED",
    "Answer",
    "answer",
    "as_csv",
    "as_jsonl",
    "claims_table",
    "datasette_metadata",
    "listed_table",
    "named",
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


def answer(path: str, sql: str, parameters: Mapping[str, str]) -> Answer:
    """Return what a SELECT over the file at *path* answers; nothing can be written by it.

    It runs in a process of its own, which is killed when it takes too long.

    Raises:
        UsageError: it is not one statement that only reads, it is wrong, or it took too long.
        StoreError: the file cannot be opened.
    """
    return ask_apart(Path(path), sql, parameters)


def as_csv(table: Answer) -> str:
    """Return a table as CSV in which no cell can be a formula."""
    return csv_table(table.columns, table.rows)


def as_jsonl(table: Answer) -> Iterator[str]:
    """Yield a table as JSON, one object a line."""
    for row in table.rows:
        yield jsonl([dict(zip(table.columns, row, strict=True))])


def named(name: str) -> Question:
    """Return the question of this name.

    Raises:
        UsageError: there is none.
    """
    for question in NAMED:
        if question.name == name:
            return question
    raise UsageError(f"there is no question {name!r}", hint="`factcheck queries` lists them")


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
