"""What few texts need: compiled where it can match, and the same there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon.patterns import Rare, compiled, has_sign, small
from factcheck.lexicon.scripts import chinese_in
from factcheck.model.span import Span

_BORN = Rare(("born", "birth"), r"\b(?:born|birth)\s\d{4}", re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("She was born 1971.", ["born 1971"], id="one"),
        pytest.param("BORN 1971, birth 1972", ["BORN 1971", "birth 1972"], id="in any case"),
        pytest.param("born in 1971", [], id="the sign alone"),
        pytest.param("In 1971 it rained.", [], id="no sign"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_rare_expression_finds_what_it_finds_everywhere(text: str, found: list[str]) -> None:
    assert [match.group() for match in _BORN.finditer(text)] == found
    everywhere = re.findall(_BORN.expression, text, _BORN.flags)
    assert everywhere == found


def test_a_rare_expression_looks_at_its_stretch_only() -> None:
    text = "born 1971 and born 1972"
    assert [match.start() for match in _BORN.finditer(text, Span(5, len(text)))] == [14]
    assert list(_BORN.finditer(text, Span(9, 14))) == []


def test_an_expression_is_compiled_once() -> None:
    assert compiled(r"x\d") is compiled(r"x\d")
    assert compiled(r"x\d").flags != compiled(r"x\d", re.IGNORECASE).flags


@given(st.text(st.sampled_from("iIİıkKKsSſtTßéÉ ’.") | st.characters(), max_size=20))
def test_in_small_letters_an_expression_finds_what_it_finds_in_any_case(words: str) -> None:
    expression = r"\b(?:is|kit|it)\b|[^a-z]s"
    everywhere = re.finditer(expression, words, re.IGNORECASE)
    found = re.finditer(expression, small(words))
    assert [one.span() for one in found] == [one.span() for one in everywhere]


def test_a_sign_stands_as_it_is() -> None:
    assert has_sign("the gap", ("lead", "gap"))
    assert not has_sign("the GAP", ("lead", "gap"))
    assert not has_sign("the gap", ())


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("plain “words”…", 0),
        ("北京 and 上海", 4),
        ("かな", 0),
        ("\U00020000", 0),
        ("한국", 0),
    ],
)
def test_chinese_characters_are_counted(words: str, count: int) -> None:
    assert chinese_in(words) == count
