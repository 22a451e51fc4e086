"""Read the marks that quoters put into quotations: omissions, brackets, "[sic]".

In: a quotation. Out: the parts that must stand in the source, and what stands between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.evidence.words import words_of

_SIC = re.compile(
    r"\s*[\[(]\s*(?:sic|emphasis (?:added|mine|ours)|my emphasis|so im Original)[.!]?\s*[\])]",
    re.IGNORECASE,
)
_DOTS = r"(?:…+|\.(?:\s?\.){2,3})"
_MARKS = re.compile(rf"(?P<omission>[\[(]\s*{_DOTS}\s*[\])]|{_DOTS})|\[(?P<own>[^\[\]]{{1,200}})\]")
# Nobody joins more parts to one quotation; what has more is no quotation.
MOST_MARKS = 50
_FIRST_LETTER = re.compile(r"\[(\w)\](?=\w)")
_ENDING = re.compile(r"(?<!\w)(\w{1,40})\[(\w{1,6})\]")


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together in a quotation.

    `own` are the quoter's bracketed words before them, which may stand for some words of the
    source; `omitted` says that a mark of omission stands there, for any number of words.
    """

    text: str
    own: str = ""
    omitted: bool = False


def readings(quote: str) -> Iterator[tuple[Part, ...]]:
    """Yield the ways in which a `cleaned` quotation can be meant, the strictest first.

    Brackets may be the source's own; then marks of omission count; then brackets do. A part
    without words can only be the last: brackets at the end. With more than `MOST_MARKS` marks a
    quotation is taken as it stands.
    """
    if not words_of(quote):
        return
    if not 0 < sum(1 for _ in _MARKS.finditer(quote)) <= MOST_MARKS:
        yield (Part(without_sic(quote)),)
        return
    without = without_sic(quote)
    for text in dict.fromkeys((_lettered(without, swap=False), _lettered(without, swap=True))):
        ways = (tuple(_split(text, marks)) for marks in ((), ("omission",), ("omission", "own")))
        yield from dict.fromkeys(parts for parts in ways if parts)


def without_sic(text: str) -> str:
    """Return *text* without "[sic]" and what says whose emphasis it is."""
    return _SIC.sub("", text)


def _lettered(quote: str, *, swap: bool) -> str:
    """Return "[T]he" as "The", or with *swap* as "the", and "call[ed]" as "[called]"."""
    ended = _ENDING.sub(r"[\1\2]", quote)
    return _FIRST_LETTER.sub(lambda found: found[1].swapcase() if swap else found[1], ended)


def _split(text: str, marks: tuple[str, ...]) -> Iterator[Part]:
    at, own, omitted, begun = 0, "", False, False
    for found in _MARKS.finditer(text):
        kind = found.lastgroup or ""
        if kind not in marks:
            continue
        piece = text[at : found.start()]
        if words_of(piece):
            yield Part(piece.strip(), own, omitted and begun)
            own, omitted, begun = "", False, True
        own = f"{own} {found['own'] or ''}".strip()
        omitted = omitted or kind == "omission"
        at = found.end()
    rest = text[at:]
    if words_of(rest):
        yield Part(rest.strip(), own, omitted and begun)
    elif own and begun:
        yield Part("", own, omitted)


def omissions_in(text: str) -> int:
    """Count the marks of omission between words of *text*; those at its ends join nothing."""
    marks = [found for found in _MARKS.finditer(text) if found.lastgroup == "omission"]
    words = words_of(text) if marks else ()
    if not words:
        return 0
    return sum(words[0].end <= mark.start() and mark.end() <= words[-1].start for mark in marks)
