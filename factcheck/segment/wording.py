"""Put a claim's wording together. In: pieces of a text and words of our own. Out: a claim.

A span is quoted word for word, only its white space is folded; a string is inserted and recorded
as an insertion.
"""

from collections.abc import Sequence

from factcheck.model.claim import Claim
from factcheck.model.span import Span


def folded(words: str) -> str:
    """Return *words* with every run of white space, line breaks too, as one space."""
    return " ".join(words.split())


def worded(
    text: str, pieces: Sequence[Span | str], *, needs_context: tuple[str, ...] = ()
) -> Claim:
    """Return the claim that reads as the *pieces* do, one after the other.

    Two spans side by side are joined by a space. Taking the insertions out of the wording leaves
    the words of the spans.
    """
    wording = ""
    insertions: list[Span] = []
    for position, piece in enumerate(pieces):
        if isinstance(piece, str):
            insertions.append(Span(len(wording), len(wording) + len(piece)))
            wording += piece
            continue
        if position and isinstance(pieces[position - 1], Span):
            wording += " "
        wording += folded(piece.of(text))
    spans = tuple(piece for piece in pieces if isinstance(piece, Span))
    return Claim(wording, spans, tuple(insertions), needs_context=needs_context)
