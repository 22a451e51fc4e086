"""Give relative clauses their antecedent. In: a sentence and a draft. Out: splits."""

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    NOUNS,
    is_finite,
    is_plural,
    is_pronoun,
    named_subject,
    naming,
    noun_phrase,
    number_of_verb,
    subject_of,
)
from factcheck.segment.doubled import ends_in_doubt, joined_relatives, joins_like
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.mentions import is_person_noun
from factcheck.segment.misheard import is_told_on_the_way
from factcheck.segment.misread import (
    goes_with_a_verb_below,
    is_another_name,
    is_inside_participle,
    may_mean_all,
)
from factcheck.segment.nested import inner_nouns, is_torn
from factcheck.segment.parsed import (
    VERY_SURE,
    Parsed,
    cut,
    extent,
    is_gapless,
    is_set_off,
    is_sure,
    subtree,
)

_PRONOUNS = frozenset(["which", "who", "whom", "whose", "where"])
_LEAST_WORDS = 2
# These take no object: in "which reports say range from ten to 32" it is no object of theirs.
_WITHOUT_OBJECT = frozenset(
    ["amount", "amounted", "amounts", "range", "ranged", "ranges", "varied", "varies", "vary"]
)
_PICKING = frozenset(["one", "only", "first", "last", "same", "very"])


