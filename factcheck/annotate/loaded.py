"""Find loaded words: a text and a judged segment in, the words that say what to feel out."""

from collections.abc import Iterator

from factcheck.lexicon.phrases import occurrences
from factcheck.model.document import Segment
from factcheck.model.span import Span

# Where a word that is plain in a report is loaded: the sentence judges, and not by one word alone
# or else clearly. Set on the flags of the reference articles (tests/eval/gold).
_JUDGES = 0.5
_JUDGES_CLEARLY = 0.58
_COMPANY = 2


def loaded_words(text: str, segment: Segment, suffix: str) -> Iterator[Span]:
    """Yield the loaded words of a segment: those that always are, then those that are here.

    *segment* has its subjectivity; *suffix* chooses the word lists.
    """
    always = tuple(occurrences(text, f"loaded{suffix}", segment.span))
    yield from always
    if suffix == "" and segment.subjectivity >= _JUDGES:
        others = tuple(occurrences(text, "loaded_in_company", segment.span))
        if len(always) + len(others) >= _COMPANY or segment.subjectivity >= _JUDGES_CLEARLY:
            yield from others
