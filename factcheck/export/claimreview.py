"""Write the verdicts of a report as ClaimReview, the vocabulary in which fact-checks are exchanged.

In: a `Report` and where it is published. Out: lines of one JSON-LD document.
Rules, from schema.org and the last form of Google's documentation: a review needs an address, the
claim, and a rating with a name; a rating that means "unknown" has no number; opinions and what
cannot be checked get no review; who claimed a thing is never who checked it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.export.outcome import rating_of
from factcheck.export.sourced import address
from factcheck.model.evidence import is_web_link
from factcheck.model.records import ClaimRecord
from factcheck.model.report import Report
from factcheck.model.verdict import Verdict

_BEST, _WORST = 5, 1
# What would end a script that the document stands in, or a line of it, is spelled out.
_SPELLED = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the report is published and by whom; who published the article, where and when.

    `claimant` answers for what the article says in its own voice or on an unnamed source.
    """

    url: str = ""
    publisher: str = ""
    publisher_url: str = ""
    claimant: str = ""
    article_url: str = ""
    article_date: str = ""


def claimreview(report: Report, publication: Publication) -> Iterator[str]:
    """Yield the lines of the document: the scale, then a review for each claim that has a verdict.

    Left out are claims without a verdict, claims whose verdict has neither number nor name
    (`not-checkable`), and claims of the publisher's own.
    """
    yield '{"@context": "https://schema.org", "@graph": ['
    yield _line(_scale(report, publication))
    for claim in report.claims:
        verdict = rating_of(claim.verdict, report.scale)
        if verdict is None or not (verdict.rating or verdict.alternate_name):
            continue
        claimant = _claimant(claim, publication)
        if claimant.casefold() != publication.publisher.casefold() or not claimant:
            yield "," + _line(_review(report, claim, verdict, publication))
    yield "]}"


def _line(node: Mapping[str, Any]) -> str:
    return json.dumps(node, ensure_ascii=False).translate(_SPELLED)


def _scale(report: Report, publication: Publication) -> dict[str, Any]:
    """Return the scale: which number has which name, and what it means."""
    terms = [
        {
            "@type": "DefinedTerm",
            "name": one.alternate_name,
            "description": one.meaning,
            **({} if one.rating is None else {"termCode": str(one.rating)}),
        }
        for one in report.scale
        if one.alternate_name
    ]
    return {
        "@type": "DefinedTermSet",
        "@id": f"{publication.url}#scale",
        "name": f"Rating scale, {_WORST} (worst) to {_BEST} (best)",
        "hasDefinedTerm": terms,
    }


def _review(
    report: Report, claim: ClaimRecord, verdict: Verdict, publication: Publication
) -> dict[str, Any]:
    author = {"@type": "Organization", "name": publication.publisher}
    if publication.publisher_url:
        author["url"] = publication.publisher_url
    sources = list(dict.fromkeys(one for one in map(address, claim.evidence) if one))
    return {
        "@type": "ClaimReview",
        "url": f"{publication.url}#claim-{claim.number}",
        "claimReviewed": claim.text,
        "datePublished": report.at[:10],
        "author": author,
        "itemReviewed": _claimed(report, claim, publication),
        "reviewRating": _rating(claim, verdict),
        **({"citation": sources} if sources else {}),
    }


def _claimed(report: Report, claim: ClaimRecord, publication: Publication) -> dict[str, Any]:
    """Return the claim: who made it, where it appeared, and when if that is known."""
    appearance: dict[str, Any] = {"@type": "CreativeWork", "name": report.article.title}
    where = publication.article_url or report.article.source
    if is_web_link(where):
        appearance["url"] = where
    claimant = _claimant(claim, publication)
    return {
        "@type": "Claim",
        # Whether a name is of a person or an organisation stands nowhere; to guess could be wrong.
        **({"author": {"name": claimant}} if claimant else {}),
        **({"datePublished": publication.article_date} if publication.article_date else {}),
        "appearance": appearance,
    }


def _claimant(claim: ClaimRecord, publication: Publication) -> str:
    attribution = claim.attribution
    named = attribution is not None and attribution.named
    return " ".join(attribution.source.split()) if named else publication.claimant  # type: ignore[union-attr]


def _rating(claim: ClaimRecord, verdict: Verdict) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating"}
    if verdict.rating is not None:
        rating |= {"ratingValue": verdict.rating, "bestRating": _BEST, "worstRating": _WORST}
    rating["alternateName"] = verdict.alternate_name or verdict.label
    reasons = dict.fromkeys(one.rationale.strip() for one in claim.assessments if not one.stale)
    explanation = " ".join(reason for reason in reasons if reason)
    if explanation:
        rating["ratingExplanation"] = explanation
    return rating
