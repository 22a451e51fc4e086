"""The title of a pasted link, looked up beside the form: never waited for, never in the way.

In: a function that asks the network, where the reviewer lets it. Out: a message with the title.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from textual.message import Message

from factcheck.errors import FactcheckError
from factcheck.model.visible import one_line

# Takes a link and returns its title, "" where there is none; may raise a FactcheckError.
TitleOf = Callable[[str], str]

_LONGEST = 300


@dataclass
class TitleFound(Message):
    """The page at *link* calls itself *title*."""

    link: str
    title: str


def title_looked_up(title_of: TitleOf, link: str, hand_over: Callable[[Message], Any]) -> None:
    """Hand the title of *link* over if there is one; runs in a thread of its own."""
    with suppress(FactcheckError):  # the field stays empty, to be typed
        title = one_line(title_of(link))[:_LONGEST]
        if title:
            hand_over(TitleFound(link, title))
