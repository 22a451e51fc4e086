from collections.abc import Sequence
from threading import Event

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.segment.parsing import (
    Names,
    Network,
    Outputs,
    flat_tree,
    parse_in_turn_with,
    parse_with,
    probabilities,
    relation_scores,
)
from factcheck.segment.pieces import Padded, Special
from factcheck.segment.tree import Tree

_NAMES = Names(
    upos=("NOUN", "VERB"),
    xpos=("NN", "VBD"),
    relations=("dep", "root", "nsubj"),
    arc_temperature=2.0,
)


def _chain(inputs: Padded) -> Outputs:
    """Hang every word on the word before it; tag words at even places as verbs."""
    count, words = inputs.firsts.shape
    arcs = np.zeros((count, words, words), np.float32)
    for word in range(1, words):
        arcs[:, word, word - 1] = 10.0
    asked = np.zeros((count, words, 3, 3), np.float32)
    asked[:, :, 1] = [4.0, 0.0, 1.0]  # of any head with the vector [1, 1]: 4 + 0 + 1
    asked[:, :, 2] = [1.0, 1.0, 1.0]
    heads = np.ones((count, words, 2), np.float32)
    tags = np.zeros((count, words, 2), np.float32)
    tags[:, ::2, 1] = 1.0
    return Outputs(arcs, asked, heads, tags, tags)


def _pieces(words: Sequence[str]) -> list[list[int]]:
    return [[len(word) + 3] * max(1, len(word) // 4) for word in words]


def _network(size: int, workers: int = 1) -> Network:
    return Network(_NAMES, Special(0, 1, 2), _pieces, _chain, size, workers)


def test_scores_become_a_tree() -> None:
    (tree,) = parse_with(_network(1), [["Rain", "stopped", "play"]])
    assert tree.heads == (-1, 0, 1)
    assert tree.relations == ("root", "nsubj", "nsubj")
    assert tree.upos == ("NOUN", "VERB", "NOUN")
    assert tree.xpos == ("NN", "VBD", "NN")
    expected = float(np.exp(5) / (np.exp(5) + 2))  # three heads, the right one ahead by 10 / 2
    assert tree.arc_probabilities == pytest.approx((expected,) * 3)
    assert tree.relation_probabilities == pytest.approx((1.0, *[1 / (1 + np.exp(-3))] * 2))


def test_a_relation_is_scored_by_what_its_head_is() -> None:
    asked = np.zeros((1, 3, 3, 2), np.float32)
    asked[0, :, 0] = [2.0, 1.0]
    asked[0, :, 2] = [-1.0, 0.5]
    heads = np.array([[[9.0], [10.0], [20.0]]], np.float32)
    nothing = np.zeros((1, 3, 3), np.float32)
    outputs = Outputs(nothing, asked, heads, nothing, nothing)
    scores = relation_scores(outputs, 0, np.array([2, 0]), _NAMES)
    assert scores.tolist() == [[41.0, -1e9, -19.5], [-1e9, 0.0, -1e9]]


@given(st.lists(st.integers(0, 12), max_size=12), st.integers(1, 60), st.integers(1, 3))
def test_trees_come_in_the_order_of_the_sentences(
    lengths: list[int], size: int, workers: int
) -> None:
    trees = parse_with(_network(size, workers), [["word"] * length for length in lengths])
    assert [len(tree.heads) for tree in trees] == lengths
    assert trees == parse_with(_network(1), [["word"] * length for length in lengths])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(["a"] * 180, 1, id="as long as it may be"),
        pytest.param(["a"] * 181, 0, id="too many words"),
        pytest.param(["a" * 48] * 43, 0, id="too many pieces"),
        pytest.param(["a"] * 50_000, 0, id="far too many words"),
    ],
)
def test_what_is_too_long_is_not_parsed(sentence: list[str], expected: int) -> None:
    (tree,) = parse_with(_network(1), [sentence])
    assert len(tree.heads) == len(sentence)
    assert (tree != flat_tree(len(sentence))) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, Tree((), (), (), (), (), ())),
        (1, Tree((-1,), ("root",), ("X",), ("FW",), (0.0,), (0.0,))),
        (
            3,
            Tree(
                (-1, 0, 0), ("root", "dep", "dep"), ("X",) * 3, ("FW",) * 3, (0.0,) * 3, (0.0,) * 3
            ),
        ),
    ],
)
def test_a_flat_tree_claims_nothing(count: int, expected: Tree) -> None:
    assert flat_tree(count) == expected


def test_a_higher_temperature_makes_probabilities_more_equal() -> None:
    scores = np.array([[4.0, 0.0], [0.0, 0.0]])
    cold, hot = probabilities(scores, 0.5), probabilities(scores, 4.0)
    assert cold[0, 0] > hot[0, 0] > 0.5
    assert cold[1].tolist() == hot[1].tolist() == [0.5, 0.5]


def test_the_first_tree_is_there_before_the_last_sentence_is_read() -> None:
    seen: list[int] = []
    may_go_on = Event()

    def slow(inputs: Padded) -> Outputs:
        seen.append(inputs.firsts.shape[1])
        if len(seen) > 1:
            may_go_on.wait()
        return _chain(inputs)

    network = Network(_NAMES, Special(0, 1, 2), _pieces, slow, 1)
    trees = parse_in_turn_with(network, [["one"], ["one", "two"], ["one", "two", "three"]])
    assert next(trees).heads == (-1,)
    may_go_on.set()
    assert [tree.heads for tree in trees] == [(-1, 0), (-1, 0, 1)]
