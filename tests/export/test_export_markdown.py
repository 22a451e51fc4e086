import os
from dataclasses import replace
from itertools import cycle, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from factcheck.export.markdown import lines, render
from factcheck.export.outcome import anchor
from factcheck.export.section import worded
from factcheck.model.evidence import is_web_link
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.model.verdict import DEFAULT_SCALE
from factcheck.model.visible import one_line
from hostile_texts import HOSTILE
from markdown_structure import COMMONMARK, DIALECTS, structure, targets
from report_samples import (
    ATTACKS,
    CLAIM,
    DISPUTED_CLAIM,
    FINDING,
    FULL,
    FULL_CLAIM,
    LINK,
    REPORT,
    swapped,
)

GOLDEN = Path(__file__).parent.parent / "golden" / "reports"


def _attacked() -> Report:
    """Return a report in which every text is the next of the attacks."""
    attacks = cycle(ATTACKS)
    return swapped(FULL, lambda _: next(attacks))


REPORTS = {
    "full": FULL,
    "nothing-found": replace(REPORT, article=replace(REPORT.article, language=None, claims=0)),
    "nobody-acted": replace(REPORT, claims=(CLAIM,)),
    "empty-ledger": replace(REPORT, claims=(CLAIM,), ledger=(), head="ab12", events=1),
    "attacks": _attacked(),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_written_byte_for_byte_as_before(name: str) -> None:
    path = GOLDEN / f"{name}.md"
    written = render(REPORTS[name]).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(written)
        pytest.fail(f"{path.name} was written: look at the difference, then run without the switch")
    assert written == path.read_bytes()


def _harmless(text: str, original: str) -> str:
    if not one_line(text):
        return ""
    if original.startswith("https:") or is_web_link(text):
        return "https://example.org/" if is_web_link(text) else "word"
    return "word"


@given(HOSTILE)
@settings(max_examples=60)
def test_no_text_from_outside_changes_the_structure_of_a_report(text: str) -> None:
    hostile = render(swapped(FULL, lambda _: text))
    harmless = render(swapped(FULL, lambda original: _harmless(text, original)))
    for dialect in DIALECTS:
        got = structure(dialect.parse(hostile))
        assert got == structure(dialect.parse(harmless))
        assert not any(type_.startswith(("html", "image", "footnote", "math")) for type_ in got)


@given(HOSTILE)
@settings(max_examples=50)
def test_every_link_of_a_report_leads_to_a_claim_a_doi_or_validated_evidence(text: str) -> None:
    allowed = ("#claim-", "https://doi.org/")
    for dialect in DIALECTS:
        found = targets(dialect.parse(render(swapped(FULL, lambda _: text))))
        strangers = [target for target in found if not target.startswith(allowed)]
        assert bool(strangers) == is_web_link(text)


@given(HOSTILE)
@settings(max_examples=50)
def test_lines_hold_no_line_breaks_and_join_to_the_report(text: str) -> None:
    report = swapped(FULL, lambda _: text)
    assert all(len(line.splitlines()) <= 1 for line in lines(report))
    assert "".join(f"{line}\n" for line in lines(report)) == render(report)


def test_lines_come_before_the_last_claim_is_looked_at() -> None:
    first = next(iter(lines(FULL)))
    assert first == "# Fact check: Harbour fund lost a third of its money, auditors say"


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(REPORTS["nothing-found"], "0 claims: 0 decided", id="no claims"),
        pytest.param(REPORTS["nothing-found"], "No claim was found", id="no section"),
        pytest.param(REPORTS["nobody-acted"], "1 claim: 0 decided", id="one claim"),
        pytest.param(REPORTS["nobody-acted"], "### Claim 1: Not reviewed yet", id="unreviewed"),
        pytest.param(REPORTS["nobody-acted"], "Nobody has acted", id="no history"),
        pytest.param(REPORTS["empty-ledger"], "1 event; the hash", id="one event"),
        pytest.param(
            FULL,
            "6 claims: 3 decided, 1 in disagreement, 1 deferred, 1 not reviewed yet.",
            id="counts",
        ),
        pytest.param(FULL, "1,234 events; the hash of the last one is `9f86", id="head"),
        pytest.param(FULL, "12 of 2,041 characters are unaccounted for.", id="coverage"),
        pytest.param(FULL, r"> The fund \[…\] lost a third of its money.", id="gap"),
        pytest.param(FULL, r"**Claim:** The \[harbour\] fund lost", id="inserted words"),
        pytest.param(FULL, "Ines Roy, “said”", id="named source"),
        pytest.param(FULL, "unnamed: records, “show”", id="unnamed source"),
        pytest.param(FULL, "the article itself", id="no source"),
        pytest.param(FULL, "The reviewers disagree on this claim.", id="disagreement"),
        pytest.param(FULL, "needs has been withdrawn since", id="evidence gone"),
        pytest.param(FULL, "### Claim 6: half-true", id="verdict of another scale"),
        pytest.param(FULL, "(not yet looked at)", id="open finding"),
        pytest.param(FULL, "(confirmed by Ada)", id="confirmed finding"),
        pytest.param(
            FULL, "(dismissed by Ada, confirmed by Ben, inside a quotation)", id="dismissed finding"
        ),
        pytest.param(FULL, "(https://doi.org/10.1000/182%233)", id="DOI"),
        pytest.param(FULL, "Minutes, `minutes_2025.pdf`", id="file"),
    ],
)
def test_a_report_says_what_is_known(report: Report, expected: str) -> None:
    assert expected in render(report)


