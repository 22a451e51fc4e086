from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.segment.heads import NEVER, Scores, best_heads


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Say whether following *heads*, with words from 1, leads every word to the one root."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        place, steps = word, 0
        while place and steps <= len(heads):
            place, steps = heads[place - 1], steps + 1
        if place:
            return False
    return True


@st.composite
def score_tables(draw: st.DrawFn, most: int) -> Scores:
    count = draw(st.integers(1, most))
    scores = st.floats(-30, 30, width=16)
    rows = draw(
        st.lists(
            st.lists(scores, min_size=count + 1, max_size=count + 1),
            min_size=count,
            max_size=count,
        )
    )
    table = np.array(rows, np.float64)
    table[np.arange(count), np.arange(count) + 1] = NEVER
    return table


@given(score_tables(4))
def test_the_tree_is_the_best_of_all_trees(table: Scores) -> None:
    words = range(len(table))
    trees = [
        heads for heads in product(range(len(table) + 1), repeat=len(table)) if _is_tree(heads)
    ]
    best = max(sum(table[word, heads[word]] for word in words) for heads in trees)
    found = tuple(best_heads(table).tolist())
    assert found in trees
    assert sum(table[word, found[word]] for word in words) == pytest.approx(best)


@given(score_tables(12))
def test_whatever_the_scores_there_is_one_root_and_no_cycle(table: Scores) -> None:
    assert _is_tree(tuple(best_heads(table).tolist()))


def test_equal_scores_give_a_tree() -> None:
    table = np.zeros((180, 181))
    table[np.arange(180), np.arange(180) + 1] = NEVER
    assert _is_tree(tuple(best_heads(table).tolist()))


def test_cycles_inside_cycles_are_resolved() -> None:
    count = 60
    table = np.full((count, count + 1), -5.0)
    for word in range(count):  # pairs that like each other, in pairs of pairs that do
        for step in (1, 2, 4, 8, 16, 32):
            partner = word ^ step
            if partner < count:
                table[word, partner + 1] = 40.0 - step
        table[word, word + 1] = NEVER
    assert _is_tree(tuple(best_heads(table).tolist()))


def test_scores_are_left_as_they_were() -> None:
    table = np.array([[0.0, NEVER, 9.0], [0.0, 9.0, NEVER]])
    before = table.copy()
    best_heads(table)
    assert np.array_equal(table, before)
