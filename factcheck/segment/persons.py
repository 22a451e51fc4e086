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
    paragraph: Sequence[tuple[Parsed, tuple[Speech, ...], frozenset[int]]],
) -> Iterator[tuple[Speech, ...]]:
    """Yield for each sentence of a paragraph its speeches; `named` of a pronoun is decided.

    Beside its speeches a sentence has its words that stand in quotations: who is named there is
    not the one who speaks.
    """
    people: set[str] = set()
    for sentence, speeches, quoted in paragraph:
        names = tuple(_names(sentence, quoted))
        yield tuple(_settled(sentence, one, people, names) for one in speeches)
        people.update(name for _, name in names)


def _settled(
    sentence: Parsed, speech: Speech, people: set[str], names: tuple[tuple[int, str], ...]
) -> Speech:
    form = sentence.lower[speech.source[0]] if len(speech.source) == 1 else ""
    if form not in _PRONOUNS | _POSSESSIVES or (form in _POSSESSIVES and speech.named):
        return speech
    before = {name for word, name in names if word < speech.source[0]}
    return speech._replace(named=len(people | before) == 1)


def _names(sentence: Parsed, quoted: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Yield where those who do something outside quotations are named, and their last names."""
    for word in range(len(sentence.lower)):
        head = sentence.tree.heads[word]
        relation = sentence.tree.relations[word]
        appended = relation == "appos" and sentence.tree.relations[head] in _SUBJECTS
        name = sentence.tree.upos[word] == "PROPN" and (relation in _SUBJECTS or appended)
        if name and word not in quoted:
            yield word, sentence.lower[max((word, *sentence.related(word, "flat")))]
