"""Turn Markdown into blocks: the words as they are shown, and the links in them.

In: the text of a file. Out: blocks; emphasis, link addresses and HTML are not part of the words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.sources.addresses import address_of
from factcheck.sources.blocks import Block, Kind, Words

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(slots=True)
class _Place:
    """What the blocks that come next stand in."""

    quoted: int = 0
    items: list[str] = field(default_factory=list)
    counts: list[int | None] = field(default_factory=list)
    heading: str = ""
    cells: Words | None = None


def markdown_blocks(text: str, base: str = "") -> Iterator[Block]:
    """Yield the blocks of a Markdown text, in reading order; links made absolute with *base*."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - loaded when Markdown is read

    place = _Place()
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "inline" and place.cells is not None:
            _add(place.cells, token.children or (), base)
        elif token.type == "inline":
            words = Words()
            _add(words, token.children or (), base)
            yield from _taken(words, *_kind(place))
        elif token.type in {"fence", "code_block"}:
            words = Words()
            words.add_as_is(token.content)
            yield from _taken(words, Kind.PARAGRAPH, "")
        else:
            yield from _moved(place, token)


def _moved(place: _Place, token: "Token") -> Iterator[Block]:
    """Follow the structure; a row of a table is a block once it ends."""
    kind = token.type
    if kind in {"blockquote_open", "blockquote_close"}:
        place.quoted += token.nesting
    elif kind in {"heading_open", "heading_close"}:
        place.heading = "#" * int(token.tag[1]) + " " if token.nesting > 0 else ""
    elif kind == "tr_open":
        place.cells = Words()
    elif kind in {"th_open", "td_open"} and place.cells is not None and place.cells.length:
        place.cells.add_as_is(" | ")
    elif kind == "tr_close" and place.cells is not None:
        yield from _taken(place.cells, Kind.ROW, "")
        place.cells = None
    else:
        _count(place, token)


def _count(place: _Place, token: "Token") -> None:
    """Follow the lists, which may stand in one another."""
    if token.type == "bullet_list_open":
        place.counts.append(None)
    elif token.type == "ordered_list_open":
        start = token.attrGet("start")
        place.counts.append(1 if start is None else int(start))
    elif token.type in {"bullet_list_close", "ordered_list_close"}:
        place.counts.pop()
    elif token.type == "list_item_open":
        place.items.append(_item_mark(place))
    elif token.type == "list_item_close":
        place.items.pop()


def _item_mark(place: _Place) -> str:
    count = place.counts[-1]
    if count is None:
        return "- "
    place.counts[-1] = count + 1
    return f"{count}. "


def _kind(place: _Place) -> tuple[Kind, str]:
    if place.heading:
        return Kind.HEADING, place.heading
    if place.items:
        return Kind.ITEM, place.items[-1]
    return (Kind.QUOTATION, "> ") if place.quoted else (Kind.PARAGRAPH, "")


def _add(words: Words, tokens: "Sequence[Token]", base: str) -> None:
    anchors: list[tuple[int, str]] = []
    for token in tokens:
        if token.type == "link_open":
            anchors.append((words.length, address_of(str(token.attrGet("href") or ""), base)))
        elif token.type == "link_close":
            start, address = anchors.pop()
            if address:
                words.link(start, address)
        elif token.type == "softbreak":
            words.add(" ")
        elif token.type == "hardbreak":
            words.add_as_is("\n")
        elif token.type in {"text", "code_inline"}:
            words.add(token.content)


def _taken(words: Words, kind: Kind, mark: str) -> Iterator[Block]:
    block = words.taken(kind, mark)
    if block is not None:
        yield block
