"""Find direct quotations in a text: text in, citations with the exact words and the speaker out."""

import re

from factcheck.citations.said import attributed
from factcheck.lexicon.quoting import Quoted
from factcheck.lexicon.scripts import chinese_in
from factcheck.model.citation import Citation, CitationKind
from factcheck.model.span import Span, trimmed

# Fewer words are scare quotes or a term, which nobody can be held to; single marks are used for
# terms more often, so that they need one word more.
_FEWEST_WORDS = 3
_FEWEST_IN_SINGLE = 4
_FEWEST_HAN = 6
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_SMALL = {
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "or",
    "the",
    "to",
    "vs",
    "with",
}
_ANNOUNCED = re.compile(
    r"\b(?:titled|entitled|called|headlined|named|nicknamed|dubbed|known\sas|paper|article|book|song|album|film|movie|episode|series|show|program|programme"
    r"|project|campaign|website|site|page|column|report)[,:]?\s$",
    re.IGNORECASE,
)


def find_quotations(text: str) -> tuple[Citation, ...]:
    """Find the stretches of *text* that give somebody's exact words.

    In reading order; the span is the words without the marks. The field `speaker` is there where
    a verb of saying or calling or "according to" names one, for the second half of a quotation as
    well. Terms of one or two words and titles are none.
    """
    return tuple(
        _citation(text, quotation, source)
        for quotation, source in attributed(text)
        if _is_long_enough(text, quotation) and not _is_title(text, quotation)
    )


def _citation(text: str, quotation: Quoted, source: Span | None) -> Citation:
    fields = (("speaker", source),) if source else ()
    return Citation(CitationKind.QUOTATION, trimmed(quotation.inner, text), fields)


def _is_long_enough(text: str, quotation: Quoted) -> bool:
    inner = quotation.inner.of(text)
    chinese = chinese_in(inner)
    if chinese >= _FEWEST_HAN:
        return True
    fewest = _FEWEST_IN_SINGLE if quotation.single else _FEWEST_WORDS
    return len(_WORD.findall(inner)) >= fewest and not chinese


def _is_title(text: str, quotation: Quoted) -> bool:
    """Say whether the words are a name: announced as one, or every long word a capital one."""
    before = text[max(0, quotation.span.start - 30) : quotation.span.start]
    if _ANNOUNCED.search(before):
        return True
    words = _WORD.findall(quotation.inner.of(text))
    if quotation.inner.of(text)[-1] in ",.?!":
        return False
    return all(
        word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words
    ) and not chinese_in(quotation.inner.of(text))
