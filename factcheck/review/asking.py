"""Answers as tables: the views of the file, and SQL that people write."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.export.tabular import csv_table, jsonl
from factcheck.store.console import Answer, ask

__all__ = ["Answer", "answer", "as_csv", "as_jsonl", "claims_table", "listed_table"]

_CLAIMS = "SELECT * FROM claims WHERE article = :article ORDER BY number"


def claims_table(path: str, article: str) -> Answer:
    """Return the view `claims` for one article, in reading order."""
    return ask(Path(path), _CLAIMS, {"article": article})


# The place in the list is the key under which JSON holds the number.
_LISTED = """SELECT c.* FROM json_each(:numbers) n
JOIN claims c ON c.article = :article AND c.number = n.value ORDER BY n.key"""


def listed_table(path: str, article: str, pieces: Iterable[Sequence[int]]) -> Answer:
    """Return the view `claims` for the claims of one article with these numbers, in their order."""
    numbers = json.dumps([number for piece in pieces for number in piece])
    return ask(Path(path), _LISTED, {"article": article, "numbers": numbers})


def answer(path: str, sql: str, parameters: Mapping[str, str]) -> Answer:
    """Return what a SELECT over the file at *path* answers; nothing can be written by it.

    Raises:
        UsageError: it is not one statement that only reads, it is wrong, or it took too long.
        StoreError: the file cannot be opened.
    """
    return ask(Path(path), sql, parameters)


def as_csv(table: Answer) -> str:
    """Return a table as CSV in which no cell can be a formula."""
    return csv_table(table.columns, table.rows)


def as_jsonl(table: Answer) -> Iterator[str]:
    """Yield a table as JSON, one object a line."""
    for row in table.rows:
        yield jsonl([dict(zip(table.columns, row, strict=True))])
