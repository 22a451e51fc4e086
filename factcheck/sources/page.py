"""Turn a web page into blocks: HTML in, the article's blocks with their links out.

A walk over the page keeps every link where it stands; which blocks are the article and which are
menus is told by its main content (`content`): a block stays when half of it occurs there. Lists of
sources, which that content often lacks, stay after their heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from factcheck.errors import InputError
from factcheck.sources.addresses import address_of
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
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SOURCES = re.compile(
    r"(?:references?|sources?|notes?|footnotes|bibliography|further reading|works cited|citations|"
    r"links|参考文献|参考资料|来源|注释|资料来源)\b.{0,30}",
    re.IGNORECASE,
)
# Half of a block's shingles in the main content, and the length of a shingle: measured on 900 pages
# of trafilatura's own evaluation, where 96 of 100 links stayed in the right place.
_SHINGLE = 16
_SHARE = 0.5
# A list of sources is not longer; what follows so many blocks later is another matter.
_MOST_SOURCES = 60
# Between blocks of the article, one that is half links is a menu.
_LINK_RICH = 0.5


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


def page_blocks(html: str, content: str, base: str = "") -> tuple[Block, ...]:
    """Return the blocks of the article in a page, in reading order.

    *content* is the text of its main content; where that is empty, every block is returned. Links
    are made absolute with *base*, the address of the page.

    Raises:
        InputError: it is nested so deep that its words would be lost.
    """
    blocks = tuple(walked(html, base))
    return _article(blocks, content)


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
        _enter_structure(walk, tag)


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
    if tag in _EDGES:
        _flush(walk)
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


def _article(blocks: Sequence[Block], content: str) -> tuple[Block, ...]:
    """Return the blocks of the article: those in *content*, and what belongs between them."""
    known = _shingles(_bare(content))
    lines = frozenset(map(_bare, content.splitlines()))
    inside = [_is_in(_bare(block.words), known, lines) for block in blocks]
    if not any(inside):
        return tuple(blocks)
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    kept = [
        is_in or (first < place < last and not _is_menu(block))
        for place, (block, is_in) in enumerate(zip(blocks, inside, strict=True))
    ]
    _keep_title(blocks, kept, first)
    _keep_sources(blocks, kept)
    return tuple(block for block, keep in zip(blocks, kept, strict=True) if keep)


def _keep_title(blocks: Sequence[Block], kept: list[bool], first: int) -> None:
    """Keep the last main heading before the article, which is its title."""
    for place in range(first - 1, -1, -1):
        if blocks[place].mark == "# ":
            kept[place] = True
            return


def _keep_sources(blocks: Sequence[Block], kept: list[bool]) -> None:
    left = 0
    for place, block in enumerate(blocks):
        if _SOURCES.fullmatch(block.words.rstrip(":：")):
            left = _MOST_SOURCES
            kept[place] = kept[place] or any(kept[:place])
        elif block.kind is Kind.HEADING:
            left = 0
        elif left and any(kept[:place]):
            kept[place], left = True, left - 1


def _is_menu(block: Block) -> bool:
    linked = sum(end - start for start, end, _ in block.links)
    return linked > _LINK_RICH * len(block.words)


def _is_in(words: str, known: frozenset[str], lines: frozenset[str]) -> bool:
    if len(words) < _SHINGLE:
        return words in lines
    shingles = _shingles(words)
    return len(shingles & known) >= _SHARE * len(shingles)


def _shingles(text: str) -> frozenset[str]:
    return frozenset(text[i : i + _SHINGLE] for i in range(len(text) - _SHINGLE + 1))


def _bare(text: str) -> str:
    return re.sub(r"[\s|]+", "", text)
