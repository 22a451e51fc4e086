"""Find court cases in a text: text in, citations by reporter or by the names of the parties out."""

import re
from collections.abc import Iterator, Sequence

from factcheck.citations.bare import fills_line
from factcheck.citations.casebook import cases_besides, is_asked
from factcheck.citations.reporters import Cited, cited
from factcheck.lexicon.patterns import compiled
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.span import Span

_WORD = r"[A-Z][\w’'&.-]{0,40}"
_FIRM = r"(?:,\s(?:Inc|LLC|L\.L\.C|Ltd|LLP|L\.P|Corp|Co|N\.A|S\.A)\b\.?)?"
_PARTY = (
    rf"{_WORD}(?:\s(?:(?:of|the|and|for|on|in|ex\srel\.)\s){{0,2}}[A-Z&][\w’'&.-]{{0,40}}){{0,7}}"
    rf"{_FIRM}"
)
_NAMES = (
    rf"\b(?P<title>{_PARTY}\sv\.?s?\.?\s{_PARTY}"
    rf"|(?:[Ii]n\sre|[Ee]x\sparte|[Mm]atter\sof|[Ee]state\sof)\s{_PARTY})"
)
# Points that belong to a name.
_ABBREVIATED = r"\b(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|[A-Z])\.\Z"
# Other points before a capital end the sentence: "cited Marbury v. Madison. See also".
_ENDS = (
    r"(?<!\bv)(?<!\b[A-Z])(?<!\b(?:St|Co|Bd|Jr|Sr|Ry|Am|Dr|vs))(?<!\b(?:Inc|Ltd|Ins|Mfg|Sch|Sys|Gov|Fed|Gen|Lab"
    r"|Ctr|Mut|Nat|Mun))(?<!\b(?:Corp|Bros|Dept|Univ|Assn|Comm|Educ|Dist|Cnty|Serv|Tech|Labs|Hosp|Elec"
    r"|Life|Auto|Metr))(?<!\b(?:Indus|Servs|Techs|Metro|Pharm|Props))\.\s(?=[A-Z])"
)
# What may stand between the names of the parties and the volume: a docket, the year in brackets.
_BETWEEN = r",?\s?(?:Nos?\.\s[\w-]{2,20},\s)?(?:\((?P<date>(?:1[6-9]|20)\d\d)\)[,\s]{1,2})?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
# Page and note of what is meant, then court and year: ", 115 n.2 (9th Cir. 2009)".
_BEHIND = (
    r"(?:,\s(?:at\s)?\d{1,5}(?:[-–]\d{1,5})?(?:\s?nn?\.\s?\d{1,3})?(?![\d,]|\s[A-Z])){0,3}"
    r"(?:\s?[(\[](?P<court>[^()\[\]\n]{0,40}?)[\s,]?"
    rf"(?:{_MONTH}\s\d{{1,2}},\s)?(?P<date>(?:1[6-9]|20)\d\d)[)\]])?"
)
_LEADING = (
    r"(?:(?:In|As(?:\sin)?|Like|See|The|But|And|Under|After|Since|Cf\.|Compare|Also)\s(?!re\s))+"
)
_AGAINST = re.compile(r"\sv\.?s?\.?\s|\b(?:[Ii]n\sre|[Ee]x\sparte|(?:[Mm]atter|[Ee]state)\sof)\s")
# "v" without its point is a match of two teams unless a year or a court stands near.
_COURT = (
    r"(?i)\b(?:court|ruling|ruled|judge|justices?|decision|case|lawsuit|sued|verdict"
    r"|appeal|precedent)\b"
)
_REACH = 160
_PARALLEL = r",?\s?[(\[]?"
_SERIES = r"\d(?:d|th)|WL|LEXIS"
# After a number that is counted stands what is counted: "20 U.S. 50 times".
_COUNTED = (
    r"\s(?:per|percent|million|billion|dollars?|cents?|(?!(?:is|was|as|has|does|vs|this"
    r"|thus|us)\b)[a-z]{3,}s)\b"
)


