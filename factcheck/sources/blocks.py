"""Blocks of a page or a file with the links in them, and the text that they become.

In: paragraphs, headings, items, rows with their links. Out: one text, laid out as plain text is
(`# ` before headings, `- ` before items, `> ` before quotations), and where its links stand.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.document import Link
from factcheck.model.span import Span


class Kind(StrEnum):
    """What a block is where it came from."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTATION = "quotation"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its words, and the links in them as (start, end, address).

    Offsets are code points into `words`. `mark` is what stands before the words in the text.
    """

    kind: Kind
    words: str
    links: tuple[tuple[int, int, str], ...] = ()
    mark: str = ""


class Words:
    """Collects the words of one block; runs of white space become one space."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._links: list[tuple[int, int, str]] = []
        self._spaced = True
        self.length = 0

    def add(self, text: str) -> None:
        """Add words as a page shows them."""
        shown = _SPACES.sub(" ", text)
        if self._spaced:
            shown = shown.lstrip(" ")
        if shown:
            self._put(shown)
            self._spaced = shown[-1] in " \n"

    def add_as_is(self, text: str) -> None:
        """Add words whose white space counts."""
        if text:
            self._put(text)
            self._spaced = text[-1] in " \n"

    def link(self, start: int, address: str) -> None:
        """Make a link of the words from *start* on."""
        words = "".join(self._parts)[start:]
        left = start + len(words) - len(words.lstrip())
        right = start + len(words.rstrip())
        if left < right:
            self._links.append((left, right, address))

    def taken(self, kind: Kind, mark: str) -> Block | None:
        """Return the block, None where nobody wrote a word, and begin anew."""
        words = "".join(self._parts).rstrip()
        links = tuple(sorted(link for link in self._links if link[1] <= len(words)))
        self._parts, self._links, self._spaced, self.length = [], [], True, 0
        return Block(kind, words, links, mark) if words else None

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)


_SPACES = re.compile(r"[ \t\n\r\f\v]+")


def laid_out(blocks: Iterable[Block]) -> tuple[str, tuple[Link, ...]]:
    """Return the text of *blocks* and where its links stand: items and rows in lines of their own.

    Offsets are code points into the text, half-open.
    """
    parts: list[str] = []
    links: list[Link] = []
    length = 0
    before: Block | None = None
    for block in blocks:
        gap = "" if before is None else _gap(before, block)
        start = length + len(gap) + len(block.mark)
        parts += [gap, block.mark, block.words]
        length = start + len(block.words)
        links += [Link(Span(start + left, start + right), url) for left, right, url in block.links]
        before = block
    return "".join(parts) + ("\n" if parts else ""), tuple(links)


def _gap(before: Block, block: Block) -> str:
    close = before.kind is block.kind and block.kind in {Kind.ITEM, Kind.ROW}
    return "\n" if close else "\n\n"
