"""The words of a body, for comparing quotations: bytes and media type in, text and remark out."""

import codecs
import re
import subprocess
import sys
import unicodedata
from dataclasses import dataclass

from factcheck.evidence.pages import page_text

# A page of the size limit is read in a tenth of this; what takes longer is made to.
PDF_SECONDS = 60.0

HTML = "text/html"
PDF = "application/pdf"
_MARKUP = {HTML, "application/xhtml+xml"}
_PLAIN = {"application/json", "application/xml", "application/rtf", "application/javascript"}
_BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PAGE_BEGINS = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META_WITHIN = 4096

# What a reader sees as other characters: ligatures, full-width forms, spaces of all widths; what
# nobody sees goes. Superscripts stay: 10² is not 102.
_SEEN = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    **{code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()},
    0xFF05: "%",
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


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a body, None where it has none, and what a person should know about it."""

    text: str | None
    remark: str = ""


def media_type_of(body: bytes, declared: str) -> str:
    """Return the media type of *body*: what it begins with says more than what was declared."""
    for beginning, media_type in _BEGINNINGS:
        if body.startswith(beginning):
            return media_type
    said = declared.partition(";")[0].strip().lower()
    if _PAGE_BEGINS.match(body[:_META_WITHIN]) and said not in _MARKUP:
        return HTML
    return said or (
        "text/plain" if b"\0" not in body[:_META_WITHIN] else "application/octet-stream"
    )


def text_of(media_type: str, body: bytes, declared: str = "") -> Extracted:
    """Return the words of *body* as a reader sees them, `cleaned`.

    *declared* is the content type that the server named, perhaps with a charset. Images and data
    have no text. Nothing is raised whatever the body holds.
    """
    if media_type == PDF:
        return _of_pdf(body)
    if media_type in _MARKUP:
        text, remark = decoded(body, declared)
        words = cleaned(page_text(text))
        bare = "the page shows no text without scripts" if not words else ""
        return Extracted(words, "; ".join(part for part in (remark, bare) if part))
    if media_type.startswith("text/") or media_type in _PLAIN:
        text, remark = decoded(body, declared)
        return Extracted(cleaned(text), remark)
    return Extracted(None, f"{media_type} holds no text that can be compared")


def decoded(body: bytes, declared: str) -> tuple[str, str]:
    """Return the characters of *body*, and a remark where they are not in the encoding it names.

    A byte order mark comes first, then what the server declares, then what the page declares, then
    UTF-8. A body that is in none of them is read as Windows-1252, as browsers do.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace"), ""
    meta = _META.search(body[:_META_WITHIN])
    in_page = charset_in(meta[0].decode("latin-1")) if meta else None
    named = charset_in(declared) or in_page or "utf-8"
    for encoding in (named, "utf-8"):
        try:
            text = body.decode(_name(encoding))
        except (UnicodeError, LookupError, ValueError):
            continue
        return text, "" if encoding == named else f"it is not in {named}, and was read as UTF-8"
    return body.decode("cp1252", "replace"), f"it is not in {named}, and was read as Windows-1252"


def charset_in(declared: str) -> str | None:
    """Return the encoding that a content type names, None where it names none."""
    said = _CHARSET.search(declared)
    return said[1] if said else None


def _name(encoding: str) -> str:
    name = codecs.lookup(encoding).name
    # What calls itself Latin-1 or ASCII on the web is Windows-1252 (WHATWG Encoding Standard).
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def cleaned(text: str) -> str:
    """Return *text* as it is seen: ligatures as letters, one kind of space, nothing invisible.

    Line breaks stay, as line feeds; a word that a PDF broke at a line's end is whole again.
    """
    text = _BROKEN_WORD.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _UNSEEN.sub(_seen, unicodedata.normalize("NFC", text))
    return _AT_LINE_ENDS.sub("\n", _SPACES.sub(" ", text)).strip()


def _seen(character: re.Match[str]) -> str:
    return _SEEN[ord(character[0])] or ""


def _of_pdf(body: bytes) -> Extracted:
    """Read a PDF in a process of its own: what is made to crash a reader crashes only that."""
    command = [sys.executable, "-m", "factcheck.evidence.portable"]
    try:
        done = subprocess.run(
            command, input=body, capture_output=True, timeout=PDF_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Extracted(None, "reading the PDF took too long")
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode:
        known = said if said.startswith("the PDF") else "the PDF cannot be read"
        return Extracted(None, known)
    return Extracted(cleaned(done.stdout.decode("utf-8", "replace")), said)
