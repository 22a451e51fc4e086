"""Find publications in a text: text and segments in, citations with title, venue and date out."""

import re
from collections.abc import Iterator, Sequence

from factcheck.citations.items import NUMBERED, Item, items
from factcheck.citations.marked import marked_reference
from factcheck.citations.references import reference_in
from factcheck.lexicon.patterns import Rare, compiled
from factcheck.lexicon.quoting import quoted
from factcheck.model.citation import Citation, CitationKind
from factcheck.model.document import Segment
from factcheck.model.span import Span, trimmed

_YEAR = r"(?:1[5-9]|20)\d\d"
_NAME = r"[A-Z][\w’'-]+"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
# "Title, Venue 5 (2021)." The venue is what stands between the last comma and the year.
_TITLE_VENUE = re.compile(
    r"(?P<title>\S.{6,300}?\S),\s(?P<container>[^,()]{3,120}?)(?P<volume>\s\d+(?:[.:]\d+)?(?:\(\d+\))?)?"
    rf"(?:,\s(?:pp?\.\s?)?\d+[-–]\d+)?\s?\((?:[A-Z][a-z]+\.?\s)?(?P<date>{_YEAR})\)"
)
# Author, A., & Other, B., then the year in brackets, then the title, as psychologists cite.
_AUTHOR_YEAR = re.compile(
    rf"(?P<author>{_NAME}[^()\n]{{0,200}}?)\s?\((?P<date>{_YEAR})[a-z]?(?:,[^()\n]{{1,20}})?\)[.,:]?\s"
    r"(?P<title>[^.?!\n]{6,300})[.?!]\s?[*_]{0,2}(?P<container>[A-Z][^.,;(\n*_]{2,150})?"
)
# An author, a title in quotation marks, a venue and a year, as the humanities cite.
_QUOTED_TITLE = re.compile(
    rf"(?P<author>{_NAME}[^“\"\n]{{0,200}}?)?[,.]?\s?[“\"](?P<title>[^”\"\n]{{6,300}}?)[,.?!]?[”\"][,.]?\s"
    rf"(?:[Ii]n\s)?(?P<container>[^,.;(\n]{{3,150}}?)(?:,?\s\d[\d.:,\sA-Za-z]{{0,40}})?,?\s?\(?(?P<date>{_YEAR})\)?"
)
_AUTHORS_IN_LIST = r"\b[A-Z]\.|\bet al|&"
# A line that is no item of a list is a reference only when it begins as one: "Roy, I., …".
_AUTHORS_IN_LINE = rf"^{_NAME},\s(?:[A-Z]\.[\s-]?)+"
_VENUE = re.compile(
    r"\b(?:journal|proceedings|conference|symposium|workshop|transactions|review|letters|annals"
    r"|bulletin|quarterly|research|science|sciences|nature|cell|lancet|sinica|acta|archives"
    r"|preprint|arxiv|ssrn|biorxiv|medrxiv|working paper|technical report|white paper|press|thesis"
    r"|dissertation|magazine|advances|frontiers|communications|reports|studies|notes|plos|ieee|acm"
    r"|aaai|neurips|icml|university|publishers?|publishing|books)\b",
    re.IGNORECASE,
)
_WORK = (
    r"(?:paper|study|article|book|report|essay|editorial|op-ed|dissertation|thesis|preprint"
    r"|memoir|chapter|monograph|review)"
)
_CALLED = (
    rf"(?i)\b(?:{_WORK},?(?:\s(?:is|was))?(?:\s(?:titled|entitled|called|headlined"
    rf"|named))?|titled|entitled|headlined),?\s$"
)
_PRINTED = rf"\s\((?P<publisher>[A-Z][^(),\n]{{1,60}}),\s(?P<date>{_YEAR})\)"
_PUBLISHED_IN = Rare(
    ("published", "appear", "printed"),
    rf"\b(?P<work>{_WORK}|research|findings|results|analysis|survey)\b[^.\n“”\"]{{0,80}}?"
    r"\b(?:published|appeared|appearing|printed)\s(?:\w+\s){0,3}?in\s(?P<article>(?:the\s)?(?:(?:academic|medical|scientific|peer-reviewed)\s)?(?:(?:journal|magazine)\s)?)"
    rf"(?P<container>(?!{_MONTH}\b)[A-Z][\w’'&-]*(?:\s(?:(?:of|and|the|for|in)\s){{0,2}}"
    rf"(?!{_MONTH}\b)[A-Z][\w’'&-]*){{0,8}})",
)
# Journals of one word are countries and fields as well: only these count without being called one.
_IN_JOURNAL = Rare(
    (
        "nature",
        "science",
        "lancet",
        "cell",
        "jama",
        "bmj",
        "pnas",
        "plos",
        "journal",
        "review",
        "letters",
        "proceedings",
        "annals",
        "quarterly",
        "bulletin",
    ),
    r"\b(?P<work>(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]his)\s(?:(?:19|20)\d\d\s|recent\s|new\s|earlier\s)?"
    rf"{_WORK})\sin\s(?P<article>(?:the\s)?(?:journal\s)?)"
    r"(?P<container>(?:Nature|Science|The\sLancet|Lancet|Cell|JAMA|BMJ|PNAS|PLOS|PLoS)"
    r"(?:\s[A-Z][a-z]+){0,3}|(?:[A-Z][\w’&-]*\s(?:(?:of|and|the|for|in)\s){0,2}){0,5}"
    r"(?:Journal|Review|Letters|Proceedings|Annals|Quarterly|Bulletin)"
    r"(?:\s(?:(?:of|and|the|for|in|on)\s){0,2}[A-Z][\w’&-]*){0,6})",
)
_PAPER_BY = re.compile(
    rf"\b{_WORK}\sby\s(?P<author>(?:{_NAME}|[A-Z]{{1,3}}\.?)(?:\s(?:and\s|et\sal\.?,?|{_NAME}|[A-Z]{{1,2}}\.?)){{0,6}})"
    rf"(?:,?\s(?:in|from|of)\s|\s\(){{1}}(?P<date>{_YEAR})\b"
)
_IN_TEXT = re.compile(
    rf"(?:\(|(?<=;\s))(?:(?:see|cf\.|e\.g\.,?)\s)?(?P<author>{_NAME}(?:\set\sal\.?|(?:,\s{_NAME}){{0,3}},?\s(?:and|&)\s{_NAME})?),?\s"
    rf"(?P<date>{_YEAR})[a-z]?(?:[,:]\s?(?:pp?\.\s?)?\d[\d–-]*)?(?:\)|(?=;))|"
    rf"\b(?P<author2>{_NAME}\s(?:et\sal\.?|(?:and|&)\s{_NAME}))\s\((?P<date2>{_YEAR})[a-z]?\)"
)
_NO_AUTHOR = rf"(?:{_MONTH}|Summer|Winter|Spring|Autumn|Fall|Since|Until|In)\b"
_CHINESE_WORK = Rare(("《",), r"《(?P<title>[^《》\n]{8,80})》")
_NOT_WORKS = r"(?:日报|晚报|时报|周刊|杂志|法|条例|规定|办法|宪法|决定|公约)$"


