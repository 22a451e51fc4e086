"""Tell the article of a page from its menus: blocks and main content in, the article's blocks out.

A block stays when half of it occurs in the main content. Lists of sources, which that content often
lacks, stay after their heading, and so do captions between the title and the first paragraph.
"""

import re
from collections.abc import Sequence

from factcheck.sources.blocks import Block, Kind

_SOURCES = re.compile(
    r"(?:references?|sources?|notes?|footnotes|bibliography|further reading|works cited|citations|"
    r"links|参考文献|参考资料|来源|注释|资料来源)\b.{0,30}",
    re.IGNORECASE,
)
# All of them in one paragraph: "Sources: one; two".
_SOURCES_LED = re.compile(
    r"(?:references|sources?|notes|footnotes|further reading|links|参考文献|参考资料|来源|资料来源)"
    r"\s?[:：]\s?\S",
    re.IGNORECASE,
)
# Between title and article so many blocks may stand; a caption is as long as a short sentence.
_NEAR_TITLE, _SENTENCE = 6, 40
# Half of a block's shingles in the main content, and the length of a shingle: measured on 900 pages
# of trafilatura's own evaluation, where 96 of 100 links stayed in the right place.
_SHINGLE = 16
_SHARE = 0.5
# Most blocks are lines of the main content; for the others every fourth of its shingles is enough.
_STRIDE = 4
# A list of sources is not longer; what follows so many blocks later is another matter.
_MOST_SOURCES = 60
# Between blocks of the article, one that is half links is a menu.
_LINK_RICH = 0.5


def article_of(blocks: Sequence[Block], content: str) -> tuple[Block, ...]:
    """Return the blocks of the article: those in *content*, and what belongs between them.

    *content* is the text of a page's main content; where nothing of it is found, all blocks are
    returned. Time grows with the blocks and the text.
    """
    known = _shingles(_bare(content), _STRIDE)
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
    """Keep the last main heading before the article, which is its title, and what is between.

    A caption or an opening stands there, which main content leaves out; lines of a word or two
    are dates and buttons.
    """
    for place in range(first - 1, -1, -1):
        if blocks[place].mark == "# ":
            kept[place] = True
            for between in range(place + 1, first) if first - place <= _NEAR_TITLE else ():
                block = blocks[between]
                kept[between] = len(block.words) >= _SENTENCE and not _is_menu(block)
            return


def _keep_sources(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Keep what stands under a heading such as "Sources", once the article has begun."""
    left, begun = 0, False
    for place, block in enumerate(blocks):
        if block.links and _SOURCES_LED.match(block.words):
            kept[place] = kept[place] or begun
        elif _SOURCES.fullmatch(block.words.rstrip(":：")):
            left = _MOST_SOURCES
            kept[place] = kept[place] or begun
        elif block.kind is Kind.HEADING:
            left = 0
        elif left and begun:
            kept[place], left = True, left - 1
        begun = begun or kept[place]


def _is_menu(block: Block) -> bool:
    linked = sum(end - start for start, end, _ in block.links)
    return linked > _LINK_RICH * len(block.words)


def _is_in(words: str, known: frozenset[str], lines: frozenset[str]) -> bool:
    if words in lines:
        return True
    if len(words) < _SHINGLE:
        return False
    shingles = _shingles(words, 1)
    return _STRIDE * len(shingles & known) >= _SHARE * len(shingles)


def _shingles(text: str, stride: int) -> frozenset[str]:
    return frozenset(text[i : i + _SHINGLE] for i in range(0, len(text) - _SHINGLE + 1, stride))


def _bare(text: str) -> str:
    return "".join(text.replace("|", " ").split())
