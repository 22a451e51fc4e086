"""Read the pages of a PDF: bytes in, the text and links of each page out.

`pdf_pages` has `pages_in` run in a process of its own, because a PDF from a stranger can bring its
reader down.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.sources.confined import UnreadableError, read_apart, require_short

_LONGEST_ADDRESS = 2000
# So many characters before a link tell it from the same words elsewhere.
_CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines as they stand, and its links from top to bottom.

    A link is (what stands before it, its words, its address).
    """

    text: str
    links: tuple[tuple[str, str, str], ...] = ()


def pdf_pages(data: bytes) -> tuple[Page, ...]:
    """Return the pages of a PDF.

    Raises:
        UnreadableError: it asks for a password, it is damaged, or it is over a limit.
    """
    pages = read_apart("pdf", data)
    return tuple(Page(text, tuple(map(tuple, links))) for text, links in pages)


def pages_in(data: bytes) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Return text and links of each page of a PDF.

    Raises:
        UnreadableError: it asks for a password, it is damaged, or holds too much text.
    """
    import pypdfium2  # noqa: PLC0415 - loaded in the process that needs it

    pages, length = [], 0
    try:
        for text, links in _pages(pypdfium2.PdfDocument(data)):
            length += len(text)
            require_short(length)
            pages.append((text, links))
    except pypdfium2.PdfiumError as error:
        password = "Incorrect password" in str(error)
        reason = "asks for a password" if password else "cannot be read: it is damaged or no PDF"
        raise UnreadableError(reason) from error
    return pages


def _pages(pdf: Any) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    for page in pdf:
        words = page.get_textpage()
        yield words.get_text_range(), _links(pdf, page, words)
        page.close()


def _links(pdf: Any, page: Any, words: Any) -> list[tuple[str, str, str]]:
    """Return the links of a page; a link over several lines is one for each line."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    found = []
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, place, link):
        address = _address(pdfium, pdf, link)
        box = pdfium.FS_RECTF()
        if address and pdfium.FPDFLink_GetAnnotRect(link, box):
            anchor = words.get_text_bounded(box.left, box.bottom, box.right, box.top)
            at = words.get_index(box.left + 1, (box.bottom + box.top) / 2, 2, 2) or 0
            first = max(0, at - _CONTEXT)
            before = words.get_text_range(first, at - first) if at > first else ""
            found.append((-box.top, box.left, before, anchor, address))
    return [link[2:] for link in sorted(found)]


def _address(pdfium: Any, pdf: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(pdf, action, None, 0)
    if not 0 < length <= _LONGEST_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(pdf, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")
