"""Tell verbs, subjects and noun phrases of a parsed sentence. In: a sentence. Out: its parts."""

from factcheck.lexicon import load
from factcheck.segment.parsed import Parsed, extent, is_set_off, is_sure, subtree

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
NOUNS = frozenset(["NOUN", "PROPN"])
PLURALS = frozenset(["NNS", "NNPS"])
NEGATIONS = frozenset(
    ["not", "n't", "never", "no", "neither", "nor", "hardly", "barely", "without", "nobody", "none"]
)
_PLURAL_PRONOUNS = frozenset(["they", "we", "these", "those", "both", "many", "several", "few"])
_SINGULAR_VERBS = frozenset(["is", "was", "has", "does", "'s"])
_PLURAL_VERBS = frozenset(["are", "were", "have", "do", "'re"])
_DEFINITE = frozenset(["the", "his", "her", "its", "their", "our", "my", "both", "this"])
# Whom a newspaper calls "the officials" stays unnamed; "the evidence" was never introduced.
_HIDDEN = frozenset(
    ["official", "officials", "source", "sources", "insider", "insiders", "aide", "aides"]
)
_NOBODY = frozenset(
    ["media", "press", "public", "evidence", "data", "records", "statistics", "rumors", "rumours"]
)
# "A resident said" tells nobody whom to ask; "a spokesman" can be found.
_ANYBODY = frozenset(
    [
        "colleague",
        "employee",
        "friend",
        "insider",
        "man",
        "neighbor",
        "neighbour",
        "passenger",
        "person",
        "relative",
        "resident",
        "user",
        "witness",
        "woman",
        "worker",
    ]
)
# Their past looks like the infinitive.
_INVARIANT = frozenset(["cut", "put", "set", "hit", "let", "shut", "cost", "hurt", "quit", "bet"])
# What depends on a noun and is not part of its phrase.
_OUTER = frozenset(["case", "cc", "mark", "cop", "nsubj", "aux", "expl", "advcl", "discourse"])
_LOOSE = frozenset(["appos", "acl", "parataxis", "advcl", "nmod", "amod"])


def auxiliaries(sentence: Parsed, verb: int) -> tuple[int, ...]:
    """Return the auxiliaries of *verb*, the copula too."""
    return sentence.related(verb, "aux", "cop")


def is_finite(sentence: Parsed, verb: int) -> bool:
    """Say whether *verb*, with its auxiliaries, can be the verb of a sentence."""
    helpers = auxiliaries(sentence, verb)
    if any(sentence.tree.xpos[word] in FINITE for word in (verb, *helpers)):
        return True
    # A past tense taken for a participle: "which scientists first described".
    active = any(sentence.tree.relations[word] == "nsubj" for word in sentence.children[verb])
    if sentence.lower[verb] in _INVARIANT and not sentence.related(verb, "mark"):
        return active and not helpers
    return sentence.tree.xpos[verb] == "VBN" and active and not helpers


def finite_form(sentence: Parsed, verb: int) -> str:
    """Return the tag of the finite word of *verb*, an auxiliary or itself; else its own tag."""
    words = (*auxiliaries(sentence, verb), verb)
    finite = (sentence.tree.xpos[word] for word in words if sentence.tree.xpos[word] in FINITE)
    tag = next(finite, sentence.tree.xpos[verb])
    # A present tense is often taken for the infinitive it looks like.
    return "VBP" if tag == "VB" and len(words) == 1 else tag


def subject_of(sentence: Parsed, verb: int) -> int | None:
    """Return the subject of *verb*; "there" and an empty "it" come first."""
    found = (*sentence.related(verb, "expl"), *sentence.related(verb, "nsubj", "csubj"))
    return found[0] if found else None


def is_clause(sentence: Parsed, verb: int) -> bool:
    """Say whether *verb* has a subject and a finite form."""
    return subject_of(sentence, verb) is not None and is_finite(sentence, verb)


def is_passive(sentence: Parsed, verb: int) -> bool:
    """Say whether *verb* has the auxiliary of the passive: "was sold"."""
    return any(sentence.tree.relations[word] == "aux:pass" for word in sentence.children[verb])


