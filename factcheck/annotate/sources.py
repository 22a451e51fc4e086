"""Say whether a source is somebody: text and span of a source in, yes or no out."""

import re

from factcheck.lexicon import load
from factcheck.lexicon.scripts import chinese_in
from factcheck.model.claim import Attribution
from factcheck.model.span import Span

_WORD = re.compile(r"[^\W_][\w’'&.-]*")
_PRONOUN = {"he", "she", "they", "i", "we", "it"}
_POSSESSIVE = {"his", "her", "their", "its", "him", "them"}
_DEFINITE = {"the", "his", "her", "its", "their", "my", "our", "this", "that", "both"}
# Whom a newspaper calls "an official" or "a source" stays unnamed whatever the office is called.
_HIDDEN = {"official", "officials", "source", "sources", "insider", "insiders", "aide", "aides"}
# "The scientists" were introduced before; "the evidence" and "the media" never are.
_NOBODY = {
    "media",
    "press",
    "public",
    "evidence",
    "data",
    "records",
    "statistics",
    "rumors",
    "rumours",
}


def is_named(text: str, source: Span) -> bool:
    """Say whether a reader could ask this source: a name, or one definite person or body.

    "Records", "experts" and "a senior White House official" are nobody; "Ines Roy", "the company"
    and "she" are somebody.
    """
    words = [word.rstrip(".,") for word in _WORD.findall(source.of(text))]
    if any(chinese_in(word) for word in words):
        return not _is_anonymous_chinese("".join(words))
    if not words or _is_hidden(words):
        return False
    lower = [word.lower() for word in words]
    # The first word of a sentence has a capital whatever it is: "Court records", "Local experts".
    vague = lower[-1] in load("anonymous_sources")
    if lower[0] in _PRONOUN or any(_is_name(word) for word in words[vague:]):
        return True
    return lower[0] in _DEFINITE and not _NOBODY.intersection(lower)


def hides_source(text: str, attribution: Attribution) -> bool:
    """Say whether an attribution keeps back who says so; "he said" only leaves it to the reader."""
    words = " ".join(span.of(text) for span in attribution.source).lower()
    return not attribution.named and words not in _PRONOUN | _POSSESSIVE


def _is_hidden(words: list[str]) -> bool:
    """Say whether the head of the phrase hides who it is, and nobody is named behind it."""
    lower = [word.lower() for word in words]
    heads = [place for place, word in enumerate(lower) if word in _HIDDEN]
    return bool(heads) and not any(word[0].isupper() for word in words[heads[-1] + 1 :])


def _is_name(word: str) -> bool:
    """Say whether a word is a name by its capital; the first words of sentences are listed."""
    return word[0].isupper() and word.lower() not in load("title_words")


def _is_anonymous_chinese(source: str) -> bool:
    return any(source.endswith(entry) for entry in load("anonymous_sources_zh"))
