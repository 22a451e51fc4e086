"""Find rhetoric: a reading in, a finding for each word or phrase that is more than a statement."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.guards import is_guarded
from factcheck.annotate.language import suffix_of
from factcheck.annotate.places import any_contains
from factcheck.annotate.rules import RULES
from factcheck.lexicon import load
from factcheck.lexicon.phrases import occurrences
from factcheck.lexicon.quoting import Quoted
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


@dataclass(frozen=True, slots=True)
class _List:
    """A rule, its word list, and how often a hint of it was worth a look (0–1, set by hand)."""

    rule: str
    name: str
    strength: float


_LISTS = (
    _List("rhetoric.label", "label", 0.8),
    _List("rhetoric.weasel-source", "weasel_source", 0.8),
    _List("rhetoric.loaded", "loaded", 0.7),
    _List("rhetoric.mind-reading", "mind_reading", 0.6),
    _List("rhetoric.editorial", "editorial", 0.6),
    _List("rhetoric.puffery", "puffery", 0.5),
    _List("rhetoric.absolute", "absolute", 0.5),
    _List("rhetoric.hedge", "hedge", 0.4),
    _List("rhetoric.vague-quantity", "vague_quantity", 0.4),
)
# A word in somebody's mouth is theirs; it says less about the article.
_IN_QUOTATION = 0.5
_SCARE_WORDS = 2
_SCARE_STRENGTH = 0.5
# Words before the marks that say the word in them is a name or is spoken about.
_NAMING = {
    "called", "named", "titled", "entitled", "dubbed", "nicknamed", "term", "word", "phrase", "as",
    "labelled", "labeled", "song", "film", "book", "album", "programme", "program", "project",
    "campaign", "hashtag",
}  # fmt: skip


def find_rhetoric(reading: Reading) -> Iterator[Finding]:
    """Yield findings of the rules `rhetoric.…` in reading order within each segment.

    The span is the exact words. Words that are part of a name or of a fixed expression are passed
    over; words inside a quotation are marked as quoted and weigh half.
    """
    text = reading.document.text
    inner = tuple(stretch.inner for stretch, _ in spoken(text))
    for segment in reading.segments:
        suffix = suffix_of(text, segment)
        if suffix is not None and segment.role in _READ:
            yield from _of_segment(text, segment, suffix, inner)
    yield from _scare_quotes(text, reading.segments)


def _of_segment(
    text: str, segment: Segment, suffix: str, inner: Sequence[Span]
) -> Iterator[Finding]:
    for words in _LISTS:
        for span in occurrences(text, f"{words.name}{suffix}", segment.span):
            if is_guarded(text, span, segment.span.start, words.rule):
                continue
            spoken = any_contains(inner, span)
            strength = words.strength * (_IN_QUOTATION if spoken else 1)
            message = _message(words.rule, spoken=spoken)
            yield Finding(words.rule, span, message, quoted=spoken, strength=round(strength, 2))


def _message(rule: str, *, spoken: bool) -> str:
    return RULES[rule] + ("; the words are the speaker's" if spoken else "")


def _scare_quotes(text: str, segments: Sequence[Segment]) -> Iterator[Finding]:
    """Yield short quoted terms in running text that nobody is said to have used."""
    starts = [segment.span.start for segment in segments]
    for stretch, speaker in spoken(text):
        position = bisect_right(starts, stretch.span.start) - 1
        plain = position >= 0 and segments[position].role is Role.SENTENCE
        if plain and speaker is None and _is_scare(text, stretch):
            rule = "rhetoric.scare-quotes"
            message = _message(rule, spoken=False)
            yield Finding(rule, stretch.span, message, strength=_SCARE_STRENGTH)


def _is_scare(text: str, stretch: Quoted) -> bool:
    """Say whether quotation marks set off a word: one or two in lower case, no name, no gloss."""
    words = stretch.inner.of(text).split()
    before = text[max(0, stretch.span.start - 30) : stretch.span.start].lower().split()
    after = text[stretch.span.end : stretch.span.end + 8].lstrip()
    return (
        0 < len(words) <= _SCARE_WORDS
        and stretch.closed
        and all(word.islower() and word.isascii() for word in words)
        and not (before and before[-1].strip(",:(") in _NAMING)
        and not (before and before[-1].strip(",:(") in load("said_verbs"))
        and not after.startswith(("(", ")", "means", "or "))
    )
