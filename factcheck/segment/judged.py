"""Say what somebody calls a thing. In: a sentence and a draft. Out: splits.

"The union called the plan a betrayal": "the plan is a betrayal", which is the union's.
"""

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    NOUNS,
    has_modal,
    is_negated,
    is_plural,
    noun_phrase,
    subject_of,
)
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.mending import quotations
from factcheck.segment.parsed import Parsed, extent, is_gapless, is_sure

_JUDGING = frozenset(["NOUN", "ADJ"])
_ARTICLES = frozenset(["a", "an", "the", "one", "its", "his", "her", "their"])


def split_judgement(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Make what somebody calls or describes as something a claim; the sentence keeps it.

    A name that is given ("called the ship Vasa") is no judgement.
    """
    verb = draft.head
    subject = subject_of(sentence, verb)
    things = sentence.related(verb, "obj")
    unsure = is_negated(sentence, verb) or has_modal(sentence, verb)
    if sentence.lower[verb] not in load("calling_verbs") or unsure:
        return ()
    if subject is None or len(things) != 1 or sentence.tree.relations[subject] != "nsubj":
        return ()
    said = _judgement(sentence, verb, things[0])
    thing = noun_phrase(sentence, things[0])
    plain = sentence.tree.upos[things[0]] in NOUNS and is_gapless(thing)
    if said is None or not plain or not {*thing, *said} <= {*draft.pieces}:
        return ()
    copula = "are" if is_plural(sentence, things[0]) else "is"
    head = next(word for word in sentence.related(verb, "xcomp", "obl") if word in said)
    made = Draft((*thing, copula, *_with_quotes(sentence, said)), head, thing)
    return (Split(frozenset(), (made,)),)


def _with_quotes(sentence: Parsed, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return *words* with the marks of the quotation that holds all of them."""
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    for start, end in pairs:
        behind = range(words[-1] + 1, end)
        if start == words[0] - 1 and all(map(sentence.is_punctuation, behind)):
            return (start, *words, *behind, end)
    return words


def _judgement(sentence: Parsed, verb: int, thing: int) -> tuple[int, ...] | None:
    """Return "a betrayal", "illegal" or the words behind "as"; None where it may be a name."""
    found = [
        word
        for word in sentence.related(verb, "xcomp", "obl")
        if word > thing and sentence.tree.upos[word] in _JUDGING
    ]
    if len(found) != 1 or not is_sure(sentence, thing, found[0]):
        return None
    phrase = extent(sentence, found[0])
    by_as = sentence.lower[phrase[0]] == "as"
    words = phrase[by_as:]
    ends = sentence.tree.upos[found[0]] == "ADJ" or sentence.lower[words[0]] in _ARTICLES
    joined = by_as == (sentence.relation(found[0]) == "obl")
    return words if words and ends and joined and is_gapless(words) else None
