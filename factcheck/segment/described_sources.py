"""Hang what is said of a source on the source. In: the words of a sentence and a tree. Out: a tree.

In "“We are ready,” said Ann Cole, who runs the clinic" nothing before the verb can run the clinic.
"""

from collections.abc import Iterator

from factcheck.lexicon import load
from factcheck.segment.tree import Tree, rehung

# Where one head only is left, the parser's doubt was about the other.
_LEFT_OVER = 0.9
_WHO = frozenset(["who", "whose", "whom"])
_WHERE = frozenset(["at", "for", "from", "in", "on"])
_RELATIVE = "acl:relcl"


def with_described_sources(lower: tuple[str, ...], tree: Tree) -> Tree:
    """Return *tree* with ", who …" behind "said Roy" hung on Roy, or on what he is."""
    arcs = {clause: (source, _RELATIVE) for clause, source in _clauses(lower, tree)}
    return rehung(tree, arcs, _LEFT_OVER)


def _clauses(lower: tuple[str, ...], tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield the verbs of relative clauses behind a tag, each with the source it is about."""
    for pronoun in range(2, len(lower)):
        if lower[pronoun] not in _WHO or lower[pronoun - 1] != ",":
            continue
        clause = _clause_of(tree, pronoun)
        verb, source = _tag_before(lower, tree, pronoun - 1)
        name = _described_name(lower, tree, clause, pronoun - 1) if clause > pronoun else -1
        if name >= 0:
            yield clause, name
        elif clause > pronoun and 0 <= verb < source and _may_hang(tree, clause, verb, source):
            yield clause, source


def _described_name(lower: tuple[str, ...], tree: Tree, clause: int, comma: int) -> int:
    """Return Roy of "Roy, a lawyer at Acme, who …", whose clause hangs on what Roy is; or -1.

    Behind "a friend of Tom" it may be Tom; where he works is nobody.
    """
    noun = tree.heads[clause]
    while noun >= 0 and tree.relations[noun] != "appos":
        noun = tree.heads[noun]
    name = tree.heads[noun] if noun >= 0 else -1
    beside = 0 <= name < noun < comma and tree.upos[name] == "PROPN" and tree.upos[noun] == "NOUN"
    if not beside or not all(_hangs_on(tree, word, noun) for word in range(noun, comma)):
        return -1
    alone = not any(
        tree.relations[word] == "conj" and tree.heads[word] in {name, noun}
        for word in range(name, comma)
    )
    within = {lower[word] for word in range(noun, comma) if tree.relations[word] == "case"}
    meant = noun == tree.heads[clause] or within <= _WHERE
    return name if alone and meant else -1


def _clause_of(tree: Tree, pronoun: int) -> int:
    """Return the verb of the clause that *pronoun* opens, or -1."""
    word = pronoun
    while tree.heads[word] > pronoun:
        word = tree.heads[word]
        if tree.relations[word] in {_RELATIVE, "advcl:relcl", "advcl", "parataxis", "ccomp"}:
            return word
    return -1


def _tag_before(lower: tuple[str, ...], tree: Tree, comma: int) -> tuple[int, int]:
    """Return "said" and "Roy" of "said Roy, …" whose last word stands before *comma*; or -1, -1.

    Somebody else who is named on the way, or a second source, may be meant as well.
    """
    for source in range(comma - 1, 0, -1):
        verb = tree.heads[source]
        if tree.relations[source] != "nsubj" or not 0 <= verb < source:
            continue
        below = all(_hangs_on(tree, word, source) for word in range(verb + 1, comma))
        joined = any(
            tree.relations[word] == "conj" or lower[word] in {"and", "or"}
            for word in range(verb + 1, comma)
        )
        said = lower[verb] in load("said_verbs") and lower[verb - 1] in {",", '"', "”"}
        return (verb, source) if below and said and not joined else (-1, -1)
    return -1, -1


def _may_hang(tree: Tree, clause: int, verb: int, source: int) -> bool:
    """Say whether a clause hangs on what stands before the tag, or surely on nothing."""
    head = tree.heads[clause]
    return head <= verb or head == source


def _hangs_on(tree: Tree, word: int, head: int) -> bool:
    while word >= 0 and word != head:
        word = tree.heads[word]
    return word == head
