"""Tell a little grammar of English without a parser. In: words. Out: yes or no, or a word form.

Closed word classes and the endings of common verbs; where they say nothing, the answer is no.
"""

import re
from functools import lru_cache

from factcheck.lexicon import load

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[,;:()—–]")
_CONTRACTION = re.compile(
    r"(?:it|he|she|that|there|who|they|we|you|i)['’](?:s|re|ve|d|ll|m)", re.IGNORECASE
)
_PARTICIPLE = re.compile(r"[a-z-]{2,}(?:ed|wn|orn|itten|ilt)")
_VOWELS = "aeiou"

# A sentence of 5,000 words has shown its verb by here.
_READ = 600


def has_finite_verb(words: str) -> bool:
    """Say whether *words* contain what is surely a finite verb with something before it."""
    tokens = (*_WORD.findall(words[:_READ].replace("’", "'")), "")
    commas = 0
    for before, word, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        commas += before == ","
        # The second comma closes what the first opened: the verb of the sentence may follow it.
        if _is_finite("" if before == "," and commas > 1 else before, word, following):
            return True
    return _CONTRACTION.fullmatch(tokens[0]) is not None


def _is_finite(before: str, word: str, following: str) -> bool:
    if _CONTRACTION.fullmatch(word):
        return True
    if not word.islower() or before.lower() in load("no_verb_after"):
        return False
    if word in load("verb_forms") and not is_participle(word):
        return True
    if word in _third_persons():
        return following != ""
    return is_participle(word) and _has_object(before, following)


def _has_object(before: str, following: str) -> bool:
    """Say whether a form like "visited" is the verb of a clause and not a participle."""
    if before in {",", "(", "—", "–"}:
        return False
    return following in load("object_begins") or following[:1].isupper() or following[:1].isdigit()


@lru_cache(maxsize=1)
def _third_persons() -> frozenset[str]:
    return frozenset(_third_person(verb) for verb in load("verbs"))


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def is_participle(word: str) -> bool:
    """Say whether *word* has the form of a past participle."""
    return word in load("participles") or _PARTICIPLE.fullmatch(word) is not None


def is_base_verb(word: str) -> bool:
    """Say whether *word* is the base form of a common verb."""
    return word.lower() in load("verbs")


def is_finite_form(word: str) -> bool:
    """Say whether *word* is an auxiliary or a form of a common verb that may follow a subject."""
    return word in load("verb_forms") or word in _third_persons()
