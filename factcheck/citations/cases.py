"""Find court cases in a text: text in, citations by reporter or by the names of the parties out."""

import re

from factcheck.lexicon.patterns import compiled
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.span import Span

_REPORTER = (
    r"U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|F\.(?:\s?(?:2d|3d|4th))?|F\.\s?Supp\.(?:\s?[23]d)?|"
    r"F\.\s?App[’']x|F\.R\.D\.|B\.R\.|A\.(?:2d|3d)|P\.(?:2d|3d)?|N\.\s?[EW]\.(?:\s?[23]d)?|"
    r"S\.\s?[EW]\.(?:\s?[23]d)?|So\.(?:\s?[23]d)?|N\.Y\.(?:\s?[23]d)?|Cal\.(?:\s?(?:2d|3d|4th|5th))?|"
    r"Cal\.\s?Rptr\.(?:\s?[23]d)?|Ill\.(?:\s?2d)?|Mass\.|Ohio\sSt\.(?:\s?[23]d)?|Wis\.(?:\s?2d)?|"
    r"Wash\.(?:\s?2d)?|Va\.|Mich\.|Pa\.|Tex\.|Ga\.|WL|LEXIS"
)
_PARTY = r"[A-Z][\w’'&.-]*(?:\s(?:(?:of|the|and|for|ex\srel\.)\s){0,2}[A-Z&][\w’'&.-]*){0,7}"
_CITED = re.compile(
    rf"\b(?P<volume>\d{{1,4}})\s(?P<reporter>{_REPORTER})\s(?:at\s)?(?P<page>\d{{1,7}})\b"
    r"(?:,\s\d{1,5}(?:[-–]\d{1,5})?)?(?:\s?\((?P<court>[^()\n]{0,30}?)(?P<date>\d{4})\))?"
)
_AGAINST = re.compile(r"\sv\.?s?\.?\s")
_NAMES = rf"\b(?P<title>{_PARTY}\sv\.?s?\.?\s{_PARTY})"
# "v" without its point is a match of two teams unless a year or a court stands near.
_LEADING = re.compile(r"(?:(?:In|See|The|But|And|Under|After|Since|Cf\.|Compare|Also)\s)+")
_COURT = re.compile(
    r"\b(?:court|ruling|ruled|judge|justices?|decision|case|lawsuit|sued|verdict|appeal|precedent)\b",
    re.IGNORECASE,
)
_COURT_REACH = 160


def find_cases(text: str) -> tuple[Citation, ...]:
    """Find court cases in *text*: by volume, reporter and page, and by the names of two parties.

    In reading order within each form. Names directly before a reporter citation belong to it.
    Two names joined by "v." alone count only where a court, a ruling or a suit is spoken of.
    """
    cited = tuple(_cited(text, found) for found in _CITED.finditer(text))
    starts = {citation.span.start for citation in cited}
    if _AGAINST.search(text) is None:
        return cited
    named = (_named(text, found) for found in compiled(_NAMES).finditer(text))
    return (*cited, *(case for case in named if case and case.span.start not in starts))


def _cited(text: str, found: re.Match[str]) -> Citation:
    fields = [("container", Span(*found.span("reporter")))]
    if found["date"]:
        fields.append(("date", Span(*found.span("date"))))
    reporter = "".join(found["reporter"].split())
    value = f"{found['volume']} {reporter} {found['page']}"
    start = found.start()
    names = _names_before(text, start)
    if names:
        start = names.start
        fields.insert(0, ("title", names))
    return Citation(
        CitationKind.CASE, Span(start, found.end()), tuple(fields), Identifier("us-case", value)
    )


def _names_before(text: str, end: int) -> Span | None:
    begin = max(0, end - _COURT_REACH)
    last: Span | None = None
    for found in compiled(_NAMES).finditer(text, begin, end):
        last = _without_leading(found)
    return last if last and not text[last.end : end].strip(" ,") else None


def _named(text: str, found: re.Match[str]) -> Citation | None:
    title = _without_leading(found)
    around = text[max(0, title.start - _COURT_REACH) : title.end + _COURT_REACH]
    if not _COURT.search(around):
        return None
    return Citation(CitationKind.CASE, title, (("title", title),))


def _without_leading(found: re.Match[str]) -> Span:
    """Return the names without a word that only begins the sentence and a point that ends it."""
    leading = _LEADING.match(found["title"])
    start = found.start() + (leading.end() if leading else 0)
    return Span(start, found.start() + len(found["title"].rstrip(".,")))
