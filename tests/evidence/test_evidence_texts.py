"""The words of a body: what a reader sees, whatever the bytes are."""

import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence import portable, texts
from factcheck.evidence.pages import page_text
from factcheck.evidence.texts import cleaned, media_type_of, text_of
from paper import encrypted_pdf, pdf


@pytest.mark.parametrize(
    ("body", "declared", "expected"),
    [
        (b"%PDF-1.4", "text/html", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "", "image/png"),
        (b"\xff\xd8\xff\xe0", "text/plain", "image/jpeg"),
        (b"GIF89a", "", "image/gif"),
        (b"<!DOCTYPE html><p>x", "application/octet-stream", "text/html"),
        (b"<!-- c --> <html>", "", "text/html"),
        (b"<html>", "application/xhtml+xml; charset=utf-8", "application/xhtml+xml"),
        (b"words", "Text/Plain; charset=x", "text/plain"),
        (b"words", "", "text/plain"),
        (b"\0\1", "", "application/octet-stream"),
    ],
)
def test_what_a_body_begins_with_says_more_than_its_header(
    body: bytes, declared: str, expected: str
) -> None:
    assert media_type_of(body, declared) == expected


@pytest.mark.parametrize(
    ("body", "declared", "text", "remark"),
    [
        ("Café", "charset=utf-8", "Café", ""),
        (
            "Café".encode("latin-1"),
            "charset=utf-8",
            "Café",
            "not in utf-8, and was read as Windows",
        ),
        ("Café".encode("latin-1"), "charset=iso-8859-1", "Café", ""),
        ("Café", "charset=ascii", "CafÃ©", ""),
        ("Café", "charset=klingon", "Café", "not in klingon, and was read as UTF-8"),
        ("Ž".encode("cp1250"), "charset=windows-1250", "Ž", ""),
        (b"\xef\xbb\xbfCaf\xc3\xa9", "charset=latin-1", "Café", ""),
        ("Café".encode("utf-16"), "", "Café", ""),
        (b'<meta charset="windows-1251">\xcf', "", "П", ""),
    ],
)
def test_the_encoding_is_the_one_that_fits(
    body: str | bytes, declared: str, text: str, remark: str
) -> None:
    data = body.encode() if isinstance(body, str) else body
    extracted = text_of("text/html", data, declared)
    assert extracted.text == text
    assert remark in extracted.remark


def test_a_page_is_what_a_reader_sees() -> None:
    markup = (
        "<html><head><title>T</title><style>p{}</style></head><body><p>One <b>bo</b>ld\nword"
        "<br>two<table><tr><td>1</td><td>2</td></tr></table><script>x</script>"
        "<select><option>no</option></select>three</body>"
    )
    assert page_text(markup) == "T\nOne bold word\ntwo\n1 2\nthree"


@pytest.mark.parametrize("markup", ["", " \n", "<p>", "<!--", "]]>", "<" * 1000, "<a <a <a", "\0"])
def test_broken_markup_is_read_as_far_as_it_goes(markup: str) -> None:
    assert isinstance(page_text(markup), str)


def test_a_page_of_20_megabytes_and_one_nested_10_000_deep_are_read() -> None:
    large = f"<p>{'Some words &amp; more. ' * 100}</p>" * 9_000
    assert len(large) > 20_000_000
    assert page_text(large).startswith("Some words & more. Some words")
    deep = "<div>" * 10_000 + "down the well" + "</div>" * 10_000
    assert page_text(deep) == "down the well"


def test_a_page_of_scripts_says_that_it_shows_nothing() -> None:
    extracted = text_of("text/html", b"<script>document.write('x')</script>")
    assert extracted == texts.Extracted("", "the page shows no text without scripts")


def test_plain_text_is_kept_with_its_lines() -> None:
    assert text_of("text/plain", b"One.\r\nTwo.  \rThree.").text == "One.\nTwo.\nThree."
    assert text_of("application/json", b'{"a": 1}').text == '{"a": 1}'


def test_images_and_data_have_no_text() -> None:
    assert text_of("image/png", b"x").text is None
    assert text_of("application/zip", b"x").text is None


def test_a_pdf_is_read_page_by_page() -> None:
    body = pdf("The board met on 3 May.\nIt approved 12 cranes.", "Second page.")
    assert text_of("application/pdf", body).text == (
        "The board met on 3 May.\nIt approved 12 cranes.\nSecond page."
    )


@pytest.mark.parametrize(
    ("body", "remark"),
    [
        (encrypted_pdf(), "the PDF is encrypted"),
        (pdf("x")[:200], "the PDF is truncated or damaged"),
        (b"%PDF-1.7 nothing", "the PDF is truncated or damaged"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(body: bytes, remark: str) -> None:
    assert text_of("application/pdf", body) == texts.Extracted(None, remark)


def test_a_reader_that_crashes_crashes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert text_of("application/pdf", b"%PDF-").remark == "the PDF cannot be read"


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("reader", 1)

    monkeypatch.setattr(subprocess, "run", late)
    assert text_of("application/pdf", b"%PDF-").remark == "reading the PDF took too long"


def test_the_reader_says_what_is_wrong_and_prints_the_rest() -> None:
    out = io.BytesIO()
    assert portable.main(io.BytesIO(pdf("Words.")), out) == ""
    assert out.getvalue() == b"Words."
    assert portable.main(io.BytesIO(b"x"), out) == "the PDF is truncated or damaged"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("oﬃce ﬁne", "office fine"),
        ("in\u00advisible\u200b", "invisible"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("１２％", "12%"),
        ("inter\ufffe\r\nnational", "international"),
        ("10²", "10²"),
        ("e\u0301", "é"),
        ("a \t b\fc\0", "a b\nc"),
        ("  x \n  y  ", "x\ny"),
    ],
)
def test_text_is_cleaned_to_what_is_seen(text: str, clean: str) -> None:
    assert cleaned(text) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(
    st.binary(max_size=300),
    st.sampled_from(["text/html", "text/plain", "x/y"]),
    st.text(max_size=40),
)
def test_no_bytes_break_the_reading(body: bytes, media_type: str, declared: str) -> None:
    assert text_of(media_type_of(body, media_type), body, declared) is not None
