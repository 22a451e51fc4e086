import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.span import Span
from factcheck.segment.tokens import tokenize
from marks import unmark


def _words(text: str) -> list[str]:
    return [span.of(text) for span in tokenize(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("⟦The⟧ ⟦mayor⟧ ⟦did⟧⟦n't⟧ ⟦resign⟧⟦.⟧", id="not"),
        pytest.param("⟦Rates⟧ ⟦wo⟧⟦n’t⟧ ⟦fall⟧⟦,⟧ ⟦she⟧⟦’d⟧ ⟦said⟧⟦.⟧", id="curly"),
        pytest.param("⟦Juventus⟧⟦'s⟧ ⟦fans⟧⟦'⟧ ⟦club⟧", id="possessives"),
        pytest.param("⟦They⟧⟦'d⟧⟦'ve⟧ ⟦won⟧⟦.⟧", id="two clitics"),
        pytest.param("“⟦x⟧”⟦'s⟧".replace("“", "⟦“⟧").replace("”", "⟦”⟧"), id="after a quotation"),
        pytest.param("⟦Police⟧ ⟦can⟧⟦not⟧ ⟦say⟧⟦.⟧", id="cannot"),
        pytest.param("⟦We⟧⟦'re⟧ ⟦gon⟧⟦na⟧ ⟦appeal⟧⟦!⟧", id="gonna"),
        pytest.param("⟦O'Neill⟧ ⟦left⟧ ⟦at⟧ ⟦six⟧ ⟦o'clock⟧⟦.⟧", id="apostrophe inside a name"),
        pytest.param("⟦songs⟧ ⟦of⟧ ⟦the⟧ ⟦'90s⟧", id="decade without its century"),
        pytest.param("⟦a⟧ ⟦15⟧⟦-⟧⟦year⟧⟦-⟧⟦old⟧ ⟦striker⟧", id="compound"),
        pytest.param("⟦the⟧ ⟦re-elected⟧⟦,⟧ ⟦pro-Kyiv⟧ ⟦bloc⟧", id="prefixes stay joined"),
        pytest.param("⟦in⟧ ⟦mid-2019⟧ ⟦and⟧ ⟦the⟧ ⟦mid-90s⟧", id="middle of a year"),
        pytest.param("⟦2015⟧⟦–⟧⟦16⟧ ⟦and⟧ ⟦6⟧⟦-⟧⟦4⟧", id="ranges and scores"),
        pytest.param("⟦COVID⟧⟦-⟧⟦19⟧", id="letters and a number"),
        pytest.param("⟦U.S.⟧⟦-⟧⟦led⟧ ⟦talks⟧ ⟦in⟧ ⟦Washington⟧⟦,⟧ ⟦D.C.⟧", id="letters with stops"),
        pytest.param("⟦Dr.⟧ ⟦J.⟧ ⟦Okafor⟧ ⟦of⟧ ⟦Acme⟧ ⟦Inc.⟧ ⟦sued⟧⟦.⟧", id="abbreviations"),
        pytest.param("⟦It⟧ ⟦sold⟧ ⟦them⟧ ⟦to⟧ ⟦Acme⟧ ⟦Corp.⟧", id="last word keeps its stop"),
        pytest.param("⟦He⟧ ⟦said⟧ ⟦no⟧⟦.⟧⟦”⟧", id="a word that is also an abbreviation"),
        pytest.param("⟦She⟧ ⟦has⟧ ⟦a⟧ ⟦Ph.D.⟧ ⟦in⟧ ⟦law⟧⟦.⟧", id="degree"),
        pytest.param("⟦See⟧ ⟦No.⟧ ⟦7⟧ ⟦and⟧ ⟦fig.⟧ ⟦3⟧⟦.⟧", id="before numbers"),
        pytest.param("⟦It⟧ ⟦rose⟧ ⟦3.5⟧⟦%⟧ ⟦to⟧ ⟦$⟧⟦1,250.75⟧⟦.⟧", id="amounts"),
        pytest.param("⟦US$⟧⟦4.5⟧⟦bn⟧ ⟦or⟧ ⟦€⟧⟦4⟧⟦m⟧", id="currencies and millions"),
        pytest.param("⟦5⟧ ⟦p.m.⟧ ⟦or⟧ ⟦10:30⟧⟦am⟧", id="times"),
        pytest.param("⟦the⟧ ⟦21st⟧ ⟦on⟧ ⟦11/05/2019⟧⟦,⟧ ⟦1990s⟧", id="ordinals, dates, decades"),
        pytest.param("⟦12⟧⟦km⟧ ⟦and⟧ ⟦3D⟧", id="units"),
        pytest.param("⟦+44⟧ ⟦or⟧ ⟦212-555-0199⟧", id="telephone"),
        pytest.param("⟦and⟧⟦/⟧⟦or⟧ ⟦AT&T⟧", id="slash and ampersand"),
        pytest.param("⟦(⟧⟦see⟧ ⟦https://a.example/b_c?d=1⟧⟦)⟧⟦.⟧", id="address"),
        pytest.param("⟦Mail⟧ ⟦desk@paper.example.org⟧ ⟦or⟧ ⟦paper.co.uk/x⟧⟦.⟧", id="mail, domain"),
        pytest.param("⟦Why⟧⟦?!⟧ ⟦So⟧⟦...⟧ ⟦he⟧ ⟦--⟧ ⟦left⟧⟦…⟧", id="runs of marks"),
        pytest.param("⟦“⟧⟦No⟧⟦,⟧⟦”⟧⟦—⟧⟦he⟧", id="dash without spaces"),
        pytest.param("⟦#⟧⟦1⟧ ⟦@mayor⟧ ⟦#vote⟧", id="signs before words"),
        pytest.param("⟦👍🏽⟧⟦🇫🇷⟧⟦👩‍🚀⟧ ⟦ok⟧", id="emoji"),
        pytest.param("⟦Cafe\u0301⟧ ⟦zu\u00adrück⟧", id="combining marks and soft hyphens"),
        pytest.param("⟦新华社⟧ ⟦said⟧⟦。⟧", id="another script"),
        pytest.param("⟦J⟧⟦.⟧⟦Smith⟧", id="initial without a space"),
        pytest.param("⟦I⟧ ⟦chose⟧ ⟦plan⟧ ⟦B⟧⟦.⟧", id="letter at the end"),
        pytest.param("  \n ", id="only white space"),
        pytest.param("", id="nothing"),
    ],
)
def test_words_are_those_of_the_treebanks(marked: str) -> None:
    text, expected = unmark(marked)
    assert tokenize(text, Span(0, len(text))) == expected


