"""Find rhetoric: a reading in, a finding for each word or phrase that is more than a statement."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from factcheck.annotate.guards import is_guarded
from factcheck.annotate.language import suffix_of
from factcheck.annotate.loaded import loaded_words
from factcheck.annotate.phrasings import (
    feelings,
    masses,
    rough_amounts,
    speculation,
    superlatives_of_many,
)
from factcheck.annotate.places import any_contains
from factcheck.annotate.rules import RULES
from factcheck.annotate.scare import scare_quotes
from factcheck.annotate.weasel import sourceless
from factcheck.lexicon.phrases import lists_in, occurrences
from factcheck.lexicon.speakers import spoken
from factcheck.model.document import Role, Segment
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span

_READ = {
    Role.SENTENCE,
    Role.LIST_ITEM,
    Role.QUOTATION,
    Role.QUESTION,
    Role.FRAGMENT,
    Role.HEADING,
    Role.LEAD_IN,
}

Find = Callable[[str, Span], Iterator[Span]]


class _Rule(NamedTuple):
    """A rule, its word list, the patterns beside it, and its strength (0–1, set by hand).

    Strength is how often a hint of the rule was worth a look. Lists whose `languages` do not name
    a suffix do not exist in that language.
    """

    name: str
    words: str
    strength: float
    patterns: tuple[Find, ...] = ()
    languages: tuple[str, ...] = ("", "_zh")


class _Place(NamedTuple):
    """Words that a rule has found."""

    rule: str
    strength: float
    span: Span


_ENGLISH = ("",)
_RULES = (
    _Rule("rhetoric.label", "label", 0.8, (masses,)),
    _Rule("rhetoric.weasel-source", "weasel_source", 0.8, (sourceless,)),
    _Rule("rhetoric.mind-reading", "mind_reading", 0.6, (feelings,)),
    _Rule("rhetoric.editorial", "editorial", 0.6),
    _Rule("rhetoric.insinuation", "insinuation", 0.6, (), _ENGLISH),
    _Rule("rhetoric.appeal-to-fear", "appeal_to_fear", 0.6, (), _ENGLISH),
    _Rule("rhetoric.false-dilemma", "false_dilemma", 0.6, (), _ENGLISH),
    _Rule("rhetoric.exaggeration", "exaggeration", 0.6, (), _ENGLISH),
    _Rule("rhetoric.puffery", "puffery", 0.5, (superlatives_of_many,)),
    _Rule("rhetoric.absolute", "absolute", 0.5),
    _Rule("rhetoric.hedge", "hedge", 0.4, (speculation,)),
    _Rule("rhetoric.vague-quantity", "vague_quantity", 0.4, (rough_amounts,)),
    _Rule("rhetoric.vague-frequency", "vague_frequency", 0.3, (), _ENGLISH),
    _Rule("rhetoric.relative-time", "relative_time", 0.3, (), _ENGLISH),
    _Rule("rhetoric.imprecise-degree", "imprecise_degree", 0.3, (), _ENGLISH),
)
_LISTS = {
    suffix: tuple(f"{rule.words}{suffix}" for rule in _RULES if suffix in rule.languages)
    for suffix in ("", "_zh")
}
_LOADED = "rhetoric.loaded"
_LOADED_STRENGTH = 0.7
# A word in somebody's mouth is theirs; it says less about the article.
_IN_QUOTATION = 0.5


def find_rhetoric(reading: Reading) -> Iterator[Finding]:
    """Yield findings of the rules `rhetoric.…` in reading order within each segment.

    The span is the exact words. Words that are part of a name or of a fixed expression are passed
    over; words inside a quotation are marked as quoted and weigh half.
    """
    text = reading.document.text
    inner = tuple(stretch.inner for stretch, _ in spoken(text))
    for segment in reading.segments:
        suffix = suffix_of(text, segment)
        if suffix is None or segment.role not in _READ:
            continue
        places = [
            place
            for place in _places(text, segment, suffix)
            if not is_guarded(text, place.span, segment.span.start, place.rule)
        ]
        yield from (_finding(place, inner) for place in _outermost(places))
    yield from scare_quotes(text, reading.segments)


def _outermost(places: Sequence[_Place]) -> Iterator[_Place]:
    """Yield the places that lie in no longer one: "seemed" is no remark beside "seemed worried"."""
    reached, last = -1, Span(0, 0)
    for place in sorted(places, key=lambda one: (one.span.start, -one.span.end)):
        if place.span.end > reached or place.span == last:
            yield place
        reached, last = max(reached, place.span.end), place.span


def _places(text: str, segment: Segment, suffix: str) -> Iterator[_Place]:
    """Yield rule, strength and words of everything in a segment that a list or pattern knows."""
    there = lists_in(text, _LISTS[suffix], segment.span)
    for rule in _RULES:
        if f"{rule.words}{suffix}" in there:
            for span in occurrences(text, f"{rule.words}{suffix}", segment.span):
                yield _Place(rule.name, rule.strength, span)
        if suffix == "":
            for find in rule.patterns:
                for span in find(text, segment.span):
                    yield _Place(rule.name, rule.strength, span)
    for span in loaded_words(text, segment, suffix):
        yield _Place(_LOADED, _LOADED_STRENGTH, span)


def _finding(place: _Place, inner: Sequence[Span]) -> Finding:
    quoted = any_contains(inner, place.span)
    message = RULES[place.rule] + ("; the words are the speaker's" if quoted else "")
    weight = place.strength * (_IN_QUOTATION if quoted else 1)
    return Finding(place.rule, place.span, message, quoted=quoted, strength=round(weight, 2))
