"""Questions in SQL by name: shipped ones and those that people save; what was asked, written out.

In: a session, SQL. Out: questions, names, files. What is saved belongs to this copy of the file.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from factcheck.errors import InputError, UsageError
from factcheck.model.event import timestamp
from factcheck.model.question import Question
from factcheck.model.visible import storable
from factcheck.review.asking import NAMED, answer, as_csv, as_jsonl, never
from factcheck.review.files import write_whole
from factcheck.review.session import Session
from factcheck.store import local
from factcheck.store.names import names
from factcheck.store.settings import drop_setting, put_setting, settings

_AREA = "question"
_LONGEST_NAME = 80


def known_names(session: Session) -> Mapping[str, tuple[str, ...]]:
    """Return the columns of every view and table, views first, by its name."""
    return names(session.store)


def save_query(session: Session, name: str, sql: str) -> str:
    """Save a question under *name*, in place of another of that name, and return the name.

    Raises:
        UsageError: name or question is blank, the name is too long, or a shipped question has it.
    """
    name = " ".join(storable(name).split())
    if not name or len(name) > _LONGEST_NAME:
        raise UsageError(
            f"{name[:20]!r} is no name for a question", hint=f"give 1 to {_LONGEST_NAME} characters"
        )
    if is_shipped(name):
        raise UsageError(f"{name!r} is a question of the program", hint="take another name")
    if not sql.strip():
        raise UsageError("there is no question to save", hint="write a SELECT first")
    put_setting(session.store, _AREA, name, json.dumps(storable(sql.strip())))
    return name


def is_shipped(name: str) -> bool:
    """Say whether the program has a question of this name."""
    return any(question.name == name for question in NAMED)


def saved_queries(session: Session) -> tuple[Question, ...]:
    """Return the saved questions by name."""
    kept = settings(session.store, _AREA)
    return tuple(Question(name, "", str(json.loads(value))) for name, value in kept)


def named_queries(session: Session) -> tuple[Question, ...]:
    """Return every question that has a name: the saved ones first, then those of the program."""
    return (*saved_queries(session), *NAMED)


def named_query(session: Session, name: str) -> Question:
    """Return the question of this name.

    Raises:
        UsageError: there is none.
    """
    for question in named_queries(session):
        if question.name == name:
            return question
    raise UsageError(f"there is no question {name!r}", hint="`factcheck queries` lists them")


def parameters_of(question: Question, given: Mapping[str, str]) -> Mapping[str, str]:
    """Return the value of every parameter of *question*: the one *given*, or its own.

    Raises:
        UsageError: it is a question of the program, and has no parameter that is given.
    """
    if is_shipped(question.name):
        for name in given:
            if name not in question.parameters:
                takes = ", ".join(question.parameters) or "none"
                raise UsageError(
                    f"the question {question.name!r} has no parameter {name!r}",
                    hint=f"its parameters: {takes}",
                )
    return {**question.parameters, **given}


def filled_in(question: Question) -> str:
    """Return the SQL of *question* with each parameter replaced by its value."""

    def value(match: re.Match[str]) -> str:
        found = question.parameters.get(match[1])
        return match[0] if found is None else "'" + found.replace("'", "''") + "'"

    return re.sub(r":(\w+)", value, question.sql)


def forget_query(session: Session, name: str) -> Question:
    """Forget the question saved under *name* and return it.

    Raises:
        UsageError: there is none, or it is one of the program.
    """
    question = named_query(session, name)
    if is_shipped(name):
        raise UsageError(f"{name!r} is a question of the program", hint="it cannot be forgotten")
    drop_setting(session.store, _AREA, name)
    return question


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
    table = answer(session.path, sql, stop=stop)
    pieces = [as_csv(table)] if target.suffix == ".csv" else as_jsonl(table)
    return write_whole(target, pieces)
