"""The words of a captured body: what a reader sees, whatever the bytes are."""

import io
import json
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.model.capture import Extracted
from factcheck.sources import confined, document_from, wordfile
from factcheck.sources.bodies import extracted
from factcheck.sources.kinds import MARKDOWN, PDF, WORD, ZIP, media_type_of
from factcheck.sources.pagetext import page_text
from hostile_files import HOSTILE_FILES, flate_bomb
from paper import encrypted_pdf
from sources import made_files


@pytest.mark.parametrize(
    ("body", "declared", "name", "expected"),
    [
        (b"%PDF-1.4", "text/html", "", PDF),
        (b"MIME: yes\r\n%PDF-1.4", "text/html", "", PDF),
        (b"<p>What %PDF- means", "text/html", "", "text/html"),
        (b"\x89PNG\r\n\x1a\n", "", "", "image/png"),
        (b"\xff\xd8\xff\xe0", "text/plain", "", "image/jpeg"),
        (b"GIF89a", "", "", "image/gif"),
        (b"<!DOCTYPE html><p>x", "application/octet-stream", "", "text/html"),
        (b"<!-- c --> <html>", "", "", "text/html"),
        ("<html><p>x".encode("utf-16"), "", "", "text/html"),
        (b"<html>", "application/xhtml+xml; charset=utf-8", "", "application/xhtml+xml"),
        (b"words", "Text/Plain; charset=x", "", "text/plain"),
        (b"words", "", "", "text/plain"),
        (b"\0\1", "", "", "application/octet-stream"),
        (b"# Words", "text/plain", "https://a.test/b.md?raw=1", MARKDOWN),
        (b"# Words", "text/html", "https://a.test/b.md", "text/html"),
        (b"# Words", "", "what?.md", MARKDOWN),
        (b"words", "binary/octet-stream", "a.csv", "text/csv"),
        (made_files.word(["x"]), "application/zip", "", WORD),
        (made_files.zipped(("x", "x")), "application/epub+zip", "", "application/epub+zip"),
        (made_files.zipped(("x", "x")), "application/octet-stream", "", ZIP),
        (made_files.word(["x"])[:50], "", "half.docx", WORD),
    ],
)
def test_what_a_body_begins_with_says_more_than_its_header_and_that_more_than_its_name(
    body: bytes, declared: str, name: str, expected: str
) -> None:
    assert media_type_of(body, declared, name) == expected


def test_a_body_of_comments_is_looked_at_once() -> None:
    assert media_type_of(b"<!---->" * 500 + b"x") == "text/plain"
    assert media_type_of(b"<!-- a --> <!-- <p> -->\n" * 50 + b"<html>") == "text/html"


RUSSIAN = "Комиссия порта заявила, что потеряла три миллиона евро."
CHINESE = "港口委员会周一表示，去年亏损三千万元，没有支付股息。"


