"""Find the items of a list that runs on in one line. In: a text and a block. Out: where they begin.

`1) … 2) …`, `1. … 2. …`, `a.) … b.) …`, `• … • …`: only a block that begins with the first marker
is such a list, and only the next number or letter in order goes on with it.
"""

import re
from collections.abc import Iterator

from factcheck.lexicon.patterns import compiled
from factcheck.model.span import Span

_BULLETS = frozenset("•▪●⁃‣")
_FIRST = r"(?P<first>[1a])(?P<stop>\.\)|[.)])\s"
_BULLET = r"(?<=\s)[•▪●⁃‣]"
_FINAL = frozenset(".!?…;:”\"'’)]")
# No list in one line is longer.
_LAST_LETTER = "z"


def item_starts(text: str, block: Span) -> Iterator[int]:
    """Yield where the second and each later item of *block* begins, in reading order.

    Nothing for a block that is no list. Each search goes on where the last one ended.
    """
    opening = text[block.start : block.start + 1]
    if opening in _BULLETS:
        for bullet in compiled(_BULLET).finditer(text, block.start + 1, block.end):
            yield bullet.start()
        return
    if opening not in {"1", "a"}:
        return
    first = compiled(_FIRST).match(text, block.start, block.end)
    if first is not None:
        yield from _in_order(text, block, first)


def _in_order(text: str, block: Span, first: re.Match[str]) -> Iterator[int]:
    # "1. We bought 2. They bought 3." is no list; items without a full stop all lack it.
    unmarked = text[block.start : block.end].rstrip()[-1:] not in _FINAL
    marker, begin = first["first"], first.end()
    while marker != _LAST_LETTER:
        marker = chr(ord(marker) + 1) if marker.isalpha() else str(int(marker) + 1)
        found = text.find(f" {marker}{first['stop']} ", begin, block.end)
        if found < 0 or not _opens(text, begin, found, first["stop"], unmarked=unmarked):
            return
        begin = found + len(marker) + len(first["stop"]) + 2
        yield found + 1


def _opens(text: str, begin: int, found: int, stop: str, *, unmarked: bool) -> bool:
    """Say whether the marker after the space at *found* opens an item."""
    if stop != ".":
        return text.count("(", begin, found) <= text.count(")", begin, found)
    if text[found - 1] in _FINAL:
        return True
    after = text.find(" ", found + 1) + 1
    return unmarked and text[after : after + 1].isupper()
