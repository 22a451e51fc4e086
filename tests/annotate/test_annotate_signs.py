"""Signs in a sentence: counted where a word of theirs stands, and the same everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import checkworthiness, kinds, subjectivity
from factcheck.annotate.arithmetic import _CHECKS
from factcheck.annotate.signs import Sign, cased, counted, sign, stands

_SIGNS = (
    {f"a {name}": one for name, one in subjectivity._PATTERNS.items()}
    | {f"b {name}": one for name, one in checkworthiness._PATTERNS.items()}
    | {name: one for name, one in vars(kinds).items() if isinstance(one, Sign)}
)
_WORDS = sorted({word for one in _SIGNS.values() for word in one.words})
_MARKS = [" ", " ", " ", "’", "'", "-", "_", ".", "n’t", " 2021 ", "应该", "我", "é", "İ"]


def _everywhere(one: Sign, sentence: str) -> int:
    flags = re.NOFLAG if one.cased else re.IGNORECASE
    return len(re.findall(one.expression, sentence, flags))


@given(
    st.lists(
        st.sampled_from(_WORDS)
        | st.sampled_from(_WORDS).map(str.title)
        | st.sampled_from(_WORDS).map(str.upper)
        | st.sampled_from(_MARKS)
        | st.sampled_from([" evening", " bless", " to", " up", " think", " is", " sure"])
        | st.sampled_from([" that", " for", " the", " long as", " case of", " event of", " 2031"]),
        max_size=15,
    ).map("".join)
)
def test_signs_are_counted_as_if_looked_for_everywhere(sentence: str) -> None:
    found = counted(_SIGNS, sentence, 3)
    assert found == {name: min(3, _everywhere(one, sentence)) for name, one in _SIGNS.items()}
    assert all(stands(one, sentence) == bool(found[name]) for name, one in _SIGNS.items())


@pytest.mark.parametrize(
    ("one", "sentence", "count"),
    [
        pytest.param(
            sign("we our", r"\b(?:we|our)\b"), "We said our say, we did.", 3, id="any case"
        ),
        pytest.param(cased("may", r"\bMay\b"), "In May it may rain.", 1, id="as it is written"),
        pytest.param(cased("", r"\d"), "1 2 3 4 5", 4, id="up to the most"),
        pytest.param(sign("will", r"\bwill\b|将"), "他将来", 1, id="Chinese"),
        pytest.param(sign("will", r"\bwill\b|将"), "he wills it", 0, id="no word of it"),
    ],
)
def test_a_sign_is_counted(one: Sign, sentence: str, count: int) -> None:
    assert counted({"it": one}, sentence, 4) == {"it": count}


@pytest.mark.parametrize("check", _CHECKS, ids=lambda check: check[1][:60])
def test_a_relation_spells_out_one_of_the_words_that_it_needs(
    check: tuple[tuple[str, ...], str, object],
) -> None:
    words, expression, _ = check
    assert all(word == word.casefold() for word in words)
    assert not words or any(word in expression.casefold() for word in words)
