"""Tell whether a draft lacks what its verb stands for. In: a sentence and a draft. Out: yes or no.

"It is not", "he would", "Berg did so for a month": what, only the words before can say.
"""

from factcheck.segment.drafts import Draft, Piece
from factcheck.segment.parsed import Parsed

_DOING = frozenset(["do", "does", "did", "done", "doing"])
_BEING = frozenset(["is", "are", "was", "were", "am", "be", "been"])
_EMPTY = frozenset(["nsubj", "advmod", "aux", "mark", "cc", "punct"])
_FILLED = frozenset(["ccomp", "xcomp", "expl", "obj", "csubj"])


def is_elided(sentence: Parsed, draft: Draft) -> bool:
    """Say whether the verb of a draft is an auxiliary without its verb, or "did so".

    Not where a verb stands before it that it can stand for: "if you may not pass, nobody may".
    """
    head = draft.head
    if any(_is_verb_before(sentence, piece, head) for piece in draft.pieces):
        return False
    relations = {sentence.relation(child) for child in sentence.children[head]}
    so = any(sentence.lower[word] == "so" for word in sentence.related(head, "advmod"))
    if sentence.lower[head] in _BEING:
        return relations <= _EMPTY
    bare = sentence.tree.upos[head] == "AUX" or sentence.tree.xpos[head] == "MD"
    return (sentence.lower[head] in _DOING and so) or (bare and relations.isdisjoint(_FILLED))


def _is_verb_before(sentence: Parsed, piece: Piece, head: int) -> bool:
    return isinstance(piece, int) and piece < head and sentence.tree.upos[piece] == "VERB"
