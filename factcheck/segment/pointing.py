"""Find objects that point out of a claim. In: a sentence and a draft. Out: pronouns.

"The firm bought a ship and sold it": in "The firm sold it", the ship is missing.
"""

from factcheck.segment.clauses import NOUNS
from factcheck.segment.drafts import Draft
from factcheck.segment.parsed import Parsed

_OBJECTS = frozenset(["it", "them"])


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
        and sentence.relation(word) in {"obj", "iobj", "obl"}
        and not any(
            other in words - subject and sentence.tree.upos[other] in NOUNS for other in range(word)
        )
        and any(sentence.tree.upos[other] in NOUNS for other in range(word) if other not in words)
    )
