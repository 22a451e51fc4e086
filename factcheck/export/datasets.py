"""Write decided claims in the forms of two public data sets, for whoever trains or measures.

In: a `Report`. Out: JSON Lines, one claim a line.
AVeriTeC: Schlichtkrull, Guo, Vlachos (NeurIPS 2023), the form of its `train.json`.
FEVER: Thorne et al. (NAACL 2018), the form of its `train.jsonl`.
Both know fewer outcomes than the scale has: what has no equal there is left out, never forced.
"""

import json
from collections.abc import Iterator
from typing import Any

from factcheck.export.outcome import rating_of
from factcheck.export.sourced import address
from factcheck.model.records import ClaimRecord, EvidenceRecord
from factcheck.model.report import Report
from factcheck.model.verdict import Verdict

_CHERRY = "Conflicting Evidence/Cherrypicking"
_AVERITEC = {5: "Supported", 4: "Supported", 3: _CHERRY, 2: _CHERRY, 1: "Refuted"}
_FEVER = {5: "SUPPORTS", 4: "SUPPORTS", 1: "REFUTES"}
_UNKNOWN = {"averitec": "Not Enough Evidence", "fever": "NOT ENOUGH INFO"}
_MEDIA = {"link": "Web text", "doi": "Web text", "file": "Other", "search": "Other"}


def averitec(report: Report) -> Iterator[str]:
    """Yield a line for each decided claim, its evidence as answers to one question.

    The data set has questions that annotators asked; here there is one, what was found.
    """
    for claim, label in _labelled(report, _AVERITEC, "averitec"):
        yield _line(
            {
                "claim": claim.text,
                "required_reannotation": False,
                "label": label,
                "justification": " ".join(
                    dict.fromkeys(
                        one.rationale
                        for one in claim.assessments
                        if one.rationale and not one.stale
                    )
                ),
                "claim_date": None,
                "speaker": claim.attribution.source if claim.attribution else None,
                "original_claim_url": address_of(report),
                "fact_checking_article": None,
                "reporting_source": report.article.source,
                "location_ISO_code": None,
                "claim_types": [_CLAIM_TYPES.get(claim.kind, "Event/Property Claim")],
                "fact_checking_strategies": [],
                "questions": _questions(claim),
            }
        )


_CLAIM_TYPES = {
    "quantity": "Numerical Claim",
    "quotation": "Quote Verification",
    "position": "Position Statement",
    "causal": "Causal Claim",
}


def address_of(report: Report) -> str | None:
    """Return the address of the article, None where it did not come from one."""
    source = report.article.source
    return source if source.startswith(("http://", "https://")) else None


def _questions(claim: ClaimRecord) -> list[dict[str, Any]]:
    if not claim.evidence:
        return []
    answers = [_answer(one) for one in claim.evidence]
    return [{"question": "What evidence was found on this claim?", "answers": answers}]


def _answer(one: EvidenceRecord) -> dict[str, Any]:
    kind = "Extractive" if one.quote else "Abstractive" if one.note else "Unanswerable"
    return {
        "answer": one.quote or one.note or "No answer could be found.",
        "answer_type": kind,
        "source_url": address(one) or one.source,
        "source_medium": _MEDIA.get(one.kind, "Other"),
        "cached_source_url": str(getattr(one, "archive", None) or "") or None,
    }


def fever(report: Report) -> Iterator[str]:
    """Yield a line for each decided claim; each piece of evidence is a set of its own.

    A set is `[annotation, evidence, page, sentence]`; the sentence, which is a line number of
    Wikipedia there, is null, and the page is where the evidence stands.
    """
    for claim, label in _labelled(report, _FEVER, "fever"):
        sets: list[list[list[Any]]] = [
            [[claim.number, place, address(one) or one.source, None]]
            for place, one in enumerate(claim.evidence, 1)
        ]
        unknown = label == _UNKNOWN["fever"]
        yield _line(
            {
                "id": claim.number,
                "verifiable": "NOT VERIFIABLE" if unknown else "VERIFIABLE",
                "label": label,
                "claim": claim.text,
                "evidence": [[[claim.number, None, None, None]]] if unknown else sets,
            }
        )


def _labelled(
    report: Report, names: dict[int, str], unknown: str
) -> Iterator[tuple[ClaimRecord, str]]:
    for claim in report.claims:
        verdict = rating_of(claim.verdict, report.scale)
        label = verdict and _label(verdict, names, _UNKNOWN[unknown])
        if label:
            yield claim, label


def _label(verdict: Verdict, names: dict[int, str], unknown: str) -> str | None:
    if verdict.rating is not None:
        return names.get(verdict.rating)
    return unknown if verdict.alternate_name else None


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
