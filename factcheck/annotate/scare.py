"""Find scare quotes: a text and its segments in, a finding for each short term set off out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.annotate.rules import RULES
from factcheck.lexicon.quoting import Quoted
from factcheck.lexicon.speakers import spoken
from factcheck.model.document import Role, Segment
from factcheck.model.finding import Finding

_RULE = "rhetoric.scare-quotes"
_WORDS = 2
_STRENGTH = 0.5
# What stands before a noun that the marks distance the writer from.
_BEFORE_NOUN = {
    "the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "such", "of",
    "and", "or", "for", "with", "by", "about", "more", "another", "any", "no", "mere",
}  # fmt: skip


def scare_quotes(text: str, segments: Sequence[Segment]) -> Iterator[Finding]:
    """Yield short quoted terms in running text that nobody is said to have used."""
    starts = [segment.span.start for segment in segments]
    for stretch, speaker in spoken(text):
        position = bisect_right(starts, stretch.span.start) - 1
        plain = position >= 0 and segments[position].role is Role.SENTENCE
        if plain and speaker is None and _is_scare(text, stretch):
            yield Finding(_RULE, stretch.span, RULES[_RULE], strength=_STRENGTH)


def _is_scare(text: str, stretch: Quoted) -> bool:
    """Say whether quotation marks set off a word: one or two in lower case, no name, no gloss."""
    words = stretch.inner.of(text).split()
    before = text[max(0, stretch.span.start - 30) : stretch.span.start].lower().split()
    word = before[-1].strip(",:(") if before else "the"
    after = text[stretch.span.end : stretch.span.end + 8].lstrip()
    return (
        0 < len(words) <= _WORDS
        and stretch.closed
        and all(one.islower() and one.isascii() for one in words)
        and word in _BEFORE_NOUN
        and not after.startswith(("(", ")", "means", "or "))
    )
