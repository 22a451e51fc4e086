"""The dependency tree of one sentence: which word depends on which, and how."""

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence parsed. All tuples have one entry for each word, in the order of the words.

    Heads count words from 0; the one root has head -1. Relations are those of English Universal
    Dependencies, with subtypes; `root` stands at the root and nowhere else. Following the heads
    leads from every word to the root. Probabilities are from 0 to 1, and 0 where nothing was
    parsed because the sentence was too long.
    """

    heads: tuple[int, ...]
    relations: tuple[str, ...]
    upos: tuple[str, ...]  # universal part of speech: NOUN, VERB, …
    xpos: tuple[str, ...]  # Penn Treebank tag: NNS, VBD, …
    arc_probabilities: tuple[float, ...]  # that the word has this head
    relation_probabilities: tuple[float, ...]  # that the relation is right, given the head


def rehung(tree: Tree, arcs: Mapping[int, tuple[int, str]], least: float) -> Tree:
    """Return *tree* with words on other heads by other relations, each at *least* so probable.

    *arcs* has the head and the relation of each word that moves.
    """
    heads, relations = [*tree.heads], [*tree.relations]
    odds, sure = [*tree.arc_probabilities], [*tree.relation_probabilities]
    for word, (head, relation) in arcs.items():
        heads[word], relations[word] = head, relation
        odds[word], sure[word] = max(odds[word], least), max(sure[word], least)
    return replace(
        tree,
        heads=tuple(heads),
        relations=tuple(relations),
        arc_probabilities=tuple(odds),
        relation_probabilities=tuple(sure),
    )
