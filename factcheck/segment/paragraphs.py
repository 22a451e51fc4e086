"""Group lines into paragraphs. In: a text. Out: spans of paragraphs that tile it.

A paragraph is one line, or hard-wrapped lines that belong together. It begins at its first
character that is not white space and takes the white space after it; white space before the first
paragraph is in none. Text taken from a page often has one paragraph a line and no blank lines, so
a line is joined to the one before it only where something says that it goes on.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from factcheck.model.span import Span, trimmed

# A bullet, number, letter or mark of a note that opens an item, with the space after it.
BULLET = re.compile(
    r"(?:\[\^[\w-]{1,20}\]:(?=\s)|[-*+·∙–—](?=\s)|[•‣⁃▪▫◦●○■□➢➤✓✔▶►]"
    r"|\(?\d{1,3}[.)](?=\s)|\((?:[a-z]|[ivx]{2,4}|\d{1,2})\)|[a-zA-Z]\)(?=\s)"
    r"|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|[①-⑳])[^\S\n\r]*"
)
RULE = re.compile(r"(?:[-*_=~—–#·•+]\s*+){3,}+")
_FINAL = re.compile(r"[.!?…。！？:：;；][\"'”’»)\]」』）]*$")
_NEW = re.compile(
    r">|#{1,6}\s|\||(?:By|BY)\s+[A-Z]|(?:Photo|Image|Caption|Figure|Source)\b|图\S{0,3}[:：]"
)

# Mail and plain-text files are wrapped at 72–80; nobody wraps a paragraph wider than this.
_WIDEST_WRAP = 120
# A shorter line is a heading, a name or a cell, not a line that was full.
_NARROWEST_WRAP = 40


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of *text* in reading order.

    They tile it from its first character that is not white space to its end.
    """
    starts = [run[0].start for group in _runs(text) for run in _joined(text, group)]
    return tuple(Span(start, end) for start, end in pairwise((*starts, len(text))))


def _runs(text: str) -> Iterator[tuple[Span, ...]]:
    """Yield the lines that stand together without a blank line between them, trimmed."""
    for blank, lines in groupby(_lines(text), lambda line: line.start == line.end):
        if not blank:
            yield tuple(lines)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield trimmed(Span(start, start + len(line)), text)
        start += len(line)


def _joined(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the lines of each paragraph of one run."""
    width = max(line.end - line.start for line in lines)
    wrapped = len(lines) > 2 and any(
        not _is_final(text, before) and _was_full(text, before, line, width)
        for before, line in pairwise(lines)
    )
    paragraph = [lines[0]]
    for before, line in pairwise(lines):
        if _goes_on(text, before, line, width if wrapped else 0):
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Say whether *line* belongs to the paragraph of the line *before*.

    *width* is that of the longest line where the run looks hard-wrapped, else 0.
    """
    quoted = text[before.start] == ">" and text[line.start] == ">"
    if quoted or _opens(text, line):
        return quoted
    if RULE.fullmatch(text, before.start, before.end) or "\t" in line.of(text):
        return False
    if text[line.start].islower() and not _is_final(text, before):
        return True
    return _was_full(text, before, line, width) and text[before.end - 1] not in ":："


def _opens(text: str, line: Span) -> bool:
    """Say whether a line opens a paragraph by the way it begins."""
    if RULE.fullmatch(text, line.start, line.end):
        return True
    return any(mark.match(text, line.start, line.end) for mark in (BULLET, _NEW))


def _is_final(text: str, line: Span) -> bool:
    """Say whether a line ends as a sentence does."""
    return _FINAL.search(text, max(line.start, line.end - 8), line.end) is not None


def _was_full(text: str, before: Span, line: Span, width: int) -> bool:
    """Say whether the first word of *line* did not fit on the line *before*."""
    length = before.end - before.start
    if not length <= width <= _WIDEST_WRAP or length < _NARROWEST_WRAP:
        return False
    word = text[line.start : min(line.end, line.start + width)].split(maxsplit=1)[0]
    return length + 1 + len(word) > width
