"""One question on its way: asked in a thread, its rows handed over as they come.

In: a session, SQL, and a function that takes messages. Out: columns, then rows, then the end.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from textual.message import Message

from factcheck.errors import FactcheckError
from factcheck.model.visible import one_line
from factcheck.review import questions
from factcheck.review.asking import answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.review.session import Session

# More rows than anybody looks through, and about 50 MB of them; the export has them all.
MOST_ROWS = 100_000
_AT_ONCE = 1_000


@dataclass(frozen=True, eq=False)
class Question:
    """A question that was asked; `stop` ends it."""

    sql: str
    stop: threading.Event = field(default_factory=threading.Event)


@dataclass
class Columns(Message):
    """A question is answered by rows with these columns."""

    question: Question
    columns: tuple[str, ...]


@dataclass
class Rows(Message):
    """Further rows have come."""

    question: Question
    rows: list[tuple[Any, ...]]


@dataclass
class Ended(Message):
    """A question has ended: what there is to say of it, and whether something went wrong."""

    question: Question
    words: str
    wrong: bool = False


def ask(session: Session, question: Question, hand_over: Callable[[Message], Any]) -> None:
    """Ask *question* and hand its answer over; runs in a thread of its own."""
    begun = time.monotonic()
    count = 0
    try:
        found = answer(session.path, question.sql, stop=question.stop.is_set)
        hand_over(Columns(question, found.columns))
        rows = iter(found.rows)
        while (some := list(islice(rows, _AT_ONCE))) and not question.stop.is_set():
            hand_over(Rows(question, some))
            count += len(some)
            if count >= MOST_ROWS and next(rows, None) is not None:
                hand_over(Ended(question, f"the first {count:,} rows; the export writes all"))
                return
    except FactcheckError as problem:
        hand_over(Ended(question, _why(problem, question), wrong=True))
        return
    words = f"{count:,} row{'' if count == 1 else 's'} in {time.monotonic() - begun:.1f} s"
    hand_over(Ended(question, words + (", then stopped" if question.stop.is_set() else "")))


def write(
    session: Session, question: Question, path: str, hand_over: Callable[[Message], Any]
) -> None:
    """Write what *question* answers to a file; runs in a thread of its own."""
    try:
        written = questions.export(session, question.sql, path, question.stop.is_set)
    except FactcheckError as problem:
        hand_over(Ended(question, _why(problem, question), wrong=True))
    else:
        hand_over(Ended(question, f"wrote {one_line(written)}"))


def _why(problem: FactcheckError, question: Question) -> str:
    if question.stop.is_set():
        return "stopped"
    return f"{one_line(problem.message)} · {one_line(problem.hint)}"
