"""Count the signs that expressions find in a sentence: signs, words in, a number for each out."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck.lexicon.patterns import compiled, small
from factcheck.lexicon.phrases import words_in
from factcheck.lexicon.scripts import FIRST_CHINESE
from factcheck.model.span import Span


class Sign(NamedTuple):
    """An expression, and the words of which every match holds one, unless it is in Chinese.

    Most sentences have none of the words, and are not searched; a sign without words is looked for
    everywhere. Words are in small letters, and so are expressions that are found in any case.
    """

    expression: str
    words: frozenset[str] = frozenset()
    cased: bool = False


def sign(words: str, expression: str) -> Sign:
    """Return the sign of *expression* in any case; every match has one of *words*."""
    return Sign(expression, frozenset(words.split()))


def cased(words: str, expression: str) -> Sign:
    """Return the sign of *expression* as it is written; *words* are in small letters."""
    return Sign(expression, frozenset(words.split()), cased=True)


def stands(one: Sign, sentence: str) -> bool:
    """Say whether a sign stands in *sentence*."""
    there, chinese = _looks(sentence)
    return _may_stand(one, there, chinese=chinese) and (
        compiled(one.expression).search(sentence if one.cased else small(sentence)) is not None
    )


def counted(signs: Mapping[str, Sign], sentence: str, most: int) -> dict[str, int]:
    """Return how often each sign stands in *sentence*, up to *most* times."""
    there, chinese = _looks(sentence)
    in_small = small(sentence)
    return {
        name: min(most, len(compiled(one.expression).findall(sentence if one.cased else in_small)))
        if _may_stand(one, there, chinese=chinese)
        else 0
        for name, one in signs.items()
    }


def _looks(sentence: str) -> tuple[Iterable[str], bool]:
    """Return the words of a sentence, and whether some may be in Chinese."""
    chinese = not sentence.isascii() and max(sentence) >= FIRST_CHINESE
    return words_in(sentence, Span(0, len(sentence))), chinese


def _may_stand(one: Sign, words: Iterable[str], *, chinese: bool) -> bool:
    return not one.words or not one.words.isdisjoint(words) or chinese
