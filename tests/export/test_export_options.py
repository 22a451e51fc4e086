"""What may be chosen of a report, and the parts of it that depend on a choice."""

from dataclasses import replace

import pytest

from factcheck.export.markdown import by_heading, render
from factcheck.export.options import Options, chosen
from factcheck.export.sourced import kept
from factcheck.model.report import Corrections, tally_of
from factcheck.model.span import Span
from report_samples import CLAIM, FULL, FULL_CLAIM, REPORT


def test_only_some_verdicts_are_shown_and_all_are_counted() -> None:
    report = replace(FULL, corrections=None)
    written = render(report, Options(verdicts=("misleading", "open")))
    assert "### Claim 5: Misleading" in written
    assert "### Claim 4: Not reviewed yet" in written
    assert "### Claim 1: Refuted" not in written
    assert "This report shows only: Misleading, Not reviewed yet." in written
    assert "6 claims: 3 decided" in written
    none = render(report, Options(verdicts=("supported",)))
    assert "No claim has one of the verdicts that were asked for." in none


def test_without_names_reviewers_are_told_apart_by_number() -> None:
    written = render(FULL, Options(names=False))
    assert "Ada" not in written
    assert "Ben" not in written
    assert "**Reviewed by:** Reviewer 1, Reviewer 2" in written
    assert "confirmed by Reviewer 1" in written
    assert "- Reviewer 2, 2026-03-02 12:41 UTC: Ask the port" in written
    deferred = replace(CLAIM, deferred_by=("Ada", "somebody else"), status="deferred")
    written = render(replace(FULL, claims=(deferred,)), Options(names=False))
    assert "Put off by Reviewer 1, Reviewer ?." in written
    assert chosen(REPORT, Options(names=False)).corrections is None


def test_claims_can_be_gone_through_again_after_a_choice() -> None:
    report = chosen(FULL, Options(verdicts=("refuted",), names=False))
    assert [one.number for one in report.claims] == [one.number for one in report.claims] == [1]


def test_a_section_for_each_heading_that_claims_stand_under() -> None:
    report = replace(
        REPORT,
        claims=tuple(replace(CLAIM, number=n, spans=(Span(at, at + 5),))
                     for n, at in enumerate((2, 12, 14, 40), 1)),
        headings=((10, "One *"), (20, "Empty"), (30, "Two")),
    )  # fmt: skip
    written = [line for line in render(report, Options(sections=True)).splitlines()
               if line.startswith(("### ", "#### "))]  # fmt: skip
    assert written[1:-1] == [
        "### Before the first heading",
        "#### Claim 1: Not reviewed yet",
        "### One \\*",
        "#### Claim 2: Not reviewed yet",
        "#### Claim 3: Not reviewed yet",
        "### Two",
        "#### Claim 4: Not reviewed yet",
    ]
    assert "### One" not in render(report)
    lost = replace(report, claims=(replace(CLAIM, spans=()),))
    assert [title for title, _ in by_heading(lost, "before")] == ["before"]


@pytest.mark.parametrize(
    "expected",
    [
        "## Corrections since the last report",
        "whose head of the history was `0c0c",
        "- **Claim 1: Supported → Refuted:** The harbour fund lost money.",
        "  - Ada: refuted",
        "- **Claim 2:** The fund was frozen.",
        "- **Claim 6: no verdict → half-true:** 港口基金",
        "- report: “Annual audit 2025”; claim 1 rests on it",
        "; claims 1, 2 rest on it",
        "- law: “the Ports Act”, `us-bill:hr1516-117`; no claim rests on it",
        "- 1 claim: nobody has reviewed it yet.",
        "- 1 claim: the reviewers disagree, and nobody has decided.",
        "- “see also” (characters 150 to 158)",
        "| headings      |    41 |  2.0 % | names a part of the text",
        "| Misleading       | the words may be right",
        "- unsupported: the article gives no source for it – “a third” (Ada, 2026-03-02 12:00 UTC)",
        "**Head of the history:** `9f86d0",
    ],
)
def test_a_report_gives_account(expected: str) -> None:
    assert expected in render(FULL)


def test_nothing_changed_is_said_too() -> None:
    same = replace(FULL, corrections=Corrections("0c" * 32, "x", ()))
    assert "Nothing has changed since." in render(same)
    assert "Corrections" not in render(replace(FULL, corrections=None))


def test_an_article_that_is_done_says_so() -> None:
    done = replace(CLAIM, verdict="refuted", status="decided")
    written = render(replace(REPORT, claims=(done,)))
    assert "Every claim has a verdict." in written
    assert "The article gives no reference." in written


def test_more_wrong_claims_than_a_summary_names_are_counted() -> None:
    claims = tuple(replace(FULL_CLAIM, number=n) for n in range(1, 131))
    report = replace(REPORT, claims=claims)
    assert len(tally_of(report).wrong) == 100
    written = render(report)
    assert "- … and 30 more; each has its section below." in written
    assert written.count("- [Claim ") == 100


def test_captured_evidence_shows_when_where_and_its_hash() -> None:
    class Captured:
        captured_at, archive, sha256 = "2026-03-02T12:00:00.000Z", "https://a.example", "ab" * 32
        quote_outcome, capture_error = "exact", "the first time"

    class Failed:
        capture_error = "no answer"

    assert dict(kept(Captured())) == {  # type: ignore[arg-type]
        "captured": "2026-03-02 12:00 UTC",
        "remark": "",
        "archive": "https://a.example",
        "hash": "ab" * 32,
        "not_captured": "",
        "compared": "exact",
    }
    assert dict(kept(Failed()))["not_captured"] == "no answer"  # type: ignore[arg-type]
