"""Word lists, one entry a line, and the one function that reads them.

In: the name of a list. Out: its entries as a frozenset.
May import: the standard library only.
"""

from functools import cache
from pkgutil import get_data


@cache
def load(name: str) -> frozenset[str]:
    """Return the entries of the list *name*, as they are written in `<name>.txt`.

    Lines that begin with `#` are comments, the first of which says what the list is and where it
    is from. White space around an entry and empty lines do not count.

    Raises:
        FileNotFoundError: there is no list of this name.
    """
    lines = read(f"{name}.txt").splitlines()
    return frozenset(entry for entry in map(str.strip, lines) if entry and entry[0] != "#")


def read(file: str) -> str:
    """Return what is in a file of this room.

    `importlib.resources` says the same, and loads archives and temporary files to say it.

    Raises:
        FileNotFoundError: there is no such file.
    """
    return (get_data(__name__, file) or b"").decode("utf-8")
