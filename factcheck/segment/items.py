"""Complete the items of a list from their lead-in. In: an item, its lead-in. Out: claims.

"Papers that were funded by the port include:" and "– Tides and Trade (2021)." give
`"Tides and Trade" was funded by the port.`
"""

import re

from factcheck.model.claim import Claim
from factcheck.model.document import Segment
from factcheck.model.span import Span, trimmed
from factcheck.segment.asserted import body
from factcheck.segment.grammar import has_finite_verb, is_base_verb, is_participle
from factcheck.segment.leads import Lead
from factcheck.segment.wording import worded
from factcheck.segment.works import title_of

_SENTENCE_END = re.compile(r"[.!…。！][\"'”’)\]」』）]*\Z")
_NAME = re.compile(
    r"(?:[A-ZÀ-Ý][\w.'’-]*)(?:\s(?:[A-ZÀ-Ý][\w.'’-]*|de|da|del|van|von|der|den|bin|al|el|la|le|di)){1,5}"
    r"(?=,\s)"
)
# "Ines Roy – appointed in 2014": what stands behind the dash is a part of what the item says.
_DASHED = re.compile(r"[^–—]{1,200}\s(?P<dash>[–—]|--?)\s[^–—]*\Z")
_TAIL = re.compile(r"\s*[(（](?:1[5-9]|20)\d\d[)）][.。]?\Z|[.。;；,]\Z|[,;]?\s(?:and|or)\Z")
_RELATIVE = re.compile(r"\b(?:which|who|whom|that|where|whose)\b")
# "of whom 120 are part-time" says something about words that stand elsewhere.
_DEPENDENT = re.compile(r"(?:(?:of|in|to|for|with|by)\s)?(?:whom|which|whose|who)\b", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have|had|been)\Z")
_LATIN = re.compile(r"[A-Za-z]{2}")
_FIRST_WORD = re.compile(r"[^\W\d_]+")

# Shorter than that it is a name, and a name stands without quotation marks.
_TITLE_WORDS = 3


def complete(text: str, item: Segment, lead: Lead | None) -> tuple[Claim, ...] | None:
    """Return the claims of *item*, the first sentence of a list item that follows *lead*.

    None if it is a full sentence, which needs no lead-in. Other items get the words of the
    lead-in, recorded as insertions; where those cannot be lent, `needs_context` names the lead-in.
    () for an item without a lead-in: it asserts something only if its tree is that of a clause.
    """
    words = body(text, item)
    if not any(character.isalnum() for character in words.of(text)):
        return ()
    title = title_of(text, words)
    if _DEPENDENT.match(words.of(text)):
        return (worded(text, (words,), needs_context=(lead.words,)),) if lead else ()
    if lead and lead.shared and title is None and _begins_with_verb(words.of(text), lead.shared):
        return (_after_shared(text, words, lead),)
    if title is None and _is_full_sentence(words.of(text)):
        return None
    return (_lent(text, words, title, lead),) if lead else ()


def _is_full_sentence(words: str) -> bool:
    """Say whether an item has a verb; where it has no final mark, it must not be a relative's."""
    if _SENTENCE_END.search(words[-6:]):
        return has_finite_verb(words) or (not words.isascii() and _LATIN.search(words) is None)
    return has_finite_verb(words) and _RELATIVE.search(words) is None


def _begins_with_verb(words: str, shared: str) -> bool:
    """Say whether an item goes on after "would", or after "had" as a participle does."""
    first = _FIRST_WORD.match(words)
    if first is None:
        return False
    perfect = _PERFECT.search(shared) is not None
    return is_base_verb(first[0]) or (perfect and is_participle(first[0].lower()))


def _lent(text: str, words: Span, title: Span | None, lead: Lead) -> Claim:
    if lead.shared and title is None:
        return _after_shared(text, words, lead)
    predicate = lead.predicate or (f"is an example of {lead.category}" if lead.category else "")
    if not predicate:
        return worded(text, (words,), needs_context=(lead.words,))
    core = _without_tail(text, words)
    dashed = _DASHED.match(core.of(text)) if title is None else None
    if dashed:
        return worded(text, (core, f" {dashed['dash']} {predicate}."))
    subject = title or _name(text, words) or core
    if title is not None and len(title.of(text).split()) >= _TITLE_WORDS:
        return worded(text, ('"', subject, f'" {predicate}.'))
    return worded(text, (subject, f" {predicate}."))


def _after_shared(text: str, words: Span, lead: Lead) -> Claim:
    """Return the claim "The bill would" + item. A capital stays: then a colon stays before it."""
    core = _without_tail(text, words)
    joint = ": " if text[core.start].isupper() else " "
    return worded(text, (f"{lead.shared}{joint}", core, "."))


def _name(text: str, words: Span) -> Span | None:
    """Return the name that an item begins with and goes on about after a comma."""
    name = _NAME.match(text, words.start, words.end)
    return Span(*name.span()) if name else None


def _without_tail(text: str, words: Span) -> Span:
    """Return an item without the year, the mark or the "and" at its end."""
    tail = _TAIL.search(words.of(text)[-40:])
    if tail is None:
        return words
    length = len(tail[0])
    core = trimmed(Span(words.start, words.end - length), text)
    return core if core.start < core.end else words
