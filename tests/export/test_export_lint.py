"""What an editor would send back, each rule by a case that breaks it and one that does not."""

from dataclasses import replace

import pytest

from factcheck.export.lint import LINT, lint
from factcheck.model.records import CitationRecord, ClaimRecord
from factcheck.model.span import Span
from report_samples import CLAIM, DOI, FILE, FINDING, FULL, LINK, REFUTED, REPORT, SEARCH

TWO = (FILE, replace(FILE, source="other.pdf", primacy="primary"))
SOUND = replace(CLAIM, verdict="refuted", status="decided", assessments=(REFUTED,), evidence=TWO)
QUOTED = CitationRecord("quotation", Span(0, 5), "gutted", "")
SILENT = tuple(replace(one, quote="") for one in TWO)


def rules(claim: ClaimRecord) -> list[str]:
    return [one.rule for one in lint(replace(REPORT, claims=(claim,)))]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param(SOUND, [], id="nothing to mend"),
        pytest.param(CLAIM, ["lint.no-verdict"], id="open"),
        pytest.param(replace(CLAIM, status="disagreement"), ["lint.no-verdict"], id="disputed"),
        pytest.param(replace(SOUND, evidence=()), ["lint.no-evidence"], id="no evidence"),
        pytest.param(
            replace(SOUND, verdict="unproven", evidence=()), ["lint.no-evidence"], id="no search"
        ),
        pytest.param(replace(SOUND, verdict="unproven", evidence=(SEARCH,)), [], id="searched"),
        pytest.param(replace(SOUND, verdict="not-checkable", evidence=()), [], id="opinion"),
        pytest.param(replace(SOUND, verdict="of a desk", evidence=()), [], id="other scale"),
        pytest.param(
            replace(SOUND, assessments=(replace(REFUTED, gate=False),)),
            ["lint.evidence-gone"],
            id="evidence gone",
        ),
        pytest.param(
            replace(SOUND, evidence=(TWO[1], TWO[1], SEARCH)), ["lint.one-source"], id="one source"
        ),
        pytest.param(
            replace(SOUND, evidence=tuple(replace(one, primacy="secondary") for one in TWO)),
            ["lint.secondary-only"],
            id="secondary",
        ),
        pytest.param(
            replace(SOUND, citations=(QUOTED,), evidence=SILENT),
            ["lint.quotation-not-verified"],
            id="a quotation without the words of its source",
        ),
        pytest.param(replace(SOUND, citations=(QUOTED,)), [], id="a quotation with them"),
        pytest.param(
            replace(SOUND, kind="quotation", evidence=SILENT),
            ["lint.quotation-not-verified"],
            id="a claim that is a quotation",
        ),
        pytest.param(
            replace(SOUND, evidence=(LINK, DOI, TWO[1])),
            ["lint.no-snapshot", "lint.no-snapshot"],
            id="not captured",
        ),
        pytest.param(
            replace(SOUND, assessments=(replace(REFUTED, rationale=" "),)),
            ["lint.no-rationale"],
            id="no reason",
        ),
        pytest.param(replace(SOUND, current=False), ["lint.changed-since"], id="older reading"),
        pytest.param(replace(SOUND, findings=(FINDING,)), ["lint.open-finding"], id="open finding"),
        pytest.param(
            replace(SOUND, findings=(replace(FINDING, decisions=(("Ada", "dismissed"),)),)),
            [],
            id="dismissed finding",
        ),
    ],
)
def test_each_rule_finds_its_case(claim: ClaimRecord, expected: list[str]) -> None:
    assert rules(claim) == expected


def test_a_claim_that_was_changed_after_its_verdict_is_found() -> None:
    stale = replace(REFUTED, stale=True, gate=False, rationale="")
    changed = replace(SOUND, assessments=(stale, REFUTED))
    assert rules(changed) == ["lint.changed-since"]


def test_unaccounted_text_is_of_the_article() -> None:
    found = [one for one in lint(FULL) if one.rule == "lint.unaccounted-text"]
    assert [(one.claim, one.words) for one in found] == [
        (None, "150–158: see also"), (None, "170–174: ends"),
    ]  # fmt: skip


def test_every_rule_says_what_to_do_and_all_can_be_found() -> None:
    assert all(rule.matter and rule.do for rule in LINT.values())
    broken = replace(CLAIM, kind="quotation", verdict="refuted", status="decided",
                     assessments=(replace(REFUTED, rationale="", gate=False),),
                     evidence=(replace(LINK, quote="", primacy=""),), findings=(FINDING,),
                     current=False)  # fmt: skip
    report = replace(FULL, claims=(CLAIM, replace(SOUND, evidence=()), broken))
    assert {one.rule for one in lint(report)} == LINT.keys()
    assert {one.about.principle[:6] for one in lint(report)} == {"", "IFCN 2", "IFCN 4"}
