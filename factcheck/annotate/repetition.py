"""Find repetition: a reading in, a finding for each row of sentences that begin alike."""

import re
from collections.abc import Iterator

from factcheck.annotate.language import suffix_of
from factcheck.annotate.rules import RULES
from factcheck.model.document import Role
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span

_RULE = "rhetoric.repetition"
_STRENGTH = 0.4
# Two words in common are an accident; three sentences in a row are a figure of speech.
_WORDS = re.compile(r"\s*[\"“]?(\w+(?:[’']\w+)?\s\w+(?:[’']\w+)?\s\w+(?:[’']\w+)?)\b")
_ROW = 3


def find_repetition(reading: Reading) -> Iterator[Finding]:
    """Yield a finding at the third sentence in a row that begins with the same three words."""
    text = reading.document.text
    before, row = "", 0
    for segment in reading.segments:
        found = _WORDS.match(text, segment.span.start, segment.span.end)
        if segment.role is not Role.SENTENCE or found is None or suffix_of(text, segment) != "":
            before, row = "", 0
            continue
        words = found[1].lower()
        row = row + 1 if words == before else 1
        before = words
        if row == _ROW:
            yield Finding(_RULE, Span(*found.span(1)), RULES[_RULE], strength=_STRENGTH)
