"""A reading: everything the machine found in one document, and the coverage ledger over it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from factcheck.model.citation import Citation
from factcheck.model.claim import Claim
from factcheck.model.document import Document, Role, Segment
from factcheck.model.finding import Finding
from factcheck.model.span import Span


class Account(StrEnum):
    """What a character of the text counts as in the coverage ledger. Stored: never rename."""

    CLAIM = "claim"
    ATTRIBUTION = "attribution"  # source and cue of a claim, outside its spans
    CITATION = "citation"
    HEADING = "heading"
    QUOTATION = "quotation"
    LEAD_IN = "lead-in"
    BYLINE = "byline"
    CAPTION = "caption"
    QUESTION = "question"
    SEPARATOR = "separator"  # white space between the pieces, bullets, rules of dashes
    UNACCOUNTED = "unaccounted"


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a document. Segments tile its text; every list is in reading order."""

    document: Document
    segments: tuple[Segment, ...]
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]


# A segment of these roles is accounted for by its role, whatever else stands in it.
_BY_ROLE = {
    Role.HEADING: Account.HEADING,
    Role.QUOTATION: Account.QUOTATION,
    Role.LEAD_IN: Account.LEAD_IN,
    Role.BYLINE: Account.BYLINE,
    Role.CAPTION: Account.CAPTION,
    Role.QUESTION: Account.QUESTION,
    Role.SEPARATOR: Account.SEPARATOR,
}


def ledger(reading: Reading) -> dict[Account, int]:
    """Count the characters of the text under each account; the counts sum to its length."""
    counts = dict.fromkeys(Account, 0)
    for span, account in accounts(reading):
        counts[account] += span.end - span.start
    return counts


def accounts(reading: Reading) -> Iterator[tuple[Span, Account]]:
    """Yield runs of characters that share an account, in reading order; they tile the text.

    A claim outranks everything; then come attributions, citations and the role of the segment.
    White space, bullets and closing marks that are left over are separators; other characters
    that are left over are unaccounted.
    """
    text = reading.document.text
    painted: list[Account | None] = [None] * len(text)
    for span, account in _layers(reading):
        painted[span.start : span.end] = [account] * (span.end - span.start)
    start = 0
    for account, run in groupby(zip(painted, text, strict=True), _account):
        end = start + sum(1 for _ in run)
        yield Span(start, end), account
        start = end


# From the first letter or digit of a stretch to the last one on the same line.
_WORDS = re.compile(r"[^\W_](?:[^\n]*[^\W_])?")


def gaps(reading: Reading) -> Iterator[Span]:
    """Yield the stretches in which the unaccounted characters stand, in reading order.

    A gap begins and ends with such a character and stays on one line; between two of them it may
    hold white space and marks.
    """
    text, end = reading.document.text, 0
    painted = sorted(span for span, _ in _layers(reading))
    for span in (*painted, Span(len(text), len(text))):
        if span.start > end:
            for words in _WORDS.finditer(text, end, span.start):
                yield Span(words.start(), words.end())
        end = max(end, span.end)


def _account(character: tuple[Account | None, str]) -> Account:
    painted, letter = character
    if painted is not None:
        return painted
    return Account.UNACCOUNTED if letter.isalnum() else Account.SEPARATOR


def _layers(reading: Reading) -> Iterator[tuple[Span, Account]]:
    """Yield what to paint, lowest rank first."""
    for segment in reading.segments:
        if segment.role in _BY_ROLE:
            yield segment.span, _BY_ROLE[segment.role]
    for citation in reading.citations:
        yield citation.span, Account.CITATION
    for claim in reading.claims:
        if claim.attribution is not None:
            parts = (*claim.attribution.source, *claim.attribution.cue)
            yield from _painted(parts, Account.ATTRIBUTION)
    for claim in reading.claims:
        yield from _painted(claim.spans, Account.CLAIM)


def _painted(spans: Iterable[Span], account: Account) -> Iterator[tuple[Span, Account]]:
    return ((span, account) for span in spans)


def main_language(reading: Reading) -> str | None:
    """Return the language of most characters, None where no segment has one."""
    counts: dict[str, int] = {}
    for segment in reading.segments:
        if segment.language is not None:
            length = segment.span.end - segment.span.start
            counts[segment.language] = counts.get(segment.language, 0) + length
    return max(sorted(counts), key=counts.__getitem__) if counts else None
