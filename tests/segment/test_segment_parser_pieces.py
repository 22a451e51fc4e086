import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.segment.pieces import (
    SHAPES,
    Special,
    batches,
    encode,
    padded,
    readable,
    rows,
    shape,
)

_SPECIAL = Special(begin=90, end=91, unknown=92)


def _letters(word: str) -> list[int]:
    return [ord(letter) - 96 for letter in word.lower()]


@pytest.mark.parametrize(
    ("same", "other"),
    [
        pytest.param(["court", "rules"], "Court", id="lower case"),
        pytest.param(["Court", "Ångström"], "COURT", id="title case"),
        pytest.param(["NATO", "EU"], "E", id="capitals"),
        pytest.param(["McKay", "iPhone"], "Mckay", id="mixed"),
        pytest.param(["21st", "9"], "nine", id="digits"),
        pytest.param([",", "—", "", "👍"], "x", id="no letters"),
        pytest.param(["J", "É"], "j", id="one capital"),
    ],
)
def test_words_of_one_kind_have_one_shape(same: list[str], other: str) -> None:
    shapes = {shape(word, first=False) for word in same}
    assert len(shapes) == 1
    assert shape(other, first=False) not in shapes
    assert shape(same[0], first=True) not in shapes


@given(st.text(), st.booleans())
def test_every_shape_is_a_row_of_the_table(word: str, first: bool) -> None:
    assert 2 <= shape(word, first=first) < SHAPES


@given(st.text(st.characters()))
def test_readable_words_can_be_written_as_utf8(word: str) -> None:
    assert len(readable(word).encode("utf-8")) <= 400


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("n’t", "n't"),
        ("“", '"'),
        ("„", '"'),
        ("\ud800a", "?a"),
        ("a" * 1_000_000, "a" * 100),
    ],
)
def test_words_are_made_readable(word: str, expected: str) -> None:
    assert readable(word) == expected


def test_a_sentence_becomes_pieces_with_the_shapes_of_their_words() -> None:
    encoded = encode(["Ab", "", "c"], _letters, _SPECIAL)
    title, none, lower = shape("Ab", first=True), shape("", first=False), shape("c", first=False)
    assert encoded.pieces == (90, 1, 2, 92, 3, 91)
    assert encoded.piece_shapes == (1, title, title, none, lower, 1)
    assert encoded.firsts == (0, 1, 3, 4)
    assert encoded.word_shapes == (1, title, none, lower)


def test_only_the_beginning_of_a_long_word_is_read() -> None:
    assert len(encode(["a" * 50], _letters, _SPECIAL).pieces) == 14


def test_rows_are_filled_up() -> None:
    assert rows([(1, 2, 3), (4,)], fill=-1).tolist() == [[1, 2, 3], [4, -1, -1]]


def test_padding_has_a_shape_of_its_own() -> None:
    both = padded([encode(["a"], _letters, _SPECIAL), encode(["ab", "c"], _letters, _SPECIAL)])
    assert both.piece_shapes[0].tolist()[3:] == [0, 0]
    assert both.word_shapes[0].tolist()[2:] == [0]
    assert both.pieces.shape == both.piece_shapes.shape == (2, 5)
    assert both.firsts.shape == both.word_shapes.shape == (2, 3)
    assert both.pieces.dtype == np.int64


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(1, 100))
def test_batches_hold_every_place_once_and_are_not_too_large(lengths: list[int], size: int) -> None:
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    groups = tuple(batches(lengths, order, size))
    assert [place for group in groups for place in group] == order
    for group in groups:
        assert len(group) == 1 or len(group) * max(lengths[place] for place in group) <= size
