"""What turns true words round: negations that stand just beside a quotation.

In: a text, and the stretch of it that is quoted. Out: remarks. The words are true, so that this is
nothing altered; a person must look.
"""

import re
from collections.abc import Iterator

from factcheck.evidence.words import is_negation, words_of
from factcheck.model.span import Span

# Words before a quotation that may turn it round: "is not", "has never been".
_BEFORE = 3
_REACH = 60
_CLAUSE_ENDS = re.compile(r"[.!?;:]")
_PHRASE_ENDS = re.compile(r"[.!?;:,()—–“”\"]")


def denied_before(text: str, span: Span) -> Iterator[str]:
    """Yield a remark where the clause denies what is quoted just before it: "not guilty"."""
    clause = _CLAUSE_ENDS.split(text[max(0, span.start - _REACH) : span.start])[-1]
    denied = [word.text for word in words_of(clause)[-_BEFORE:] if is_negation(word.text)]
    if denied:
        yield f"the source has “{denied[-1]}” just before these words"


def denied_after(text: str, span: Span) -> Iterator[str]:
    """Yield a remark where the source goes on with a negation: "one third did" of "did not"."""
    phrase = _PHRASE_ENDS.split(text[span.end : span.end + _REACH])[0]
    following = [word.text for word in words_of(phrase)[:1] if is_negation(word.text)]
    if following:
        yield f"the source has “{following[0]}” just after these words"
