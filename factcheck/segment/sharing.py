"""Tell which auxiliaries a joined verb shares. In: a sentence and two verbs. Out: words, or None.

"Was arrested in May and charged": "was charged"; "was born in Rome and went to Oslo": none.
"""

from factcheck.lexicon import load
from factcheck.segment.clauses import auxiliaries, is_finite, is_negated, is_passive
from factcheck.segment.done_to import is_done_to, takes_object
from factcheck.segment.drafts import Piece
from factcheck.segment.joined import not_only, side_by_side
from factcheck.segment.parsed import Parsed

# These keep an object in the passive: "was made a knight".
_PASSIVE_WITH_OBJECT = frozenset(
    [
        "made",
        "named",
        "renamed",
        "called",
        "dubbed",
        "declared",
        "awarded",
        "given",
        "granted",
        "offered",
        "elected",
        "appointed",
        "paid",
        "sent",
        "shown",
        "taught",
        "told",
        "voted",
    ]
)


def shared_auxiliaries(sentence: Parsed, head: int, partner: int) -> tuple[Piece, ...] | None:
    """Return the auxiliaries of *head* that *partner* needs, or None if they do not fit."""
    if is_finite(sentence, partner):
        if not _may_be_passive(sentence, head, partner):
            return None if _lacks_object(sentence, head, partner) else ()
        # "Born and raised in Leeds": what stands behind belongs to both.
        passive = is_done_to(sentence.lower, partner) and partner > head + 2
        return tuple(auxiliaries(sentence, head)) if passive else None
    form = sentence.tree.xpos[partner]
    shared = [word for word in auxiliaries(sentence, head) if word < head]
    if (
        not shared
        or form != sentence.tree.xpos[head]
        or (is_negated(sentence, head) and not not_only(sentence, head))
    ):
        return None
    return tuple(shared)


def _may_be_passive(sentence: Parsed, head: int, partner: int) -> bool:
    """Say whether "was born in Rome and made a knight" may go on with the passive."""
    if sentence.lower[partner] in load("never_passive"):
        return False
    past = sentence.tree.xpos[partner] == "VBD" and not auxiliaries(sentence, partner)
    with_object = sentence.lower[partner] in _PASSIVE_WITH_OBJECT or _is_fined(sentence, partner)
    return (
        is_passive(sentence, head) and past and (with_object or not _has_object(sentence, partner))
    )


def _lacks_object(sentence: Parsed, head: int, partner: int) -> bool:
    """Say whether a past tense is the "founded" of "bought Acme, founded in 1990, and left"."""
    past = sentence.tree.xpos[partner] == "VBD" and not auxiliaries(sentence, partner)
    governs = sentence.related(partner, "obj", "ccomp", "xcomp", "advcl", "parataxis")
    shared = side_by_side(sentence, head, partner)
    return past and takes_object(sentence.lower[partner]) and not governs and not shared


def _has_object(sentence: Parsed, verb: int) -> bool:
    """Say whether *verb* is active by what it governs; "ordered to leave" is not."""
    plain = is_done_to(sentence.lower, verb)
    return bool(sentence.related(verb, "obj", "ccomp", *(() if plain else ("xcomp",))))


def _is_fined(sentence: Parsed, verb: int) -> bool:
    """Say whether a sum stands right behind "fined": it is what somebody has to pay."""
    following = verb + 1 < len(sentence.lower) and sentence.tree.upos[verb + 1] in {"SYM", "NUM"}
    return sentence.lower[verb] == "fined" and following
