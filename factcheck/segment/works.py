"""Find the title in a bibliographic item. In: a text and the span of an item. Out: a span, or None.

Recognised are "Title, Venue 5 (2021).", "Title, preprint (2021).", "“Title,” Venue, 2021",
"Title — standard issued in 2018." and "Title (2021)."
"""

import re

from factcheck.lexicon import load
from factcheck.model.span import Span, trimmed

_YEAR_END = re.compile(r",?\s*[(（](?:[A-Z][a-z]+\s)?(?:1[5-9]|20)\d\d[a-z]?[)）][.。]?\Z")
_QUOTED = re.compile(r"[\"“](?P<title>[^\"“”]{3,300}?),?[\"”][.,]?\s*(?P<rest>.*)\Z", re.DOTALL)
_STRONG = re.compile(
    r"(?:in:?\s)?(?:the\s)?(?:\d\w*\s)?(?:Proceedings|Proc\.|(?:\w+\s){0,3}Journal\b|Transactions"
    r"|Special Issue|Annals|Acta|Advances in|IEEE|ACM|Lecture Notes|[Pp]reprint|arXiv|bioRxiv"
    r"|medRxiv|SSRN|(?:\w+\s){0,3}(?:Conference|Symposium|Workshop) on)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_DASH = re.compile(r"\s(?:—|–|--?)\s")
_PUBLISHED = re.compile(
    r"\b(?:issued|published|released|adopted|approved|guideline|standard|report|study|paper|article"
    r"|book|thesis|patent)\b.*\b(?:1[5-9]|20)\d\d\b"
)

# Long enough for every reference; a longer item is prose.
_READ = 1000


def title_of(text: str, item: Span) -> Span | None:
    """Return the span of the title in *item* (trimmed, no bullet), or None if it cites no work."""
    words = item.of(text)
    if len(words) > _READ:
        return None
    end = _title_end(words)
    quoted = _QUOTED.match(words)
    if quoted and (end is not None or _is_venue(quoted["rest"])):
        return Span(*quoted.span("title")).shifted(item.start)
    if not end:
        return None
    return trimmed(Span(item.start, item.start + end), text)


def _title_end(words: str) -> int | None:
    """Return how many characters the title has, with what stands before the venue or year."""
    year = _YEAR_END.search(words)
    commas = _top_level_commas(words)
    for comma in commas:
        if _STRONG.match(words, comma + 2):
            return comma
    if commas and _is_venue(words[commas[-1] :]):
        return commas[-1]
    dash = _last_dash(words)
    if dash is not None:
        return dash
    return year.start() if year else None


def _top_level_commas(words: str) -> list[int]:
    """Return where ", " stands outside brackets and quotation marks."""
    commas, depth = [], 0
    for position, character in enumerate(words):
        if character in "([“":
            depth += 1
        elif character in ")]”":
            # A stray bracket, as lists copied from a page have, closes nothing.
            depth = max(0, depth - 1)
        elif character == "," and depth == 0 and words[position + 1 : position + 2] == " ":
            commas.append(position)
    return commas


def _is_venue(part: str) -> bool:
    """Say whether *part* names a journal or the like and a volume or year."""
    has_number = any(character.isdigit() for character in part)
    return has_number and not load("venues").isdisjoint(_WORD.findall(part))


def _last_dash(words: str) -> int | None:
    """Return where the dash stands after which the work is described with its year."""
    dashes = [dash for dash in _DASH.finditer(words) if _PUBLISHED.search(words, dash.end())]
    return dashes[-1].start() if dashes else None
