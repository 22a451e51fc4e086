"""Turn a Word file into blocks: its bytes in, paragraphs with their links out."""

import io
import zipfile
from collections.abc import Iterator

from factcheck.errors import InputError
from factcheck.sources.blocks import Block
from factcheck.sources.page import walked

# What the parts of a file may unpack to together; a report of a thousand pages has a tenth of it.
_LARGEST_UNPACKED = 200_000_000
_HINT = "open it in a word processor and save it as plain text, then read that file"
# Styles that mammoth knows no element for.
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""


def is_word_file(data: bytes) -> bool:
    """Say whether *data* is a Word file: a ZIP with a document of that kind in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "word/document.xml" in parts.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def word_blocks(data: bytes, name: str) -> Iterator[Block]:
    """Return the blocks of a Word file, in reading order.

    Pictures are left out, and nothing that the file names is opened.

    Raises:
        InputError: it is damaged, or unpacks to more than any article has.
    """
    _refuse_bomb(data, name)
    import mammoth  # noqa: PLC0415 - loaded when such a file is read

    try:
        page = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=lambda _image: [],
            external_file_access=False,
        ).value
    except Exception as error:  # whatever the library raises, the file is damaged
        raise InputError(f"{name}: this Word file cannot be read: {error}", hint=_HINT) from error
    return walked(f"<body>{page}</body>")


def _refuse_bomb(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        size = sum(part.file_size for part in parts.infolist())
    if size > _LARGEST_UNPACKED:
        raise InputError(f"{name}: this file unpacks to {size:,} bytes", hint=_HINT)
