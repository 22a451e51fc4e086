"""Set the edges of a reference's fields, which labels of single words leave rough.

In: a line and the stretch of each field. Out: the same fields, whole and without what parts them.
"""

import re
from collections.abc import Mapping

from factcheck.lexicon.patterns import compiled
from factcheck.model.span import Span

_EDGES = " \t,.;:()[]“”\"«»'*_"
_CLOSERS = {")": "(", "]": "["}
_INITIAL = re.compile(r"(?:\A|[\s.-])[^\W\d_]\Z")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
# "Feb. 3, 2021", "4 May 2020": day and month before the year are the date's.
_DAY_BEFORE = rf"\b(?:\d{{1,2}}\s{_MONTH}|{_MONTH}(?:\s\d{{1,2}})?),?\s\Z"
_YEAR_FIRST = rf"(?P<date>(?:1[5-9]|20)\d\d(?:\s{_MONTH}(?:\s\d{{1,2}})?)?)\s?[;:]\s?(?=\d)"
_DAY_REACH = 20
_MARKS = (("“", "”"), ('"', '"'), ("«", "»"))


def bare(text: str, span: Span) -> Span:
    """Return the span without the signs at its ends that separate fields.

    A bracket that opens inside the field, and the point of a name's initial, belong to it.
    """
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    end = max(start, span.start + len(words.rstrip(_EDGES)))
    closer = text[end : end + 1]
    opener = _CLOSERS.get(closer)
    inside = text[start:end]
    if opener and inside.count(opener) > inside.count(closer) and end < span.end:
        return Span(start, end + 1)
    if closer == "." and _INITIAL.search(inside):
        return Span(start, end + 1)
    return Span(start, end)


def mended(text: str, line: Span, fields: Mapping[str, Span]) -> dict[str, Span]:
    """Return *fields* with a quoted title that ends where its marks close, and whole dates."""
    found = dict(fields)
    if "title" in found:
        _close_title(text, line, found)
    if "date" not in found and "volume" in found:
        _split_volume(text, found)
    if "date" in found:
        _add_day(text, line, found)
    return found


def _close_title(text: str, line: Span, fields: dict[str, Span]) -> None:
    """Cut a title where its marks close; what follows is where it was published."""
    title = fields["title"]
    before = text[max(line.start, title.start - 2) : title.start].strip()
    closing = next((closer for opener, closer in _MARKS if before == opener), "")
    at = text.find(closing, title.start, title.end) if closing else -1
    if at < 0:
        return
    fields["title"] = bare(text, Span(title.start, at))
    rest = bare(text, Span(at, title.end))
    if rest.start < rest.end and rest.of(text)[0].isupper():
        fields["container"] = rest


def _split_volume(text: str, fields: dict[str, Span]) -> None:
    """Take the year from a volume that begins with it, as medical journals print: 2002;935(1-2)."""
    volume = fields["volume"]
    year = compiled(_YEAR_FIRST).match(text, volume.start, volume.end)
    if year:
        fields["date"] = Span(*year.span("date"))
        fields["volume"] = bare(text, Span(year.end(), volume.end))


def _add_day(text: str, line: Span, fields: dict[str, Span]) -> None:
    """Take day and month before the year from whatever has them."""
    date = fields["date"]
    since = max(line.start, date.start - _DAY_REACH)
    found = compiled(_DAY_BEFORE).search(text, since, date.start)
    if not found:
        return
    fields["date"] = Span(found.start(), date.end)
    for name, span in tuple(fields.items()):
        if name != "date" and span.overlaps(fields["date"]):
            kept = bare(text, Span(span.start, max(span.start, found.start())))
            if kept.start < kept.end:
                fields[name] = kept
            else:
                del fields[name]
