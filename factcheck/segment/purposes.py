"""Split joined infinitives. In: a sentence and a draft. Out: splits."""

from dataclasses import replace

from factcheck.segment.clauses import is_negated, subject_of
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.joined import (
    behind,
    in_series,
    own_words,
    partners_of,
    side_by_side,
    with_marks,
)
from factcheck.segment.parsed import VERY_SURE, Parsed, is_gapless, leftmost


def split_coordinated_purposes(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Give each of "promised to cut rents, to hire nurses and to build clinics" a claim."""
    for first in _infinitives(sentence, draft.head):
        others = tuple(word for word in partners_of(sentence, first) if word in draft.pieces)
        if (
            first not in draft.pieces
            or first in draft.closed
            or not others
            or is_negated(sentence, draft.head)
        ):
            continue
        if _are_purposes(sentence, (first, *others)) and not behind(sentence, draft, others[-1]):
            return _purposes(sentence, draft, first, others)
    return ()


def _infinitives(sentence: Parsed, head: int) -> tuple[int, ...]:
    """Return the infinitives of "promised to cut rents" and of "has a plan to cut rents"."""
    # Who has no plans to cut jobs and sell ships may still sell ships.
    of_objects = tuple(
        word
        for noun in sentence.related(head, "obj")
        if "no" not in {sentence.lower[child] for child in sentence.related(noun, "det")}
        for word in sentence.related(noun, "acl")
    )
    aims = tuple(
        word
        for word in sentence.related(head, "advcl")
        if word > head and sentence.tree.xpos[word] == "VB" and _all_say_to(sentence, word)
    )
    return (*sentence.related(head, "xcomp"), *of_objects, *aims)


def _all_say_to(sentence: Parsed, first: int) -> bool:
    """Say whether each of joined infinitives has a "to": "voted to cut rents and to hire"."""
    return all(_to(sentence, verb) for verb in (first, *partners_of(sentence, first)))


def _are_purposes(sentence: Parsed, verbs: tuple[int, ...]) -> bool:
    joined = {sentence.lower[word] for verb in verbs for word in sentence.related(verb, "cc")}
    return (
        joined == {"and"}
        and all(sentence.tree.xpos[verb] == "VB" for verb in verbs)
        and (
            all(sentence.tree.arc_probabilities[verb] >= VERY_SURE for verb in verbs)
            or in_series(sentence, verbs[1:])
        )
        and all(subject_of(sentence, verb) is None for verb in verbs)
        and all(is_gapless(own_words(sentence, verb)) for verb in verbs)
        and bool(_to(sentence, verbs[0]))
        and not side_by_side(sentence, verbs[0], verbs[1])
        and not _has_more(sentence, verbs)
    )


def _has_more(sentence: Parsed, verbs: tuple[int, ...]) -> bool:
    """Say whether behind a joined infinitive stands what the first one governs."""
    return any(
        child > verbs[1] and child not in verbs and not sentence.is_punctuation(child)
        for child in sentence.children[verbs[0]]
    )


def _to(sentence: Parsed, verb: int) -> tuple[int, ...]:
    return tuple(word for word in sentence.related(verb, "mark") if sentence.lower[word] == "to")


def _purposes(
    sentence: Parsed, draft: Draft, first: int, others: tuple[int, ...]
) -> tuple[Split, ...]:
    start = leftmost(sentence, first)
    before = tuple(piece for piece in draft.pieces if isinstance(piece, str) or piece < start)
    gone: set[int] = set()
    drafts = []
    for other in others:
        gone |= with_marks(sentence, other)
        conjunctions = set(sentence.related(other, "cc"))
        words = [
            word
            for word in own_words(sentence, other)
            if word not in conjunctions and not (word < other and sentence.lower[word] == ",")
        ]
        to = () if _to(sentence, other) else _to(sentence, first)
        drafts.append(replace(draft, pieces=(*before, *to, *words)))
    return (Split(frozenset(gone), tuple(drafts)),)