def is_predicate(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is a verb or, with a copula or auxiliary, stands for one."""
    return sentence.tree.upos[word] in {"VERB", "AUX"} or bool(auxiliaries(sentence, word))


def is_negated(sentence: Parsed, verb: int) -> bool:
    """Say whether *verb* itself is denied."""
    return any(sentence.lower[child] in NEGATIONS for child in sentence.children[verb])


def has_modal(sentence: Parsed, verb: int) -> bool:
    """Say whether *verb* stands under "may", "would" and the like."""
    return any(sentence.tree.xpos[word] == "MD" for word in auxiliaries(sentence, verb))


def is_plural(sentence: Parsed, noun: int) -> bool:
    """Say whether the noun phrase of *noun* takes a plural verb."""
    return (
        sentence.tree.xpos[noun] in PLURALS
        or sentence.lower[noun] in _PLURAL_PRONOUNS
        or sentence.lower[noun] in {"people", "police", "media", "data"}
        or any(_joins(sentence, other) for other in sentence.related(noun, "conj"))
    )


def _joins(sentence: Parsed, other: int) -> bool:
    return any(sentence.lower[word] == "and" for word in sentence.related(other, "cc"))


def number_of_verb(sentence: Parsed, verb: int) -> bool | None:
    """Return True for a plural form of *verb*, False for a singular one, None for neither."""
    first = next(iter(sorted((*auxiliaries(sentence, verb), verb))))
    if sentence.tree.xpos[first] == "VBZ" or sentence.lower[first] in _SINGULAR_VERBS:
        return False
    if sentence.lower[first] in _PLURAL_VERBS or sentence.tree.xpos[first] == "VBP":
        return True
    return None


def noun_phrase(sentence: Parsed, noun: int) -> tuple[int, ...]:
    """Return the noun phrase of *noun* without what is set off in it by commas.

    Prepositions before it are left out.
    """
    gone: set[int] = set()
    outer = _OUTER | {"advmod"} if sentence.related(noun, "cop") else _OUTER
    for child in sentence.children[noun]:
        if sentence.relation(child) in outer:
            gone.update(subtree(sentence, child))
    phrase = tuple(word for word in _around(sentence, noun) if word not in gone)
    loose = (word for word in phrase if word != noun and _is_loose(sentence, word))
    for word in loose:
        gone.update(subtree(sentence, word))
    return _without_outer_marks(sentence, tuple(word for word in phrase if word not in gone))


def _around(sentence: Parsed, noun: int) -> tuple[int, ...]:
    """Return the words below *noun* from behind the last word before it that is another's."""
    whole = subtree(sentence, noun)
    start = whole.index(noun)
    while start and whole[start - 1] == whole[start] - 1:
        start -= 1
    return whole[start:]


def _is_loose(sentence: Parsed, word: int) -> bool:
    head = sentence.tree.heads[word]
    return word > head and sentence.relation(word) in _LOOSE and is_set_off(sentence, word)


def _without_outer_marks(sentence: Parsed, phrase: tuple[int, ...]) -> tuple[int, ...]:
    words = [*phrase]
    while len(words) > 1 and _is_no_start(sentence, words[0], words[1]):
        words.pop(0)
    while words and _is_no_end(sentence, words[-1]):
        words.pop()
    return tuple(words)


def _is_no_end(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is a mark, or a single mark that opens what follows."""
    opens = sentence.lower[word] in {"'", "‘"} and sentence.tree.upos[word] == "PUNCT"
    before = sentence.text[sentence.spans[word].start - 1 : sentence.spans[word].start]
    return sentence.lower[word] in {",", "—", "–", ";", ":", "(", ".", "-"} or (
        opens and not before.strip()
    )


def _is_no_start(sentence: Parsed, word: int, following: int) -> bool:
    """Say whether *word* is a mark or a preposition, but not that of "at least", "about 50"."""
    if sentence.lower[word] in {",", "—", "–", ";", ":", ")", "-"}:
        return True
    counts = sentence.lower[following] in {"least", "most"} or (
        sentence.tree.upos[following] in {"NUM", "SYM"}
    )
    return sentence.tree.upos[word] == "ADP" and not counts


def naming(sentence: Parsed, noun: int) -> tuple[int, ...]:
    """Return the noun phrase of *noun*; of "the port's director, Ines Roy," the name.

    A phrase with a comma inside ends with the comma that closes it.
    """
    name = name_beside(sentence, noun)
    phrase = noun_phrase(sentence, noun if name is None else name)
    inner = any(
        sentence.lower[word] == "," and sentence.relation(sentence.tree.heads[word]) != "conj"
        for word in phrase
    )
    phrase = _without_age(sentence, phrase)
    closed = bool(phrase) and sentence.lower[phrase[-1] + 1 : phrase[-1] + 2] == (",",)
    listed = sentence.related(noun, "conj")
    return (*phrase, phrase[-1] + 1) if inner and closed and not listed else phrase


def _without_age(sentence: Parsed, phrase: tuple[int, ...]) -> tuple[int, ...]:
    """Return "Gary Tull" of "Gary Tull, 44": nobody has an age for long."""
    aged = (
        len(phrase) > 2
        and sentence.tree.upos[phrase[-1]] == "NUM"
        and sentence.lower[phrase[-2]] == ","
        and phrase[-2] == phrase[-1] - 1
    )
    return phrase[:-2] if aged else phrase


def named_subject(sentence: Parsed, verb: int) -> tuple[int, ...]:
    """Return the subject of *verb* as it is said again; () if it has none."""
    subject = subject_of(sentence, verb)
    return naming(sentence, subject) if subject is not None else ()


def name_beside(sentence: Parsed, noun: int) -> int | None:
    """Return the name that stands in commas beside a common *noun*, or None."""
    names = [
        word
        for word in sentence.related(noun, "appos")
        if sentence.tree.upos[word] == "PROPN"
        and is_set_off(sentence, word)
        and is_sure(sentence, word)
        and not sentence.related(word, "conj")
        and not is_one_of_a_kind(sentence, word)
    ]
    single = sentence.tree.upos[noun] == "NOUN" and not is_plural(sentence, noun)
    return names[0] if single and len(names) == 1 else None


def is_one_of_a_kind(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is the "Protestant" of "her mother, once a Protestant,"; no title is."""
    articles = (sentence.spans[child].of(sentence.text) for child in sentence.related(word, "det"))
    return not {"a", "an"}.isdisjoint(articles)


def is_pronoun(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    """Say whether a noun phrase is nothing but a pronoun."""
    return len(phrase) == 1 and sentence.tree.upos[phrase[0]] in {"PRON", "DET"}


def is_named(sentence: Parsed, noun: int) -> bool:
    """Say whether a reader could ask this source: a name, a pronoun, one definite body."""
    phrase = noun_phrase(sentence, noun) or (noun,)
    word = sentence.lower[noun]
    names = any(sentence.tree.upos[place] == "PROPN" for place in phrase)
    if word in load("anonymous_sources"):
        definite = sentence.lower[phrase[0]] in _DEFINITE and word not in _NOBODY
        return (names or definite) and word not in _HIDDEN
    if names or sentence.tree.upos[noun] == "PRON":
        return word not in {"some", "many", "others", "one"}
    somebody = sentence.lower[phrase[0]] in {"a", "an"} and word not in _ANYBODY
    return somebody or sentence.lower[phrase[0]] in _DEFINITE | {"police"}


def is_named_possessor(sentence: Parsed, head: int, subject: int | None) -> bool:
    """Say whether the source before "claim" is somebody; of "its claim" it is as *subject* is."""
    if sentence.tree.xpos[head] != "PRP$":
        return is_named(sentence, head)
    return subject is not None and subject != head and is_named(sentence, subject)


CONDITIONS = frozenset(["if", "unless", "whether", "until", "once", "whenever", "should"])


def leading_condition(sentence: Parsed, verb: int) -> bool:
    """Say whether a condition stands before *verb* that holds for all that is joined to it."""
    return any(
        sentence.lower[word] in CONDITIONS
        for clause in sentence.related(verb, "advcl")
        if clause < verb
        for word in extent(sentence, clause)[:2]
    )
