"""Read the pages of a PDF in a process of its own: bytes in, the text and links of each page out.

A PDF from a stranger can bring its reader down, or keep it busy for ever; then the process ends,
and this one goes on. It reads the bytes from standard input and writes one JSON value.
"""

import ctypes
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO

from factcheck.errors import InputError

# 200 pages take a quarter of a second; whatever takes so long is not an article.
PDF_SECONDS = 60.0
_HINT = "open it in a PDF reader, copy the text into a file, and read that file"
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


def pdf_pages(data: bytes, name: str) -> tuple[Page, ...]:
    """Return the pages of a PDF.

    Raises:
        InputError: it asks for a password, it is damaged, or it takes too long.
    """
    try:
        done = subprocess.run(
            # -P: what lies in the working directory is never taken for a module.
            [sys.executable, "-P", "-m", __name__],
            input=data,
            capture_output=True,
            timeout=PDF_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(f"{name}: this PDF takes too long to read", hint=_HINT) from error
    if done.returncode:
        raise InputError(f"{name}: this PDF brought its reader down", hint=_HINT)
    found = json.loads(done.stdout)
    if "error" in found:
        raise InputError(f"{name}: this PDF cannot be read: {found['error']}", hint=_HINT)
    return tuple(Page(text, tuple(map(tuple, links))) for text, links in found["pages"])


def answer(asked: BinaryIO, answers: TextIO) -> None:
    """Read a PDF from *asked* and write its pages, or why there are none, to *answers*."""
    import pypdfium2  # noqa: PLC0415 - loaded in the process that needs it

    try:
        pages = [list(page) for page in _pages(pypdfium2.PdfDocument(asked.read()))]
        said: dict[str, Any] = {"pages": pages}
    except pypdfium2.PdfiumError as error:
        password = "Incorrect password" in str(error)
        said = {"error": "it asks for a password" if password else "it is damaged or no PDF"}
    json.dump(said, answers)


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


if __name__ == "__main__":
    answer(sys.stdin.buffer, sys.stdout)
