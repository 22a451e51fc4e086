"""Choose between the nouns of "sales of the drug, sold as Relivo". In: words. Out: one, or None.

What stands in commas behind two nouns may be about either of them; only a name, or that one of
them is a person, decides. Otherwise nothing is said of either.
"""

from factcheck.lexicon import load
from factcheck.segment.clauses import NOUNS, is_plural, noun_phrase
from factcheck.segment.mentions import is_person_noun
from factcheck.segment.parsed import Parsed, subtree

_SHORT = 2  # words: "the Institute" may be any
_CENTRES = frozenset(["center", "centre", "laboratory", "museum", "academy"])
_WHERE = frozenset(["in", "at", "on", "near", "outside", "over"])


def meant_noun(sentence: Parsed, noun: int, participle: int) -> int | None:
    """Return the noun that *participle* is about; *noun* is the one the parser chose.

    None where it may be another one of the same phrase.
    """
    nouns = _nouns_around(sentence, noun, participle)
    if len(nouns) == 1 or _is_one_name(sentence, nouns) or _names_itself(sentence, nouns):
        return nouns[0]
    form = sentence.lower[participle]
    if form in load("done_to_persons"):
        fitting = [one for one in nouns if _is_person(sentence, one) is not False]
    elif form in load("done_to_things"):
        fitting = [one for one in nouns if _is_person(sentence, one) is not True]
        if fitting and _is_body(sentence, fitting[-1]):
            return fitting[-1]
    else:
        fitting = []
    return fitting[0] if len(fitting) == 1 else None


def _nouns_around(sentence: Parsed, noun: int, participle: int) -> tuple[int, ...]:
    """Return the nouns whose phrases end before *participle*, the outermost first."""
    top = noun
    while (
        sentence.relation(top) == "nmod"
        and sentence.related(top, "case")
        and sentence.tree.heads[top] < top
        and sentence.tree.upos[sentence.tree.heads[top]] in NOUNS
    ):
        top = sentence.tree.heads[top]
    gone = set(subtree(sentence, participle))
    inner = [
        word
        for word in subtree(sentence, top)
        if top < word < participle
        and word not in gone
        and sentence.tree.upos[word] in NOUNS
        and sentence.relation(word) == "nmod"
        and not _is_place(sentence, word)
    ]
    return (top, *inner)


def inner_nouns(sentence: Parsed, noun: int, clause: int) -> tuple[int, ...]:
    """Return the noun right before *clause* that is part of the phrase of *noun* before it.

    "The date of the programme, which": the parser chose the date.
    """
    return tuple(
        word
        for word in sentence.related(noun, "nmod")
        if noun < word < clause and sentence.tree.upos[word] == "NOUN"
    )


def is_torn(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    """Say whether *phrase* is the "board" of "the Roads and Land board", torn off its name."""
    before = phrase[0] - 1
    bare = len(phrase) == 1 and sentence.tree.xpos[phrase[0]] == "NN"
    return bare and before >= 0 and sentence.tree.upos[before] in {"ADJ", *NOUNS}


def _is_body(sentence: Parsed, noun: int) -> bool:
    """Say whether *noun* is "the Alpine Ice Institute", of which it is told when it was founded."""
    phrase = noun_phrase(sentence, noun)
    kinds = {sentence.lower[word] for word in phrase} & (load("body_kinds") | _CENTRES)
    return bool(kinds) and sentence.tree.upos[noun] == "PROPN" and len(phrase) > _SHORT


def _is_place(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is the "Mill Street" of "in Mill Street", where something stands."""
    cases = {sentence.lower[case] for case in sentence.related(word, "case")}
    return not cases or (sentence.tree.upos[word] == "PROPN" and not cases.isdisjoint(_WHERE))


def _is_one_name(sentence: Parsed, nouns: tuple[int, ...]) -> bool:
    """Say whether *nouns* are parts of a name: "the University of Oslo"."""
    return all(sentence.tree.upos[one] == "PROPN" for one in nouns)


def _names_itself(sentence: Parsed, nouns: tuple[int, ...]) -> bool:
    """Say whether *nouns* are "the town" and the "Vik" that it is."""
    first, second = nouns[:2]
    of = {sentence.lower[case] for case in sentence.related(second, "case")} == {"of"}
    name = sentence.tree.upos[second] == "PROPN" and not is_plural(sentence, second)
    return len(nouns) == 2 and of and name and sentence.lower[first] in load("place_kinds")


def _is_person(sentence: Parsed, noun: int) -> bool | None:
    """Say whether *noun* is a person; None where it may be: a name, "river"."""
    cases = {sentence.lower[case] for case in sentence.related(noun, "case")}
    form = sentence.lower[noun]
    if sentence.tree.upos[noun] == "NOUN":
        known = {form, form.removesuffix("s")} & (
            load("offices") | load("person_nouns") | load("roles")
        )
        return True if known else None if is_person_noun(form) else False
    if "by" in cases:
        return True
    above = sentence.tree.heads[noun]
    held = sentence.relation(noun) == "nmod" and sentence.lower[above] in load("offices") | load(
        "roles"
    )
    return False if "of" in cases and held else None
