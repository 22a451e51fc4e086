"""Parse sentences with a network. In: words of sentences and a network. Out: one tree for each.

The network is a value: the run time passes the model of the package, training the one it trains.
What is too long for the network becomes a flat tree that nobody can take for a parse.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from factcheck.segment.heads import NEVER, Heads, Scores, best_heads
from factcheck.segment.pieces import (
    Encoded,
    Padded,
    Special,
    batches,
    encode,
    padded,
    readable,
)
from factcheck.segment.tree import Tree

Floats = np.ndarray[Any, np.dtype[np.floating]]

# Arc scores grow with the square of the words; no sentence of the treebanks that is not a list
# or a table is longer.
_MOST_WORDS: Final = 180
# The encoder has so many positions.
_MOST_PIECES: Final = 512


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the network says about a batch. Word 0 of each sentence is the root."""

    arcs: Floats  # [sentence, dependant, head]
    asked: Floats  # [sentence, dependant, relation, weight of the head's vector, and a constant]
    heads: Floats  # [sentence, head, number of its vector]
    upos: Floats  # [sentence, word, tag]
    xpos: Floats  # [sentence, word, tag]


@dataclass(frozen=True, slots=True)
class Names:
    """What the numbers of the outputs stand for, and how far to trust them."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    arc_temperature: float = 1.0  # scores are divided by it before they become probabilities
    relation_temperature: float = 1.0


@dataclass(frozen=True, slots=True)
class Network:
    """A trained network with all that is needed to use it."""

    names: Names
    special: Special
    pieces_of: Callable[[Sequence[str]], Sequence[Sequence[int]]]  # for each word its pieces
    run: Callable[[Padded], Outputs]
    batch_size: int  # in pieces, padding included; 1 for each sentence by itself
    workers: int = 1  # how many batches to run at a time; `run` must allow it


def parse_with(network: Network, sentences: Sequence[Sequence[str]]) -> tuple[Tree, ...]:
    """Return one tree for each of *sentences*, in their order."""
    return tuple(parse_in_turn_with(network, sentences))


def parse_in_turn_with(network: Network, sentences: Sequence[Sequence[str]]) -> Iterator[Tree]:
    """Yield one tree for each of *sentences*, in their order, as soon as it is there.

    The network reads on while the first trees are made use of: it needs no Python, rules do.
    """
    encoded = encode_all(network, sentences)
    lengths = [len(sentence.pieces) for sentence in encoded]
    fitting = [
        place
        for place, sentence in enumerate(sentences)
        if 0 < len(sentence) <= _MOST_WORDS and lengths[place] <= _MOST_PIECES
    ]
    if network.batch_size > 1:
        fitting.sort(key=lengths.__getitem__, reverse=True)

    def parse_group(group: Sequence[int]) -> dict[int, Tree]:
        outputs = network.run(padded([encoded[place] for place in group]))
        return {
            place: tree_of(outputs, row, len(sentences[place]), network.names)
            for row, place in enumerate(group)
        }

    pool = ThreadPoolExecutor(network.workers)
    try:
        parsed = {
            place: found
            for group in batches(lengths, fitting, network.batch_size)
            for found in (pool.submit(parse_group, group),)
            for place in group
        }
        for place, sentence in enumerate(sentences):
            found = parsed.pop(place, None)
            yield flat_tree(len(sentence)) if found is None else found.result()[place]
    finally:
        pool.shutdown(cancel_futures=True)


def encode_all(network: Network, sentences: Sequence[Sequence[str]]) -> list[Encoded]:
    """Return *sentences* as numbers; each different word is looked up once.

    Of sentences that are too long only the beginning is encoded.
    """
    words = {word: readable(word) for sentence in sentences for word in sentence[: _MOST_WORDS + 1]}
    pieces: Mapping[str, Sequence[int]] = dict(
        zip(words, network.pieces_of(tuple(words.values())), strict=True)
    )
    return [
        encode(sentence[: _MOST_WORDS + 1], pieces.__getitem__, network.special)
        for sentence in sentences
    ]


def flat_tree(count: int) -> Tree:
    """Return a tree of *count* words that claims nothing: all hang on the first, unsure."""
    rest = count - 1 if count else 0
    first = min(count, 1)
    return Tree(
        heads=(-1,) * first + (0,) * rest,
        relations=("root",) * first + ("dep",) * rest,
        upos=("X",) * count,
        xpos=("FW",) * count,
        arc_probabilities=(0.0,) * count,
        relation_probabilities=(0.0,) * count,
    )


def tree_of(outputs: Outputs, row: int, count: int, names: Names) -> Tree:
    """Return the tree of the sentence of *count* words in *row* of a batch."""
    arcs = rooted_arcs(outputs, row, count)
    heads = best_heads(arcs)
    scores = relation_scores(outputs, row, heads, names)
    relations = scores.argmax(axis=1)
    words = np.arange(count)
    arc_odds = probabilities(arcs, names.arc_temperature)[words, heads]
    relation_odds = probabilities(scores, names.relation_temperature)[words, relations]
    upos = outputs.upos[row, 1 : count + 1].argmax(axis=1)
    xpos = outputs.xpos[row, 1 : count + 1].argmax(axis=1)
    return Tree(
        heads=tuple((heads - 1).tolist()),
        relations=tuple(map(names.relations.__getitem__, relations.tolist())),
        upos=tuple(map(names.upos.__getitem__, upos.tolist())),
        xpos=tuple(map(names.xpos.__getitem__, xpos.tolist())),
        arc_probabilities=tuple(arc_odds.tolist()),
        relation_probabilities=tuple(relation_odds.tolist()),
    )


def rooted_arcs(outputs: Outputs, row: int, count: int) -> Scores:
    """Return for each word of one sentence the scores of its heads; column 0 is the root.

    No word can be its own head.
    """
    scores: Scores = outputs.arcs[row, 1 : count + 1, : count + 1].astype(np.float64)
    words = np.arange(count)
    scores[words, words + 1] = NEVER
    return scores


def relation_scores(outputs: Outputs, row: int, heads: Heads, names: Names) -> Scores:
    """Return for each word of one sentence the scores of the relations to its head in *heads*.

    Heads count from 1; 0 is the root. Only there the relation is `root`.
    """
    asked = outputs.asked[row, 1 : len(heads) + 1]
    offered = outputs.heads[row, heads][:, :, None]
    scores: Scores = ((asked[:, :, :-1] @ offered)[:, :, 0] + asked[:, :, -1]).astype(np.float64)
    root = names.relations.index("root")
    scores[:, root] = NEVER
    scores[heads == 0] = NEVER
    scores[heads == 0, root] = 0.0
    return scores


def probabilities(scores: Scores, temperature: float) -> Scores:
    """Return the softmax of each row of *scores*, which are divided by *temperature* before."""
    odds = np.exp((scores - scores.max(axis=1, keepdims=True)) / temperature)
    shares: Scores = odds / odds.sum(axis=1, keepdims=True)
    return shares
