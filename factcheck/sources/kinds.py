"""What a body is: its first bytes, what was declared, and its name in; a media type out.

What it begins with says more than what was declared, and that more than its name.
"""

import re
from pathlib import PurePath

HTML = "text/html"
PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"
DATA = "application/octet-stream"
MARKUP = frozenset({HTML, "application/xhtml+xml"})
_PICTURES = (
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)
_NAMED = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": WORD,
    ".txt": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".csv": "text/csv",
    ".json": "application/json",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
# What servers say of files that they do not know.
_VAGUE = frozenset({"", PLAIN, DATA, "binary/octet-stream"})
# Some put lines of their own before it, and readers allow for that.
_PDF = re.compile(rb"(?:\A|[\r\n])%PDF-")
_PDF_WITHIN = 1024
_WITHIN = 4096
# A comment ends at its first end, or a page of comments could be cut in endless ways.
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# Marks and the zeros of wide encodings, which stand between the letters of a beginning.
_MARKS = b"\xef\xbb\xbf\xff\xfe\0"


def media_type_of(body: bytes, declared: str = "", name: str = "") -> str:
    """Return the media type of *body*.

    *declared* is what its server said, *name* the name of a file or the path of a link.
    """
    begun = _begun(body)
    said = declared.partition(";")[0].strip().lower()
    path = name.partition("?")[0] if "://" in name else name
    named = _NAMED.get(PurePath(path).suffix.lower(), "")
    if begun == ZIP:
        from factcheck.sources.wordfile import is_word_file

        return WORD if is_word_file(body) else (named if said in _VAGUE else said) or ZIP
    if begun:
        return said if begun == HTML and said in MARKUP else begun
    if said not in _VAGUE:
        return said
    return named or said or (DATA if b"\0" in body[:_WITHIN] else PLAIN)


def _begun(body: bytes) -> str:
    """Return what a body begins like, "" where that says nothing."""
    for beginning, media_type in (*_PICTURES, (b"PK\x03\x04", ZIP)):
        if body.startswith(beginning):
            return media_type
    if _PAGE.match(body[:_WITHIN].translate(None, b"\0").lstrip(_MARKS)):
        return HTML
    return PDF if _PDF.search(body[:_PDF_WITHIN]) else ""
