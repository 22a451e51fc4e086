"""Find identifiers without their scheme: numbers that only their place tells from others.

In: a text. Out: arXiv numbers, ISBNs, ORCIDs, handles. A bare number counts where it is all
that stands in its line, where the word for it stands shortly before, or in a reference.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.citations.items import NUMBERED
from factcheck.citations.references import likeness
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.span import Span

# Year, month, number, perhaps a version: "2105.01234v2". Four digits until 2014, five from 2015.
_ARXIV = re.compile(
    r"(?<![\w./$€£¥#:–-])(?:abs/)?(?P<id>(?P<year>\d\d)(?:0[1-9]|1[0-2])\.\d{4,5}(?P<version>v\d{1,2})?)"
    r"(?![\w%°-]|[.,]\d|/\d)"
)
# Typesetters make other signs of the hyphens in a number.
HYPHENS = r"\u2010-\u2013\-"
_ISBN = re.compile(
    r"(?<![\w./$€£¥+–-])(?P<id>97[89]\d{10}|\d{9}[\dXx]"
    rf"|\d{{1,5}}(?:[{HYPHENS} ]\d{{1,7}}){{2}}[{HYPHENS} ][\dXx])"
    r"(?![\w/-]|[.,]\d)"
)
_ORCID = re.compile(r"(?<![\w-])(?P<id>\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?![\w-])")
# Without its hyphens: those that were given out so far (ORCID, structure of the identifier).
_PLAIN_ORCID = re.compile(r"(?<![\w./-])(?P<id>(?:0000000[1-3]|0009000\d)\d{7}[\dX])(?![\w/-])")
_HANDLE = re.compile(r"(?<![\w./-])(?P<id>\d{4,6}(?:\.\d{1,9})?/[A-Za-z][\w.-]{1,80}\w)(?![\w/])")
_SHORT_NUMBER = re.compile(r"\s*(?P<id>\d{5,7}|\d{7}[\dXx])\s*", re.ASCII)
_NAMED = {
    "arxiv": re.compile(r"\b(?:arxiv|preprint|corr)\b", re.IGNORECASE),
    "isbn": re.compile(r"\bISBN", re.IGNORECASE),
}
# How far before a number its scheme may be named: "on arXiv in May (2105.01234)".
_REACH = 60
_FIRST_ARXIV = 7  # numbers with four and five digits began in April 2007
_FIVE_DIGITS = 15
_REFERENCE = 0.7
_LONGEST_LINE = 1000
_BULLET = re.compile(r"[\s•*·–—-]*")


def bare_identifiers(text: str) -> Iterator[Citation]:
    """Yield identifiers without a scheme: arXiv numbers, ISBNs, ORCIDs.

    Decimals, dates, sums and telephone numbers look like them; so each must be a possible number
    of its scheme (month, check digit), and stand where one is expected.
    """
    for found in _ARXIV.finditer(text):
        if _is_arxiv(found) and _is_expected(text, found, "arxiv"):
            yield _identifier("arxiv", f"arXiv:{found['id']}", found)
    for found in _ISBN.finditer(text):
        number = isbn(found["id"])
        if number and _is_expected(text, found, "isbn"):
            yield _identifier("isbn", number, found)
    for found in _ORCID.finditer(text):
        if _is_orcid(found["id"].replace("-", "")):
            yield _identifier("orcid", found["id"], found)
    yield from _alone(text)


def _alone(text: str) -> Iterator[Citation]:
    """Yield what is an identifier only because nothing else stands in its line, or in the text.

    A text that is one number of up to eight digits is what somebody has of a reference: a serial's
    number where the check digit is right, else one of PubMed.
    """
    for found in _PLAIN_ORCID.finditer(text):
        if _is_orcid(found["id"]) and fills_line(text, Span(*found.span("id"))):
            yield _identifier("orcid", "-".join(re.findall(r".{4}", found["id"])), found)
    for found in _HANDLE.finditer(text):
        if fills_line(text, Span(*found.span("id"))):
            yield _identifier("handle", found["id"], found)
    number = _SHORT_NUMBER.fullmatch(text)
    if number and is_issn(number["id"].upper()):
        written = number["id"].upper()
        yield _identifier("issn", f"{written[:4]}-{written[4:]}", number)
    elif number and number["id"].isdecimal():
        yield _identifier("pmid", number["id"], number)


def _identifier(scheme: str, value: str, found: re.Match[str]) -> Citation:
    span = Span(*found.span("id"))
    return Citation(CitationKind.IDENTIFIER, span, identifier=Identifier(scheme, value))


def _is_arxiv(found: re.Match[str]) -> bool:
    """Say whether a number of so many digits was given in that year; a version leaves no doubt."""
    if found["version"]:
        return True
    year, digits = int(found["year"]), len(found["id"].partition(".")[2])
    return digits == (5 if year >= _FIVE_DIGITS else 4) and _FIRST_ARXIV <= year < 50


def _is_expected(text: str, found: re.Match[str], scheme: str) -> bool:
    if scheme == "arxiv" and found["version"]:
        return True
    start, end = found.span()
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    return bool(
        _NAMED[scheme].search(before)
        or fills_line(text, Span(start, end))
        or _is_in_reference(text, start, end)
    )


def fills_line(text: str, span: Span) -> bool:
    """Say whether *span* is all there is in its line: a bullet, number, brackets, point aside."""
    before = text[max(0, span.start - 8) : span.start].rpartition("\n")[2]
    numbered = NUMBERED.fullmatch(before)
    behind = text[span.end : span.end + 3].partition("\n")[0]
    whole = bool(numbered) or _BULLET.fullmatch(before.rstrip("([")) is not None
    return whole and not behind.strip(" .;)]")


def _is_in_reference(text: str, start: int, end: int) -> bool:
    begin = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1
    stop = text.find("\n", end, end + _LONGEST_LINE)
    line = text[max(begin, start - _LONGEST_LINE) : stop if stop >= 0 else end + _LONGEST_LINE]
    return len(line) <= _LONGEST_LINE and _is_reference(line)


@lru_cache(maxsize=1)
def _is_reference(line: str) -> bool:
    """Say whether a line looks like a reference; kept, because a line may hold many numbers."""
    return likeness(line) >= _REFERENCE


def isbn(written: str) -> str:
    """Return the thirteen digits of a book's number, "" where its check digit is wrong.

    A number of ten digits and one of thirteen name the same book (ISO 2108).
    """
    digits = re.sub(rf"[{HYPHENS} ]", "", written).upper()
    if not _is_isbn(digits):
        return ""
    if len(digits) == 13:
        return digits
    longer = f"978{digits[:9]}"
    return longer + str(-_weighted(longer) % 10)


def _weighted(digits: str) -> int:
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))


def _is_isbn(digits: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(digits) == 10 and "X" not in digits[:9]:
        return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    if len(digits) == 13 and "X" not in digits:
        return _weighted(digits) % 10 == 0
    return False


def is_issn(digits: str) -> bool:
    """Say whether the last of eight signs is the check digit of the others (ISO 3297)."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return len(digits) == 8 and sum(v * (8 - place) for place, v in enumerate(values)) % 11 == 0


def _is_orcid(digits: str) -> bool:
    """Say whether the last sign is the check digit of the others (ISO 7064, MOD 11-2)."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == digits[-1]
