"""Mend quotations of which a claim holds one mark. In: a sentence and pieces of it. Out: pieces.

A quotation may begin in one sentence and end in another: "Roy said: “The port is shut." A mark at
the edge of a claim goes; one inside gets its other half, put in.
"""

from factcheck.model.span import Span
from factcheck.segment.mending import QUOTES, opens_quotation, quotations
from factcheck.segment.parsed import Parsed

_OTHER_HALF = {'"': '"', "“": "”", "”": "“"}


def with_both_marks(sentence: Parsed, pieces: tuple[Span | str, ...]) -> tuple[Span | str, ...]:
    """Return *pieces*, spans and strings in their order, with both marks of a quotation or none.

    They stay as they are where more than one mark has no other half in the sentence.
    """
    if QUOTES.isdisjoint(sentence.lower):
        return pieces
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    paired = {mark for pair in pairs for mark in pair}
    lonely = [
        word
        for word, form in enumerate(sentence.lower)
        if form in QUOTES and word not in paired and _holds(pieces, sentence.spans[word])
    ]
    if len(lonely) != 1 or len(sentence.spans) == 1:
        return pieces
    (word,) = lonely
    mark = sentence.spans[word]
    first, last = pieces[0], pieces[-1]
    if isinstance(first, Span) and first.start == mark.start:
        return (Span(sentence.spans[word + 1].start, first.end), *pieces[1:])
    if isinstance(last, Span) and last.end == mark.end:
        return (*pieces[:-1], Span(last.start, sentence.spans[word - 1].end))
    other = _OTHER_HALF[mark.of(sentence.text)]
    opens = opens_quotation(sentence.text, mark.start)
    return (*pieces, other) if opens else (other, *pieces)


def _holds(pieces: tuple[Span | str, ...], mark: Span) -> bool:
    return any(piece.start <= mark.start < piece.end for piece in pieces if isinstance(piece, Span))
