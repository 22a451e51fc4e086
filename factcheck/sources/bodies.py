"""The words of a captured body, all that a reader sees: bytes in, media type, text and remark out.

PDF, Word and Markdown are read as articles are. Of a page everything is kept, menus and captions
too: a quotation may stand anywhere.
"""

from factcheck.errors import InputError
from factcheck.model.capture import Extracted
from factcheck.sources.blocks import laid_out
from factcheck.sources.confined import UnreadableError
from factcheck.sources.encodings import read_somehow
from factcheck.sources.kinds import MARKDOWN, MARKUP, PDF, WORD, media_type_of

_PLAIN = {"application/json", "application/xml", "application/rtf", "application/javascript"}


def extracted(body: bytes, declared: str = "", name: str = "") -> Extracted:
    """Return what *body* is, and its words. Nothing is raised whatever it holds.

    *declared* is the content type that the server named, perhaps with a charset; *name* the name
    of the file, or the link. Images and data have no text.
    """
    media_type = media_type_of(body, declared, name)
    if media_type in {PDF, WORD}:
        return _of_file(media_type, body)
    if media_type in MARKUP:
        return _of_page(media_type, *read_somehow(body, declared, is_page=True))
    if media_type.startswith("text/") or media_type in _PLAIN:
        text, remark = read_somehow(body, declared)
        return Extracted(media_type, _shown(text) if media_type == MARKDOWN else text, remark)
    return Extracted(media_type, None, f"{media_type} holds no text that can be compared")


def _of_file(media_type: str, body: bytes) -> Extracted:
    try:
        text = _lines(body) if media_type == PDF else _paragraphs(body)
    except UnreadableError as error:
        return Extracted(media_type, None, str(error))
    except InputError as error:
        return Extracted(media_type, None, error.message)
    return Extracted(media_type, text, "" if text.strip() else "there is no text in it")


def _lines(body: bytes) -> str:
    """Return the lines of a PDF, so that what was broken at a line's end can be told."""
    from factcheck.sources.lines import shown_lines
    from factcheck.sources.pdf import pdf_pages

    return "\n".join(shown_lines(pdf_pages(body)))


def _paragraphs(body: bytes) -> str:
    from factcheck.sources.wordfile import word_blocks

    return laid_out(word_blocks(body))[0]


def _shown(markdown: str) -> str:
    from factcheck.sources.markdown import markdown_blocks

    return laid_out(markdown_blocks(markdown))[0]


def _of_page(media_type: str, markup: str, remark: str) -> Extracted:
    from factcheck.sources.pagetext import page_text

    words = page_text(markup)
    bare = "" if words else "the page shows no text without scripts"
    return Extracted(media_type, words, "; ".join(part for part in (remark, bare) if part))
