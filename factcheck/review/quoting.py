"""Quotations against captures: of the evidence on a claim, and of the claim's own words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.evidence.quotes import compare
from factcheck.model.quotecheck import Outcome, Quotation, QuoteCheck
from factcheck.model.records import ClaimRecord, EvidenceRecord
from factcheck.store import named, queries, snapshots
from factcheck.store.database import Store, open_for_reading

# The better one counts where a claim rests on several sources.
_BEST = (Outcome.EXACT, Outcome.JOINED, Outcome.ALTERED, Outcome.ABSENT, Outcome.UNCHECKED)
# What a desk must look at.
WRONG = frozenset({Outcome.ALTERED, Outcome.ABSENT})


def quotations_of(store: Store, claim: ClaimRecord) -> Iterator[Quotation]:
    """Yield every quotation of a claim, those of its evidence first, with what came of it."""
    for item in claim.evidence:
        if item.quote.strip() and item.kind != "search":
            yield _of_evidence(store, claim, item)
    sources = named.sources_of(store, claim.id)
    for citation in claim.citations:
        if citation.kind == "quotation":
            yield _of_article(store, claim, citation.quote, sources)


def _of_evidence(store: Store, claim: ClaimRecord, item: EvidenceRecord) -> Quotation:
    at, check = _checked(store, item.quote, item.source)
    return Quotation(claim.number, claim.id, "evidence", item.id, item.source, at, check)


def _of_article(
    store: Store, claim: ClaimRecord, quote: str, sources: tuple[str, ...]
) -> Quotation:
    compared = [(source, *_checked(store, quote, source)) for source in sources]
    none = ("", "", QuoteCheck(quote, Outcome.UNCHECKED, remarks=("nothing to compare it with",)))
    source, at, check = min(
        compared, key=lambda one: (_BEST.index(one[2].outcome), -one[2].score), default=none
    )
    return Quotation(claim.number, claim.id, "article", "", source, at, check)


def _checked(store: Store, quote: str, source: str) -> tuple[str, QuoteCheck]:
    """Return when *source* was captured, and what comparing *quote* with that gives."""
    last = snapshots.last_snapshot(store, source)
    if last is None:
        tried = snapshots.last_capture(store, source)
        why = f"not captured: {tried.error}" if tried else "not captured yet"
        return "", QuoteCheck(quote, Outcome.UNCHECKED, remarks=(why,))
    captured, text = last
    if not text:
        why = captured.remark or "what was captured holds no text"
        return captured.at, QuoteCheck(quote, Outcome.UNCHECKED, remarks=(why,))
    check = compare(quote, text)
    if captured.remark and check.outcome in WRONG:
        # Words that are not there may be there in another reading of the body.
        check = replace(check, remarks=(*check.remarks, captured.remark))
    return captured.at, check


def with_outcomes(store: Store, claim: ClaimRecord) -> ClaimRecord:
    """Return *claim* with the outcome of the quotation of each piece of evidence."""
    if not any(item.sha256 and item.quote.strip() for item in claim.evidence):
        return claim
    items = tuple(
        replace(item, quote_outcome=str(_checked(store, item.quote, item.source)[1].outcome))
        if item.sha256 and item.quote.strip()
        else item
        for item in claim.evidence
    )
    return replace(claim, evidence=items)


def quotations(path: str, article: str, claims: tuple[int, ...] = ()) -> Iterator[Quotation]:
    """Yield the quotations of an article in reading order, or those of some of its claims.

    Raises:
        StoreError: the file cannot be opened.
    """
    store = open_for_reading(Path(path))
    count = queries.article(store, article).claims
    for number in claims or range(1, count + 1):
        yield from quotations_of(store, queries.claim(store, article, number, ""))
    store.close()
