"""Find identifiers and links in a text: text in, citations with normalised identifiers out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from factcheck.citations.bare import bare_identifiers, is_isbn
from factcheck.lexicon.patterns import Rare
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.document import Link
from factcheck.model.span import Span

# An address ends where running text goes on; Chinese text does so without a space.
_URL = re.compile(
    r"(?<![A-Za-z0-9])https?://[^\s<>\"“”‘’「」『』《》〈〉【】（），。；：！？、…\u3000|\\^`{}]{1,2000}",
    re.IGNORECASE,
)
_CASED = {"handle", "ads", "urn"}
_CLOSERS = {")": "(", "]": "[", "}": "{"}
_TRAILING = ".,;:!?'\"*_~"
_DOI = re.compile(
    r"(?<![A-Za-z0-9/.])10\.\d{4,9}/[^\W_][^\s\"<>“”‘’「」『』《》（），。；、]{0,500}"
)
_OLD_ARCHIVE = r"[a-z]+(?:-[a-z]+)?"
_ARXIV = Rare(
    (
        "arxiv",
        "math",
        "hep-",
        "astro-",
        "cond-",
        "gr-qc",
        "quant-",
        "cs.",
        "cs/",
        "nlin",
        "physics",
    ),
    rf"(?<![A-Za-z0-9])arxiv\s?:\s?(?P<id>(?:{_OLD_ARCHIVE}(?:\.[A-Z]{{2}})?/)?\d{{4}}\.\d{{4,5}}|"
    rf"{_OLD_ARCHIVE}(?:\.[A-Z]{{2}})?/\d{{7}})(?P<version>v\d+)?\b|"
    r"(?<![\w./-])(?P<bare>(?:math|hep-th|hep-ph|astro-ph|cond-mat|gr-qc|quant-ph|cs|nlin|physics)"
    r"(?:\.[A-Z]{2})?/\d{7})(?P<bareversion>v\d+)?\b",
    re.IGNORECASE,
)
_ISBN = Rare(
    ("isbn", "978", "979"),
    r"(?<![A-Za-z0-9])(?:ISBN(?:-1[03])?:?\s?)(?P<named>(?:\d[- ]{0,2}){9,12}[\dXx])(?![\d-])|"
    r"(?<![\d-])(?P<bare>97[89](?:[- ]{1,2}\d{1,7}){3}[- ]{1,2}\d)(?![\d-])",
    re.IGNORECASE,
)
_PMID = Rare(("pmid",), r"(?<![A-Za-z0-9])PMID:?\s?(?P<id>\d{1,8})(?!\d)", re.IGNORECASE)
_PMCID = Rare(("pmc",), r"(?<![A-Za-z0-9])(?P<id>PMC\d{5,8})(?!\d)")
_ISSN = re.compile(r"(?<![\w.-])(?:ISSN:?\s?)?(?P<id>\d{4}[-–]\d{3}[\dXx])(?![\w-])", re.IGNORECASE)
_NAMED_ISSN = re.compile(r"ISSN", re.IGNORECASE)
_HANDLE = Rare(
    ("hdl",),
    r"(?<![A-Za-z0-9])hdl:\s?(?P<id>\d{1,10}(?:\.\d{1,10})*/[^\s\"<>]{1,200})",
    re.IGNORECASE,
)
_BIBCODE = re.compile(
    r"(?<![\w.])(?:ads:\s?)?(?P<id>(?:1[89]|20)\d\d[A-Za-z][\w.&]{13}[A-Z])(?![\w.])", re.IGNORECASE
)
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
_LANDING = (
    ("handle", re.compile(r"https?://hdl\.handle\.net/(\d[\d.]*/[^\s]{1,200})", re.IGNORECASE)),
    ("orcid", re.compile(r"https?://orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/?$", re.IGNORECASE)),
    ("ads", re.compile(r"https?://(?:ui\.)?adsabs\.harvard\.edu/(?:abs|#abs)/([\w.&]{19})(?:/.*)?$",
                       re.IGNORECASE)),
    ("doi", re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(10\.\d{4,9}/.+)", re.IGNORECASE)),
    ("arxiv", re.compile(r"https?://arxiv\.org/(?:abs|pdf)/([^\s?#]+?)(?:\.pdf)?(?:[?#].*)?$",
                         re.IGNORECASE)),
    ("pmid", re.compile(r"https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|"
                        r"ncbi\.nlm\.nih\.gov/pubmed)/(\d+)/?$", re.IGNORECASE)),
)  # fmt: skip


def find_identifiers(text: str) -> tuple[Citation, ...]:
    """Find DOI, arXiv, ISBN, PMID and PMC numbers and web links in *text*.

    In reading order, without overlaps: an identifier inside a link is the link's. Values are
    normalised: a DOI in lower case, an ISBN as its digits, an arXiv number as `arXiv:…`; a link
    to doi.org, arxiv.org or PubMed has the identifier it leads to.
    """
    links = tuple(_links(text))
    spans = tuple(link.span for link in links)
    others = (
        *_dois(text), *_arxivs(text), *_isbns(text), *_pmids(text), *_issns(text),
        *_plain(text, "handle", _HANDLE), *_plain(text, "ads", _BIBCODE),
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
        Citation(CitationKind.LINK, link.span, identifier=_landing(link.address)) for link in links
    )


def _begins_inside(span: Span, others: Sequence[Span]) -> bool:
    """Say whether *span* begins inside one of *others*, which are in order and do not overlap."""
    position = bisect_right(others, span.start, key=lambda other: other.start) - 1
    return position >= 0 and span.start < others[position].end


def _links(text: str) -> Iterator[Citation]:
    for found in _URL.finditer(text):
        url = _without_trailing(found.group())
        if len(url) > len("https://"):
            span = Span(found.start(), found.start() + len(url))
            yield Citation(CitationKind.LINK, span, identifier=_landing(url))


def _without_trailing(written: str) -> str:
    """Drop what belongs to the sentence: end marks, and closing brackets that open nowhere.

    *written* begins with a letter or figure, so that something stays.
    """
    while written[-1] in _TRAILING or _is_unbalanced(written):
        written = written[:-1]
    return written


def _is_unbalanced(written: str) -> bool:
    opener = _CLOSERS.get(written[-1])
    return opener is not None and written.count(written[-1]) > written.count(opener)


def _landing(url: str) -> Identifier:
    for scheme, pattern in _LANDING:
        found = pattern.match(url)
        if found:
            return Identifier(scheme, _normal(scheme, found.group(1)))
    return Identifier("url", url)


def _normal(scheme: str, value: str) -> str:
    """Return the one spelling of an identifier; some registries tell capitals apart."""
    if scheme == "arxiv":
        return _arxiv(value)
    return value if scheme in _CASED else value.upper() if scheme == "orcid" else value.lower()


def _dois(text: str) -> Iterator[Citation]:
    for found in _DOI.finditer(text):
        doi = _without_trailing(found.group())
        span = Span(found.start(), found.start() + len(doi))
        yield Citation(CitationKind.IDENTIFIER, span, identifier=Identifier("doi", doi.lower()))


def _arxivs(text: str) -> Iterator[Citation]:
    for found in _ARXIV.finditer(text):
        name = found["id"] or found["bare"]
        value = _arxiv(name) + (found["version"] or found["bareversion"] or "")
        yield Citation(
            CitationKind.IDENTIFIER, Span(*found.span()), identifier=Identifier("arxiv", value)
        )


def _arxiv(name: str) -> str:
    """Return the normal form of an arXiv number.

    Subject classes (math.GT) were never part of the name; new numbers have no archive.
    """
    archive, slash, number = name.rpartition("/")
    return f"arXiv:{'' if '.' in number else archive.split('.')[0] + slash}{number}"


def _isbns(text: str) -> Iterator[Citation]:
    for found in _ISBN.finditer(text):
        digits = re.sub(r"[- ]", "", found["named"] or found["bare"]).upper()
        if is_isbn(digits):
            yield Citation(
                CitationKind.IDENTIFIER, Span(*found.span()), identifier=Identifier("isbn", digits)
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
        if _is_issn(digits.replace("-", "")) and not is_years:
            yield Citation(
                CitationKind.IDENTIFIER, Span(*found.span()), identifier=Identifier("issn", digits)
            )


def _is_issn(digits: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (8 - place) for place, value in enumerate(values)) % 11 == 0


def _plain(text: str, scheme: str, pattern: re.Pattern[str] | Rare) -> Iterator[Citation]:
    for found in pattern.finditer(text):
        value = _without_trailing(found["id"])
        span = Span(found.start(), found.start("id") + len(value))
        identifier = Identifier(scheme, _normal(scheme, value))
        yield Citation(CitationKind.IDENTIFIER, span, identifier=identifier)
