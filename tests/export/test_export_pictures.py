"""Pictures and DOCX: the same bytes each time, whatever the words; only with their extra."""

import io
import re
import sys
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from PIL import Image

from factcheck.errors import UsageError
from factcheck.export.options import Options
from factcheck.export.pictures import picture
from factcheck.export.wordfile import wordfile
from factcheck.export.words import words_in
from factcheck.model.span import Span
from hostile_texts import HOSTILE
from html_structure import Parsed
from report_samples import CLAIM, FULL, REPORT, swapped


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_is_the_same_each_time(form: str) -> None:
    first, second = (picture(FULL, form, Options()) for _ in range(2))
    assert first == second
    assert b"factcheck" in first[:256] or form == "svg"


def test_a_png_has_the_size_it_says_and_names_its_maker() -> None:
    with Image.open(io.BytesIO(picture(FULL, "png", Options()))) as image:
        assert image.size == (1200, 900)
        assert image.info["Software"] == "factcheck"


def test_an_svg_is_well_formed_and_holds_no_script_and_no_time() -> None:
    drawn = picture(FULL, "svg", Options(words=words_in("de"))).decode()
    tags = set(Parsed(drawn.partition("?>")[2]).tags)
    assert "path" in tags
    assert "script" not in tags
    assert not re.search(r"20\d\d-\d\d-\d\dT", drawn)


def test_labels_are_letters_even_where_they_look_like_a_formula() -> None:
    scale = (replace(FULL.scale[0], label="$x_2^$ 中文 {} \\frac " + "y" * 50), *FULL.scale[1:])
    assert picture(replace(FULL, scale=scale), "svg", Options())


def test_nothing_can_be_drawn_too() -> None:
    empty = replace(REPORT, article=replace(REPORT.article, characters=0))
    assert picture(empty, "png", Options())
    odd = replace(CLAIM, verdict="of a desk", spans=(Span(3, 3),))
    assert picture(replace(REPORT, claims=(odd,)), "png", Options())


@pytest.mark.parametrize(
    ("module", "write"),
    [
        ("matplotlib", lambda: picture(FULL, "svg", Options())),
        ("docx", lambda: wordfile(FULL, Options())),
    ],
)
def test_without_the_extra_it_is_named(
    module: str, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError, match=r"need") as caught:
        write()
    assert "install factcheck-annotator[" in caught.value.hint


def paragraphs(written: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(written)).paragraphs]


def test_a_docx_is_the_same_each_time_and_holds_the_report() -> None:
    written = wordfile(FULL, Options())
    assert written == wordfile(FULL, Options())
    found = paragraphs(written)
    assert found[0] == "Fact check: Harbour fund lost a third of its money, auditors say"
    for expected in (
        "Claim 1: Refuted",
        "Claim: The [harbour] fund lost a third of its money.",
        "Refuted (Ada, 2026-03-02 12:00 UTC): The audit says 4.1 per cent.",
        "Claim 1: Supported → Refuted: The harbour fund lost money.",
        "“see also” (characters 150 to 158)",
    ):
        assert expected in found
    tables = docx.Document(io.BytesIO(written)).tables
    assert [cell.text for cell in tables[0].rows[4].cells] == ["Refuted", "1"]
    assert wordfile(replace(FULL, corrections=None), Options(names=False)) != written


def test_a_docx_says_when_the_report_was_made_and_nothing_else_does() -> None:
    document = docx.Document(io.BytesIO(wordfile(FULL, Options())))
    assert str(document.core_properties.created).startswith("2026-03-02 12:41:07")
    with zipfile.ZipFile(io.BytesIO(wordfile(FULL, Options()))) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


@given(HOSTILE)
@settings(max_examples=15)
def test_no_text_breaks_a_docx(text: str) -> None:
    assert paragraphs(wordfile(swapped(FULL, lambda _: text + "\ufffe\0"), Options()))
