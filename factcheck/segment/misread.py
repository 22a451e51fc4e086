"""Tell where what stands beside a noun may be about another one. In: words of it. Out: yes or no.

"Roy of Arctic Aid, a charity", "the clerk from Vik, the youngest there", "named only as B, who".
"""

from factcheck.lexicon import load
from factcheck.segment.clauses import NOUNS, has_modal, is_plural, noun_phrase
from factcheck.segment.mentions import is_person_noun
from factcheck.segment.parsed import Parsed, extent

_PLACES = frozenset(["at", "from", "in"])
_MEMBERS = frozenset(["chair", "gentleman", "lady", "member", "representative", "resident"])


def goes_with_a_verb_below(sentence: Parsed, clause: int, pronoun: int) -> bool:
    """Say whether the pronoun of a relative clause goes with a verb below that of its clause.

    Of "an inquiry, which the mayor said should be led by a judge" something else is said.
    """
    verb = sentence.tree.heads[pronoun]
    return verb != clause and sentence.relation(verb) in {"ccomp", "xcomp", "advcl"}


def is_another_name(sentence: Parsed, noun: int) -> bool:
    """Say whether *noun* is that of "named in court only as Ms B, who": of somebody before it."""
    cases = {sentence.lower[word] for word in sentence.related(noun, "case")}
    return "as" in cases and sentence.tree.upos[noun] == "PROPN"


def is_inside_participle(sentence: Parsed, noun: int) -> bool:
    """Say whether *noun* is the sea of "water drawn from the sea that": the water may be meant."""
    above = sentence.tree.heads[noun]
    return sentence.relation(noun) == "obl" and sentence.relation(above) == "acl"


def describes_another(sentence: Parsed, noun: int, word: int) -> bool:
    """Say whether the apposition *word* may describe a noun around *noun*, or one inside it.

    A person is not what a place or a body is: "Roy of Arctic Aid, a charity".
    """
    inner = any(
        noun < place < word
        and sentence.tree.upos[place] == "PROPN"
        and extent(sentence, place)[-1] + 2 == extent(sentence, word)[0]
        for place in sentence.related(noun, "nmod")
    )
    kind = _is_person(sentence, word)
    if sentence.tree.upos[word] != "NOUN":
        return False
    if inner and {kind, _is_person(sentence, noun)} == {True, False}:
        return True
    return bool(kind) and _is_place_of_person(sentence, noun)


def _is_place_of_person(sentence: Parsed, noun: int) -> bool:
    """Say whether *noun* is Vik in "the clerk from Vik", or in "thank the clerk from Vik"."""
    outer = sentence.tree.heads[noun]
    cases = {sentence.lower[word] for word in sentence.related(noun, "case")}
    person = sentence.tree.upos[outer] in NOUNS and bool(_is_person(sentence, outer))
    return (
        sentence.tree.upos[noun] == "PROPN"
        and bool(cases)
        and (cases <= _PLACES or (person and sentence.relation(noun) == "nmod"))
    )


def _is_person(sentence: Parsed, noun: int) -> bool | None:
    """Say whether *noun* is a person; None where it may be. A name of two words is a person's."""
    form = sentence.lower[noun]
    if sentence.tree.upos[noun] == "PROPN":
        return bool(sentence.related(noun, "flat"))
    if form in load("offices") | load("person_nouns") | _MEMBERS:
        return True
    return None if is_person_noun(form) else False


def ends_in_a_second(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    """Say whether a clause ends with ", and a noun", which may go on with what stands before it.

    "The worst flood since 2006, when two people died in the valley, and the third this year."
    """
    return any(
        sentence.relation(word) == "conj"
        and sentence.tree.upos[word] in {"ADJ", "NUM", *NOUNS}
        and extent(sentence, word)[-1] == phrase[-1]
        and len(sentence.related(sentence.tree.heads[word], "conj")) == 1
        and any(sentence.lower[cc - 1] == "," for cc in sentence.related(word, "cc"))
        for word in phrase[1:]
    )


def may_mean_all(sentence: Parsed, clause: int, noun: int) -> bool:
    """Say whether ", which angered the residents" may be about all that is said before it."""
    first = extent(sentence, clause)[0]
    verb = _lemma(sentence.lower[clause])
    above = sentence.tree.heads[noun]
    behind = 0 <= above < noun or above < 0
    bare = sentence.tree.upos[noun] == "NOUN" and noun == noun_phrase(sentence, noun)[0]
    return (
        sentence.lower[first] == "which"
        and behind
        and sentence.relation(noun) != "root"
        and (not is_plural(sentence, noun) or has_modal(sentence, clause))
        and (verb in load("consequences") or bare or has_modal(sentence, clause))
    )


def _lemma(verb: str) -> str:
    """Return the base of a regular form, near enough to look it up."""
    bases = (verb, verb[:-1], verb[:-2], verb[:-3], verb[:-2] + "e")
    return next((base for base in bases if base in load("consequences")), verb)
