"""Turn bytes into a document, whatever they are: text, Markdown, HTML, PDF, Word.

In: bytes, the name under which they were read, perhaps an encoding or an address. Out: a
`Document` with its links and what it says of itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.model.document import About, Document, Original
from factcheck.model.visible import one_line
from factcheck.sources.files import refuse_large
from factcheck.sources.kinds import HTML, MARKDOWN, MARKUP, PDF, PLAIN, WORD, ZIP, media_type_of
from factcheck.sources.plain import decoded, plain_document
from factcheck.sources.title import title_of

if TYPE_CHECKING:
    from factcheck.sources.blocks import Block

_HINTS = {
    PDF: "open it in a PDF reader, copy the text into a file, and read that file",
    WORD: "open it in a word processor and save it as plain text, then read that file",
}


def document_from(
    data: bytes,
    *,
    name: str,
    encoding: str | None = None,
    address: str = "",
    declared: str = "",
) -> Document:
    """Return the document that *data* holds.

    What it is tells its beginning, and where that says nothing its server or its name. *encoding*
    is how a text is encoded; without it a byte order mark, what the server said (*declared*, a
    content type), what an HTML page declares, or UTF-8 counts, never a guess. *address* is where it
    was fetched from: links of the page are made absolute with it.

    Raises:
        InputError: the data is too large, holds no text, is damaged, is none of these formats, or
            is not in its encoding.
    """
    refuse_large(data, name=name)
    media_type = media_type_of(data, declared, name)

    def text() -> str:
        is_page = media_type in MARKUP
        return decoded(data, name=name, encoding=encoding, declared=declared, is_page=is_page)

    document = _read(data, media_type, name, address, text)
    if data == document.text.encode("utf-8", "surrogatepass"):
        return document
    kept = media_type if media_type in {PDF, WORD, MARKDOWN} else PLAIN
    return replace(document, original=Original(data, HTML if media_type in MARKUP else kept))


def _read(
    data: bytes, media_type: str, name: str, address: str, text: Callable[[], str]
) -> Document:
    if media_type in {PDF, WORD}:
        return _document(_of_file(data, media_type, one_line(name)), name, address)
    if media_type == ZIP or data.startswith(b"PK\x03\x04"):
        raise InputError(
            f"{one_line(name)}: this is a ZIP or Office file, which is not read",
            hint="open it and save it as plain text, then read that file",
        )
    if media_type in MARKUP:
        return _page(text(), name, address)
    if media_type == MARKDOWN:
        from factcheck.sources.markdown import markdown_blocks

        return _document(markdown_blocks(text(), address), name, address)
    return plain_document(text(), name)


def _of_file(data: bytes, media_type: str, name: str) -> "Iterable[Block]":
    from factcheck.sources.confined import UnreadableError

    try:
        if media_type == PDF:
            from factcheck.sources.lines import line_blocks
            from factcheck.sources.pdf import pdf_pages

            return line_blocks(pdf_pages(data))
        from factcheck.sources.wordfile import word_blocks

        return word_blocks(data)
    except UnreadableError as error:
        raise InputError(f"{name}: {error}", hint=_HINTS[media_type]) from error


def _page(html: str, name: str, address: str) -> Document:
    from factcheck.sources.content import main_content
    from factcheck.sources.page import page_blocks

    content = main_content(html, address)
    base = address or content.about.address
    try:
        blocks = page_blocks(html, content.text, base)
    except InputError as error:
        raise InputError(f"{one_line(name)}: {error.message}", hint=error.hint) from error
    document = _document(blocks, name, address)
    title = content.title and title_of(content.title)
    return replace(document, title=title or document.title, about=content.about)


def _document(blocks: "Iterable[Block]", name: str, address: str) -> Document:
    from factcheck.sources.blocks import laid_out

    text, links = laid_out(blocks)
    if not text.strip():
        raise InputError(
            f"{one_line(name)}: there is no text in it",
            hint="a page made of scripts or of pictures shows its text only in a browser: save it"
            " from there as plain text",
        )
    return Document(text, title_of(text), name, links, About(address=address))
