"""Split relative clauses with a preposition. In: a sentence and a draft. Out: splits.

"The storm, in which 14 people died, hit the coast", "the files, some of which were false, leaked".
"""

from factcheck.segment.clauses import has_modal, named_subject, subject_of
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.object_relatives import relative_clauses
from factcheck.segment.parsed import Parsed, cut, extent, is_set_off
from factcheck.segment.relatives import antecedent_of, may_mean_another

_PREPOSITIONS = frozenset(
    ["after", "against", "at", "during", "for", "from", "in", "near", "on", "through", "under"]
)
_PARTS = frozenset(["all", "both", "half", "many", "more", "most", "much", "several", "some"])
_DEFINITE = frozenset(["the", "his", "her", "its", "their"])
_PRONOUNS = frozenset(["which", "whom"])


def split_placed_relative(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "14 people died in the storm", "some of the files were false", and take it out."""
    splits = []
    for clause in relative_clauses(sentence, draft):
        if not is_set_off(sentence, clause) or may_mean_another(sentence, clause):
            continue
        if _holds_another(sentence, sentence.tree.heads[clause], clause):
            continue
        made = _at_noun(sentence, clause) or _of_noun(sentence, clause)
        if made is not None and not has_modal(sentence, clause):
            splits.append(Split(cut(sentence, clause), (made,)))
    return tuple(splits)


def _holds_another(sentence: Parsed, noun: int, clause: int) -> bool:
    """Say whether a second noun stands before *clause*: "the price of the car, for which"."""
    inner = (word for word in range(noun + 1, clause) if sentence.tree.heads[word] == noun)
    return any(sentence.relation(word) == "nmod" for word in inner)


def _at_noun(sentence: Parsed, clause: int) -> Draft | None:
    first, second, *rest = extent(sentence, clause)
    named = named_subject(sentence, clause)
    antecedent = antecedent_of(sentence, clause, second)
    if (
        sentence.lower[first] not in _PREPOSITIONS
        or sentence.lower[second] not in _PRONOUNS
        or sentence.relation(second) != "obl"
        or sentence.tree.heads[second] != clause
        or antecedent is None
        or rest[:1] != [*named[:1]]
    ):
        return None
    return Draft((*rest, first, *antecedent), clause, named)


def _of_noun(sentence: Parsed, clause: int) -> Draft | None:
    """Return "some of the files were false" of "the files, some of which were false"."""
    words = extent(sentence, clause)
    subject = subject_of(sentence, clause)
    of = [sentence.lower[word] for word in words[1:3]]
    antecedent = antecedent_of(sentence, clause, words[2]) if len(words) > 3 else None
    if (
        antecedent is None
        or subject != words[0]
        or sentence.lower[subject] not in _PARTS
        or of[0] != "of"
        or of[1] not in _PRONOUNS
        or sentence.tree.heads[words[2]] != subject
        or sentence.lower[antecedent[0]] not in _DEFINITE
    ):
        return None
    return Draft((subject, words[1], *antecedent, *words[3:]), clause, ())
