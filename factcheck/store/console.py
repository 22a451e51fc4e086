"""Read-only SQL from people: one statement, nothing but reading, within limits of time and size."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import UsageError
from factcheck.store.connecting import connect_narrowly
from factcheck.store.database import Store, open_for_reading
from factcheck.store.trouble import translated

QUERY_SECONDS = 30.0
_STEPS_BETWEEN_LOOKS = 10_000
# A single function over a very long string can outrun the time limit; texts up to the size that
# is read at all must still fit.
_LONGEST_VALUE = 100_000_000

_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
_FUNCTIONS_REFUSED = {"load_extension", "writefile", "readfile", "edit", "fts3_tokenizer"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of a query and its rows, read as they are asked for."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def ask(
    path: Path,
    sql: str,
    parameters: Mapping[str, str] | None = None,
    *,
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """Run one SELECT over the file at *path*, which is opened so that nothing can be written.

    *clock* says when `QUERY_SECONDS` are over, looked at while SQLite works.

    Raises:
        UsageError: it is not one statement that only reads, it is wrong, or it took too long.
        StoreError: the file cannot be opened.
    """
    # Held open beside the narrow one: the last to close a file tidies up its log, and a connection
    # that can only read leaves the log behind.
    keeper = open_for_reading(path)
    with translated(path):
        connection = connect_narrowly(path)
        connection.row_factory = None
        # Touch what is made of virtual tables before the authorizer closes what lies behind them.
        connection.execute("SELECT count(*) FROM claim_search").fetchone()
        connection.execute("SELECT count(*) FROM json_each('[]')").fetchone()
    _close_in(connection, clock)
    try:
        cursor = connection.execute(sql, dict(parameters or {}))
        columns = _columns(cursor)
    except BaseException as error:
        connection.close()
        keeper.close()
        raise _refusal(error) from error
    return Answer(columns, _fetched(keeper, connection, cursor))


def ask_open(store: Store, sql: str, parameters: Mapping[str, str]) -> Answer:
    """Answer a question of the program's own from a file that is open, also as it was once."""
    with translated(store.path):
        cursor = store.connection.execute(sql, dict(parameters))
        cursor.row_factory = None
        return Answer(_columns(cursor), _translated(store, cursor))


def _translated(store: Store, cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
    with translated(store.path):
        yield from cursor


def _columns(cursor: sqlite3.Cursor) -> tuple[str, ...]:
    if not cursor.description:
        raise UsageError("the statement answers nothing", hint="ask with SELECT …")
    return tuple(column[0] for column in cursor.description)


def _fetched(
    keeper: Store, connection: sqlite3.Connection, cursor: sqlite3.Cursor
) -> Iterator[tuple[Any, ...]]:
    try:
        yield from cursor
    except sqlite3.Error as error:
        raise _refusal(error) from error
    finally:
        connection.close()
        keeper.close()


def _close_in(connection: sqlite3.Connection, clock: Callable[[], float]) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    deadline = clock() + QUERY_SECONDS
    connection.set_progress_handler(lambda: clock() > deadline, _STEPS_BETWEEN_LOOKS)
    connection.set_authorizer(_authorize)


def _authorize(
    action: int, first: str | None, second: str | None, _database: str | None, _inner: str | None
) -> int:
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _FUNCTIONS_REFUSED:
        return sqlite3.SQLITE_DENY
    # Full-text search asks for its own settings through a pragma-like read.
    if action == sqlite3.SQLITE_PRAGMA and first in {"data_version", "table_info"}:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def too_long() -> UsageError:
    """Return what is said of a query that was stopped."""
    return UsageError(
        f"the query took longer than {QUERY_SECONDS:.0f} s", hint="add a WHERE or a LIMIT"
    )


def _refusal(error: BaseException) -> BaseException:
    if not isinstance(error, sqlite3.Error | sqlite3.Warning | UnicodeEncodeError):
        return error
    if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
        return too_long()
    if getattr(error, "sqlite_errorname", "") in {"SQLITE_AUTH", "SQLITE_READONLY"}:
        return UsageError(
            "the query would do more than read", hint="`factcheck query` answers SELECT only"
        )
    return UsageError(
        f"the query is wrong: {error}", hint="docs/schema.md names the views and their columns"
    )
