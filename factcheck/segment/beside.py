"""Say what stands beside a noun without a verb. In: a sentence and a draft. Out: splits.

"Dale, home to 4,000 people, has no doctor", "the old mill, now a museum, draws visitors".
"""

from factcheck.segment.appositions import inside
from factcheck.segment.clauses import NOUNS, finite_form, is_plural, is_pronoun, noun_phrase
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.parsed import SURE, Parsed, cut, extent, is_gapless, is_set_off, subtree

# What a place or a thing is for long.
_LASTING = (("home", "to"), ("part", "of"), ("next", "to"), ("close", "to"), ("native", "to"))
# What it was when the rest of the sentence happened.
_THEN = (
    ("unable", "to"),
    ("responsible", "for"),
    ("due", "in"),
    ("due", "on"),
    ("valued", "at"),
    ("aware", "of"),
    ("critical", "of"),
    ("popular", "with"),
    ("famous", "for"),
    ("now", "a"),
    ("now", "an"),
    ("now", "the"),
    ("now", "in"),
    ("already", "in"),
    ("still", "in"),
    ("then", "a"),
    ("then", "an"),
    ("then", "the"),
)
_RELATIONS = frozenset(["acl", "amod", "appos", "nmod", "advmod", "parataxis"])
_LEAST_WORDS = 3


def split_beside(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "Dale is home to 4,000 people", and take it out of the sentence.

    The phrase stands in commas right behind the subject, which is one name or one definite noun.
    """
    splits = []
    openings = {opening for opening, _ in (*_LASTING, *_THEN)}
    for word in inside(sentence, draft) if not openings.isdisjoint(sentence.lower) else ():
        noun = sentence.tree.heads[word]
        if (
            sentence.relation(word) in _RELATIONS
            and noun >= 0
            and noun in draft.subject
            and _begins(sentence, word)
            and _stands_alone(sentence, draft, noun, word)
        ):
            subject = noun_phrase(sentence, noun)
            copula = _copula(sentence, draft, noun, word)
            made = Draft((*subject, copula, *extent(sentence, word)), word, subject)
            splits.append(Split(cut(sentence, word), (made,)))
    return tuple(splits)


def _begins(sentence: Parsed, word: int) -> bool:
    phrase = extent(sentence, word)
    opening = tuple(sentence.lower[place] for place in phrase[:2])
    # "Responsible since 2019" would need "has been".
    since = any(sentence.lower[place] == "since" for place in phrase)
    return len(phrase) >= _LEAST_WORDS and opening in {*_LASTING, *_THEN} and not since


def _stands_alone(sentence: Parsed, draft: Draft, noun: int, word: int) -> bool:
    subject = noun_phrase(sentence, noun)
    phrase = extent(sentence, word)
    inner = [place for place in subject if place != noun and sentence.tree.upos[place] in NOUNS]
    definite = sentence.tree.upos[noun] == "PROPN" or sentence.lower[subject[0]] == "the"
    return (
        word > noun
        and definite
        and not is_pronoun(sentence, subject)
        and is_gapless(subject)
        and subject[-1] + 2 == phrase[0]
        and not any(sentence.relation(place) == "nmod" for place in inner)
        and not sentence.related(noun, "conj")
        and sentence.relation(noun) != "conj"
        and is_set_off(sentence, word)
        and is_gapless(phrase)
        and not sentence.related(word, "conj", "nsubj", "cop")
        and sentence.tree.arc_probabilities[word] >= SURE
        and set(subtree(sentence, word)) <= {*draft.pieces}
    )


def _copula(sentence: Parsed, draft: Draft, noun: int, word: int) -> str:
    opening = tuple(sentence.lower[place] for place in extent(sentence, word)[:2])
    now = opening in _LASTING or opening[0] == "now"
    past = not now and finite_form(sentence, draft.head) == "VBD"
    past = past or opening[0] == "then"
    plural = is_plural(sentence, noun)
    return ("were" if plural else "was") if past else ("are" if plural else "is")
