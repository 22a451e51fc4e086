"""One open file: connection, transactions, and errors in words a person can act on."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import StoreError
from factcheck.store.migrations import APPLICATION_ID, applied, apply_pending, is_newer, pending
from factcheck.store.trouble import translated

BUSY_SECONDS = 5.0
# Often enough to stop within a few milliseconds, seldom enough to cost nothing.
_STEPS_BETWEEN_LOOKS = 20_000
_MAGIC = b"SQLite format 3\0"

Parameters = Sequence[Any] | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Store:
    """An open file. Reads are single statements; writes happen inside `writing`."""

    path: Path
    connection: sqlite3.Connection
    is_copy: bool = False  # in memory: the file as it once was

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """Return all rows that a statement answers."""
        with translated(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """Return the first column of the first row, or None where there is no row."""
        with translated(self.path):
            row = self.connection.execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    def values(self, sql: str, parameters: Parameters, chunk: int) -> Iterator[list[Any]]:
        """Yield the first column of all rows, *chunk* rows at a time."""
        with translated(self.path):
            cursor = self.connection.execute(sql, parameters)
            cursor.row_factory = None
            while rows := cursor.fetchmany(chunk):
                yield [row[0] for row in rows]

    def for_another_thread(self, stopped: Callable[[], bool]) -> "Store":
        """Return the same file, open once more for reading: a connection belongs to one thread.

        A question to it is given up when *stopped* says so.
        """
        with translated(self.path):
            connection = connect_narrowly(self.path) if not self.is_copy else self._copied()
        connection.set_progress_handler(stopped, _STEPS_BETWEEN_LOOKS)
        return Store(self.path, connection)

    def _copied(self) -> sqlite3.Connection:
        copy = sqlite3.connect(":memory:", isolation_level=None)
        copy.row_factory = sqlite3.Row
        self.connection.backup(copy)
        return copy

    def execute(self, sql: str, parameters: Parameters = ()) -> None:
        """Run one statement that writes, inside `writing`."""
        self.connection.execute(sql, parameters)

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows that all have the same columns, inside `writing`."""
        if rows:
            names = list(rows[0])
            marks = ", ".join(f":{name}" for name in names)
            columns = ", ".join(f'"{name}"' for name in names)
            sql = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'
            self.connection.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold one write transaction: all of it is on disk when the block ends, or none of it.

        BEGIN IMMEDIATE, because a read that turns into a write fails at once when somebody else
        wrote in between, whatever the busy time-out.

        Raises:
            StoreError: somebody else is writing for longer than 5 s, the disk is full, the file
                cannot be written.
            EvidenceGateError: a verdict lacks the evidence that it needs.
        """
        with translated(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Hold a part of a transaction that is taken back alone where the block raises."""
        self.connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK TO attempt")
            raise
        finally:
            self.connection.execute("RELEASE attempt")

    def version(self) -> int:
        """Return a number that changes when another connection has written to the file."""
        return int(self.value("PRAGMA data_version"))

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def open_store(path: Path, *, create: bool = False) -> Store:
    """Open the file at *path* for reading and writing; migrate it if it is older.

    A backup is written beside an older file before it is migrated.

    Raises:
        StoreError: there is no file and *create* is false; it is not a database of this program;
            a newer version wrote it; it cannot be opened.
    """
    _refuse_strangers(path, create=create)
    is_new = not path.exists()
    with translated(path):
        connection = _connect(path)
        try:
            _refuse_foreign(path, connection)
            if pending(connection):
                _migrate(path, connection)
        except BaseException:
            connection.close()
            if is_new:
                _remove(path)
            raise
    return Store(path, connection)


def _remove(path: Path) -> None:
    """Remove a file that was begun and could not be made, with the log beside it."""
    for name in (path.name, path.name + "-wal", path.name + "-shm"):
        path.with_name(name).unlink(missing_ok=True)


def open_for_reading(path: Path) -> Store:
    """Open an existing file without ever writing to it.

    Raises:
        StoreError: as `open_store`; also where the file is of an older version.
    """
    _refuse_strangers(path, create=False)
    with translated(path):
        connection = _connect_for_reading(path)
        try:
            _refuse_foreign(path, connection)
            _refuse_older(path, connection)
        except BaseException:
            connection.close()
            raise
    return Store(path, connection)


def _refuse_strangers(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder", hint="name a file: --db claims.db")
    if not path.exists():
        if create:
            return
        raise StoreError(
            f"there is no database {path}",
            hint="`factcheck ingest FILE` creates it; --db or FACTCHECK_DB names another",
        )
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise StoreError(
            f"{path} cannot be read: {error.strerror}", hint="check who may read it"
        ) from error
    if start and start != _MAGIC:
        raise StoreError(
            f"{path} is not a database", hint="--db names the SQLite file; articles are arguments"
        )


def _refuse_foreign(path: Path, connection: sqlite3.Connection) -> None:
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreError(
            f"{path} is a database of another program", hint="name another file with --db"
        )
    if is_newer(connection):
        raise StoreError(
            f"{path} was written by a newer version of factcheck", hint="update factcheck"
        )


def _refuse_older(path: Path, connection: sqlite3.Connection) -> None:
    if not applied(connection):
        raise StoreError(f"{path} is empty", hint="`factcheck ingest FILE` fills it")
    if pending(connection):
        raise StoreError(
            f"{path} was written by an older version of factcheck",
            hint="open it once with `factcheck review`: it is backed up and brought up to date",
        )


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _connect_for_reading(path: Path) -> sqlite3.Connection:
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


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    known = applied(connection)
    if known:
        back_up(path, connection, before=known[-1])
    connection.execute("PRAGMA journal_mode = WAL")
    apply_pending(connection)
    # A new file is whole by itself from here on, not only together with its log.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def back_up(path: Path, connection: sqlite3.Connection, *, before: str) -> Path:
    """Write a whole copy of the file beside it and return where; an earlier copy stays."""
    copy = path.with_name(f"{path.name}.backup-{before}.db")
    if not copy.exists():
        # Under its own name only when it is whole: half a copy must never pass for one.
        half = copy.with_name(copy.name + ".half")
        half.unlink(missing_ok=True)
        try:
            connection.execute("VACUUM INTO ?", (str(half),))
            half.replace(copy)
        finally:
            half.unlink(missing_ok=True)
    return copy


def check_whole(store: Store) -> list[str]:
    """Let SQLite check the file: damage and references to rows that are not there."""
    with closing(store.connection.cursor()) as cursor, translated(store.path):
        damage = [row[0] for row in cursor.execute("PRAGMA quick_check") if row[0] != "ok"]
        orphans = cursor.execute("PRAGMA foreign_key_check").fetchall()
    return damage + [f"{row[0]} row {row[1]}: refers to no row of {row[2]}" for row in orphans]
