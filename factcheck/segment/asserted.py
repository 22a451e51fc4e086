"""Find the words of a sentence that can be a claim. In: a text and a sentence. Out: spans.

Bullets, marks of quoted lines, datelines and dots for words left out in front are left out.
"""

import re

from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed
from factcheck.segment.datelines import after_dateline
from factcheck.segment.paragraphs import BULLET

_ASSERTING = frozenset({Role.SENTENCE, Role.LIST_ITEM, Role.QUOTATION})
# "…; and" at the end of an item belongs to the list.
_JOINT = re.compile(r"(?<=[\w)”\"’%])(?:\s*[,;；]\s*(?:and|or)?|\s+(?:and|or))\Z")
_LEFT_OUT = re.compile(r"(?:…|\.[ ]?\.[ ]?\.)\s+(?=\w)")
_QUOTED_LINE = re.compile(r"(?m:^(?:[^\S\n]*>)+[^\S\n]*)")


def body(text: str, item: Segment) -> Span:
    """Return the words of a list item, without its bullet and what joins it to the next one."""
    bullet = BULLET.match(text, item.span.start, item.span.end)
    start = bullet.end() if bullet and item.role is Role.LIST_ITEM else item.span.start
    left_out = _LEFT_OUT.match(text, start, item.span.end)
    start = left_out.end() if left_out else start
    words = trimmed(Span(start, item.span.end), text)
    joint = _JOINT.search(text, max(words.start, words.end - 8), words.end)
    return Span(words.start, joint.start()) if joint and item.role is Role.LIST_ITEM else words


def asserted(text: str, sentence: Segment) -> tuple[Span, ...]:
    """Return the words of a sentence that asserts something, in one piece a quoted line."""
    if sentence.role not in _ASSERTING:
        return ()
    whole = after_dateline(text, body(text, sentence))
    pieces = [whole]
    if sentence.role is Role.QUOTATION:
        pieces = []
        start = whole.start
        for mark in _QUOTED_LINE.finditer(text, whole.start, whole.end):
            pieces.append(trimmed(Span(start, mark.start()), text))
            start = mark.end()
        pieces.append(trimmed(Span(start, whole.end), text))
    kept = tuple(piece for piece in pieces if piece.start < piece.end)
    has_words = any(character.isalnum() for piece in kept for character in piece.of(text))
    return kept if has_words else ()
