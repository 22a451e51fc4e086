"""Compare trees with the reference. In: reference sentences and trees. Out: figures.

UAS and LAS count all words, punctuation too, as the CoNLL shared tasks do; relations are compared
without subtypes for LAS, and with them where a figure is about one relation.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.segment.tree import Tree
from training.conllu import Sentence

# The relations that decide how a sentence is cut into claims.
DECIDING = ("conj", "appos", "acl:relcl", "ccomp", "advcl", "parataxis")
# A checkpoint that gains a point on the deciding relations may lose half a point of LAS.
_DECIDING_WEIGHT = 0.5
_EDGES = (0.0, 0.4, 0.6, 0.8, 0.95, 0.99, 1.0)


@dataclass(frozen=True, slots=True)
class Figures:
    """How well trees agree with the reference, all in percent."""

    upos: float
    xpos: float
    uas: float
    las: float
    relations: dict[str, float]  # F1 of head and relation together, for each relation

    @property
    def deciding(self) -> float:
        """The mean F1 of the deciding relations."""
        return sum(self.relations.get(name, 0.0) for name in DECIDING) / len(DECIDING)

    @property
    def choice(self) -> float:
        """What checkpoints are chosen by."""
        return self.las + _DECIDING_WEIGHT * self.deciding

    def __str__(self) -> str:
        """Return the figures in one line."""
        return (
            f"UPOS {self.upos:.2f} XPOS {self.xpos:.2f} UAS {self.uas:.2f} LAS {self.las:.2f}, "
            f"F1 of deciding relations {self.deciding:.2f}"
        )


@dataclass(frozen=True, slots=True)
class Bin:
    """The words whose arc probability lies between two bounds."""

    above: float
    to: float
    share: float  # of all words, in percent
    right: float  # percent of them that have the right head


def figures(sentences: Sequence[Sentence], trees: Sequence[Tree]) -> Figures:
    """Return the figures of *trees*, which have the words of *sentences*."""
    words = upos = xpos = heads = labelled = 0
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for sentence, tree in zip(sentences, trees, strict=True):
        words += len(sentence.words)
        upos += _agreements(sentence.upos, tree.upos)
        xpos += _agreements(sentence.xpos, tree.xpos)
        gold.update(sentence.relations)
        found.update(tree.relations)
        for head, relation, tree_head, tree_relation in zip(
            sentence.heads, sentence.relations, tree.heads, tree.relations, strict=True
        ):
            if head == tree_head:
                heads += 1
                labelled += _main(relation) == _main(tree_relation)
                right[relation] += relation == tree_relation
    scores = {name: 200 * right[name] / (gold[name] + found[name]) for name in gold}
    upos_share, xpos_share, uas, las = (
        100 * part / words for part in (upos, xpos, heads, labelled)
    )
    return Figures(upos_share, xpos_share, uas, las, scores)


def _agreements(gold: Sequence[str], found: Sequence[str]) -> int:
    return sum(one == other for one, other in zip(gold, found, strict=True))


def _main(relation: str) -> str:
    return relation.split(":", maxsplit=1)[0]


def reliability(sentences: Sequence[Sentence], trees: Sequence[Tree]) -> tuple[Bin, ...]:
    """Return how often arcs are right, by how probable their trees call them."""
    words = [
        (odds, head == found)
        for sentence, tree in zip(sentences, trees, strict=True)
        for head, found, odds in zip(
            sentence.heads, tree.heads, tree.arc_probabilities, strict=True
        )
    ]
    return tuple(_bin(words, above, to) for above, to in pairwise(_EDGES))


def _bin(words: Sequence[tuple[float, bool]], above: float, to: float) -> Bin:
    """Return the bin of those of *words*, probabilities and whether they are right, between."""
    inside = [right for odds, right in words if above < odds <= to]
    right = 100 * sum(inside) / len(inside) if inside else 0.0
    return Bin(above, to, 100 * len(inside) / len(words), right)