def find_cases(text: str, *, with_casebook: bool = False) -> tuple[Citation, ...]:
    """Find court cases in *text*: by volume, reporter and page, and by the names of two parties.

    In reading order within each form, with the fields `parties`, `volume`, `reporter`, `page`,
    `court` and `date` that are there. Names directly before a reporter belong to it. Two names
    joined by "v." alone count only where a court, a ruling or a suit is spoken of. *with_casebook*
    asks eyecite for cases by other reporters, too; it takes none away and changes none.
    """
    by_place = tuple(_by_place(text, _placed(text, with_casebook=with_casebook)))
    if _AGAINST.search(text) is None:
        return by_place
    starts = {citation.span.start for citation in by_place}
    named = (_named(text, found) for found in compiled(_NAMES).finditer(text))
    return (*by_place, *(case for case in named if case and case.span.start not in starts))


def may_need_casebook(text: str) -> bool:
    """Say whether *text* may hold a case by a reporter that only eyecite knows. Nothing loads."""
    return is_asked(text, tuple(case.span for case in cited(text)))


def _placed(text: str, *, with_casebook: bool) -> tuple[Cited, ...]:
    known = cited(text)
    if not with_casebook:
        return known
    others = cases_besides(text, tuple(case.span for case in known))
    return tuple(sorted((*known, *others), key=lambda case: case.span))


def _by_place(text: str, cases: Sequence[Cited]) -> Iterator[Citation]:
    before = 0  # where the citation before it ends
    for case in cases:
        names, early = _names_before(text, case.span.start, before)
        behind = compiled(_BEHIND).match(text, case.span.end)
        court = _field(behind, "court")
        date = early or _field(behind, "date")
        if names or date or _is_parallel(text, before, case) or _stands_alone(text, case):
            start = names.start if names else case.span.start
            end = behind.end() if behind else case.span.end
            fields = {"parties": names, "volume": case.volume, "reporter": case.reporter,
                      "page": case.page, "court": court, "date": date}  # fmt: skip
            given = sorted(((n, s) for n, s in fields.items() if s), key=lambda field: field[1])
            identifier = Identifier("us-case", case.value) if case.value else None
            yield Citation(CitationKind.CASE, Span(start, end), tuple(given), identifier)
            before = end


def _field(found: re.Match[str] | None, name: str) -> Span | None:
    return Span(*found.span(name)) if found and found[name] else None


def _is_parallel(text: str, before: int, case: Cited) -> bool:
    """Say whether *case* follows another at once: the same one in other reports."""
    return bool(before) and compiled(_PARALLEL).fullmatch(text, before, case.span.start) is not None


def _stands_alone(text: str, case: Cited) -> bool:
    """Say whether volume, reporter and page are a citation without names or year.

    A reporter of one abbreviation is none, unless nothing else stands in its line: "5 Mass. 10".
    """
    written = case.reporter.of(text)
    # States that number their cases themselves: "2007-NMCERT-008".
    neutral = text[case.volume.end : case.volume.end + 1] == "-"
    if neutral or compiled(_SERIES).search(written) or fills_line(text, case.span):
        return True
    return written.count(".") > 1 and not compiled(_COUNTED).match(text, case.span.end)


def _names_before(text: str, end: int, begin: int) -> tuple[Span | None, Span | None]:
    """Return the names of the parties directly before *end*, and the year that follows them."""
    last: Span | None = None
    for found in compiled(_NAMES).finditer(text, max(begin, end - _REACH), end):
        last = _without_leading(found)
    between = compiled(_BETWEEN).fullmatch(text, last.end, end) if last else None
    return (last, _field(between, "date")) if between else (None, None)


def _named(text: str, found: re.Match[str]) -> Citation | None:
    title = _without_leading(found)
    ends = compiled(_ENDS).search(text, title.start, title.end)
    title = Span(title.start, ends.start()) if ends else title
    around = text[max(0, title.start - _REACH) : title.end + _REACH]
    if " v" not in title.of(text) or not compiled(_COURT).search(around):
        return None
    return Citation(CitationKind.CASE, title, (("parties", title),))


def _without_leading(found: re.Match[str]) -> Span:
    """Return the names without a word that only begins the sentence and a point that ends it."""
    leading = compiled(_LEADING).match(found["title"])
    start = found.start() + (leading.end() if leading else 0)
    title = found["title"].rstrip(",")
    return Span(
        start,
        found.start() + len(title if compiled(_ABBREVIATED).search(title) else title.rstrip(".")),
    )
