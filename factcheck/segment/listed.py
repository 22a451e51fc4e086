"""Split lists of named objects. In: a sentence and a draft. Out: splits."""

from factcheck.segment.clauses import is_negated
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.parsed import Parsed, extent, is_gapless, is_sure, subtree

# What these say of several is not said of each.
_COLLECTIVE = frozenset(
    [
        "merge",
        "merged",
        "merges",
        "marry",
        "married",
        "combine",
        "combined",
        "combines",
        "unite",
        "united",
        "unites",
        "link",
        "linked",
        "links",
        "connect",
        "connected",
        "connects",
        "compare",
        "compared",
        "compares",
        "mix",
        "mixed",
        "pit",
        "pitted",
        "join",
        "joined",
        "joins",
        "include",
        "includes",
        "included",
        "is",
        "are",
        "was",
        "were",
        "become",
        "became",
        "separate",
        "separated",
    ]
)
# Two names joined by "and" are as often one name: "Marks and Spencer".
_FEWEST = 3


def split_list_of_objects(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Give each of three or more named objects at the end of a clause its own claim."""
    if sentence.lower[draft.head] in _COLLECTIVE or is_negated(sentence, draft.head):
        return ()
    for first in sentence.related(draft.head, "obj"):
        names = (first, *sentence.related(first, "conj"))
        if first in draft.closed or not set(names) <= {*draft.pieces}:
            continue
        if _is_list_of_names(sentence, draft.head, names):
            return _one_each(sentence, draft, names)
    return ()


def _is_list_of_names(sentence: Parsed, head: int, names: tuple[int, ...]) -> bool:
    last = extent(sentence, names[0])
    joined = {sentence.lower[word] for name in names for word in sentence.related(name, "cc")}
    return (
        len(names) >= _FEWEST
        and joined == {"and"}
        and all(sentence.tree.upos[name] == "PROPN" for name in names)
        and all(is_plain_name(sentence, name) for name in names)
        and is_sure(sentence, *names)
        and is_gapless(last)
        and all(
            child <= last[-1] or sentence.is_punctuation(child) for child in sentence.children[head]
        )
    )


def is_plain_name(sentence: Parsed, name: int) -> bool:
    """Say whether a name stands alone, so that nothing can belong to its neighbours too."""
    return not sentence.related(name, "nmod", "acl", "appos", "amod", "det", "nummod", "case")


def _one_each(sentence: Parsed, draft: Draft, names: tuple[int, ...]) -> tuple[Split, ...]:
    whole = frozenset(subtree(sentence, names[0]))
    before = tuple(piece for piece in draft.pieces if piece not in whole)
    items = [_item(sentence, name) for name in names]
    at = (
        max(i for i, piece in enumerate(before) if isinstance(piece, int) and piece < min(whole))
        + 1
    )
    drafts = tuple(
        Draft((*before[:at], *item, *before[at:]), draft.head, draft.subject, whole)
        for item in items
    )
    return (Split(frozenset(), drafts, replaces=True),)


def _item(sentence: Parsed, name: int) -> tuple[int, ...]:
    others = {
        word for child in sentence.related(name, "conj", "cc") for word in subtree(sentence, child)
    }
    words = [word for word in subtree(sentence, name) if word not in others]
    return tuple(word for word in words if not sentence.is_punctuation(word))
