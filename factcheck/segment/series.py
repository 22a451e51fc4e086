"""Mend series of things done to somebody. In: the words of a sentence and its tree. Out: a tree."""

from dataclasses import replace

from factcheck.segment.done_to import is_done_to
from factcheck.segment.tree import Tree, rehung

# What the marks and forms of a series say is as good as certain.
_LEFT_OVER = 0.9
_PAST = frozenset(["VBN", "VBD"])


def with_series(lower: tuple[str, ...], tree: Tree) -> Tree:
    """Return *tree* with "was arrested, charged with fraud and released on bail" as a series.

    A participle in the middle says the same beside the verb as joined to it; the last one, which
    hangs on either of them, is one of things that are done to somebody.
    """
    arcs: dict[int, tuple[int, str]] = {}
    forms = [*tree.xpos]
    for last, above in enumerate(tree.heads):
        if tree.relations[last] != "conj" or above < 0 or tree.xpos[last] not in _PAST:
            continue
        verb = _verb_above(tree, above)
        for first, middle in ((tree.heads[verb], verb), (above, _middle(tree, above, last))):
            form = _form_of_series(lower, tree, (first, middle, last))
            if form:
                helped = _has_auxiliary(tree, last)
                for word in (middle,) if helped else (middle, last):
                    arcs[word], forms[word] = (first, "conj"), form
                break
    return replace(rehung(tree, arcs, _LEFT_OVER), xpos=tuple(forms))


def _verb_above(tree: Tree, word: int) -> int:
    """Return the verb before the end that *word* hangs on: "charged with fraud and remanded"."""
    while tree.xpos[word][:2] in {"NN", "CD"} and 0 <= tree.heads[word] < word:
        word = tree.heads[word]
    return word


def _middle(tree: Tree, first: int, last: int) -> int:
    """Return the participle that hangs on *first* and stands between it and *last*, or -1.

    On the object of *first* where that has one: "killed 14 people, wounded 60 and left".
    """
    between = range(first + 1, last)
    objects = [one for one in between if tree.heads[one] == first and tree.relations[one] == "obj"]
    above = {first, *objects}
    found = [one for one in between if tree.heads[one] in above and tree.xpos[one] in _PAST]
    return found[-1] if len(found) == 1 else -1


def _form_of_series(lower: tuple[str, ...], tree: Tree, verbs: tuple[int, int, int]) -> str:
    """Return the form that the verbs of a series have; "" where they are none."""
    if min(verbs) < 0 or not verbs[0] < verbs[1] < verbs[2]:
        return ""
    if _is_active_series(lower, tree, verbs):
        return "VBD"
    return "VBN" if _is_series(lower, tree, verbs) else ""


def _has_auxiliary(tree: Tree, verb: int) -> bool:
    return any(
        head == verb and tree.relations[word] == "aux:pass" for word, head in enumerate(tree.heads)
    )


def _start_of(tree: Tree, verb: int) -> int:
    """Return the first of the auxiliaries and adverbs that stand right before *verb*."""
    start = verb
    while start and tree.heads[start - 1] == verb and tree.relations[start - 1] != "cc":
        start -= 1
    return start


def _is_active_series(lower: tuple[str, ...], tree: Tree, verbs: tuple[int, int, int]) -> bool:
    """Say whether each of "killed 14 people, wounded 60 and left 200 homeless" has an object."""
    first, middle, last = verbs
    objects = {
        tree.heads[one]
        for one, name in enumerate(tree.relations)
        if name == "obj" and tree.heads[one] < one and tree.xpos[one] != "PRP"
    }
    helped = {"aux", "aux:pass", "cop", "mark", "nsubj", "nsubj:pass"}
    others = any(
        (tree.heads[one] == middle and tree.relations[one] in helped)
        or (tree.heads[one] == last and tree.relations[one] in {"mark", "nsubj", "nsubj:pass"})
        for one in range(len(lower))
    )
    passive = _has_auxiliary(tree, last) and tree.heads[last] == first
    return (
        tree.xpos[first] == "VBD"
        and (passive or tree.xpos[last] == "VBD")
        and objects >= ({first, middle} if passive else {*verbs})
        and not others
        and lower[middle - 1] == ","
        and lower[_start_of(tree, last) - 1] == "and"
        and not any(lower[one] in {",", ";", ":"} for one in range(middle, last))
    )


def _is_series(lower: tuple[str, ...], tree: Tree, verbs: tuple[int, int, int]) -> bool:
    first, middle, last = verbs
    if tree.xpos[first] != "VBN":
        return False
    passive = tree.xpos[last] == "VBN" or is_done_to(lower, last)
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
