"""Turn a Word file into blocks: its bytes in, paragraphs with their links out.

`word_blocks` has `page_in` run in a process of its own, because a file from a stranger may unpack
to more than the memory holds.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import IO

from lxml import etree

from factcheck.model.visible import one_line
from factcheck.sources.blocks import Block
from factcheck.sources.confined import UnreadableError, read_apart, require_short
from factcheck.sources.page import walked

# What the parts of a file may unpack to together; a report of a thousand pages has a tenth of it.
_LARGEST_UNPACKED = 200_000_000
# And those that hold words: reading so much takes half of the time that there is.
_LARGEST_MARKUP = 20_000_000
_MARKUP = (".xml", ".rels")
# Styles that mammoth knows no element for.
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
_REASON = 200


def is_word_file(data: bytes) -> bool:
    """Say whether *data* is a Word file: a ZIP with a document of that kind in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "word/document.xml" in parts.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def word_blocks(data: bytes) -> Iterator[Block]:
    """Return the blocks of a Word file, in reading order.

    Pictures are left out, and nothing that the file names is opened.

    Raises:
        UnreadableError: it is damaged, or unpacks to more than any article has.
    """
    return walked(f"<body>{read_apart('word', data)}</body>")


def page_in(data: bytes) -> str:
    """Return what a Word file holds as markup.

    Raises:
        UnreadableError: it is damaged, or holds more than any article has.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _refuse_hostile(parts)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableError("cannot be read: it is truncated or damaged") from error
    import mammoth  # noqa: PLC0415 - loaded in the process that needs it

    try:
        page: str = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=lambda _image: [],
            external_file_access=False,
        ).value
    except MemoryError:
        raise
    except Exception as error:  # whatever the library raises, the file is damaged
        reason = one_line(str(error))[:_REASON]
        raise UnreadableError(f"cannot be read: {reason}") from error
    require_short(len(page))
    return page


def _refuse_hostile(parts: zipfile.ZipFile) -> None:
    """Raise UnreadableError for a file that unpacks to too much, or declares entities."""
    markup = [part for part in parts.infolist() if part.filename.lower().endswith(_MARKUP)]
    size = sum(part.file_size for part in parts.infolist())
    if size > _LARGEST_UNPACKED or sum(part.file_size for part in markup) > _LARGEST_MARKUP:
        raise UnreadableError(f"unpacks to {size:,} bytes")
    for part in markup:
        with parts.open(part) as file:
            if _has_doctype(file):
                # No word processor writes one: it is there to bring in other files, or to grow.
                raise UnreadableError("cannot be read: it declares entities of its own")


def _has_doctype(markup: IO[bytes]) -> bool:
    begun = etree.iterparse(markup, events=("start",), resolve_entities=False, no_network=True)
    try:
        _, root = next(begun)
    except (etree.XMLSyntaxError, StopIteration):
        return False
    return bool(root.getroottree().docinfo.doctype)
