import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.model.document import Document
from factcheck.sources import MAX_BYTES, document_from
from hostile_texts import HOSTILE

TEXT = "Der Hafen verlor 2 Mio. €.\nZweite Zeile 港口 🙂\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_the_byte_order_mark_tells_the_encoding_and_is_not_part_of_the_text(
    mark: bytes, encoding: str
) -> None:
    document = document_from(mark + TEXT.encode(encoding), name="hafen.txt")
    assert document.text == TEXT
    assert document.title == "Der Hafen verlor 2 Mio. €."
    assert document.source == "hafen.txt"


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("cp1252", TEXT.splitlines()[0].encode("cp1252")),
        ("gb18030", TEXT.encode("gb18030")),
        ("utf-16", TEXT.encode("utf-16")),
        ("utf-16-le", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")),
        ("UTF8", codecs.BOM_UTF8 + TEXT.encode()),
    ],
)
def test_an_encoding_that_is_given_is_used(encoding: str, written: bytes) -> None:
    document = document_from(written, name="a", encoding=encoding)
    assert document.text in {TEXT, TEXT.splitlines()[0]}


def test_an_encoding_that_is_given_outranks_the_mark() -> None:
    document = document_from(codecs.BOM_UTF8 + b"abc", name="a", encoding="latin-1")
    assert document.text == "ï»¿abc"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"caf\xe9 au lait", "byte 3 is not UTF-8", id="cp1252"),
        pytest.param(codecs.BOM_UTF8 + b"ab\xff", "byte 5 is not UTF-8", id="after the mark"),
        pytest.param(b"ab\xed\xa0\x80", "byte 2 is not UTF-8", id="a surrogate in UTF-8"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0b", "byte 4 is not UTF-16-LE", id="half a unit"),
        pytest.param(codecs.BOM_UTF16_BE + b"\xd8\0\0a", "byte 2 is not UTF-16-BE", id="half pair"),
    ],
)
def test_bytes_out_of_place_are_named_by_their_offset(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        document_from(data, name="a.txt")
    assert "--encoding cp1252" in caught.value.hint


def test_bytes_that_do_not_fit_the_encoding_given_are_named_by_their_offset() -> None:
    with pytest.raises(InputError, match=r"a\.txt: byte 2 is not ascii"):
        document_from(b"ab\xff", name="a.txt", encoding="ascii")


@pytest.mark.parametrize("encoding", ["klingon", "", "hex", "rot13", "undefined", "a\0b", "\ud800"])
def test_an_encoding_that_does_not_exist_is_refused(encoding: str) -> None:
    with pytest.raises(InputError, match="is no encoding that can be read") as caught:
        document_from(b"text", name="a.txt", encoding=encoding)
    assert caught.value.message.isprintable()


@pytest.mark.parametrize("data", [b"", b" \t\r\n\n", codecs.BOM_UTF8, "\u3000\u2028".encode()])
def test_a_file_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="there is no text in it"):
        document_from(data, name="a.txt")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a text with a \0 in it", id="NUL"),
        pytest.param("words".encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="an image"),
        pytest.param(codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), id="NUL in UTF-16"),
        pytest.param(b"\x01\x02" + b"a" * 30, id="control characters"),
        pytest.param(b"\x7f" * 10, id="only control characters"),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="this is binary data"):
        document_from(data, name="a.bin")


def test_a_few_control_characters_are_kept() -> None:
    text = "\x1b[31mRed\x1b[0m, said the log of the port, and nobody asked why until Monday.\f\x0b"
    assert document_from(text.encode(), name="a").text == text


def test_the_word_html_is_no_html() -> None:
    text = "Browsers read <htmlish> tags.\n" + "x" * 1024 + "<html>"
    assert document_from(text.encode(), name="a").text == text


def test_bytes_beyond_the_limit_are_refused() -> None:
    with pytest.raises(InputError, match="larger than 20 MB"):
        document_from(b"a" * (MAX_BYTES + 1), name="a")


def test_a_large_text_without_a_space_is_read() -> None:
    document = document_from(b"#" + b"a" * 1_000_000, name="a")
    assert len(document.text) == 1_000_001
    assert len(document.title) == 120


@given(HOSTILE)
def test_lines_end_in_line_feeds_and_nothing_else_changes(text: str) -> None:
    written = "An article of some length, so that marks are few. " * 20 + text.replace("\0", "")
    document = document_from(written.encode("utf-8", "replace"), name="a")
    expected = written.encode("utf-8", "replace").decode()
    assert "\r" not in document.text
    assert document.text == expected.replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary(max_size=60), st.sampled_from([None, "utf-16", "cp1252", "utf-32"]))
def test_any_bytes_become_a_document_or_an_input_error(data: bytes, encoding: str | None) -> None:
    got = _document_or_error(data, encoding)
    if isinstance(got, InputError):
        assert got.message.isprintable()
        assert got.hint
    else:
        assert got.text.strip()
        assert got.title
        assert "\r" not in got.text


def _document_or_error(data: bytes, encoding: str | None) -> Document | InputError:
    try:
        return document_from(data, name="\x1b\n", encoding=encoding)
    except InputError as error:
        return error
