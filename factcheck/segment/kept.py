"""Find the words that no claim holds any more. In: a sentence and its drafts. Out: words."""

from collections.abc import Iterator, Sequence

from factcheck.lexicon import load
from factcheck.segment.drafts import Draft
from factcheck.segment.parsed import Parsed, subtree
from factcheck.segment.spoken import Speech
from factcheck.segment.voices import speeches_of

_CONTENT = frozenset(["NOUN", "PROPN", "VERB", "NUM", "ADJ", "ADV"])
# These join what is split; without the other half they say nothing.
_JOINING = frozenset(
    ["only", "both", "either", "when", "where", "why", "how", "such", "same", "own", "according"]
)
_FRAME = frozenset(["nsubj", "obl", "advmod", "obj", "iobj", "nmod", "aux", "mark"])


def lost_words(sentence: Parsed, drafts: Sequence[Draft]) -> tuple[int, ...]:
    """Return the words with a meaning of their own that are in none of *drafts*.

    Who says so, how and when, counts as kept by the attribution.
    """
    kept = {piece for draft in drafts for piece in draft.pieces if isinstance(piece, int)}
    for speech in speeches_of(sentence, ()):
        kept.update(_frame(sentence, speech))
    joining = _JOINING | load("connectives")
    return tuple(
        word
        for word in range(len(sentence.spans))
        if word not in kept
        and sentence.tree.upos[word] in _CONTENT
        and sentence.lower[word] not in joining
        and not sentence.is_punctuation(word)
    )


def _frame(sentence: Parsed, speech: Speech) -> Iterator[int]:
    """Yield the words of a report around what is reported: "officials told him on Monday"."""
    yield from speech.source
    for word in speech.cue:
        yield word
        for child in sentence.children[word]:
            if sentence.relation(child) in _FRAME:
                yield from subtree(sentence, child)
