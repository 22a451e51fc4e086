"""Turn bytes into a document, whatever they are: text, Markdown, HTML, PDF, Word.

In: bytes, the name under which they were read, perhaps an encoding or an address. Out: a
`Document` with its links and what it says of itself.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from factcheck.errors import InputError
from factcheck.model.document import About, Document, Original
from factcheck.model.visible import one_line
from factcheck.sources.blocks import Block, laid_out
from factcheck.sources.files import refuse_large
from factcheck.sources.plain import decoded, plain_document
from factcheck.sources.title import title_of

_PDF_WITHIN = 1024
_ZIP = b"PK\x03\x04"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_WITHIN = 4096
_HTML_NAMES = (".html", ".htm", ".xhtml")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MARKDOWN_NAMES = (".md", ".markdown")
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def document_from(
    data: bytes, *, name: str, encoding: str | None = None, address: str = ""
) -> Document:
    """Return the document that *data* holds.

    What it is tells its beginning, and where that says nothing its name. *encoding* is how a text
    is encoded; without it a byte order mark, what an HTML page declares, or UTF-8 counts, never a
    guess. *address* is where it was fetched from: links of the page are made absolute with it.

    Raises:
        InputError: the data is too large, holds no text, is damaged, is none of these formats, or
            is not in its encoding.
    """
    refuse_large(data, name=name)
    document, media_type = _read(data, name, encoding, address)
    if data == document.text.encode("utf-8", "surrogatepass"):
        return document
    return replace(document, original=Original(data, media_type))


def _read(data: bytes, name: str, encoding: str | None, address: str) -> tuple[Document, str]:
    """Return the document and the media type of what it was made from."""
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return _document(_of_pdf(data, one_line(name)), name, address), "application/pdf"
    if data.startswith(_ZIP):
        return _document(_of_word_file(data, one_line(name)), name, address), _WORD
    declared = _META.search(data[:_HTML_WITHIN])
    if encoding is None and declared and _is_page(data[:_HTML_WITHIN].decode("latin-1"), name):
        encoding = declared[1].decode("ascii")
    text = decoded(data, name=name, encoding=encoding)
    if _is_page(text[:_HTML_WITHIN], name):
        return _page(text, name, address), "text/html"
    if name.lower().endswith(_MARKDOWN_NAMES):
        from factcheck.sources.markdown import markdown_blocks

        return _document(markdown_blocks(text, address), name, address), "text/markdown"
    return plain_document(text, name), "text/plain"


def _is_page(beginning: str, name: str) -> bool:
    return bool(_HTML.match(beginning)) or name.lower().endswith(_HTML_NAMES)


def _of_pdf(data: bytes, name: str) -> Iterable[Block]:
    from factcheck.sources.lines import line_blocks
    from factcheck.sources.pdf import pdf_pages

    return line_blocks(pdf_pages(data, name))


def _of_word_file(data: bytes, name: str) -> Iterable[Block]:
    from factcheck.sources.wordfile import is_word_file, word_blocks

    if not is_word_file(data):
        raise InputError(
            f"{name}: this is a ZIP or Office file, which is not read",
            hint="open it and save it as plain text, then read that file",
        )
    return word_blocks(data, name)


def _page(html: str, name: str, address: str) -> Document:
    from factcheck.sources.content import main_content
    from factcheck.sources.page import page_blocks

    content = main_content(html, address)
    base = address or content.about.address
    document = _document(page_blocks(html, content.text, base), name, address)
    title = content.title and title_of(content.title)
    return replace(document, title=title or document.title, about=content.about)


def _document(blocks: Iterable[Block], name: str, address: str) -> Document:
    text, links = laid_out(blocks)
    if not text.strip():
        raise InputError(
            f"{one_line(name)}: there is no text in it",
            hint="a page made of scripts or of pictures shows its text only in a browser: save it"
            " from there as plain text",
        )
    return Document(text, title_of(text), name, links, About(address=address))
