"""Questions in SQL that people keep: saved under a name, remembered, written out with the answer.

In: a session, SQL. Out: rows, names, files. What is kept belongs to this copy of the file.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from factcheck.errors import InputError, UsageError
from factcheck.model.event import timestamp
from factcheck.model.records import SavedQuery
from factcheck.model.visible import storable
from factcheck.review.asking import Answer, as_csv, as_jsonl
from factcheck.review.files import write_whole
from factcheck.review.session import Session
from factcheck.store import local
from factcheck.store.console import ask, never
from factcheck.store.names import names

__all__ = ["Answer", "answered"]

_LONGEST_NAME = 80


def answered(session: Session, sql: str, stop: Callable[[], bool] = never) -> Answer:
    """Return what a question over the file of *session* answers; *stop* is looked at meanwhile.

    Raises:
        UsageError: it is not one statement that only reads, it is wrong, or it took too long.
    """
    return ask(Path(session.path), sql, stop=stop)


def known_names(session: Session) -> Mapping[str, tuple[str, ...]]:
    """Return the columns of every view and table, views first, by its name."""
    return names(session.store)


def save_query(session: Session, name: str, sql: str) -> str:
    """Save a question under *name*, in place of another of that name, and return the name.

    Raises:
        UsageError: name or question is blank, or the name is too long.
    """
    name = " ".join(storable(name).split())
    if not name or len(name) > _LONGEST_NAME:
        raise UsageError(
            f"{name[:20]!r} is no name for a question", hint=f"give 1 to {_LONGEST_NAME} characters"
        )
    if not sql.strip():
        raise UsageError("there is no question to save", hint="write a SELECT first")
    local.save_query(session.store, name, storable(sql.strip()), timestamp(session.now()))
    return name


def saved_queries(session: Session) -> tuple[SavedQuery, ...]:
    """Return the saved questions by name."""
    return local.saved_queries(session.store)


def saved_query(session: Session, name: str) -> SavedQuery:
    """Return the question saved under *name*.

    Raises:
        UsageError: none is.
    """
    for query in saved_queries(session):
        if query.name == name:
            return query
    raise UsageError(f"no question is saved as {name!r}", hint="`factcheck queries` lists them")


def forget_query(session: Session, name: str) -> SavedQuery:
    """Forget the question saved under *name* and return it.

    Raises:
        UsageError: none is.
    """
    query = saved_query(session, name)
    local.forget_query(session.store, name)
    return query


def remember_asked(session: Session, sql: str) -> None:
    """Remember that a question was asked in the console."""
    local.remember_asked(session.store, storable(sql.strip()), timestamp(session.now()))


def asked(session: Session) -> tuple[str, ...]:
    """Return the questions asked in the console, newest first."""
    return local.asked(session.store)


def export_target(path: str) -> Path:
    """Return the file to write, which must be a new one.

    Raises:
        UsageError: the ending is neither .csv nor .jsonl.
        InputError: the file is there already.
    """
    target = Path(path).expanduser()
    if target.suffix not in {".csv", ".jsonl"}:
        raise UsageError(f"{path} is neither CSV nor JSON lines", hint="end it in .csv or .jsonl")
    if target.exists():
        raise InputError(f"{path} is there already", hint="name another file, or remove it first")
    return target


def export(session: Session, sql: str, path: str, stop: Callable[[], bool] = never) -> str:
    """Write what a question answers to a new file, CSV or JSON lines by its ending.

    In CSV no cell is taken for a formula. Returns the path.

    Raises:
        UsageError: the question is wrong, or the ending is neither .csv nor .jsonl.
        InputError: the file is there already, or cannot be written.
    """
    target = export_target(path)
    table = answered(session, sql, stop)
    pieces = [as_csv(table)] if target.suffix == ".csv" else as_jsonl(table)
    return write_whole(target, pieces)
