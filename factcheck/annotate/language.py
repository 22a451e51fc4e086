"""Say which word lists fit a segment: a text and a segment in, a list's suffix out."""

import re

from factcheck.lexicon.scripts import chinese_in
from factcheck.model.document import Segment

_LATIN = re.compile(r"[A-Za-z]")
_SUFFIXES = {"en": "", "zh": "_zh"}


def suffix_of(text: str, segment: Segment) -> str | None:
    """Return "" for English, "_zh" for Chinese, None for a language without word lists.

    A segment whose language is not known is read by its script.
    """
    if segment.language is not None:
        return _SUFFIXES.get(segment.language)
    return script_of(segment.span.of(text))


def script_of(words: str) -> str:
    """Return "_zh" where more Chinese characters than Latin words stand, "" otherwise."""
    chinese = chinese_in(words)
    return "_zh" if chinese and chinese * 4 > len(_LATIN.findall(words)) else ""


def is_latin(text: str, segment: Segment) -> bool:
    """Say whether a segment is written in Latin letters, whatever its language is taken for.

    A short sentence full of figures is often taken for another language, and what is looked for
    in it stands in English words only.
    """
    return script_of(segment.span.of(text)) == ""
