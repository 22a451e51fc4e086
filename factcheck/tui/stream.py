"""From a thread to the list: the numbers of its claims, piece by piece."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from textual.widget import Widget

    from factcheck.tui.roll import Roll


@dataclass
class Came(Message):
    """Numbers for a roll; `problem` says why no more can be found."""

    roll: Roll
    numbers: Sequence[int] = ()
    last: bool = False
    problem: FactcheckError | None = None


def is_stopped() -> bool:
    """Say whether the worker whose thread asks was told to stop."""
    return get_current_worker().is_cancelled


def stream(target: Widget, ordered: Generator[list[int], None, None], roll: Roll) -> None:
    """Post the numbers that *ordered* yields to *target*, from the thread of a worker."""
    problem: FactcheckError | None = None
    try:
        with closing(ordered) as pieces:
            for numbers in pieces:
                if is_stopped():
                    return
                target.post_message(Came(roll, numbers))
    except FactcheckError as error:
        problem = error
    if not is_stopped():
        target.post_message(Came(roll, last=True, problem=problem))