def split_nonrestrictive_relative(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Make a relative clause that is set off a claim about its antecedent, and take it out."""
    splits = []
    for clause, pronoun in _relatives(sentence, draft):
        if sentence.lower[pronoun] == "that" or not is_set_off(sentence, clause):
            continue
        if ends_in_doubt(sentence, clause):
            continue
        made = _about_antecedent(sentence, clause, pronoun)
        if made is not None:
            drafts = joined_relatives(sentence, clause, pronoun, made)
            splits.append(Split(cut(sentence, clause), drafts))
    return tuple(splits)


def claim_definite_relative(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Make a restrictive relative clause a claim too where its noun is definite or named."""
    splits = []
    for clause, pronoun in _relatives(sentence, draft):
        noun = sentence.tree.heads[clause]
        if (
            not is_set_off(sentence, clause)
            and sentence.relation(pronoun) == "nsubj"
            and _is_definite(sentence, noun)
            and sentence.tree.upos[noun] in NOUNS
            and not is_picked_out(sentence, noun)
            and not _is_stressed(sentence, clause)
            and not _may_restrict_another(sentence, clause, noun)
            and not inner_nouns(sentence, noun, clause)
            and not sentence.related(draft.head, "expl")
            and not is_inside_participle(sentence, noun)
            and len(extent(sentence, clause)) > _LEAST_WORDS
        ):
            made = _about_antecedent(sentence, clause, pronoun)
            splits.extend([Split(frozenset(), (made,))] if made is not None else [])
    return tuple(splits)


def is_picked_out(sentence: Parsed, noun: int) -> bool:
    """Say whether a noun is nothing without its clause: "the one", "is the only thing that"."""
    return sentence.lower[noun] == "one" or any(
        sentence.relation(child) == "cop" or sentence.lower[child] in _PICKING
        for child in sentence.children[noun]
    )


def _may_restrict_another(sentence: Parsed, clause: int, noun: int) -> bool:
    """Say whether the clause may be about a noun inside or around: "the owner of a ship that"."""
    others = (*_other_nouns(sentence, noun), *inner_nouns(sentence, noun, clause))
    fitting = any(_could_be_meant(sentence, clause, other, noun) for other in others)
    return fitting and sentence.tree.arc_probabilities[clause] < VERY_SURE


def _is_stressed(sentence: Parsed, clause: int) -> bool:
    """Say whether a clause picks out what there is of its noun: "the money that does exist"."""
    helpers = {sentence.lower[word] for word in sentence.related(clause, "aux")}
    return not helpers.isdisjoint({"do", "does", "did"})


def _relatives(sentence: Parsed, draft: Draft) -> list[tuple[int, int]]:
    """Return the relative clauses inside the clause of *draft*, each with its pronoun."""
    own = set(subtree(sentence, draft.head)) & {p for p in draft.pieces if isinstance(p, int)}
    found = []
    for clause in sorted(own - draft.closed):
        if sentence.tree.relations[clause] != "acl:relcl" or clause == draft.head:
            continue
        first = extent(sentence, clause)[0]
        known = sentence.lower[first] in _PRONOUNS | {"that"} and is_sure(sentence, first)
        certain = is_sure(sentence, clause) or _means_one(sentence, clause, first)
        told = is_told_on_the_way(sentence, clause)
        if known and certain and not told and not may_mean_another(sentence, clause):
            found.append((clause, first))
    return found


def _means_one(sentence: Parsed, clause: int, pronoun: int) -> bool:
    """Say whether "who" stands behind a name and what that is: "Roy, the mayor, who".

    Which of the two it hangs on the parser cannot tell, and need not.
    """
    noun = sentence.tree.heads[clause]
    beside = sentence.related(noun, "appos")
    return (
        sentence.lower[pronoun] == "who"
        and sentence.tree.upos[noun] == "PROPN"
        and len(beside) == 1
        and is_set_off(sentence, beside[0])
        and extent(sentence, beside[0])[-1] + 2 == pronoun
        and sentence.tree.relation_probabilities[clause] >= VERY_SURE
    )


def may_mean_another(sentence: Parsed, clause: int) -> bool:
    """Say whether the clause may be about the noun around its noun: "a history of Rome, which"."""
    if not is_set_off(sentence, clause):
        return False
    noun = sentence.tree.heads[clause]
    if may_mean_all(sentence, clause, noun) or _is_place_of_person(sentence, clause, noun):
        return True
    # "The mayor and the clerk, who met": both may have; of one alone is said "who runs".
    if sentence.relation(noun) == "conj" and number_of_verb(sentence, clause) is not False:
        return True
    which = sentence.lower[extent(sentence, clause)[0]] == "which"
    others = [
        other
        for other in (*_other_nouns(sentence, noun), *inner_nouns(sentence, noun, clause))
        if _could_be_meant(sentence, clause, other, noun)
        and not (which and _is_person(sentence, other))
    ]
    equates = bool(sentence.related(clause, "cop"))
    named = sentence.tree.upos[noun] == "PROPN" or sentence.relation(noun) != "nmod"
    certain = sentence.tree.arc_probabilities[clause] >= VERY_SURE
    return bool(others) and not (certain and named and not equates)


def _other_nouns(sentence: Parsed, noun: int) -> tuple[int, ...]:
    """Return the nouns before *noun* whose phrase ends with it: "the wife of the mayor, who"."""
    above = sentence.tree.heads[noun]
    if above < 0 or above > noun:
        return ()
    if sentence.relation(noun) in {"nmod", "appos"}:
        return (above, *_other_nouns(sentence, above))
    cases = {sentence.lower[word] for word in sentence.related(noun, "case")}
    if sentence.relation(noun) == "obl" and not cases.isdisjoint({"with", "of", "in", "for"}):
        return sentence.related(above, "obj")
    return ()


def _could_be_meant(sentence: Parsed, clause: int, other: int, noun: int) -> bool:
    """Say whether the verb of *clause* fits *other* as well as *noun*: "doubled" fits all."""
    alike = is_plural(sentence, other) == is_plural(sentence, noun)
    open_to_all = number_of_verb(sentence, clause) is None
    return sentence.tree.upos[other] in NOUNS and (alike or open_to_all)


def _is_person(sentence: Parsed, noun: int) -> bool:
    """Say whether *noun* is surely a person, of whom nobody says "which"."""
    return sentence.lower[noun] in load("offices") | load("person_nouns") | load("roles")


def _is_author(sentence: Parsed, noun: int) -> bool:
    """Say whether a name stands behind the "by" of a work: "a book by Roy, which"."""
    by = "by" in {sentence.lower[word] for word in sentence.related(noun, "case")}
    return by and sentence.relation(noun) == "nmod" and sentence.tree.upos[noun] == "PROPN"


def _is_place_of_person(sentence: Parsed, clause: int, noun: int) -> bool:
    """Say whether "who" stands behind a place: "met Roy in Paris, who"."""
    who = sentence.lower[extent(sentence, clause)[0]] in {"who", "whom"}
    cases = {sentence.lower[word] for word in sentence.related(noun, "case")}
    nobody = sentence.tree.upos[noun] == "NOUN" and not is_person_noun(sentence.lower[noun])
    placed = not cases.isdisjoint({"in", "at", "on"})
    return who and (placed or (nobody and bool(sentence.related(noun, "nmod"))))


def _is_definite(sentence: Parsed, noun: int) -> bool:
    phrase = noun_phrase(sentence, noun)
    return sentence.lower[phrase[0]] == "the" and not is_plural(sentence, noun)


def _about_antecedent(sentence: Parsed, clause: int, pronoun: int) -> Draft | None:
    antecedent = antecedent_of(sentence, clause, pronoun)
    if antecedent is None or not is_finite(sentence, clause):
        return None
    if len(sentence.related(clause, "nsubj")) > 1 or goes_with_a_verb_below(
        sentence, clause, pronoun
    ):
        return None
    rest = extent(sentence, clause)[1:]
    if not is_gapless((pronoun, *rest)) or not joins_like(sentence, clause):
        return None
    if sentence.lower[pronoun] == "whose":
        return _of_possessor(sentence, clause, pronoun, antecedent)
    if sentence.relation(pronoun) == "nsubj":
        return Draft((*antecedent, *rest), clause, antecedent)
    return _with_object(sentence, clause, pronoun, antecedent)


def antecedent_of(sentence: Parsed, clause: int, pronoun: int) -> tuple[int, ...] | None:
    """Return the noun phrase a relative clause is about; None where number or place do not fit."""
    noun = sentence.tree.heads[clause]
    if sentence.tree.upos[noun] not in NOUNS or is_another_name(sentence, noun):
        return None
    if sentence.lower[pronoun] == "which" and (
        _is_person(sentence, noun) or _is_author(sentence, noun)
    ):
        return None
    number = number_of_verb(sentence, clause) if sentence.relation(pronoun) == "nsubj" else None
    if number is not None and is_plural(sentence, noun) != number:
        return None
    inside = set(subtree(sentence, clause))
    phrase = tuple(word for word in naming(sentence, noun) if word not in inside)
    fits = bool(phrase) and not is_pronoun(sentence, phrase) and phrase[-1] < pronoun
    fits = fits and not is_torn(sentence, phrase)
    return phrase if fits and _ends_before(sentence, noun, clause) else None


def _ends_before(sentence: Parsed, noun: int, clause: int) -> bool:
    """Say whether between the noun's phrase and the clause stands nothing of another phrase."""
    start = extent(sentence, clause)[0]
    inside = set(subtree(sentence, noun))
    return all(word in inside or sentence.is_punctuation(word) for word in range(noun + 1, start))


def _of_possessor(
    sentence: Parsed, clause: int, pronoun: int, antecedent: tuple[int, ...]
) -> Draft | None:
    """Return "The fund's manager resigned" for "the fund, whose manager resigned"."""
    subject = subject_of(sentence, clause)
    last = antecedent[-1]
    single = len(sentence.related(clause, "nsubj")) == 1
    if subject is None or sentence.tree.heads[pronoun] != subject or not single:
        return None
    mark = "'" if sentence.lower[last].endswith("s") and _is_s_plural(sentence, last) else "'s"
    rest = extent(sentence, clause)[1:]
    named = tuple(word for word in noun_phrase(sentence, subject) if word != pronoun)
    return Draft((*antecedent, mark, *rest), clause, (*antecedent, mark, *named))


def _is_s_plural(sentence: Parsed, word: int) -> bool:
    return sentence.tree.xpos[word] in {"NNS", "NNPS"}


def _with_object(
    sentence: Parsed, clause: int, pronoun: int, antecedent: tuple[int, ...]
) -> Draft | None:
    """Return "Roy signed the bill in May" for "the bill, which Roy signed in May"."""
    named = named_subject(sentence, clause)
    rest = extent(sentence, clause)[1:]
    clear = bool(named) and not is_pronoun(sentence, named)
    certain = sentence.lower[clause] not in _WITHOUT_OBJECT
    is_object = sentence.relation(pronoun) == "obj" and sentence.tree.heads[pronoun] == clause
    if clear and certain and is_object:
        behind = tuple(word for word in rest if word > clause)
        before = tuple(word for word in rest if word <= clause)
        return Draft((*before, *antecedent, *behind), clause, named)
    case = _place_case(sentence, clause) if sentence.lower[pronoun] == "where" else ""
    plain = bool(named) and sentence.tree.upos[antecedent[0]] != "ADV"
    return Draft((*rest, case, *antecedent), clause, named) if case and plain else None


def _place_case(sentence: Parsed, clause: int) -> str:
    """Return the preposition before the place in which a clause with "where" happens."""
    place = sentence.tree.heads[clause]
    cases = [sentence.lower[word] for word in sentence.related(place, "case")]
    if sentence.tree.upos[place] != "PROPN" or cases[:1] not in (["in"], ["at"], ["to"], ["from"]):
        return ""
    return cases[0] if cases[0] in {"in", "at"} else "in"
