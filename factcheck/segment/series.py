"""Mend series of things done to somebody. In: the words of a sentence and its tree. Out: a tree."""

from dataclasses import replace
from functools import cache

from factcheck.lexicon import load
from factcheck.segment.tree import Tree

# What the marks and forms of a series say is as good as certain.
_LEFT_OVER = 0.9


def with_series(lower: tuple[str, ...], tree: Tree) -> Tree:
    """Return *tree* with "was arrested, charged with fraud and released on bail" as a series.

    A participle in the middle says the same beside the verb as joined to it; the last one, which
    hangs on either of them, is one of things that are done to somebody.
    """
    heads, relations = [*tree.heads], [*tree.relations]
    forms, odds, sure = (
        [*tree.xpos],
        [*tree.arc_probabilities],
        [*tree.relation_probabilities],
    )
    for last, above in enumerate(tree.heads):
        if tree.relations[last] != "conj" or above < 0 or tree.xpos[last] not in {"VBN", "VBD"}:
            continue
        for first, middle in ((tree.heads[above], above), (above, _middle(tree, above, last))):
            if _is_series(lower, tree, (first, middle, last)):
                for word in (middle, last):
                    heads[word], relations[word], forms[word] = first, "conj", "VBN"
                    odds[word] = sure[word] = _LEFT_OVER
                break
    return replace(
        tree,
        heads=tuple(heads),
        relations=tuple(relations),
        xpos=tuple(forms),
        arc_probabilities=tuple(odds),
        relation_probabilities=tuple(sure),
    )


def _middle(tree: Tree, first: int, last: int) -> int:
    """Return the participle that hangs on *first* and stands between it and *last*, or -1."""
    between = range(first + 1, last)
    found = [one for one in between if tree.heads[one] == first and tree.xpos[one] == "VBN"]
    return found[-1] if len(found) == 1 else -1


def _is_series(lower: tuple[str, ...], tree: Tree, verbs: tuple[int, int, int]) -> bool:
    first, middle, last = verbs
    if min(verbs) < 0 or not first < middle < last or tree.xpos[first] != "VBN":
        return False
    passive = tree.xpos[last] == "VBN" or lower[last] in _done()
    children = {one: tree.relations[one] for one in range(len(lower)) if tree.heads[one] in verbs}
    own = [name for one, name in children.items() if tree.heads[one] != first and one != last]
    bare = {"nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "obj", "cop"}.isdisjoint(own)
    helped = "aux:pass" in (name for one, name in children.items() if tree.heads[one] == first)
    return (
        passive
        and bare
        and helped
        and tree.relations[middle] in {"advcl", "conj"}
        and lower[middle - 1] == ","
        and lower[last - 1] == "and"
    )


@cache
def _done() -> frozenset[str]:
    return load("done_to_persons") | load("done_to_things")
