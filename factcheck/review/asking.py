"""Answers as tables: the views of the file, and SQL that people write."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.export.tabular import csv_lines, csv_table, jsonl
from factcheck.store.console import Answer, ask

__all__ = ["Answer", "answer", "as_csv", "as_jsonl", "claims_table", "csv_pieces", "view_table"]

_CLAIMS = "SELECT * FROM claims WHERE article = :article ORDER BY number"


def claims_table(path: str, article: str) -> Answer:
    """Return the view `claims` for one article, in reading order."""
    return ask(Path(path), _CLAIMS, {"article": article})


# The views about one article, and the order in which their rows are read; `articles` and `progress`
# are about the file.
_VIEWS = {
    "claims": "number",
    "evidence": "number, id",
    "assessments": "number, id",
    "flags": "number, flag, reviewer",
    "citations": "start, id",
    "findings": "start, id, number",
    "disagreements": "number",
    "progress": "reviewer_id",
    "history": "lamport, id",
    "unsupported_claims": "number",
    "coverage": "account",
}


def view_table(path: str, view: str, article: str) -> Answer:
    """Return a view of the file for one article.

    Raises:
        UsageError: no view about articles is called so.
    """
    if view not in _VIEWS:
        raise UsageError(
            f"there is no view {view!r} about an article", hint="use one of " + ", ".join(_VIEWS)
        )
    sql = f"SELECT * FROM {view} WHERE article = :article ORDER BY {_VIEWS[view]}"  # noqa: S608 - names of our own
    return ask(Path(path), sql, {"article": article})


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


def csv_pieces(table: Answer) -> Iterator[str]:
    """Yield a table as CSV, a row at a time."""
    return csv_lines(table.columns, table.rows)


def as_jsonl(table: Answer) -> Iterator[str]:
    """Yield a table as JSON, one object a line."""
    for row in table.rows:
        yield jsonl([dict(zip(table.columns, row, strict=True))])
