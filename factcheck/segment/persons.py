"""Say who "he said" could be. In: sentences with their speeches. Out: the speeches, named or not.

A pronoun names somebody only where one person, and no other, was named before in the paragraph.
"""

from collections.abc import Iterator, Sequence

from factcheck.segment.parsed import Parsed
from factcheck.segment.spoken import Speech

_PRONOUNS = frozenset(["he", "she", "they", "it"])
# "In his view": of these the sentence itself may have shown whose it is.
_POSSESSIVES = frozenset(["his", "her", "their", "its"])
_SUBJECTS = frozenset(["nsubj", "nsubj:pass", "nsubj:outer"])


def settled(
    paragraph: Sequence[tuple[Parsed, tuple[Speech, ...]]],
) -> Iterator[tuple[Speech, ...]]:
    """Yield for each sentence of a paragraph its speeches; `named` of a pronoun is decided."""
    people: set[str] = set()
    for sentence, speeches in paragraph:
        yield tuple(_settled(sentence, one, people) for one in speeches)
        people.update(_names(sentence))


def _settled(sentence: Parsed, speech: Speech, people: set[str]) -> Speech:
    form = sentence.lower[speech.source[0]] if len(speech.source) == 1 else ""
    if form not in _PRONOUNS | _POSSESSIVES or (form in _POSSESSIVES and speech.named):
        return speech
    before = set(_names(sentence, speech.source[0]))
    return speech._replace(named=len(people | before) == 1)


def _names(sentence: Parsed, end: int | None = None) -> Iterator[str]:
    """Yield the last names of those who do something in a sentence, before the word *end*."""
    for word in range(len(sentence.lower) if end is None else end):
        head = sentence.tree.heads[word]
        relation = sentence.tree.relations[word]
        appended = relation == "appos" and sentence.tree.relations[head] in _SUBJECTS
        if sentence.tree.upos[word] == "PROPN" and (relation in _SUBJECTS or appended):
            yield sentence.lower[max((word, *sentence.related(word, "flat")))]
