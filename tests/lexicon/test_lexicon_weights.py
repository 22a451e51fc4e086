"""Weights of words: looked up in a list, and the same for every word of it."""

import pytest

from factcheck.annotate import checkworthiness, subjectivity
from factcheck.lexicon.weights import lines_of, sign_weight, weight, word_weights

_LISTS = ("subjective_weights", "worthy_weights")


@pytest.mark.parametrize("name", _LISTS)
def test_every_word_of_a_list_has_its_weight(name: str) -> None:
    cells = [line.split("\t") for line in lines_of(name)]
    assert [weight(name, word) for word, _ in cells] == [float(number) for _, number in cells]


@pytest.mark.parametrize("name", _LISTS)
@pytest.mark.parametrize("word", ["", "qqqq", "!!", "thes", "\U0010ffff", "\ud800", "# Weights"])
def test_what_is_no_word_of_a_list_has_no_weight(name: str, word: str) -> None:
    assert word not in {line.split("\t")[0] for line in lines_of(name)}
    assert weight(name, word) is None


def test_words_without_a_weight_are_left_out() -> None:
    known = word_weights("worthy_weights", ["tax", "qqqq", "rose"])
    assert known == [weight("worthy_weights", "tax"), weight("worthy_weights", "rose")]


def test_every_sign_has_a_weight() -> None:
    for name, signs in zip(_LISTS, (subjectivity.SIGNS, checkworthiness.SIGNS), strict=True):
        assert all(sign_weight(name, sign) == weight(name, f"<{sign}>") for sign in signs)
    assert sign_weight("worthy_weights", "start") == weight("worthy_weights", "<start>")


def test_a_list_that_is_not_there_is_missed() -> None:
    with pytest.raises(FileNotFoundError):
        weight("no_weights", "word")
