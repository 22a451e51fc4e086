"""Count the signs that expressions find in a sentence: signs, words in, a number for each out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.lexicon.patterns import compiled
from factcheck.lexicon.phrases import words_in
from factcheck.lexicon.scripts import FIRST_CHINESE
from factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Sign:
    """An expression, and the words of which every match holds one, unless it is in Chinese.

    Most sentences have none of the words, and are not searched; a sign without words is looked for
    everywhere.
    """

    expression: str
    words: frozenset[str] = frozenset()
    flags: int = 0


def sign(words: str, expression: str) -> Sign:
    """Return the sign of *expression* in any case; every match has one of *words*."""
    return Sign(expression, frozenset(words.split()), re.IGNORECASE)


def cased(words: str, expression: str) -> Sign:
    """Return the sign of *expression* as it is written; *words* are in small letters."""
    return Sign(expression, frozenset(words.split()))


def counted(signs: Mapping[str, Sign], sentence: str, most: int) -> dict[str, int]:
    """Return how often each sign stands in *sentence*, up to *most* times."""
    there = words_in(sentence, Span(0, len(sentence)))
    chinese = max(sentence, default="") >= FIRST_CHINESE
    return {
        name: min(most, len(compiled(one.expression, one.flags).findall(sentence)))
        if chinese or not one.words or not one.words.isdisjoint(there)
        else 0
        for name, one in signs.items()
    }
