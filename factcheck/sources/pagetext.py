"""The words of an HTML page: markup in, all the text that a reader sees out, a line a block.

Everything visible is kept, menus and captions too: a quotation may stand anywhere, and words that
were taken for furniture would make a true quotation look invented.
"""

from collections.abc import Mapping

from lxml import etree

_HIDDEN = {
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "select",
    "textarea",
    "iframe",
    "object",
}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_CELLS = {"td", "th"}
_PIECE = 1 << 16


class _Words:
    """Collects text as the parser passes by; no tree is built, so no page is nested too deep."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._hidden = 0

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        self._hidden += tag in _HIDDEN
        self._break(tag)

    def end(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self.pieces.append(" " if tag in _CELLS else "\n")

    def data(self, words: str) -> None:
        if not self._hidden:
            self.pieces.append(words.translate(_BREAKS))

    def close(self) -> str:
        return "".join(self.pieces)


# A line break in the source of a page is a space to its reader.
_BREAKS = {ord("\n"): " ", ord("\r"): " ", ord("\t"): " "}


def page_text(markup: str) -> str:
    """Return the visible words of *markup*, the title first; every block begins a line."""
    parser = etree.HTMLParser(target=_Words(), huge_tree=True, encoding="utf-8")
    data = markup.encode("utf-8", "replace")
    if not data.strip():
        return ""
    for start in range(0, len(data), _PIECE):
        parser.feed(data[start : start + _PIECE])
    lines = (" ".join(line.split()) for line in str(parser.close()).split("\n"))
    return "\n".join(line for line in lines if line)
