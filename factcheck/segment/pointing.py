"""Find objects that point out of a claim. In: a sentence and a draft. Out: pronouns.

"The firm bought a ship and sold it": in "The firm sold it", the ship is missing.
"""

from factcheck.segment.clauses import NOUNS, subject_of
from factcheck.segment.drafts import Draft
from factcheck.segment.mentions import is_person_noun
from factcheck.segment.parsed import Parsed

_OBJECTS = frozenset(["it", "them"])
_PERSONS = frozenset(["him", "her"])
_PARTS = frozenset(["flat", "compound"])
_ROLES = frozenset(["obj", "iobj", "obl"])


def pointing_objects(sentence: Parsed, draft: Draft) -> tuple[str, ...]:
    """Return the "it" and "them" before which only the subject of *draft* is named.

    () where the draft is not of a clause that was split off: the reader has what stood before.
    """
    words = {piece for piece in draft.pieces if isinstance(piece, int)}
    subject = set(draft.subject)
    return tuple(
        sentence.lower[word]
        for word in sorted(words)
        if sentence.lower[word] in _OBJECTS
        and sentence.relation(word) in _ROLES
        and not any(
            other in words - subject and sentence.tree.upos[other] in NOUNS for other in range(word)
        )
        and any(sentence.tree.upos[other] in NOUNS for other in range(word) if other not in words)
    )


def pointing_persons(sentence: Parsed, draft: Draft) -> tuple[str, ...]:
    """Return the "him" and "her" of *draft* before which it names nobody who could be meant.

    Who acts on somebody is somebody else: "Vale sued him".
    """
    words = sorted(piece for piece in draft.pieces if isinstance(piece, int))
    return tuple(
        sentence.lower[word]
        for word in words
        if sentence.lower[word] in _PERSONS
        and sentence.relation(word) in _ROLES
        and sentence.tree.xpos[word] == "PRP"
        and not _names_somebody(sentence, _others(sentence, draft, words, word), word)
    )


def _others(sentence: Parsed, draft: Draft, words: list[int], pronoun: int) -> list[int]:
    """Return *words* without the subject of *draft* if it acts on *pronoun*: "Rome made her"."""
    acts = sentence.tree.heads[pronoun] == draft.head
    return [word for word in words if not acts or word not in draft.subject]


def _names_somebody(sentence: Parsed, words: list[int], pronoun: int) -> bool:
    verb = sentence.tree.heads[pronoun]
    actor = subject_of(sentence, verb) if verb >= 0 else None
    return any(
        word < pronoun
        and word != actor
        and not (sentence.tree.heads[word] == actor and sentence.relation(word) in _PARTS)
        and (
            sentence.tree.upos[word] == "PROPN"
            or (sentence.tree.upos[word] == "NOUN" and is_person_noun(sentence.lower[word]))
        )
        for word in words
    )
