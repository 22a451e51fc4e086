"""Say whose words a phrase reports. In: a sentence and a draft. Out: source, verb, content."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.segment.drafts import Piece
from factcheck.segment.mending import quotations
from factcheck.segment.parsed import Parsed

# These need a listener before what is said.
TELLING = frozenset(
    ["tell", "tells", "told", "assure", "assures", "assured", "inform", "informs", "informed"]
)
_SAID_ALOUD = frozenset("$£€¥%#&@+")
# What is denied or doubted is not said.
DENIALS = frozenset(
    [
        "deny",
        "denies",
        "denied",
        "doubt",
        "doubts",
        "doubted",
        "dispute",
        "disputes",
        "disputed",
        "urge",
        "urges",
        "urged",
        "vow",
        "vows",
        "vowed",
        "read",
        "reads",
    ]
)


Words = tuple[int, ...]  # places of words in a sentence


class Speech(NamedTuple):
    """Who says what in a sentence: places of the words for the source, the verb, what is said."""

    named: bool
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


def said_words(sentence: Parsed, pieces: Sequence[Piece]) -> tuple[int, ...]:
    """Return the words of *pieces* without the marks at the two ends."""
    words = [piece for piece in pieces if isinstance(piece, int)]
    while words and _is_mark(sentence, words[-1]):
        words.pop()
    while words and _is_mark(sentence, words[0]):
        words.pop(0)
    return tuple(words)


def _is_mark(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is a mark between words; "$" and "%" are said aloud."""
    return sentence.is_punctuation(word) and not _SAID_ALOUD.intersection(sentence.lower[word])


def quotes_a_part(sentence: Parsed, first: Piece, tag: int) -> bool:
    """Say whether the tag behind a quotation belongs to that alone.

    "He resigned: “…,” Roy said." begins at *first* with words that are not Roy's.
    """
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    starts = [start for start, end in pairs if end == tag - 1]
    return any(start not in {first, 0} and start + 1 != first for start in starts)
