"""One open file: connection, transactions, and errors in words a person can act on."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import StoreError
from factcheck.store.connecting import connect, connect_for_reading, connect_narrowly
from factcheck.store.released import APPLICATION_ID, applied, is_newer, pending
from factcheck.store.strangers import refuse_strangers, remember
from factcheck.store.trouble import translated

# Often enough to stop within a few milliseconds, seldom enough to cost nothing.
_STEPS_BETWEEN_LOOKS = 20_000

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

    def each(self, sql: str, parameters: Parameters = ()) -> Iterator[sqlite3.Row]:
        """Yield the rows that a statement answers one at a time, however many there are."""
        with translated(self.path):
            yield from self.connection.execute(sql, parameters)

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

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one state of the file: what others write meanwhile is not seen in the block."""
        if self.connection.in_transaction:
            yield
            return
        with translated(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("COMMIT")

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
    refuse_strangers(path, create=create)
    is_new = not path.exists()
    with translated(path):
        connection = connect(path)
        try:
            _refuse_foreign(path, connection)
            if pending(connection):
                _migrate(path, connection)
        except BaseException:
            connection.close()
            if is_new:
                _remove(path)
            raise
    remember(path)
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
    refuse_strangers(path, create=False)
    with translated(path):
        connection = connect_for_reading(path)
        try:
            _refuse_foreign(path, connection)
            _refuse_older(path, connection)
        except BaseException:
            connection.close()
            raise
    remember(path)
    return Store(path, connection)


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


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    # Loaded here: it holds the whole schema, and most files have all of it.
    from factcheck.store.migrations import apply_pending  # noqa: PLC0415

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