@pytest.mark.parametrize(
    ("body", "declared", "text", "remark"),
    [
        ("Café", "charset=utf-8", "Café", ""),
        ("Café".encode("latin-1"), "charset=utf-8", "Café", "was read as Windows-1252"),
        ("Café “x”".encode("cp1252"), "charset=iso-8859-1", "Café “x”", ""),
        ("Café", "charset=ascii", "Café", ""),
        ("Café", "charset=iso-8859-1", "Café", ""),
        ("Кафе", "charset=windows-1251", "Кафе", ""),
        ("Cafe", "charset=iso-8859-1", "Cafe", ""),
        ("Café", "charset=klingon", "Café", ""),
        ("Café", "charset=punycode", "Café", ""),
        ("+AGE-", "charset=utf-7", "+AGE-", ""),
        ("Café".encode(), "charset=utf-16", "Café", "not in utf-16, and was read as UTF-8"),
        ("Ž".encode("cp1250"), "charset=windows-1250", "Ž", ""),
        ("ş".encode("cp1254"), "charset=iso-8859-9", "ş", ""),
        ("鎔基".encode("gbk"), "charset=gb2312", "鎔基", ""),
        ("①".encode("cp932"), "charset=shift_jis", "①", ""),
        (b"\xef\xbb\xbfCaf\xc3\xa9", "charset=latin-1", "Café", ""),
        ("Café".encode("utf-16"), "", "Café", ""),
        ("Café".encode("utf-32"), "", "Café", ""),
        ("Café".encode("utf-16-le"), "charset=utf-16-le", "Café", ""),
        (b"\xff\xfea\0b", "", "a\ufffd", ""),
        (RUSSIAN.encode("koi8-r"), "", RUSSIAN, "not in utf-8, and looks like koi8_r"),
        (CHINESE.encode("gb18030"), "", CHINESE, "not in utf-8, and looks like gb18030"),
        (b"\xff\x00\xfe\x81\xff\x90" * 9, "", None, "was read as Windows-1252"),
    ],
)
def test_plain_text_is_read_in_the_encoding_that_fits(
    body: str | bytes, declared: str, text: str | None, remark: str
) -> None:
    data = body.encode() if isinstance(body, str) else body
    found = extracted(data, f"text/plain; {declared}")
    assert text in {None, found.text}
    assert remark in found.remark
    assert bool(remark) == bool(found.remark)


def test_a_page_says_how_it_is_encoded_unless_its_server_does() -> None:
    page = b'<html><meta charset="windows-1251"><p>\xcf'
    assert extracted(page, "text/html").text == "П"
    assert extracted(page, "text/html; charset=windows-1252").text == "Ï"
    assert extracted(page[6:], "text/plain").text == page[6:].decode("cp1252")


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
    found = extracted(b"<script>document.write('x')</script>", "text/html")
    assert found == Extracted("text/html", "", "the page shows no text without scripts")


def test_markdown_and_word_files_are_captured_as_the_words_they_show() -> None:
    said = b"The port [lost](https://a.example/very/long) **two** million.\n"
    assert extracted(said, "", "a.md").text == "The port lost two million.\n"
    word = made_files.word(["The port lost two million."], [("lost", "https://a.example")])
    assert extracted(word, "", "a.docx") == Extracted(WORD, "The port lost two million.\n")
    assert extracted(made_files.word([])).remark == "there is no text in it"


def test_images_and_data_have_no_text() -> None:
    assert extracted(b"\x89PNG\r\n").text is None
    assert extracted(made_files.zipped(("x", "x"))).remark == (
        "application/zip holds no text that can be compared"
    )
    assert extracted(b'{"a": 1}', "application/json").text == '{"a": 1}'


def test_the_lines_of_a_pdf_are_those_an_article_has_without_what_every_page_repeats() -> None:
    pages = [["Gazette of Velden", f"Sentence {n} goes on", f"for a line {n}.", f"Page {n}"]
             for n in ("one", "two", "three")]  # fmt: skip
    words = extracted(made_files.pdf(pages)).text or ""
    assert "Gazette" not in words
    assert "Sentence one goes on\nfor a line one.\n" in words
    article = document_from(made_files.pdf(pages), name="x.pdf").text
    assert words.split()[:8] == article.split()[:8]


@pytest.mark.parametrize(("body", "name", "says"), HOSTILE_FILES)
def test_a_hostile_file_is_refused_as_an_article_and_captured_without_words(
    body: bytes, name: str, says: str
) -> None:
    with pytest.raises(InputError, match=says) as refused:
        document_from(body, name=name)
    assert refused.value.message.startswith(f"{name}: this ")
    assert refused.value.hint
    found = extracted(body, "", name)
    assert found.text is None
    assert found.remark == refused.value.message.removeprefix(f"{name}: ")


def test_a_word_file_nested_too_deep_is_captured_without_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deep = "<div>" * 10_000 + "words"
    monkeypatch.setattr(wordfile, "read_apart", lambda _reader, _data: deep)
    assert "nested too deep" in extracted(made_files.word(["x"])).remark


