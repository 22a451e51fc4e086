"""The letters that a comparison compares: the words of a body in, the same as they are seen out."""

import re
import unicodedata

# What a reader sees as other characters: ligatures, full-width forms, spaces of all widths; what
# nobody sees goes. Superscripts stay: 10² is not 102.
_SEEN = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    **{code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()},
    **{code: chr(code - 0xFEE0) for code in (0xFF04, 0xFF05, 0xFF0B, 0xFF0D, 0xFF0E, 0xFF0F)},
    0xFFE1: "£",
    0xFFE5: "¥",
    **dict.fromkeys((0x2010, 0x2011), "-"),  # hyphens that look like the one of the keyboard
    **dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys((0x2028, 0x2029, 0x85, 0x0B, 0x0C), "\n"),
    **dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF)),
    0: None,
}
_UNSEEN = re.compile("[" + "".join(map(re.escape, map(chr, _SEEN))) + "]")
_SPACES = re.compile(r"[ \t]{2,}|\t")
_AT_LINE_ENDS = re.compile(r" ?\n ?")
# A line that ends in this sign was broken inside a word: so PDF readers say it.
_BROKEN_WORD = re.compile("\ufffe\r?\n?")


def cleaned(text: str) -> str:
    """Return *text* as it is seen: ligatures as letters, one kind of space, nothing invisible.

    Line breaks stay, as line feeds; a word that a PDF broke at a line's end is whole again.
    """
    text = _BROKEN_WORD.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _UNSEEN.sub(_seen, unicodedata.normalize("NFC", text))
    return _AT_LINE_ENDS.sub("\n", _SPACES.sub(" ", text)).strip()


def _seen(character: re.Match[str]) -> str:
    return _SEEN[ord(character[0])] or ""
