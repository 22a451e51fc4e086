"""Find the words a sentence cannot be understood by alone. In: a sentence. Out: those words.

Only the beginning of the sentence is looked at, and nothing is guessed: the words are named, so
that a reader knows what to look up.
"""

import re

from factcheck.lexicon import load
from factcheck.lexicon.patterns import compiled
from factcheck.segment.grammar import is_base_verb, is_finite_form

_FIRST = re.compile(
    r"[\"“‘'(\[]*([A-Z][a-z]+)(['’](?:s|re|ve|ll|d|m))?\s+([\w'’]+)(?:\s+([\w'’]+))?"
)
# "One of them", "The rest of them": of whom, the sentence before says.
_PART = re.compile(r"[\"“‘'(\[]*[A-Z][a-z]+\s+(?:[a-z]+\s+){0,2}of\s+(them)\b")
_POSSESSIVES = frozenset(["His", "Her", "Its", "Their"])
# "His Majesty's Government" belongs to nobody that was named before.
_STYLES = frozenset(["Excellency", "Grace", "Highness", "Holiness", "Honour", "Majesty", "Royal"])
# Before a noun these are no pronouns.
_DEMONSTRATIVES = frozenset(["This", "That", "These", "Those"])
_CHINESE = r"[“「『（]*((?:他|她|它)们?|该[\u4e00-\u9fff]{1,4}?(?=[，在于将已是的称表]))"
_CHINESE_OPENERS = "“「『（他她它该"
_BE = (
    r"[\"“‘'(\[]*It(?:['’]s|\s+(?:is|was|has been|will be|would be|may be|seems|appears|remains"
    r"|became|becomes))\s+(?:(?:also|not|very|too|now|still|so|widely|more|less)\s+){0,2}"
)
# "It was reported that …", "It was Roy who …"; "It was sold to …" points back.
_EXPLETIVE = re.compile(rf"{_BE}(?:\w+\s+){{1,3}}?(?:that|whether|how|why|who)\b")
_JUDGEMENT = re.compile(
    rf"{_BE}(?:likely|unlikely|possible|impossible|hard|difficult|easy|important|necessary|clear"
    r"|unclear|safe|illegal|legal|common|rare|early|late|time|up|best|better)\s+(?:to|for|if|when|there)\b"
)
_WEATHER = re.compile(r"[\"“‘'(\[]*It\s+(?:seems|appears|turns|turned|follows|emerged|rained)\b")
_ATTACHED = frozenset(["of", "for", "in", "that", "which", "who", "whose", "at", "behind"])


def unresolved(sentence: str) -> tuple[str, ...]:
    """Return the first words of *sentence* if they point back: "They", "The company"; else ().

    An "it" that stands for nothing ("It is likely that …") does not point back.
    """
    if sentence[:1] in _CHINESE_OPENERS and not sentence.isascii():
        chinese = compiled(_CHINESE).match(sentence)
        if chinese is not None:
            return (chinese[1],)
    part = _PART.match(sentence)
    if part is not None:
        return (part[1],)
    first = _FIRST.match(sentence)
    if first is None:
        return ()
    points = (
        first[1] in load("pronouns")
        or (first[1] in _DEMONSTRATIVES and _is_predicate(first[3], first[4] or "", first[2]))
        or (first[1] in _POSSESSIVES and first[3].removesuffix("'s") not in _STYLES)
    )
    if points:
        return () if _is_expletive(sentence) else (first[1],)
    if first[1] in {"The", *_DEMONSTRATIVES} and _is_bare(first[3], first[4] or ""):
        return (f"{first[1]} {first[3]}",)
    return ()


def _is_predicate(word: str, following: str, contracted: str | None) -> bool:
    """Say whether *word* goes on after a pronoun that stands alone: a verb, an adverb before it."""
    if contracted:
        return True
    if word.endswith("ly") or word in {"also", "never", "still", "now", "then", "all", "both"}:
        return following != ""
    return is_finite_form(word) or is_base_verb(word) or word.endswith("ed")


def _is_expletive(sentence: str) -> bool:
    return any(form.match(sentence) for form in (_EXPLETIVE, _JUDGEMENT, _WEATHER))


def _is_bare(noun: str, following: str) -> bool:
    """Say whether a noun that needs a name stands without one."""
    if noun not in load("bare_nouns") or following in _ATTACHED:
        return False
    return following == "" or is_finite_form(following) or following.endswith(("ed", "ly"))
