"""Turn the bytes of a text into characters, and a plain text into a document.

In: bytes, the name under which they were read, perhaps the name of their encoding. Out: a
`Document` whose text has no byte order mark and ends its lines with line feeds; everything else
stands in it as in the file, control characters included.
"""

from typing import NoReturn

from factcheck.errors import InputError
from factcheck.model.document import Document
from factcheck.model.visible import one_line
from factcheck.sources.encodings import codec_of, encoding_of
from factcheck.sources.title import title_of

# C0 controls and DEL, less those that text is laid out with: tab, line feed, form feed and CR.
_CONTROLS = "".join(chr(code) for code in (*range(32), 127) if chr(code) not in "\t\n\f\r")
# Compressed data has 11 in 100, as random bytes do; output that a program coloured has 1 or 2.
MAX_CONTROL_SHARE = 0.05


def decoded(
    data: bytes,
    *,
    name: str,
    encoding: str | None = None,
    declared: str = "",
    is_page: bool = False,
) -> str:
    """Return the characters of *data*, without a byte order mark.

    The encoding is the one given, else the one that the data, its server (*declared*, a content
    type) or its page tells (`encoding_of`), else UTF-8, and never a guess.

    Raises:
        InputError: the data is not in its encoding, or there is no encoding of that name.
    """
    if encoding is not None:
        return _given(data, name, encoding)
    return _told(data, name, *encoding_of(data, declared, is_page=is_page))


def plain_document(text: str, name: str) -> Document:
    r"""Return the document that a plain text is; "\r\n" and "\r" become "\n".

    Raises:
        InputError: it is empty or binary.
    """
    _refuse_unreadable(text, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Document(text, title_of(text), name)


def _given(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        hint = "give the encoding it was saved in, for example `--encoding utf-8`"
        _refuse(name, f"byte {error.start} is not {one_line(encoding)}", hint)
    except (LookupError, ValueError):
        hint = "try `--encoding cp1252` or `--encoding gb18030`"
        _refuse(name, f"{one_line(encoding)!r} is no encoding that can be read", hint)


def _told(data: bytes, name: str, mark: int, encoding: str) -> str:
    if not mark and b"\0" in data and encoding.lower() in {"utf-8", "utf8"}:
        _refuse_binary(name)
    try:
        return data[mark:].decode(encoding if mark else codec_of(encoding))
    except UnicodeDecodeError as error:
        hint = "if it was saved in an older encoding, name it: `--encoding cp1252`"
        _refuse(name, f"byte {mark + error.start} is not {encoding.upper()}", hint)


def _refuse_unreadable(text: str, name: str) -> None:
    if not text.strip():
        _refuse(name, "there is no text in it", "give a file that holds the article")
    if "\0" in text or _controls(text) > MAX_CONTROL_SHARE * len(text):
        _refuse_binary(name)


def _controls(text: str) -> int:
    return sum(text.count(control) for control in _CONTROLS)


def _refuse_binary(name: str) -> NoReturn:
    hint = "give a text file; for text in UTF-16 without a mark, say `--encoding utf-16-le`"
    _refuse(name, "this is binary data, not text", hint)


def _refuse(name: str, reason: str, hint: str) -> NoReturn:
    raise InputError(f"{one_line(name)}: {reason}", hint=hint)
