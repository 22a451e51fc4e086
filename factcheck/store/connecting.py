"""Connections to a file, by what they may do. In: its path. Out: a connection of SQLite."""

import sqlite3
from pathlib import Path

BUSY_SECONDS = 5.0


def connect(path: Path) -> sqlite3.Connection:
    """Open a file for reading and writing; it may have to be made."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open an existing file so that statements can write nothing."""
    # Able to write where the system lets it, so that the log is tidied up at the end; the
    # connection itself refuses to.
    return _first_that_opens(path, "mode=rw")


def connect_narrowly(path: Path) -> sqlite3.Connection:
    """Open an existing file so that SQLite itself can write nothing."""
    return _first_that_opens(path, "mode=ro")


def _first_that_opens(path: Path, options: str) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    try:
        return _opened(f"{uri}?{options}")
    except sqlite3.OperationalError:
        # A WAL file in a folder that cannot be written opens only as immutable, which is safe as
        # long as nobody has left a log beside it.
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
    return _opened(f"{uri}?mode=ro&immutable=1")


def _opened(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection
