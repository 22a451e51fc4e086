"""Find identifiers and links in a text: text in, citations with normalised identifiers out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from factcheck.citations.bare import HYPHENS, bare_identifiers, is_issn, isbn
from factcheck.citations.landings import (
    arxiv,
    landing,
    normal,
    printed_landings,
    without_trailing,
)
from factcheck.lexicon.patterns import Rare, compiled
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.document import Link
from factcheck.model.span import Span

# Names given before 2000 hold pages in angle brackets: "46:4/5<493::AID-PROP493>3.0.CO;2-P".
_SICI = r"10\.\d{4,9}/[^\s\"<>]{1,100}<[^\s\"<>]{1,60}>\d\.\d\.(?:CO|TX);2-[\w#]"
_DOI = Rare(
    ("10.",),
    rf"(?<![A-Za-z0-9/.])(?:{_SICI}"
    r"|10\.\d{4,9}/[^\W_][^\s\"<>“”‘’「」『』《》（），。；、]{0,500})",
)
# An address ends where running text goes on; Chinese text does so without a space.
_URL = Rare(
    ("http",),
    rf"(?<![A-Za-z0-9])https?://(?:(?:dx\.|www\.)?doi\.org/{_SICI}|"
    r"[^\s<>\"“”‘’「」『』《》〈〉【】（），。；：！？、…\u3000|\\^`{}]{1,2000})",
    re.IGNORECASE,
)
_OLD_ARCHIVE = r"[a-z]+(?:-[a-z]+)?"
_ARCHIVES = (
    r"(?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|math|nlin|nucl-(?:ex|th)|physics|quant-ph"
    r"|cs|q-bio|q-fin|stat|chao-dyn|cmp-lg|alg-geom|dg-ga|q-alg|solv-int)"
)
_ARXIV = Rare(
    ("arxiv", *(f"/{digit}" for digit in range(10))),
    rf"(?<![A-Za-z0-9])arxiv\s?(?::\s?|(?=\d))(?P<id>(?:{_OLD_ARCHIVE}(?:\.[A-Z]{{2}})?/)?\d{{4}}\.\d{{4,5}}|"
    rf"{_OLD_ARCHIVE}(?:\.[A-Za-z-]{{2,9}})?/\d{{7}})(?P<version>v\d+)?\b|"
    rf"(?<![\w./-])(?P<bare>{_ARCHIVES}(?:\.[A-Za-z-]{{2,9}})?/(?:\d{{7}}|\d{{4}}\.\d{{4,5}}))"
    r"(?P<bareversion>v\d+)?\b",
    re.IGNORECASE,
)
_ISBN = Rare(
    ("isbn", "978", "979"),
    rf"(?<![A-Za-z0-9])(?:ISBN(?:-1[03])?s?[:：]?\s?)"
    rf"(?P<named>(?:\d[{HYPHENS} ]{{0,2}}){{9,12}}[\dXx])(?![\d-])|(?<![\d-])"
    rf"(?P<bare>97[89](?:[{HYPHENS} ]{{1,2}}\d{{1,7}}){{3}}[{HYPHENS} ]{{1,2}}\d)(?![\d-])",
    re.IGNORECASE,
)
_PMID = Rare(
    ("pmid", "pubmed"),
    r"(?<![A-Za-z0-9])(?:(?:PMID|PubMed\sID)[:：]?|PubMed:)\s?(?P<id>\d{1,8})(?!\d)",
    re.IGNORECASE,
)
_PMCID = Rare(("pmc",), r"(?<![A-Za-z0-9])(?P<id>PMC\d{5,8})(?!\d)")
_ISSN = re.compile(r"(?<![\w.-])(?:ISSN:?\s?)?(?P<id>\d{4}[-–]\d{3}[\dXx])(?![\w-])", re.IGNORECASE)
_NAMED_ISSN = re.compile(r"ISSN", re.IGNORECASE)
_HANDLE = Rare(
    ("hdl",),
    r"(?<![A-Za-z0-9])hdl:\s?(?P<id>\d{1,10}(?:\.\d{1,10})*/[^\s\"<>]{1,200})",
    re.IGNORECASE,
)
# Nineteen signs; word processors make one sign of three points.
_BIBCODE = r"(?i)(?<![\w.])(?:ads:\s?)?(?P<id>(?:1[89]|20)\d\d[A-Za-z][\w.&…]{5,13}[A-Z])(?![\w.])"
_YEAR_AND_NAME = re.compile(r"(?:1[89]|20)\d\d[A-Za-z]\S{5}")
_BIBCODE_LENGTH = 19
_ORCID = Rare(
    ("orcid",),
    r"(?<![\w-])(?:orcid:?\s?)(?P<id>\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?![\w-])",
    re.IGNORECASE,
)
_URN = Rare(
    ("urn:",),
    r"(?<![\w:])(?P<id>urn:(?!isbn|issn)[a-z0-9][a-z0-9-]{1,31}:[\w()+,.:=@;$!*%/?#-]{1,200})",
    re.IGNORECASE,
)


def find_identifiers(text: str) -> tuple[Citation, ...]:
    """Find DOI, arXiv, ISBN, PMID and PMC numbers and web links in *text*.

    In reading order, without overlaps: an identifier inside a link is the link's. Values are
    normalised: a DOI in lower case, an ISBN as its digits, an arXiv number as `arXiv:…`; a link
    to doi.org, arxiv.org or PubMed has the identifier it leads to.
    """
    links = tuple(sorted((*_links(text), *printed_landings(text)), key=lambda link: link.span))
    spans = tuple(link.span for link in links)
    others = (
        *_dois(text), *_arxivs(text), *_isbns(text), *_pmids(text), *_issns(text),
        *_plain(text, "handle", _HANDLE), *_bibcodes(text),
        *_plain(text, "orcid", _ORCID), *_plain(text, "urn", _URN), *bare_identifiers(text),
    )  # fmt: skip
    outside = (citation for citation in others if not _begins_inside(citation.span, spans))
    found = sorted((*links, *outside), key=lambda citation: citation.span)
    return tuple(
        citation
        for before, citation in zip((None, *found), found, strict=False)
        if before is None or before.span.end <= citation.span.start
    )


def anchored(links: Iterable[Link]) -> tuple[Citation, ...]:
    """Return the links of a page or file as citations: the words that lead there, and where to."""
    return tuple(
        Citation(CitationKind.LINK, link.span, identifier=_led_to(link.address)) for link in links
    )


def _begins_inside(span: Span, others: Sequence[Span]) -> bool:
    """Say whether *span* begins inside one of *others*, which are in order and do not overlap."""
    position = bisect_right(others, span.start, key=lambda other: other.start) - 1
    return position >= 0 and span.start < others[position].end


def _led_to(url: str) -> Identifier:
    return landing(url) or Identifier("url", url)


def _links(text: str) -> Iterator[Citation]:
    for found in _URL.finditer(text):
        url = without_trailing(found.group())
        if len(url) > len("https://"):
            span = Span(found.start(), found.start() + len(url))
            yield Citation(CitationKind.LINK, span, identifier=_led_to(url))


def _dois(text: str) -> Iterator[Citation]:
    for found in _DOI.finditer(text):
        doi = without_trailing(found.group())
        span = Span(found.start(), found.start() + len(doi))
        yield Citation(CitationKind.IDENTIFIER, span, identifier=Identifier("doi", doi.lower()))


def _arxivs(text: str) -> Iterator[Citation]:
    for found in _ARXIV.finditer(text):
        name = found["id"] or found["bare"]
        value = arxiv(name) + (found["version"] or found["bareversion"] or "")
        yield Citation(
            CitationKind.IDENTIFIER, Span(*found.span()), identifier=Identifier("arxiv", value)
        )


def _isbns(text: str) -> Iterator[Citation]:
    for found in _ISBN.finditer(text):
        number = isbn(found["named"] or found["bare"])
        if number:
            yield Citation(
                CitationKind.IDENTIFIER, Span(*found.span()), identifier=Identifier("isbn", number)
            )


def _pmids(text: str) -> Iterator[Citation]:
    for scheme, pattern in (("pmid", _PMID), ("pmcid", _PMCID)):
        for found in pattern.finditer(text):
            yield Citation(
                CitationKind.IDENTIFIER,
                Span(*found.span()),
                identifier=Identifier(scheme, found["id"]),
            )


def _issns(text: str) -> Iterator[Citation]:
    """Yield serial numbers whose check digit is right; four digits twice are often years."""
    for found in _ISSN.finditer(text):
        digits = found["id"].replace("–", "-").upper()
        is_years = _NAMED_ISSN.match(found.group()) is None and digits[:2] in {"18", "19", "20"}
        if is_issn(digits.replace("-", "")) and not is_years:
            yield Citation(
                CitationKind.IDENTIFIER, Span(*found.span()), identifier=Identifier("issn", digits)
            )


def _bibcodes(text: str) -> Iterator[Citation]:
    if not _YEAR_AND_NAME.search(text):
        return
    for found in compiled(_BIBCODE).finditer(text):
        value = found["id"].replace("…", "...")
        if len(value) == _BIBCODE_LENGTH:
            code = Identifier("ads", value)
            yield Citation(CitationKind.IDENTIFIER, Span(*found.span()), identifier=code)


def _plain(text: str, scheme: str, pattern: re.Pattern[str] | Rare) -> Iterator[Citation]:
    for found in pattern.finditer(text):
        value = without_trailing(found["id"])
        span = Span(found.start(), found.start("id") + len(value))
        identifier = Identifier(scheme, normal(scheme, value))
        yield Citation(CitationKind.IDENTIFIER, span, identifier=identifier)
