"""Find the words of a sentence that can be a claim. In: a text and a sentence. Out: spans.

Bullets, marks of quoted lines and datelines are left out.
"""

import re
from typing import Final

from factcheck.lexicon.patterns import compiled
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed
from factcheck.segment.paragraphs import BULLET

_ASSERTING = frozenset({Role.SENTENCE, Role.LIST_ITEM, Role.QUOTATION})
# "…; and" at the end of an item belongs to the list.
_JOINT = re.compile(r"(?<=[\w)”\"’%])(?:\s*[,;；]\s*(?:and|or)?|\s+(?:and|or))\Z")
_QUOTED_LINE = re.compile(r"(?m:^(?:[^\S\n]*>)+[^\S\n]*)")

# Where and when a report was sent, and by whom: "PORT ALMAR, March 3 (Reuters) – ".
_DATELINE = (
    r"[A-Z][A-Z.’'-]+(?:[ ][A-Z][A-Z.’'-]+){0,3}"
    r"(?:,[ ](?:\d{1,2}[ ])?[A-Z][\w.]{1,20}(?:[ ]\d{1,2})?(?:,?[ ]\d{4})?){0,3}"
    r"(?:[ ]\([\w /.&-]{2,40}\))?[ ]?(?:[–—]|--?)[ ](?=[\w“\"‘])"
)
_LONGEST_DATELINE: Final = 120


def body(text: str, item: Segment) -> Span:
    """Return the words of a list item, without its bullet and what joins it to the next one."""
    bullet = BULLET.match(text, item.span.start, item.span.end)
    start = bullet.end() if bullet and item.role is Role.LIST_ITEM else item.span.start
    words = trimmed(Span(start, item.span.end), text)
    joint = _JOINT.search(text, max(words.start, words.end - 8), words.end)
    return Span(words.start, joint.start()) if joint and item.role is Role.LIST_ITEM else words


def _after_dateline(text: str, words: Span) -> Span:
    """Return *words* without the "LONDON, March 3 (Reuters) –" in front of them."""
    if not text[words.start : words.start + 2].isupper():
        return words
    dateline = compiled(_DATELINE).match(
        text, words.start, min(words.end, words.start + _LONGEST_DATELINE)
    )
    return Span(dateline.end(), words.end) if dateline else words


def asserted(text: str, sentence: Segment) -> tuple[Span, ...]:
    """Return the words of a sentence that asserts something, in one piece a quoted line."""
    if sentence.role not in _ASSERTING:
        return ()
    whole = _after_dateline(text, body(text, sentence))
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
