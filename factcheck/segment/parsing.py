"""Parse sentences with a network. In: words of sentences and a network. Out: one tree for each.

The network is a value: the run time passes the model of the package, training the one it trains.
What is too long for the network becomes a flat tree that nobody can take for a parse.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from factcheck.segment.heads import best_heads
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

Floats = npt.NDArray[np.floating]

# Arc scores grow with the square of the words; no sentence of the treebanks that is not a list
# or a table is longer.
_MOST_WORDS: Final = 180
# The encoder has so many positions.
_MOST_PIECES: Final = 512
_NEVER: Final = -1e9


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the network says about a batch. Word 0 of each sentence is the root."""

    arcs: Floats  # [sentence, dependant, head]
    relations: Floats  # [sentence, relation, dependant, head]
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
    batch_size: int  # in pieces, padding included


def parse_with(network: Network, sentences: Sequence[Sequence[str]]) -> tuple[Tree, ...]:
    """Return one tree for each of *sentences*, in their order."""
    encoded = _encoded(network, sentences)
    trees = [flat_tree(len(sentence)) for sentence in sentences]
    lengths = [len(sentence.pieces) for sentence in encoded]
    fitting = [
        place
        for place, sentence in enumerate(sentences)
        if 0 < len(sentence) <= _MOST_WORDS and lengths[place] <= _MOST_PIECES
    ]
    fitting.sort(key=lengths.__getitem__)
    for group in batches(lengths, fitting, network.batch_size):
        outputs = network.run(padded([encoded[place] for place in group]))
        for row, place in enumerate(group):
            trees[place] = tree_of(outputs, row, len(sentences[place]), network.names)
    return tuple(trees)


def _encoded(network: Network, sentences: Sequence[Sequence[str]]) -> list[Encoded]:
    """Return *sentences* as numbers; each different word is looked up once."""
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
    arcs = outputs.arcs[row, : count + 1, : count + 1]
    heads = best_heads(arcs)
    words = np.arange(1, count + 1)
    scores = outputs.relations[row][:, words, heads].T.astype(np.float64)
    root = names.relations.index("root")
    scores[heads != 0, root] = _NEVER
    scores[heads == 0] = _NEVER
    scores[heads == 0, root] = 0.0
    relations = scores.argmax(axis=1)
    arc_odds = probabilities(_without_self(arcs[1:]), names.arc_temperature)
    relation_odds = probabilities(scores, names.relation_temperature)
    upos = outputs.upos[row, 1 : count + 1].argmax(axis=1)
    xpos = outputs.xpos[row, 1 : count + 1].argmax(axis=1)
    return Tree(
        heads=tuple((heads - 1).tolist()),
        relations=tuple(names.relations[place] for place in relations),
        upos=tuple(names.upos[place] for place in upos),
        xpos=tuple(names.xpos[place] for place in xpos),
        arc_probabilities=tuple(arc_odds[words - 1, heads].tolist()),
        relation_probabilities=tuple(relation_odds[words - 1, relations].tolist()),
    )


def _without_self(arcs: Floats) -> Floats:
    """Return *arcs*, whose first row is that of word 1, where no word can be its own head."""
    scores = arcs.astype(np.float64)
    places = np.arange(len(scores))
    scores[places, places + 1] = _NEVER
    return scores


def probabilities(scores: Floats, temperature: float) -> Floats:
    """Return the softmax of each row of *scores*, which are divided by *temperature* before."""
    sharp = (scores - scores.max(axis=1, keepdims=True)) / temperature
    odds = np.exp(sharp)
    shares: Floats = odds / odds.sum(axis=1, keepdims=True)
    return shares