def test_spans_are_offsets_into_the_whole_text() -> None:
    text, expected = unmark("Before it. ⟦It⟧ ⟦is⟧⟦n't⟧ ⟦so⟧⟦.⟧ After it.")
    assert tokenize(text, Span(expected[0].start, expected[-1].end)) == expected


@given(st.text(), st.integers(0, 5), st.integers(0, 5))
def test_words_tile_all_that_is_not_white_space(text: str, before: int, after: int) -> None:
    span = Span(min(before, len(text)), max(min(before, len(text)), len(text) - after))
    words = tokenize(text, span)
    assert all(word.start < word.end for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    assert "".join(word.of(text) for word in words) == re.sub(r"\s", "", span.of(text))


@given(
    st.lists(st.sampled_from(["a", "A", "1", ".", "'", "-", "@", "/", "s", "n't", "e-", " ", "$"]))
)
def test_words_tile_what_looks_like_special_cases(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(_words(text)) == text.replace(" ", "")


@pytest.mark.parametrize(
    "unit",
    ["a", "a.", "1,", "'s", "-", "@a", "www.", "a-", "\u0301", "a@", "re-", "👩\u200d", ".", "("],
)
def test_a_long_run_of_anything_is_cut_whole(unit: str) -> None:
    # At a cost that grew with the square of the length this would take minutes.
    text = unit * 40_000
    words = tokenize(text, Span(0, len(text)))
    assert "".join(word.of(text) for word in words) == re.sub(r"\s", "", text)
