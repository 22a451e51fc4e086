"""The whole file as rows in a plain order, and a new file from such rows.

Out go the tables that are not kept from others: what the machine read, the scale, the events, and
whatever else a table holds. Projections and the full-text index are made anew where rows come in,
so what people did is told once, by its events. The replica does not go along: the new file is a
copy, and two copies must not continue one chain of events.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError
from factcheck.store.projecting import project, subjects
from factcheck.store.projections import PROJECTIONS
from factcheck.store.released import applied
from factcheck.store.search import index_claim
from factcheck.store.verify import sound

if TYPE_CHECKING:
    from factcheck.store.database import Store

Row = dict[str, Any]

_TABLES = """SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'
  ESCAPE '\\' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\' AND name NOT LIKE '%\\_search%'
  ESCAPE '\\' ORDER BY rowid"""
# Made by a file for itself: who it is, and counts that its triggers keep.
_OWN = {"replica", "tally"}
_BROKEN = "what is to be imported is altered or damaged"
_HINT = "nothing was changed; write the file anew with `factcheck report --format jsonl`"


def tables(store: "Store") -> tuple[str, ...]:
    """Return the tables that go along, each after those it refers to: claims name their events."""
    names = [row["name"] for row in store.rows(_TABLES)]
    kept = [name for name in names if name not in PROJECTIONS and name not in _OWN]
    return tuple(sorted(kept, key=lambda name: name != "event"))


def schema(store: "Store") -> tuple[str, ...]:
    """Return the names of the migrations that the file has: what its rows look like."""
    return applied(store.connection)


def all_rows(store: "Store") -> Iterator[tuple[str, Row]]:
    """Yield table and row of everything that goes along, as the file is at one moment."""
    with store.reading():
        for table in tables(store):
            for row in store.each(f'SELECT * FROM "{table}" ORDER BY {_order(store, table)}'):
                yield table, dict(row)


def _order(store: "Store", table: str) -> str:
    if table == "event":
        return "lamport, id"
    keys = store.rows("SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table,))
    return ", ".join(f'"{row["name"]}"' for row in keys) or "rowid"


def fill(store: "Store", rows: Iterable[tuple[str, Row]]) -> None:
    """Fill a new file with *rows*, all of them or none.

    Raises:
        InputError: a row has no place here, or what they say together does not hold: hashes of
            events, addresses of texts and claims, quotations.
    """
    known = {table: _columns(store, table) for table in tables(store)}
    with store.writing():
        store.execute("DELETE FROM scale")
        for table, row in rows:
            # The names become part of a statement: only those that the file has may.
            if known.get(table) != row.keys():
                raise InputError(f"{_BROKEN}: a row for no table of this version", hint=_HINT)
            _insert(store, table, row)
        for claim in store.rows("SELECT n, text FROM claim ORDER BY n"):
            index_claim(store, claim["n"], claim["text"], "")
        for subject in subjects(store):
            _project(store, subject)
        for problem in sound(store):
            raise InputError(f"{_BROKEN}: {problem}", hint=_HINT)


def _columns(store: "Store", table: str) -> set[str]:
    rows = store.rows("SELECT name FROM pragma_table_info(?)", (table,))
    return {row["name"] for row in rows}


def _insert(store: "Store", table: str, row: Row) -> None:
    try:
        store.insert(table, [row])
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, OverflowError, ValueError) as error:
        raise InputError(f"{_BROKEN}: {table}: {error}", hint=_HINT) from error


def _project(store: "Store", subject: str) -> None:
    try:
        project(store, subject)
    except (LookupError, ValueError, TypeError, AttributeError, sqlite3.IntegrityError) as error:
        raise InputError(f"{_BROKEN}: the events on {subject[:80]}", hint=_HINT) from error
