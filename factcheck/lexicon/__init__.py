"""Word lists, one entry a line, and the one function that reads them.

In: the name of a list. Out: its entries as a frozenset.
May import: the standard library only.
"""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable


@cache
def load(name: str) -> frozenset[str]:
    """Return the entries of the list *name*, as they are written in `<name>.txt`.

    Lines that begin with `#` are comments, the first of which says what the list is and where it
    is from. White space around an entry and empty lines do not count.

    Raises:
        FileNotFoundError: there is no list of this name.
    """
    lines = (_folder() / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.strip() for line in lines)
    return frozenset(entry for entry in entries if entry and not entry.startswith("#"))


@cache
def _folder() -> Traversable:
    return resources.files(__name__)
