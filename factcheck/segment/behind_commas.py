"""Free participles from what they cannot be joined to. In: words and a tree. Out: a tree.

In "has raided nine houses, arresting seven people" the forms differ and nothing joins them; in
"was elected, beating Roy, and won again" they differ, and "won" goes with what stands before.
"""

from dataclasses import replace

from factcheck.segment.tree import Tree, rehung

_FINITE = frozenset(["VBN", "VBD", "VBZ", "VBP"])
_TENSED = frozenset(["VBD", "VBZ", "VBP"])
# What the forms say is as good as certain.
_LEFT_OVER = 0.9


def with_participles(lower: tuple[str, ...], tree: Tree) -> Tree:
    """Return *tree* with a present participle behind a comma no more joined to another form.

    What "and" joins to that form goes with a participle before it, and the other way round.
    """
    relations, sure = [*tree.relations], [*tree.relation_probabilities]
    for word, head in enumerate(tree.heads):
        if _is_joined_wrongly(lower, tree, word, head):
            relations[word], sure[word] = "advcl", _LEFT_OVER
    parted = replace(tree, relations=tuple(relations), relation_probabilities=tuple(sure))
    arcs: dict[int, tuple[int, str]] = {}
    for word, head in enumerate(tree.heads):
        before = _participle_before(lower, tree, word, head)
        if before < 0:
            before = _verb_before(lower, tree, word, head)
        if before >= 0:
            arcs[word] = before, relations[word]
    return rehung(parted, arcs, _LEFT_OVER)


def _participle_before(lower: tuple[str, ...], tree: Tree, word: int, head: int) -> int:
    """Return "arresting" for the "seizing" of "has raided it, arresting seven and seizing …"."""
    joined = tree.relations[word] == "conj" and tree.xpos[word] == "VBG"
    if not joined or head < 0 or tree.xpos[head] not in _FINITE or lower[word - 1] != "and":
        return -1
    found = [
        one
        for one in range(head + 1, word)
        if tree.heads[one] == head and tree.xpos[one] == "VBG" and lower[one - 1] == ","
    ]
    return found[0] if len(found) == 1 else -1


def _verb_before(lower: tuple[str, ...], tree: Tree, word: int, head: int) -> int:
    """Return "elected" for the "won" of "was elected, beating Roy, and won again"."""
    joined = tree.relations[word] == "conj" and tree.xpos[word] in _TENSED and 0 < head < word
    if not joined or tree.xpos[head] != "VBG" or lower[head - 1] != ",":
        return -1
    verb = tree.heads[head]
    joints = [one for one in range(head, word) if tree.heads[one] == word and lower[one] == "and"]
    own = any(
        above == word and tree.relations[one][:5] == "nsubj" for one, above in enumerate(tree.heads)
    )
    parted = len(joints) == 1 and lower[joints[0] - 1] == ","
    tensed = 0 <= verb < head and tree.xpos[verb] in _FINITE
    return verb if parted and tensed and not own else -1


def _is_joined_wrongly(lower: tuple[str, ...], tree: Tree, word: int, head: int) -> bool:
    return (
        tree.relations[word] == "conj"
        and tree.xpos[word] == "VBG"
        and lower[word].endswith("ing")
        and 0 <= head < word
        and tree.xpos[head] in _FINITE
        and lower[word - 1] == ","
        and not any(
            above in {word, head} and tree.relations[one] in {"cc", "aux", "nsubj"} and one > head
            for one, above in enumerate(tree.heads)
            if one < word or above == word
        )
    )