def find_publications(text: str, segments: Sequence[Segment]) -> tuple[Citation, ...]:
    """Find works that are cited: entries of lists and works named in running text.

    An entry is cited whole, without its bullet and its last point, with the fields `title`,
    `container`, `date` and `author` that it has.
    """
    entries = (_publication(text, item) for item in items(text, segments))
    return (*(entry for entry in entries if entry), *_in_prose(text))


def _publication(text: str, item: Item) -> Citation | None:
    """Return the publication that a line is: without an author by its shape, else by its words."""
    marked = marked_reference(text, item)
    if marked:
        return marked
    entry = _entry(text, item)
    has_author = entry is None or any(name == "author" for name, _ in entry.fields)
    return (reference_in(text, item) or entry) if has_author else entry


def _entry(text: str, item: Item) -> Citation | None:
    """Return the publication that an item of a list, or a line of references, is."""
    numbered = NUMBERED.match(text, item.span.start, item.span.end)
    start = numbered.end() if numbered else item.span.start
    patterns = (_AUTHOR_YEAR, _QUOTED_TITLE)
    for pattern in (*patterns, _TITLE_VENUE) if item.listed or numbered else patterns[:1]:
        found = pattern.match(text, start, item.span.end)
        if found and _is_reference(found, pattern, listed=item.listed or numbered is not None):
            return Citation(
                CitationKind.PUBLICATION, _extent(text, found, item), _fields(text, found)
            )
    return None


