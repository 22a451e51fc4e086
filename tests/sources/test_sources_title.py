import pytest
from hypothesis import given

from factcheck.sources.title import MAX_TITLE, title_of
from hostile_texts import HOSTILE


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Court frees two\n\nThe court", "Court frees two", id="first line"),
        pytest.param("\n \n\tCourt  frees\ttwo \nx", "Court frees two", id="white space"),
        pytest.param("# Court frees two\n\nx", "Court frees two", id="Markdown title"),
        pytest.param("## Court ##\nx", "Court", id="other Markdown heading"),
        pytest.param("5 May 2025\n\n# Court frees two #\nx", "Court frees two", id="under a date"),
        pytest.param("C# 9 is out\nx", "C# 9 is out", id="a sign inside"),
        pytest.param("#metoo\nx", "#metoo", id="a tag"),
        pytest.param("---\n***\nCourt\n---\n", "Court", id="after rules"),
        pytest.param("# \n# !\nCourt", "Court", id="titles without a word"),
        pytest.param("!!!\n???", "!!!", id="no word anywhere"),
        pytest.param("Court\n" + "x\n" * 30 + "# Chapter", "Court", id="a chapter far down"),
        pytest.param("港口基金亏损\n\n正文。", "港口基金亏损", id="Chinese"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert title_of(text) == title


def test_a_long_title_is_cut_between_words() -> None:
    title = title_of("ninety " * 40)
    assert title == "ninety " * 16 + "ninety…"
    assert title_of("ab " * 39 + "abc") == "ab " * 39 + "abc"


def test_a_long_word_is_cut_inside() -> None:
    assert title_of("港" * 300) == "港" * 119 + "…"


def test_blanks_and_signs_by_the_hundred_thousand_are_no_trouble() -> None:
    for text in ("#" + " " * 200_000 + "!", "# " * 100_000, "#" * 200_000, "\n" * 200_000):
        assert len(title_of(text)) <= MAX_TITLE


@given(HOSTILE)
def test_a_title_is_short_and_on_one_line(text: str) -> None:
    title = title_of(text)
    assert len(title) <= MAX_TITLE
    assert title == " ".join(title.split())