def test_a_reader_that_takes_too_long_or_too_much_memory_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(confined, "MEMORY", 300_000_000)
    assert "takes too much memory" in extracted(flate_bomb(50_000_000)).remark
    monkeypatch.setattr(confined, "SECONDS", 0.0)
    assert "takes too long to read: over 0 s" in extracted(made_files.pdf([["x"]])).remark


def test_a_reader_that_crashes_crashes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def crashed(*_command: object, **_how: object) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.CompletedProcess([], -11, b"", b"")

    monkeypatch.setattr(subprocess, "run", crashed)
    assert "brought its reader down" in extracted(made_files.pdf([["x"]])).remark


@pytest.mark.parametrize(
    ("reader", "data", "said"),
    [
        ("pdf", made_files.pdf([["Words."]]), {"read": [["Words.", []]]}),
        ("pdf", b"x", {"error": "cannot be read: it is damaged or no PDF"}),
        ("word", made_files.word(["Words."]), {"read": "<p>Words.</p>"}),
        (
            "pdf",
            made_files.pdf([["A report was late."]], [("report", "https://r.example")]),
            {"read": [["A report was late.", [["A ", "report ", "https://r.example"]]]]},
        ),
        (
            "pdf",
            made_files.pdf([["A report was late."]], [("report", "#"), ("was", "x" * 3000)]),
            {"read": [["A report was late.", []]]},
        ),
        ("pdf", encrypted_pdf(), {"error": "asks for a password"}),
        ("word", b"x", {"error": "cannot be read: it is truncated or damaged"}),
        (
            "word",
            made_files.word(["&e;"], prolog="<!DOCTYPE x [<!ENTITY e 'x'>]>"),
            {"error": "cannot be read: it declares entities of its own"},
        ),
        (
            "word",
            made_files.zipped(("word/document.xml", "<w:document>")),
            {"error": "cannot be read: unbound prefix: line 1, column 0"},
        ),
        (
            "word",
            made_files.zipped(("word/document.xml", "")),
            {"error": "cannot be read: no element found: line 1, column 0"},
        ),
    ],
)
def test_the_process_that_reads_a_file_writes_what_it_holds_or_why_not(
    reader: str, data: bytes, said: dict[str, object]
) -> None:
    answers = io.StringIO()
    confined.answer(reader, io.BytesIO(data), answers)
    assert json.loads(answers.getvalue()) == said


@pytest.mark.parametrize(
    ("reader", "data"),
    [("pdf", made_files.pdf([["Words."]])), ("word", made_files.word(["Words."]))],
)
def test_more_text_than_a_limit_and_more_memory_than_there_is_are_said(
    reader: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said() -> str:
        answers = io.StringIO()
        confined.answer(reader, io.BytesIO(data), answers)
        return str(json.loads(answers.getvalue())["error"])

    monkeypatch.setattr(confined, "CHARACTERS", 5)
    assert said() == "holds over 5 characters"

    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("pypdfium2.PdfDocument", full)
    monkeypatch.setattr("mammoth.convert_to_html", full)
    assert said() == "takes too much memory to read"


def test_a_word_file_that_unpacks_to_very_much_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = made_files.word(["x" * 100_000])
    for limit in ("_LARGEST_UNPACKED", "_LARGEST_MARKUP"):
        with monkeypatch.context() as patched:
            patched.setattr(wordfile, limit, 1000)
            with pytest.raises(confined.UnreadableError, match="unpacks to 100,"):
                wordfile.page_in(bomb)


@given(
    st.binary(max_size=300),
    st.sampled_from(["text/html", "text/plain", "x/y"]),
    st.text(max_size=40),
)
def test_no_bytes_break_the_reading(body: bytes, media_type: str, declared: str) -> None:
    assert extracted(body, f"{media_type}; {declared}", declared) is not None
