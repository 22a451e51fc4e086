"""Find who says the items of a list: text and segments in, attributions out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.annotate.language import suffix_of
from factcheck.annotate.reported import reported
from factcheck.model.claim import Attribution
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed

_BULLET = re.compile(r"(?:[-+*–—•·‣▪◦●]|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)")
_INSIDE = {Role.LIST_ITEM, Role.QUESTION, Role.SEPARATOR}


def announced(text: str, segments: Sequence[Segment]) -> Iterator[Attribution]:
    """Yield, for each item under "The board said it had:", that the board says so.

    Only the first sentence of an item goes on with the words of its lead-in.
    """
    said: Attribution | None = None
    for segment in segments:
        if segment.role is Role.LEAD_IN:
            said = _said(text, segment)
        elif segment.role not in _INSIDE:
            said = None
        elif said and segment.role is Role.LIST_ITEM and text[segment.span.start - 1] == "\n":
            yield replace(said, content=(_words(text, segment.span),))


def _words(text: str, item: Span) -> Span:
    """Return an item without its bullet and the mark at its end."""
    words = trimmed(item, text)
    bullet = _BULLET.match(text, words.start, words.end)
    start = bullet.end() if bullet else words.start
    return Span(start, max(start + 1, words.start + len(words.of(text).rstrip(";,"))))


def _said(text: str, lead: Segment) -> Attribution | None:
    """Return the attribution that a lead-in leaves open, if it has exactly one."""
    if suffix_of(text, lead) != "":
        return None
    words = trimmed(lead.span, text)
    end = words.start + len(words.of(text).rstrip(":： "))
    found = tuple(reported(text, Span(words.start, end)))
    return found[0] if len(found) == 1 and found[0].content[-1].end == end else None
