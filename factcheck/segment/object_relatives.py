"""Say what somebody did to a noun in a relative clause. In: a sentence and a draft. Out: splits.

"The bridge the army built in 2010 collapsed": "the army built the bridge in 2010".
"""

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    has_modal,
    is_clause,
    is_negated,
    is_plural,
    is_pronoun,
    named_subject,
    noun_phrase,
)
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.parsed import (
    VERY_SURE,
    Parsed,
    extent,
    is_gapless,
    is_set_off,
    is_sure,
    subtree,
)
from factcheck.segment.relatives import is_picked_out

_PRONOUNS = frozenset(["that", "which", "who", "whom"])
# Anybody may be meant by these.
_ANYBODY = frozenset(["you", "we", "i", "one", "people", "everyone", "anyone", "someone"])
_PAST = frozenset(["VBD", "VBN"])
# "The largest bridge the army built": the army may have built others.
_SUPERLATIVES = frozenset(["JJS", "RBS"])


def claim_object_relative(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Make what was done to a definite noun in a restrictive relative clause a claim too."""
    drafts = []
    for clause in relative_clauses(sentence, draft):
        words = extent(sentence, clause)
        pronoun = words[0] if sentence.lower[words[0]] in _PRONOUNS else None
        rest = words[pronoun is not None :]
        named = named_subject(sentence, clause)
        antecedent = _one_thing(sentence, clause)
        if (
            antecedent
            and rest[:1] == named[:1]
            and not is_set_off(sentence, clause)
            and _happened(sentence, clause, named)
            and _takes_object(sentence, clause, pronoun)
        ):
            before = tuple(word for word in rest if word <= clause)
            behind = tuple(word for word in rest if word > clause)
            drafts.append(Draft((*before, *antecedent, *behind), clause, named))
    return tuple(Split(frozenset(), (one,)) for one in drafts)


def relative_clauses(sentence: Parsed, draft: Draft) -> list[int]:
    """Return the relative clauses of a draft that are sure, whole, and joined to nothing."""
    if "acl:relcl" not in sentence.tree.relations:
        return []
    own = set(subtree(sentence, draft.head)) & {p for p in draft.pieces if isinstance(p, int)}
    return [
        word
        for word in sorted(own - draft.closed - {draft.head})
        if sentence.tree.relations[word] == "acl:relcl"
        and is_sure(sentence, word)
        and is_clause(sentence, word)
        and not sentence.related(word, "conj", "parataxis")
        and len(sentence.related(word, "nsubj", "csubj", "expl")) == 1
        and is_gapless(extent(sentence, word))
    ]


def _one_thing(sentence: Parsed, clause: int) -> tuple[int, ...]:
    """Return "the bridge" before *clause*; () where it is not one thing that is there.

    Of a superlative, a day or a way the clause alone says which one is meant.
    """
    noun = sentence.tree.heads[clause]
    start = extent(sentence, clause)[0]
    phrase = tuple(word for word in noun_phrase(sentence, noun) if word < start)
    one = (
        sentence.tree.upos[noun] == "NOUN"
        and bool(phrase)
        and sentence.lower[phrase[0]] == "the"
        and phrase[-1] == noun == start - 1
        and not is_plural(sentence, noun)
        and not is_picked_out(sentence, noun)
        and sentence.lower[noun] not in load("circumstances")
        and not any(sentence.tree.xpos[word] in _SUPERLATIVES for word in phrase)
    )
    return phrase if one and is_gapless(phrase) else ()


def _happened(sentence: Parsed, clause: int, named: tuple[int, ...]) -> bool:
    """Say whether somebody in particular does what *clause* says; "he" only did it."""
    if not named or has_modal(sentence, clause) or is_negated(sentence, clause):
        return False
    somebody = sentence.lower[named[-1]] not in _ANYBODY
    past = sentence.tree.xpos[clause] in _PAST
    return somebody and (past or not is_pronoun(sentence, named))


def _takes_object(sentence: Parsed, clause: int, pronoun: int | None) -> bool:
    """Say whether the noun is the object of *clause*, which has no other and is active."""
    children = [word for word in sentence.children[clause] if word != pronoun]
    if sentence.tree.upos[clause] != "VERB" or any(
        sentence.relation(word) in {"obj", "iobj", "ccomp", "xcomp", "cop", "advcl"}
        or sentence.tree.relations[word] == "aux:pass"
        for word in children
    ):
        return False
    if pronoun is not None:
        return sentence.relation(pronoun) == "obj" and is_sure(sentence, pronoun)
    stranded = any(sentence.tree.upos[word] == "ADP" for word in children)
    return not stranded and sentence.tree.arc_probabilities[clause] >= VERY_SURE
