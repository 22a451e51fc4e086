"""Find whom and what a sentence names. In: a parsed sentence. Out: its mentions, in reading order.

A mention is what a later "he", "it" or "they" could stand for. Too many are better than too few:
a pronoun is replaced only where one of them is left.
"""

import re
from functools import cache
from typing import NamedTuple

from factcheck.lexicon import load
from factcheck.segment.clauses import NOUNS, is_plural, noun_phrase, subject_of
from factcheck.segment.parsed import Parsed, is_gapless
from factcheck.segment.scope import has_time
from factcheck.segment.sexes import stated_sex
from factcheck.segment.wording import folded

_AGENT = re.compile(r"(?:er|or|ist|ian|ant|ent|man|woman|boy|girl|ee|eer|ster|ess|son)\Z")
_PLACES = frozenset(["in", "at", "near", "to", "from", "on", "across", "outside", "around"])
_PARTS = frozenset(["compound", "flat", "fixed", "goeswith", "vocative", "list"])
_ONE = frozenset(["one", "another", "each", "either", "neither"])
_LONGEST_NAME = 8


class Mention(NamedTuple):
    """A noun phrase: its head, how it is called, and what pronouns it could stand for."""

    word: int
    name: str
    person: bool  # it may be one
    thing: bool  # it may be one
    plural: bool
    group: bool  # "the police": one and many
    subject: bool
    named: bool  # by a name of its own, and not "the driver"
    sex: str  # "he" or "she" where the sentence says that it is a man or a woman, else ""


def mentions_of(sentence: Parsed) -> tuple[Mention, ...]:
    """Return the mentions of a sentence: nouns that are no part of another one's name."""
    return tuple(
        _mention(sentence, word)
        for word in range(len(sentence.spans))
        if sentence.tree.upos[word] in NOUNS and _stands_for_itself(sentence, word)
    )


def _stands_for_itself(sentence: Parsed, word: int) -> bool:
    head = sentence.tree.heads[word]
    relation = sentence.relation(word)
    if relation in _PARTS or has_time(sentence, (word,)):
        return False
    beside = relation == "appos" and sentence.tree.upos[word] == "NOUN"
    described = subject_of(sentence, word) is not None and bool(sentence.related(word, "cop"))
    named = any(sentence.tree.upos[child] == "PROPN" for child in sentence.related(word, "appos"))
    return (
        not described
        and not (beside and head >= 0)
        and not (named and sentence.tree.upos[word] == "NOUN")
    )


def _mention(sentence: Parsed, word: int) -> Mention:
    phrase = noun_phrase(sentence, word)
    known = sentence.tree.upos[word] == "PROPN" or sentence.lower[phrase[0]] == "the"
    plain = known or is_plural(sentence, word)
    one = _is_one_of(sentence, word)
    usable = plain and not one and is_gapless(phrase) and len(phrase) <= _LONGEST_NAME
    start, end = sentence.spans[phrase[0]].start, sentence.spans[phrase[-1]].end
    name = folded(sentence.text[start:end]) if usable else ""
    plural = is_plural(sentence, word) and not one
    if sentence.tree.upos[word] == "PROPN":
        person, thing = _name_of_person(sentence, word, phrase)
    else:
        person = is_person_noun(sentence.lower[word])
        thing = not person
    subject = sentence.relation(word) == "nsubj"
    group = sentence.lower[word] in load("group_nouns")
    named = sentence.tree.upos[word] == "PROPN"
    sex = stated_sex(sentence, word, phrase)
    return Mention(word, name, person, thing, plural, group, subject, named, sex)


def _is_one_of(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is the noun of "one of the students": one person, but not named."""
    head = sentence.tree.heads[word]
    of = any(sentence.lower[case] == "of" for case in sentence.related(word, "case"))
    return of and head >= 0 and sentence.lower[head] in _ONE


def is_person_noun(noun: str) -> bool:
    """Say whether *noun*, in lower case, may be a person or people."""
    known = load("offices") | load("person_nouns")
    return any(
        form in known or _AGENT.search(form) is not None for form in (noun, noun.removesuffix("s"))
    )


@cache
def _bodies() -> frozenset[str]:
    return (load("bare_nouns") | load("group_nouns")) - load("person_nouns") - load("offices")


def _name_of_person(sentence: Parsed, word: int, phrase: tuple[int, ...]) -> tuple[bool, bool]:
    """Return whether a name may be that of a person, and whether that of a thing."""
    parts = {sentence.lower[place] for place in phrase}
    cases = {sentence.lower[place] for place in sentence.related(word, "case")}
    written = sentence.spans[word].of(sentence.text)
    body = "&" in parts or not parts.isdisjoint(_bodies())
    initials = len(written) > 1 and written.isupper()
    place = not cases.isdisjoint(_PLACES)
    if sentence.lower[phrase[0]] in {"the", "a", "an"} or body or initials or place:
        return False, True
    titled = any(sentence.lower[part] in load("offices") for part in phrase)
    return True, not titled and len(phrase) == 1
