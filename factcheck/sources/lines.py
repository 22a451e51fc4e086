"""Make paragraphs of the lines of pages: what a PDF holds in, blocks with their links out.

Running heads, running feet and page numbers go; lines that the edge of the page broke are joined.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.sources.addresses import address_of
from factcheck.sources.blocks import Block, Kind
from factcheck.sources.pdf import Page

# Lines at the head and foot of a page in which running heads stand.
_EDGE = 2
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_BULLET = re.compile(r"[•▪◦‣·*–—-]\s+(?=\S)")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")
_FINAL = re.compile(r"[.!?…:。！？：][\"'”’»)\]」』）]*\Z")
# With these signs PDF readers mark where a line was broken inside a word.
_BROKEN_WORD = re.compile("[\ufffe\x02\xad](?:\r?\n)?")
_LINE_END = re.compile(r"\r\n|\r|\n")
# A last line of a paragraph is shorter than this share of a full line; a heading still shorter.
_SHORT, _VERY_SHORT = 0.85, 0.6
# How many characters before a link must be those that the page has there.
_TELLING = 8
# A link stands within so many blocks after the one before it, or on a page without words.
_BLOCKS_ON = 200
# The length that four of five lines do not exceed is that of a full line.
_FULL = 0.8


def line_blocks(pages: Sequence[Page]) -> tuple[Block, ...]:
    """Return the paragraphs of *pages* in reading order, with the links of the pages."""
    lines = shown_lines(pages)
    blocks = list(_paragraphs(lines, _full_line(lines)))
    return _linked(blocks, [link for page in pages for link in page.links])


def shown_lines(pages: Sequence[Page]) -> list[str]:
    """Return the lines of *pages* without running heads and feet, and without page numbers."""
    heads = _running(pages)
    return [line for page in pages for line in _kept(page, heads)]


def _lines(page: Page) -> list[str]:
    whole = _BROKEN_WORD.sub("", page.text)
    return [" ".join(line.split()) for line in _LINE_END.split(whole)]


def _edges(lines: Sequence[str]) -> Iterator[str]:
    shown = [line for line in lines if line]
    yield from dict.fromkeys((*shown[:_EDGE], *shown[-_EDGE:]))


def _running(pages: Sequence[Page]) -> frozenset[str]:
    """Return the heads and feet that half of the pages have, with digits taken out."""
    if len(pages) < 3:
        return frozenset()
    counts = Counter(_shape(line) for page in pages for line in _edges(_lines(page)))
    return frozenset(shape for shape, count in counts.items() if 2 * count >= len(pages))


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _kept(page: Page, heads: frozenset[str]) -> list[str]:
    lines = _lines(page)
    gone = {line for line in _edges(lines) if _shape(line) in heads or _PAGE_NUMBER.fullmatch(line)}
    return [line for line in lines if line not in gone]


def _full_line(lines: Iterable[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(_FULL * (len(lengths) - 1))] if lengths else 0


def _paragraphs(lines: Sequence[str], full: int) -> Iterator[Block]:
    """Yield the paragraphs; the last line ends one in any case."""
    words = ""
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else ""
        words = _joined(words, line)
        if words and _ends(line, following, full):
            yield _block(words)
            words = ""


def _joined(words: str, line: str) -> str:
    if not words:
        return line
    glued = words[-1] == "-" and line[:1].islower()
    return words + ("" if glued or not line else " ") + line


def _ends(line: str, following: str, full: int) -> bool:
    """Say whether a paragraph ends with *line*."""
    if not line or not following or _BULLET.match(following) or _NUMBERED.match(following):
        return True
    if _FINAL.search(line):
        return len(line) < _SHORT * full
    # A line that ends without a stop, far from the edge, before a capital: a heading, a name.
    return len(line) < _VERY_SHORT * full and not following[0].islower()


def _block(words: str) -> Block:
    bullet = _BULLET.match(words)
    if bullet:
        return Block(Kind.ITEM, words[bullet.end() :], mark="- ")
    return Block(Kind.ITEM if _NUMBERED.match(words) else Kind.PARAGRAPH, words)


def _linked(blocks: Sequence[Block], links: Iterable[tuple[str, str, str]]) -> tuple[Block, ...]:
    """Return *blocks* with the links whose words stand in them, each looked for from the last."""
    linked = list(blocks)
    place, start = 0, 0
    for before, anchor, target in links:
        words, address = " ".join(anchor.split()), address_of(target, "")
        if not words or not address:
            continue
        found = _found(linked, " ".join(before.split()), words, place, start)
        if found is not None:
            place, start = found
            block, end = linked[place], start + len(words)
            linked[place] = replace(block, links=(*block.links, (start, end, address)))
            start = end
    return tuple(linked)


def _found(
    blocks: Sequence[Block], before: str, words: str, place: int, start: int
) -> tuple[int, int] | None:
    """Return block and offset of *words*, best where *before* stands before them."""
    otherwise = None
    for number in range(place, min(len(blocks), place + _BLOCKS_ON)):
        text = blocks[number].words
        at = text.find(words, start if number == place else 0)
        while at >= 0:
            if text[max(0, at - 2 * _TELLING) : at].rstrip().endswith(before[-_TELLING:]):
                return number, at
            otherwise = otherwise or (number, at)
            at = text.find(words, at + 1)
    return otherwise
