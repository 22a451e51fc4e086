"""Say which work a link leads to: a link in, the identifier that its registry gave out.

In: an address, with or without "https://". Out: the identifier in its normal form, or None.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from factcheck.lexicon.patterns import Rare
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.span import Span

_SCHEME = r"(?:https?://)?(?:www\.)?"
_ARXIV_PATH = r"arxiv\.org/(?:abs|pdf|html|format)/"
_NIH = r"ncbi\.nlm\.nih\.gov"
_LANDING = tuple(
    (scheme, re.compile(_SCHEME + expression, re.IGNORECASE))
    for scheme, expression in (
        ("handle", r"hdl\.handle\.net/(\d[\d.]*/[^\s?#]{1,200})"),
        ("orcid", r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/?$"),
        ("ads", r"(?:ui\.)?adsabs\.harvard\.edu/(?:abs|#abs)/([\w.&]{19})(?:/.*)?$"),
        ("doi", r"(?:dx\.)?doi\.org/(?:doi:\s?)?(10\.\d{4,9}(?:/|%2F)[^\s?#]+)"),
        ("arxiv", rf"(?:export\.)?{_ARXIV_PATH}([^\s?#]+?)(?:\.pdf)?/?(?:[?#].*)?$"),
        ("pmcid", rf"(?:{_NIH}/pmc|pmc\.{_NIH})/(?:articles/)?(PMC\d{{1,8}})/?(?:[?#].*)?$"),
        ("pmid", rf"(?:pubmed\.{_NIH}|{_NIH}/pubmed)/(\d{{1,8}})/?(?:[?#].*)?$"),
    )
)
# A landing page without "https://", as in print: "doi.org/10.1000/182".
_PRINTED = Rare(
    ("doi.org/", "arxiv.org/", "handle.net/", "nlm.nih.gov/", "orcid.org/"),
    r"(?<![\w/.:@%-])(?:(?:www\.|dx\.)?doi\.org|(?:www\.|export\.)?arxiv\.org|hdl\.handle\.net|orcid\.org"
    r"|(?:www\.|pubmed\.|pmc\.)?ncbi\.nlm\.nih\.gov)/[^\s\"<>“”‘’「」『』《》（），。；、|\\^`{}]{1,500}",
    re.IGNORECASE,
)
# Capitals tell names of these registries apart.
_CASED = {"handle", "ads", "urn"}
_CAPITALS = {"orcid", "pmcid"}
_CLOSERS = {")": "(", "]": "[", "}": "{"}
_TRAILING = ".,;:!?'\"*_~"


def landing(url: str) -> Identifier | None:
    """Return what *url* leads to, None where it is no landing page of a registry."""
    for scheme, pattern in _LANDING:
        found = pattern.match(url)
        if found:
            return Identifier(scheme, normal(scheme, unquote(found.group(1))))
    return None


def printed_landings(text: str) -> Iterator[Citation]:
    """Yield the landing pages of registries that stand in *text* without "https://"."""
    for found in _PRINTED.finditer(text):
        url = without_trailing(found.group())
        identifier = landing(url)
        if identifier:
            span = Span(found.start(), found.start() + len(url))
            yield Citation(CitationKind.LINK, span, identifier=identifier)


def normal(scheme: str, value: str) -> str:
    """Return the one spelling of an identifier; some registries tell capitals apart."""
    if scheme == "arxiv":
        return arxiv(value)
    if scheme in _CAPITALS:
        return value.upper()
    return value if scheme in _CASED else value.lower()


def arxiv(name: str) -> str:
    """Return the normal form of an arXiv number.

    Subject classes (math.GT) were never part of the name; new numbers have no archive.
    """
    archive, slash, number = name.rpartition("/")
    return f"arXiv:{'' if '.' in number else archive.split('.')[0] + slash}{number}"


def without_trailing(written: str) -> str:
    """Drop what belongs to the sentence: end marks, and closing brackets that open nowhere.

    *written* begins with a letter or figure, so that something stays.
    """
    while written[-1] in _TRAILING or _is_unbalanced(written):
        written = written[:-1]
    return written


def _is_unbalanced(written: str) -> bool:
    opener = _CLOSERS.get(written[-1])
    return opener is not None and written.count(written[-1]) > written.count(opener)
