"""Take a sentence apart into claims. In: a text and a sentence of it. Out: its claims.

One claim for each sentence that asserts something, in the sentence's own words.
"""

import re

from factcheck.model.claim import Claim
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed
from factcheck.segment.context import unresolved
from factcheck.segment.paragraphs import BULLET
from factcheck.segment.wording import folded, worded

_ASSERTING = frozenset({Role.SENTENCE, Role.LIST_ITEM, Role.QUOTATION})
# "…; and" at the end of an item belongs to the list.
_JOINT = re.compile(r"(?<=[\w)”\"’%])(?:\s*[,;；]\s*(?:and|or)?|\s+(?:and|or))\Z")
_QUOTED_LINE = re.compile(r"(?m:^(?:[^\S\n]*>)+[^\S\n]*)")


def decompose(text: str, sentence: Segment) -> tuple[Claim, ...]:
    """Return the claims of *sentence*, in reading order; none if it asserts nothing.

    Spans are code points into *text* and lie inside the sentence. Bullets, the marks of quoted
    lines and the white space around the words are left out.
    """
    pieces = _pieces(text, sentence) if sentence.role in _ASSERTING else ()
    if not any(character.isalnum() for piece in pieces for character in piece.of(text)):
        return ()
    words = folded(pieces[0].of(text))
    return (worded(text, pieces, needs_context=unresolved(words)),)


def body(text: str, item: Segment) -> Span:
    """Return the words of a list item, without its bullet and what joins it to the next one."""
    bullet = BULLET.match(text, item.span.start, item.span.end)
    start = bullet.end() if bullet and item.role is Role.LIST_ITEM else item.span.start
    words = trimmed(Span(start, item.span.end), text)
    joint = _JOINT.search(text, max(words.start, words.end - 8), words.end)
    return Span(words.start, joint.start()) if joint and item.role is Role.LIST_ITEM else words


def _pieces(text: str, sentence: Segment) -> tuple[Span, ...]:
    whole = body(text, sentence)
    if sentence.role is not Role.QUOTATION:
        return (whole,)
    pieces: list[Span] = []
    start = whole.start
    for mark in _QUOTED_LINE.finditer(text, whole.start, whole.end):
        pieces.append(trimmed(Span(start, mark.start()), text))
        start = mark.end()
    pieces.append(trimmed(Span(start, whole.end), text))
    return tuple(piece for piece in pieces if piece.start < piece.end)
