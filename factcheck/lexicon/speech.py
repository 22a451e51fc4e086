"""Find the subject of a verb of saying: text and verb in, the words for the source out."""

import re

from factcheck.lexicon.patterns import compiled
from factcheck.model.span import Span, trimmed

# A source with title, office and apposition seldom takes more; beyond it the wrong noun is near.
_SOURCE_WORDS = 25
REACH = 240
_AUXILIARIES = r"(?:(?:has|have|had|also|later|then|recently|repeatedly|previously|since|now)\s)+$"
_CLAUSE_START = (
    r"(?:[,;:—–(]\s*|\s)(?:while|but|because|although|though|whereas|where|when|with|as|if|so)\s"
    r"|;\s|\s[—–]\s|[,.?!][”\"]\s|,\sand\s(?=(?:an?|the|he|she|they|it|his|her)\s)"
)
_CONNECTIVE = (
    r"(?i)(?:as|but|and|yet|also|however|meanwhile|still|so|then|now|earlier|later|separately|instead"
    r"|moreover|furthermore|in\saddition|for\sexample)\b,?\s+"
)
_ADVERBIAL = (
    r"(?i)(?:on|in|at|after|during|before|since|by|for|from|with|as|following|speaking|last|late|early"
    r"|this|yesterday|today|asked|under|amid|despite|to|when|although|while|if|because)\b"
    r"[^,;:]{0,120},\s+"
)
_NO_SOURCE_END = re.compile(
    r"\b(?:a|an|the|to|of|or|in|for|by|with|that|be|been|being|is|are|was|were|not|will|would|can"
    r"|could|should|may|might|must|do|does|did|who|which|what|as|at|on|from|has|have|had|it|than"
    r"|his|her|their|its|this|these|those|some|any|no|how|into|about|there|n’t|n't|and|never|when"
    r"|we|if|like|such|other|new|more|also)$",
    re.IGNORECASE,
)
_FINITE = r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|did|does)\s"
_ADVERB = re.compile(r"\s[a-z]+ly$")
_RELATIVE = r",\s(?:who|which|whose)\b[^,]*,"
_OPEN_RELATIVE = r"\b(?:who|which|whose|whom|than)\b"


def with_auxiliaries(text: str, start: int, cue: Span) -> Span:
    """Return *cue* with the auxiliaries and adverbs before it, none of them before *start*."""
    before = compiled(_AUXILIARIES).search(text[max(start, cue.start - 40) : cue.start])
    return Span(cue.start - len(before.group()), cue.end) if before else cue


def source_before(text: str, start: int, cue: Span) -> Span | None:
    """Return the noun phrase that is the subject of the verb *cue* in a sentence.

    *start* is where the sentence begins. None where the words between are no plain subject:
    then nobody is better than somebody wrong.
    """
    source = trimmed(
        Span(_last_clause(text, max(start, cue.start - REACH), cue.start), cue.start), text
    )
    for pattern in (_CONNECTIVE, _ADVERBIAL, _CONNECTIVE):
        found = compiled(pattern).match(text, source.start, source.end)
        source = Span(found.end(), source.end) if found else source
    plausible = is_plausible_source(source.of(text))
    source = _without_commas(text, source)
    adverb = _ADVERB.search(text, source.start, source.end)
    source = Span(source.start, adverb.start()) if adverb else source
    return source if plausible and source.start < source.end else None


def _last_clause(text: str, start: int, end: int) -> int:
    """Return where the last clause of a stretch begins; a relative clause is not one."""
    cuts = [cut.end() for cut in compiled(_CLAUSE_START).finditer(text, start, end)]
    return cuts[-1] if cuts else start


def _without_commas(text: str, source: Span) -> Span:
    """Drop a comma at either end."""
    words = source.of(text)
    start = source.start + len(words) - len(words.lstrip(', \t"“”’)'))
    return Span(start, max(start, source.start + len(words.rstrip(", \t"))))


def is_plausible_source(source: str) -> bool:
    """Say whether words can be the subject of a verb of saying: short and no clause."""
    words = source.rstrip(", ").split()
    return (
        0 < len(words) <= _SOURCE_WORDS
        and any(character.isalpha() for character in source)
        and not _NO_SOURCE_END.search(source.rstrip(", "))
        and not compiled(_FINITE).search(compiled(_RELATIVE).sub(" ", source))
        and not compiled(_OPEN_RELATIVE).search(compiled(_RELATIVE).sub(" ", source))
        and not any(mark in source for mark in '“”"\n:;')
    )
