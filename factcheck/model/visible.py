"""Text from strangers, made harmless to look at: one visible character for each dangerous one."""

import re

_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_REPLACED = (
    *range(0x80, 0xA0),  # C1 controls: 0x9B starts a terminal sequence
    *(0x00AD, 0x061C, 0x180E, *range(0x200B, 0x2010)),  # soft, zero width, joiners, directions
    *(0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2060, 0x2070)),  # separators, overrides
    *(0xFEFF, *range(0xFFF0, 0xFFFC), *range(0xE0000, 0xE0080)),  # byte order mark, tags
    *(*range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)),  # shorthand and music without width
    *range(0xD800, 0xE000),  # lone surrogates: no terminal can be sent them
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_VISIBLE = _PICTURES | dict.fromkeys(_REPLACED, 0xFFFD)


def visible(text: str) -> str:
    """Return *text* with every control, escape, bidi and zero-width character made visible.

    One character stands for one character, so offsets stay true. Line breaks and tabs are shown
    as pictures too: whoever lays text out in lines cuts it into lines first.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_VISIBLE)


def one_line(text: str) -> str:
    """Return *text* on one line: runs of white space become one space, the rest is `visible`."""
    return visible(" ".join(text.split()))


def storable(text: str) -> str:
    """Return *text* with lone surrogates, which no file can hold, replaced by U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