def _is_reference(found: re.Match[str], pattern: re.Pattern[str], *, listed: bool) -> bool:
    """Say whether the shape is that of a reference and not of any line with a year in it."""
    container = found["container"] or ""
    if pattern is _TITLE_VENUE:
        return bool(found["volume"] or _VENUE.search(container)) and " " in found["title"]
    if pattern is _AUTHOR_YEAR:
        authors = _AUTHORS_IN_LIST if listed else _AUTHORS_IN_LINE
        return compiled(authors).search(found["author"]) is not None
    return bool(_VENUE.search(container) or found["author"])


def _extent(text: str, found: re.Match[str], item: Item) -> Span:
    """Return the whole entry: a sentence that follows the reference is not part of it."""
    if found.re is _TITLE_VENUE:
        return Span(found.start(), found.end())
    return Span(found.start(), trimmed(Span(found.start(), item.span.end), text).end)


def _fields(text: str, found: re.Match[str]) -> tuple[tuple[str, Span], ...]:
    names = [
        name
        for name in ("author", "title", "container", "volume", "date")
        if found.re.groupindex.get(name)
    ]
    fields = [(name, _bare(text, Span(*found.span(name)))) for name in names if found[name]]
    return tuple(sorted(fields, key=lambda field: field[1]))


def _bare(text: str, span: Span) -> Span:
    """Return the span without what separates it at its ends: white space, commas, a bracket."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    kept = words.rstrip(" ,;:\t")
    if kept[-1:] == "]" and kept.count("]") > kept.count("["):
        kept = kept[:-1]  # the bracket closes what was left out
    return Span(start, max(start + 1, span.start + len(kept)))


def _in_prose(text: str) -> Iterator[Citation]:
    yield from _called(text)
    for pattern in (_PUBLISHED_IN, _IN_JOURNAL, _PAPER_BY):
        for found in pattern.finditer(text):
            yield Citation(CitationKind.PUBLICATION, Span(*found.span()), _fields(text, found))
    for found in _IN_TEXT.finditer(text):
        suffix = "2" if found["author2"] else ""
        fields = (
            ("author", Span(*found.span(f"author{suffix}"))),
            ("date", Span(*found.span(f"date{suffix}"))),
        )
        if not compiled(_NO_AUTHOR).match(fields[0][1].of(text)):
            # Of several in one pair of brackets none has the pair.
            has_pair = text[found.start()] == "(" or suffix
            whole = has_pair and text[found.end() - 1] == ")"
            span = Span(*found.span()) if whole else Span(fields[0][1].start, fields[1][1].end)
            yield Citation(CitationKind.PUBLICATION, span, fields)
    for found in _CHINESE_WORK.finditer(text):
        if not compiled(_NOT_WORKS).search(found["title"]):
            yield Citation(CitationKind.PUBLICATION, Span(*found.span()), _fields(text, found))


def _called(text: str) -> Iterator[Citation]:
    """Yield quoted titles that the words before them announce: a paper titled “…”."""
    for quotation in quoted(text):
        before = text[max(0, quotation.span.start - 40) : quotation.span.start]
        announced = compiled(_CALLED).search(before)
        if announced and quotation.closed:
            kind = (
                CitationKind.REPORT if "report" in announced.group() else CitationKind.PUBLICATION
            )
            title = ("title", _bare(text, quotation.inner))
            printed = compiled(_PRINTED).match(text, quotation.span.end)
            if printed:
                by = ("publisher", Span(*printed.span("publisher")))
                fields = (title, by, ("date", Span(*printed.span("date"))))
                yield Citation(kind, Span(quotation.span.start, printed.end()), fields)
            else:
                yield Citation(kind, quotation.span, (title,))
