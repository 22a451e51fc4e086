"""Join "and that …" to what is said before it. In: the words of a sentence and a tree. Out: a tree.

"Roy said it was late but that prosecutions were none of his business": both are said.
"""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.lexicon import load
from factcheck.segment.tree import Tree, rehung

# What the forms say is as good as certain.
_LEFT_OVER = 0.9
_JOINING = frozenset(["and", "but"])
_PLURALS = frozenset(["NNS", "NNPS"])


def with_that_clauses(lower: tuple[str, ...], tree: Tree) -> Tree:
    """Return *tree* with "and that" as a mark, and its clause joined to the one that is said."""
    arcs: dict[int, tuple[int, str]] = {}
    forms = [*tree.xpos]
    for that, clause, said in _clauses(lower, tree):
        arcs |= {that: (clause, "mark"), clause: (said, "conj")}
        forms[that] = "IN"
    return replace(rehung(tree, arcs, _LEFT_OVER), xpos=tuple(forms))


def _clauses(lower: tuple[str, ...], tree: Tree) -> Iterator[tuple[int, int, int]]:
    """Yield each "that" behind "and" or "but", its clause, and the clause said before it."""
    for that in range(1, len(lower)):
        if lower[that] != "that" or lower[that - 1] not in _JOINING:
            continue
        clause = _clause_of(tree, that)
        verb = tree.heads[clause] if clause >= 0 else -1
        if not 0 <= verb < that < clause or lower[verb] not in load("said_verbs"):
            continue
        said = [
            word
            for word in range(verb + 1, that)
            if tree.heads[word] == verb and tree.relations[word] == "ccomp"
        ]
        if len(said) == 1:
            yield that, clause, said[0]


def _clause_of(tree: Tree, that: int) -> int:
    """Return the verb that *that* marks, or whose plural subject it cannot be the article of."""
    head = tree.heads[that]
    if tree.relations[that] == "det" and head > that and tree.xpos[head] in _PLURALS:
        head = tree.heads[head] if tree.relations[head].startswith("nsubj") else -1
    elif tree.relations[that] != "mark":
        return -1
    return head if head >= 0 and tree.relations[head] == "conj" else -1
