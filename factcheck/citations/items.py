"""Find the items of lists and the lines of a text: text and segments in, spans out."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model.document import Role, Segment
from factcheck.model.span import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]*")
_BULLET = re.compile(r"[^\S\n]*(?:[-–—•*·‣▪◦][^\S\n]+)?")
# The number or footnote mark that an entry of a bibliography begins with.
NUMBERED = re.compile(r"[^\S\n]*(?:\[\d+\]|\[\^[\w-]{1,20}\]:|\d{1,3}[.)])\s+")
_READ = {Role.SENTENCE, Role.LIST_ITEM, Role.FRAGMENT, Role.QUOTATION}


class Item(NamedTuple):
    """One line of a text without its bullet; `listed` where it is an item of a list."""

    span: Span
    listed: bool


def items(text: str, segments: Sequence[Segment]) -> tuple[Item, ...]:
    """Return the lines of *text* that may hold a reference, once each, in reading order.

    A line is taken whole even where it was read as several segments, because titles contain
    points and question marks.
    """
    found: list[Item] = []
    for segment in segments:
        start = segment.span.start
        if segment.role not in _READ or (found and start < found[-1].span.end):
            continue
        bullet = _BULLET.match(text, start)
        begin = bullet.end() if bullet else start
        line = _LINE.match(text, begin)
        if line and line.group():
            found.append(Item(Span(begin, line.end()), segment.role is Role.LIST_ITEM))
    return tuple(found)
