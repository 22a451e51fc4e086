"""Say whose words a phrase reports. In: a sentence and a draft. Out: source, verb, content."""

from collections.abc import Sequence

from factcheck.segment.clauses import is_named, subject_of
from factcheck.segment.drafts import Draft, Piece, Speech
from factcheck.segment.mending import quotations
from factcheck.segment.parsed import Parsed, extent

# What is denied or doubted is not said.
DENIALS = frozenset(
    [
        "deny",
        "denies",
        "denied",
        "doubt",
        "doubts",
        "doubted",
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


def said_words(sentence: Parsed, pieces: Sequence[Piece]) -> tuple[int, ...]:
    """Return the words of *pieces* without the marks at the two ends."""
    words = [piece for piece in pieces if isinstance(piece, int)]
    while words and sentence.is_punctuation(words[-1]):
        words.pop()
    while words and sentence.is_punctuation(words[0]):
        words.pop(0)
    return tuple(words)


def speech_of(sentence: Parsed, draft: Draft, verb: int, content: Sequence[Piece]) -> Speech:
    """Return who says *content* by *verb*: its subject, or the one it shares."""
    subject = subject_of(sentence, verb)
    source = extent(sentence, subject) if subject is not None else draft.subject
    named = subject is None or is_named(sentence, subject)
    words = tuple(word for word in source if isinstance(word, int))
    helpers = [word for word in sentence.related(verb, "aux") if word == verb - 1]
    return Speech(named, words, (*helpers, verb), said_words(sentence, content))


def quotes_a_part(sentence: Parsed, first: Piece, tag: int) -> bool:
    """Say whether the tag behind a quotation belongs to that alone.

    "He resigned: “…,” Roy said." begins at *first* with words that are not Roy's.
    """
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    starts = [start for start, end in pairs if end == tag - 1]
    return any(start not in {first, 0} and start + 1 != first for start in starts)
