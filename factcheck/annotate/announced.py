"""Find who says the items of a list: text and segments in, attributions out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from factcheck.annotate.language import suffix_of
from factcheck.annotate.sources import is_named
from factcheck.lexicon.patterns import compiled
from factcheck.lexicon.phrases import alternatives
from factcheck.lexicon.speech import source_before, with_auxiliaries
from factcheck.model.claim import Attribution
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed

_BULLET = r"(?:[-+*–—•·‣▪◦●]|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)"
# "I cannot tell", "the bank would not say": nothing is reported there.
_UNSAID = r"\b(?:can|could|will|would|may|might|must|should)?(?:not|n[’']t|never)$|\bcan$"
_INSIDE = {Role.LIST_ITEM, Role.QUESTION, Role.SEPARATOR}


def announced(text: str, segments: Sequence[Segment]) -> Iterator[Attribution]:
    """Yield, for each item under "The board said it had:", that the board says so.

    Only the first sentence of an item goes on with the words of its lead-in.
    """
    said: Attribution | None = None
    for segment in segments:
        if segment.role is Role.LEAD_IN:
            said = _said(text, segment)
        elif segment.role not in _INSIDE:
            said = None
        elif said and segment.role is Role.LIST_ITEM and text[segment.span.start - 1] == "\n":
            yield replace(said, content=(_words(text, segment.span),))


def _words(text: str, item: Span) -> Span:
    """Return an item without its bullet and the mark at its end."""
    words = trimmed(item, text)
    bullet = compiled(_BULLET).match(text, words.start, words.end)
    start = bullet.end() if bullet else words.start
    return Span(start, max(start + 1, words.start + len(words.of(text).rstrip(";,"))))


def _said(text: str, lead: Segment) -> Attribution | None:
    """Return the attribution that a lead-in leaves open, if exactly one verb could."""
    if suffix_of(text, lead) != "":
        return None
    words = trimmed(lead.span, text)
    end = words.start + len(words.of(text).rstrip(":： "))
    verbs = [*_verbs().finditer(text, words.start, end)]
    verb = Span(*verbs[0].span()) if len(verbs) == 1 else None
    if verb is None or not any(letter.isalpha() for letter in text[verb.end : end]):
        return None
    cue = with_auxiliaries(text, words.start, verb)
    source = source_before(text, words.start, cue)
    if source is None or compiled(_UNSAID).search(source.of(text)):
        return None
    return Attribution(is_named(text, source), (source,), (cue,), (Span(verb.end, end),))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('said_verbs')}\b")