def test_refuted_claims_come_first_then_misleading_ones_with_links_that_lead_to_them() -> None:
    text = render(FULL)
    tokens = COMMONMARK.parse(text)
    titles = {
        anchor(after.content) for token, after in pairwise(tokens) if token.type == "heading_open"
    }
    inner = [target for target in targets(tokens) if target.startswith("#")]
    assert inner == ["#claim-1-refuted", "#claim-5-misleading"]
    assert titles.issuperset(inner)
    assert text.index("### Refuted or misleading") < text.index("### Verdicts")


def test_a_verdict_over_differing_verdicts_still_shows_that_they_differ() -> None:
    decided = replace(DISPUTED_CLAIM, verdict="refuted", status="decided")
    text = render(replace(REPORT, claims=(decided,)))
    assert "### Claim 2: Refuted" in text
    assert "The reviewers disagree on this claim." in text


def test_a_verdict_without_assessments_is_not_called_unreviewed() -> None:
    text = render(replace(REPORT, claims=(replace(CLAIM, verdict="refuted", status="decided"),)))
    assert "\nNot reviewed yet.\n" not in text


def test_a_flag_of_two_reviewers_counts_once_for_its_claim() -> None:
    flags = tuple(replace(FULL_CLAIM.flags[0], reviewer=name) for name in ("Ada", "Ben"))
    text = render(replace(REPORT, claims=(replace(CLAIM, flags=flags),)))
    assert "| unsupported |      1 |" in text


def test_spans_that_touch_are_quoted_without_a_gap() -> None:
    claim = replace(CLAIM, spans=(Span(0, 4), Span(4, 9)), quotes=("The ", "fund."))
    assert "> The fund.\n" in render(replace(REPORT, claims=(claim,)))


def test_a_claim_without_spans_is_still_written() -> None:
    claim = replace(CLAIM, spans=(), quotes=())
    assert "**Claim:** The fund was frozen in May." in render(replace(REPORT, claims=(claim,)))


def test_an_inserted_blank_gets_no_brackets() -> None:
    claim = replace(CLAIM, insertions=(Span(3, 4),))
    assert "**Claim:** The fund was frozen" in render(replace(REPORT, claims=(claim,)))


def test_a_status_that_is_unknown_counts_as_not_reviewed() -> None:
    text = render(replace(REPORT, claims=(replace(CLAIM, status="other"),)))
    assert "### Claim 1: Not reviewed yet" in text


def test_a_finding_decision_that_is_unknown_is_shown_as_it_is() -> None:
    claim = replace(CLAIM, findings=(replace(FINDING, decisions=(("Ada", "parked"),)),))
    assert "(parked by Ada)" in render(replace(REPORT, claims=(claim,)))


def test_evidence_numbers_and_details_stay_one_list_beyond_nine_items() -> None:
    claim = replace(CLAIM, evidence=(LINK,) * 11)
    types = structure(COMMONMARK.parse(render(replace(REPORT, claims=(claim,)))))
    assert types.count("ordered_list_open") == 1


def test_the_tables_of_a_report_are_straight_in_plain_text() -> None:
    scale = (replace(DEFAULT_SCALE[0], label="A | B", meaning="x" * 50), *DEFAULT_SCALE[1:])
    tables: dict[str, set[int]] = {}
    title = ""
    for line in lines(replace(FULL, scale=scale)):
        title = line if line.startswith("#") else title
        if line.startswith("|"):
            tables.setdefault(title, set()).add(len(line))
    assert len(tables) == 4
    assert all(len(widths) == 1 for widths in tables.values())


def test_a_claim_that_was_put_off_says_by_whom() -> None:
    claim = replace(CLAIM, status="deferred", verdict=None, assessments=(), deferred_by=("Ada",))
    assert "\nPut off by Ada.\n" in render(replace(REPORT, claims=(claim,)))


def test_a_claim_of_an_older_reading_says_so() -> None:
    claim = replace(CLAIM, current=False)
    assert "of an older reading of the article" in render(replace(REPORT, claims=(claim,)))


@pytest.mark.parametrize(
    ("text", "insertion", "shown"),
    [
        ("the harbour fund", Span(4, 11), "the [harbour] fund"),
        ('"Ports" was written.', Span(6, 20), '"Ports" [was written].'),
        ("It sank.", Span(7, 8), "It sank."),
    ],
)
def test_inserted_words_are_marked_and_marks_are_not(
    text: str, insertion: Span, shown: str
) -> None:
    assert worded(replace(CLAIM, text=text, insertions=(insertion,))) == shown
