"""Find what stands between quotation marks: a text in, the quoted stretches out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.span import Span

_CLOSED_BY = {"“": '”"', "„": "“”", "«": "»", "「": "」", "『": "』", '"': '"”', "‘": "’"}
# Line breaks, and the white space of an indented paragraph.
_BETWEEN_PARAGRAPHS = 12
# Characters: in a paragraph, a longer one is two whose marks do not match.
_LONGEST = 3_000
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]")
_MARK = re.compile(r"[“”„«»「」『』\"‘’]")


class Quoted(NamedTuple):
    """One stretch between quotation marks: `span` with the marks, `inner` without them.

    `closed` is false for a quotation that goes on in the next paragraph; it ends with its line.
    `single` is true between single marks.
    """

    span: Span
    inner: Span
    closed: bool
    single: bool


def quoted(text: str) -> tuple[Quoted, ...]:
    """Return the outermost quoted stretches of *text*, in reading order; none overlap.

    Marks with no letter or figure between them quote nothing, nor do marks 3,000 characters apart.

    A quotation ends in the line in which it begins. One that is not closed runs to the end of its
    line where its mark is the first of the line or the next line opens with the same mark, as
    quotations of several paragraphs are printed; any other that is not closed is no quotation.
    """
    return tuple(found for line in _LINE.finditer(text) for found in _of_line(text, line))


def _of_line(text: str, line: re.Match[str]) -> Iterator[Quoted]:
    opening: int | None = None
    first = line.start() + len(line.group()) - len(line.group().lstrip())
    for mark in _MARK.finditer(text, line.start(), line.end()):
        at = mark.start()
        if opening is None:
            opening = at if _opens(text, at) else None
        elif text[at] in _CLOSED_BY[text[opening]] and _closes(text, at):
            single = text[opening] == "‘"
            if _WORD.search(text, opening, at) and at - opening <= _LONGEST:
                yield Quoted(
                    Span(opening, at + 1), Span(opening + 1, at), closed=True, single=single
                )
            opening = None
        elif text[opening] == "‘" and text[at] in '“"' and _opens(text, at):
            opening = at  # an apostrophe before a word was taken for an opening mark
    if opening is not None and _stays_open(text, opening, first, line.end()):
        yield Quoted(
            Span(opening, line.end()), Span(opening + 1, line.end()), closed=False, single=False
        )


def _stays_open(text: str, opening: int, first: int, line_end: int) -> bool:
    """Say whether a quotation goes on in the next line: it opens this one, or the next one too."""
    mark = text[opening]
    following = text[line_end : line_end + _BETWEEN_PARAGRAPHS].lstrip()
    return mark != "‘" and (opening == first or following[:1] == mark)


def _opens(text: str, at: int) -> bool:
    """Say whether a mark can open: an inch sign, an apostrophe and a closing mark cannot."""
    if text[at] not in _CLOSED_BY:
        return False
    if text[at] not in '"‘':
        return True
    before = text[at - 1 : at]
    after = text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    """Say whether a mark can close: an apostrophe inside a word cannot."""
    return text[at] != "’" or not text[at + 1 : at + 2].isalnum()
