"""Choose the best tree. In: for each word, a score for each possible head. Out: the heads.

Most sentences need no search: taking the best head of every word gives a tree. Only where it
gives a cycle or several roots does the algorithm of Chu, Liu and Edmonds look for the best tree.
"""

from typing import Any, Final

import numpy as np

Scores = np.ndarray[Any, np.dtype[np.float64]]
Heads = np.ndarray[Any, np.dtype[np.int64]]

NEVER: Final = -1e9
# More than all scores of a sentence together can differ, so that no tree has two roots.
_ROOT_COST: Final = 1e6


def best_heads(scores: Scores) -> Heads:
    """Return the head of each word of one sentence: a tree with exactly one root.

    *scores* has a row for each word and a column for each head, of which column 0 is the root and
    column 1 the first word. In the result, too, 0 is the root and words are counted from 1.
    """
    heads: Heads = scores.argmax(axis=1)
    if np.count_nonzero(heads == 0) == 1 and _cycle(np.append(0, heads)) is None:
        return heads
    work = np.full((len(scores) + 1, len(scores) + 1), NEVER)
    work[1:] = scores
    work[1:, 0] -= _ROOT_COST
    return _spanning(work)[1:]


def _greedy(scores: Scores) -> Heads:
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    return heads


def _cycle(heads: Heads) -> Heads | None:
    """Return the words of one cycle, or None if every word leads to the root."""
    steps = heads.tolist()
    walk = [0] * len(steps)  # the number of the walk that came by
    walk[0] = -1
    for start in range(1, len(steps)):
        place, path = start, []
        while walk[place] == 0:
            walk[place] = start
            path.append(place)
            place = steps[place]
        if walk[place] == start:
            return np.array(path[path.index(place) :])
    return None


def _spanning(scores: Scores) -> Heads:
    """Return the heads of the best tree, whose row 0 is the root (Chu-Liu/Edmonds)."""
    heads = _greedy(scores)
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    outside = np.delete(np.arange(len(scores)), cycle)
    contracted, leaving, entering = _contract(scores, heads, cycle, outside)
    inner = _spanning(contracted)
    knot = len(outside)
    for place in range(1, knot):
        head = inner[place]
        heads[outside[place]] = cycle[leaving[place]] if head == knot else outside[head]
    heads[cycle[entering[inner[knot]]]] = outside[inner[knot]]
    return heads


def _contract(
    scores: Scores, heads: Heads, cycle: Heads, outside: Heads
) -> tuple[Scores, Heads, Heads]:
    """Return scores with *cycle* as one last word, and which of its words give the best arcs."""
    knot = len(outside)
    contracted = np.full((knot + 1, knot + 1), NEVER)
    contracted[:knot, :knot] = scores[np.ix_(outside, outside)]
    from_cycle = scores[np.ix_(outside, cycle)]
    contracted[:knot, knot] = from_cycle.max(axis=1)
    into_cycle = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    contracted[knot, :knot] = into_cycle.max(axis=0)
    contracted[0] = NEVER
    np.fill_diagonal(contracted, NEVER)
    return contracted, from_cycle.argmax(axis=1), into_cycle.argmax(axis=0)
