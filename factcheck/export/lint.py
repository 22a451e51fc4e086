"""Look a report over before it is published: what an editor would send back.

In: a `Report`. Out: remarks in reading order, each with its rule, the claim, what is the matter and
what to do. The principles are those of the
code of the International Fact-Checking Network (IFCN): 2 sources, 4 methodology.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.export.outcome import rating_of
from factcheck.export.sourced import address, kept
from factcheck.model.records import ClaimRecord, EvidenceRecord
from factcheck.model.report import Report

_SOURCES = "IFCN 2, transparency of sources"
_METHOD = "IFCN 4, transparency of methodology"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule looks at, what to do about it, and the IFCN principle it serves, "" for none."""

    matter: str
    do: str
    principle: str = ""


LINT = {
    "lint.no-verdict": Rule("the claim has no verdict", "judge it, or leave it out", _METHOD),
    "lint.no-evidence": Rule(
        "the verdict rests on no evidence", "attach evidence, or what was searched", _SOURCES
    ),
    "lint.evidence-gone": Rule(
        "the evidence that the verdict needs was withdrawn", "attach other evidence, or judge anew",
        _SOURCES,
    ),
    "lint.one-source": Rule(
        "the verdict rests on one source only", "find a second source, or say that there is none",
        _SOURCES,
    ),
    "lint.secondary-only": Rule(
        "no primary source is among the evidence", "go back to the primary source, or say why not",
        _SOURCES,
    ),
    "lint.quotation-not-verified": Rule(
        "a quotation was judged without the words of its source",
        "attach the source with the words as they stand there", _SOURCES,
    ),
    "lint.no-snapshot": Rule(
        "a source on the web was not captured", "capture it before it changes", _SOURCES
    ),
    "lint.no-rationale": Rule("the verdict gives no reason", "write the rationale", _METHOD),
    "lint.changed-since": Rule(
        "the claim was changed after its verdict", "judge it again as it is worded now", _METHOD
    ),
    "lint.open-finding": Rule(
        "a finding is neither confirmed nor dismissed", "confirm or dismiss it"
    ),
    "lint.unaccounted-text": Rule(
        "text stands in no claim and has no other role", "read it, and add a claim if it makes one",
        _METHOD,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to mend. `claim` is None where the whole article is meant."""

    rule: str
    claim: int | None
    words: str

    @property
    def about(self) -> Rule:
        """What is the matter and what to do about it."""
        return LINT[self.rule]


def lint(report: Report) -> Iterator[Remark]:
    """Yield a remark for everything that keeps *report* from being fit to publish."""
    for claim in report.claims:
        for rule, check in _CHECKS.items():
            for words in check(claim, report):
                yield Remark(rule, claim.number, words)
    for span, words in report.unaccounted:
        yield Remark("lint.unaccounted-text", None, f"{span.start}–{span.end}: {words}")


def _decided(claim: ClaimRecord, report: Report) -> bool:
    """Say whether the verdict is one that evidence can bear on."""
    verdict = rating_of(claim.verdict, report.scale)
    return verdict is not None and bool(verdict.needs)


def _no_verdict(claim: ClaimRecord, _report: Report) -> Iterator[str]:
    if claim.verdict is None:
        yield f"{claim.status}: {claim.text}"


def _no_evidence(claim: ClaimRecord, _report: Report) -> Iterator[str]:
    # That something cannot be checked needs no source, that nothing was found needs the search.
    verdict = rating_of(claim.verdict, _report.scale)
    bears = verdict is not None and bool(verdict.needs or verdict.alternate_name)
    if bears and not claim.evidence:
        yield claim.text


def _evidence_gone(claim: ClaimRecord, _report: Report) -> Iterator[str]:
    for one in claim.assessments:
        if not one.gate and not one.stale:
            yield f"{one.reviewer}: {one.verdict}"


def _one_source(claim: ClaimRecord, report: Report) -> Iterator[str]:
    sources = {one.source for one in claim.evidence if one.kind != "search"}
    if _decided(claim, report) and len(sources) == 1:
        yield sources.pop()


def _secondary_only(claim: ClaimRecord, report: Report) -> Iterator[str]:
    sources = [one for one in claim.evidence if one.kind != "search"]
    if _decided(claim, report) and sources and all(one.primacy != "primary" for one in sources):
        yield ", ".join(one.source for one in sources)


def _quotation_not_verified(claim: ClaimRecord, report: Report) -> Iterator[str]:
    quotes = [one.quote for one in claim.citations if one.kind == "quotation"]
    if claim.kind == "quotation" and not quotes:
        quotes = [claim.text]
    if _decided(claim, report) and not any(map(_verified, claim.evidence)):
        yield from quotes


def _verified(one: EvidenceRecord) -> bool:
    """Say whether evidence holds words, and, where they were compared, that its source has them."""
    compared = dict(kept(one))["compared"]
    return bool(one.quote.strip()) and compared in {"", "exact", "joined"}


def _no_snapshot(claim: ClaimRecord, _report: Report) -> Iterator[str]:
    for one in claim.evidence:
        if address(one) and not dict(kept(one))["hash"]:
            yield one.source


def _no_rationale(claim: ClaimRecord, _report: Report) -> Iterator[str]:
    for one in claim.assessments:
        if not one.rationale.strip() and not one.stale:
            yield f"{one.reviewer}: {one.verdict}"


def _changed_since(claim: ClaimRecord, _report: Report) -> Iterator[str]:
    for one in claim.assessments:
        if one.stale:
            yield f"{one.reviewer}: {one.verdict}"
    if claim.assessments and not claim.current:
        yield claim.text


def _open_finding(claim: ClaimRecord, _report: Report) -> Iterator[str]:
    for one in claim.findings:
        if not one.decisions:
            yield f"{one.rule}: {one.quote}"


_CHECKS: dict[str, Callable[[ClaimRecord, Report], Iterator[str]]] = {
    "lint.no-verdict": _no_verdict,
    "lint.no-evidence": _no_evidence,
    "lint.evidence-gone": _evidence_gone,
    "lint.one-source": _one_source,
    "lint.secondary-only": _secondary_only,
    "lint.quotation-not-verified": _quotation_not_verified,
    "lint.no-snapshot": _no_snapshot,
    "lint.no-rationale": _no_rationale,
    "lint.open-finding": _open_finding,
    "lint.changed-since": _changed_since,
}
