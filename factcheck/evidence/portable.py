"""Read one PDF from standard input and print its words: runs alone, within limits of its own.

Started by `texts` as `python -m factcheck.evidence.portable`.
"""

import sys
from typing import BinaryIO

import pypdfium2

MEMORY = 2_000_000_000  # bytes; a PDF of the size limit needs a quarter
_ENCRYPTED = 4  # FPDF_ERR_PASSWORD of fpdfview.h


def words(data: bytes) -> str:
    """Return the text of a PDF, one page after the other.

    Raises:
        ValueError: it is encrypted, truncated or no PDF; the text says which.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            return "\n".join(_page(document, number) for number in range(len(document)))
    except pypdfium2.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == _ENCRYPTED or "password" in str(error)
        reason = "is encrypted" if encrypted else "is truncated or damaged"
        raise ValueError(f"the PDF {reason}") from error


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    text: str = document[number].get_textpage().get_text_bounded()
    return text


def main(source: BinaryIO, target: BinaryIO) -> str:
    """Print the words of the PDF in *source*; return what went wrong, "" where nothing did."""
    try:
        target.write(words(source.read()).encode("utf-8", "replace"))
    except ValueError as error:
        return str(error)
    return ""


def _limit_memory() -> None:  # pragma: no cover - called in a process of its own
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":  # pragma: no cover - a process of its own
    _limit_memory()
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer) or None)
