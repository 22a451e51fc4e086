"""The dependency tree of one sentence: which word depends on which, and how."""

from dataclasses import dataclass


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
