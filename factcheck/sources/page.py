"""Turn a web page into blocks: HTML in, the article's blocks with their links out.

A walk over the page keeps every link where it stands; which blocks are the article and which are
menus is told by `article`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from factcheck.errors import InputError
from factcheck.sources.addresses import address_of
from factcheck.sources.article import article_of
from factcheck.sources.blocks import Block, Kind, Words

_KINDS = {
    "p": (Kind.PARAGRAPH, ""),
    "li": (Kind.ITEM, "- "),
    "dd": (Kind.ITEM, "- "),
    "tr": (Kind.ROW, ""),
    **{f"h{level}": (Kind.HEADING, "#" * level + " ") for level in range(1, 7)},
}
# Elements at whose edges a block ends.
_EDGES = {
    *_KINDS, "address", "article", "aside", "blockquote", "body", "caption", "center", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html",
    "main", "nav", "ol", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul",
}  # fmt: skip
_UNREAD = {
    "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "canvas",
    "button", "select", "textarea", "audio", "video", "dialog",
}  # fmt: skip
_NEVER_ARTICLE = {"nav", "footer", "form"}
_CELLS = {"td", "th"}
_MARKS = (("“", "”"), ("‘", "’"))
_OWN_MARKS = {"“", '"', "„", "«", "‘", "「", "‹"}
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


@dataclass(slots=True)
class _Walk:
    """Where the walk over a page is."""

    base: str
    blocks: list[Block] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    kinds: list[tuple[Kind, str]] = field(default_factory=lambda: [(Kind.PARAGRAPH, "")])
    anchors: list[tuple[int, str]] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    breaks: int = 0
    pre: int = 0
    furniture: int = 0
    quoted: list[str] = field(default_factory=list)  # the closing marks that <q> owes


def page_blocks(html: str, content: str, base: str = "") -> tuple[Block, ...]:
    """Return the blocks of the article in a page, in reading order.

    *content* is the text of its main content; where that is empty, every block is returned. Links
    are made absolute with *base*, the address of the page.

    Raises:
        InputError: it is nested so deep that its words would be lost.
    """
    blocks = tuple(walked(html, base))
    return article_of(blocks, content)


def walked(html: str, base: str = "") -> Iterator[Block]:
    """Yield every block that a page shows, menus included, each with its links.

    Raises:
        InputError: as `page_blocks`.
    """
    walk = _Walk(_base_of(html, base))
    skipped = 0
    for event, element in _events(html):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if skipped or _is_unread(tag, element):
                skipped += 1
                continue
            _enter(walk, tag, element)
            _say(walk, element.text)
        elif skipped:
            skipped -= 1
            if not skipped:
                _say(walk, element.tail)
        else:
            _leave(walk, tag)
            _say(walk, element.tail)
        if len(walk.blocks) > 1:
            yield from walk.blocks
            walk.blocks.clear()
    _flush(walk)
    yield from walk.blocks


def _events(html: str) -> Iterator[tuple[str, Any]]:
    parser = etree.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8"
    )
    root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise InputError(
            "the page is nested too deep to be read whole",
            hint="open it in a browser and save the article as plain text",
        )
    return iter(etree.iterwalk(root, events=("start", "end"))) if root is not None else iter(())


def _is_unread(tag: str, element: Any) -> bool:
    if tag in _UNREAD or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN.search(element.get("style", "")) is not None


def _enter(walk: _Walk, tag: str, element: Any) -> None:
    if tag in _EDGES:
        _flush(walk)
    if tag in _NEVER_ARTICLE:
        walk.furniture += 1
    elif tag == "a":
        walk.anchors.append((walk.words.length, address_of(element.get("href"), walk.base)))
    elif tag == "br":
        _break(walk)
    elif tag in _CELLS and walk.words.length:
        walk.words.add_as_is(" | ")
    else:
        if tag == "q":
            _quote(walk, element)
        _enter_structure(walk, tag)


def _quote(walk: _Walk, element: Any) -> None:
    """Write the marks that browsers draw around <q>, unless its words have some already."""
    own = (element.text or "").lstrip()[:1] in _OWN_MARKS
    opening, closing = ("", "") if own else _MARKS[sum(map(bool, walk.quoted)) % 2]
    walk.words.add(opening)
    walk.quoted.append(closing)


def _enter_structure(walk: _Walk, tag: str) -> None:
    if tag in {"ol", "ul"}:
        walk.lists.append(0 if tag == "ol" else None)
    elif tag == "pre":
        walk.pre += 1
    elif tag == "blockquote":
        walk.kinds.append((Kind.QUOTATION, "> "))
    elif tag in _KINDS:
        walk.kinds.append(_kind(walk, tag))


def _leave(walk: _Walk, tag: str) -> None:
    if tag == "a" and walk.anchors:
        start, address = walk.anchors.pop()
        if address:
            walk.words.link(min(start, walk.words.length), address)
    elif tag == "q":
        walk.words.add(walk.quoted.pop())
    elif tag in _EDGES:
        _flush(walk)
        _leave_structure(walk, tag)


def _leave_structure(walk: _Walk, tag: str) -> None:
    if tag in _KINDS or tag == "blockquote":
        walk.kinds.pop()
    if tag in {"ol", "ul"} and walk.lists:
        walk.lists.pop()
    if tag == "pre":
        walk.pre -= 1
    if tag in _NEVER_ARTICLE:
        walk.furniture -= 1


def _kind(walk: _Walk, tag: str) -> tuple[Kind, str]:
    kind, mark = _KINDS[tag]
    if kind is Kind.PARAGRAPH and walk.kinds[-1][0] in {Kind.ITEM, Kind.QUOTATION, Kind.ROW}:
        return walk.kinds[-1]
    if tag == "li" and walk.lists and (count := walk.lists[-1]) is not None:
        walk.lists[-1] = count + 1
        return kind, f"{count + 1}. "
    return kind, mark


def _say(walk: _Walk, text: str | None) -> None:
    if not text:
        return
    if text.strip():
        walk.breaks = 0
    if walk.pre:
        walk.words.add_as_is(text)
    else:
        walk.words.add(text)


def _break(walk: _Walk) -> None:
    """End a line; two of them in a row end a paragraph, as on pages without paragraphs."""
    walk.breaks += 1
    if walk.breaks > 1:
        _flush(walk)
    elif walk.words.length:
        walk.words.add_as_is("\n")


def _flush(walk: _Walk) -> None:
    walk.breaks = 0
    for place, (start, address) in enumerate(walk.anchors):
        if address and start < walk.words.length:
            walk.words.link(start, address)
        walk.anchors[place] = (0, address)
    kind, mark = walk.kinds[-1]
    block = walk.words.taken(kind, mark)
    if block is not None and not walk.furniture:
        walk.blocks.append(block)


def _base_of(html: str, base: str) -> str:
    found = re.search(r"<base\s[^>]{0,200}?href\s*=\s*[\"']([^\"'<>]{1,500})", html, re.IGNORECASE)
    return urljoin(base, found[1]) if found else base
