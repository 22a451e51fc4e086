"""What the screen shows of quotations: outcome, diff, changes, and what the sources lack."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.evidence.quotes import compare
from factcheck.model.capture import Capture, Snapshot, Source
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.evidence import Stance, evidence_from
from factcheck.model.quotecheck import Outcome, Quotation
from factcheck.model.reading import Reading
from factcheck.model.records import ClaimRecord, FindingRecord
from factcheck.model.span import Span
from factcheck.review.capturing import source_of
from factcheck.review.mismatch import refresh
from factcheck.review.quotelines import Line, quotation_lines, shown
from factcheck.review.quoting import quotations, quotations_of, with_outcomes
from factcheck.store import snapshots
from factcheck.store.database import Store
from readings import harbour, place

SOURCE = "The port lost €3 m in 2021. Ines Roy never said it was a disgrace."
LINK = "https://example.org/a"


def plain(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(words for _, words in line) for line in lines]


def quotation(quote: str, text: str = SOURCE) -> Quotation:
    return Quotation(
        3, "c1:x", "evidence", "01", LINK, "2026-03-02T10:00:00.000Z", compare(quote, text)
    )


@pytest.mark.parametrize(
    ("quote", "lines"),
    [
        (
            "The port lost €3 m",
            ["exact c3, quotation of evidence",
             "  https://example.org/a, captured 2026-03-02 10:00 UTC",
             "  “The port lost €3 m”"],
        ),
        (
            "The port lost €4 m in 2021",
            ["altered c3, quotation of evidence",
             "  https://example.org/a, captured 2026-03-02 10:00 UTC",
             "  The port lost [-€3-] {+€4+} m in 2021",
             "  number, unit: the source has “€3”, the quotation “€4”"],
        ),
        (
            "Ines Roy said it was a disgrace",
            ["altered c3, quotation of evidence",
             "  https://example.org/a, captured 2026-03-02 10:00 UTC",
             "  Ines Roy [-never-] said it was a disgrace",
             "  negation: the source has “never”, the quotation nothing"],
        ),
        (
            "in 2021 … the port lost",
            ["altered c3, quotation of evidence",
             "  https://example.org/a, captured 2026-03-02 10:00 UTC",
             "  in 2021 {+[…]+} the port lost",
             "  the parts stand in another order in the source"],
        ),
        (
            "Ines Roy … a disgrace",
            ["joined c3, quotation of evidence",
             "  https://example.org/a, captured 2026-03-02 10:00 UTC",
             "  “Ines Roy … a disgrace”",
             "  left out: never said it was",
             "  what is left out holds “never”"],
        ),
    ],
)  # fmt: skip
def test_a_quotation_is_shown_with_what_came_of_it(quote: str, lines: list[str]) -> None:
    assert plain(tuple(quotation_lines(quotation(quote)))) == lines


def test_a_quotation_without_a_source_is_shown_without_one() -> None:
    assert len(plain(tuple(quotation_lines(replace(quotation("lost €3 m"), source=""))))) == 2


def test_absent_words_are_shown_above_the_nearest() -> None:
    words = plain(tuple(quotation_lines(quotation("Somebody else lost the harbour keys in 2021"))))
    assert words[0].startswith("absent")
    assert words[2] == "  “Somebody else lost the harbour keys in 2021”"
    assert words[3].startswith("  nearest: ")


def test_text_from_outside_is_made_harmless() -> None:
    lines = plain(tuple(quotation_lines(quotation("The port\x1b[2J lost \u202e€3 m"))))
    assert not any("\x1b" in line or "\u202e" in line for line in lines)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    plain_reading = harbour()
    text = plain_reading.document.text
    quoted = Citation(CitationKind.QUOTATION, place(text, "it was a disgrace"), claims=(1,))
    link = Citation(
        CitationKind.LINK, Span(0, 7), identifier=Identifier("url", LINK), claims=(0, 1)
    )
    reading = Reading(
        plain_reading.document, plain_reading.segments, plain_reading.claims, (link, quoted), ()
    )
    store = file_with(tmp_path / "claims.db", reading)
    session = reviewer(store)
    first = session.find_claim("1", None).id
    session.attach(first, evidence_from(LINK, Stance.SUPPORTS, quote="lost €3 m"))
    session.attach(first, evidence_from("minutes.pdf", Stance.CONTEXT, quote="lost €3 m"))
    session.attach(first, evidence_from("searched: registers", Stance.CONTEXT))
    return store


def keep(store: Store, text: str | None, *, source: str = LINK) -> None:
    at = "2026-03-02T10:00:00.000Z"
    with store.writing():
        body = Snapshot(f"of {text}", "text/html", b"x", text)
        snapshots.keep(store, f"01{text}", Capture(source, at, sha256=body.sha256), body, "ana")


def of_claim(store: Store, number: int) -> ClaimRecord:
    return reviewer(store).find_claim(str(number), None)


def outcomes(store: Store) -> list[tuple[int, str, str]]:
    article = of_claim(store, 1).article
    found = quotations(str(store.path), article)
    return [(one.number, one.origin, one.check.outcome.value) for one in found]


def test_quotations_are_unchecked_before_anything_is_captured(store: Store) -> None:
    assert outcomes(store) == [
        (1, "evidence", "unchecked"), (1, "evidence", "unchecked"), (2, "article", "unchecked"),
    ]  # fmt: skip


def test_quotations_of_evidence_and_article_are_compared(store: Store) -> None:
    keep(store, SOURCE)
    assert outcomes(store) == [
        (1, "evidence", "exact"), (1, "evidence", "unchecked"), (2, "article", "exact"),
    ]  # fmt: skip


def test_a_capture_without_words_leaves_a_quotation_unchecked(store: Store) -> None:
    keep(store, None)
    [first, second] = quotations_of(store, of_claim(store, 1))
    assert first.check.remarks == ("what was captured holds no text",)
    assert second.check.remarks == ("not captured yet",)


def test_a_failed_capture_is_the_reason(store: Store) -> None:
    with store.writing():
        failed = Capture(LINK, "2026-03-02T10:00:00.000Z", error="the host is not known")
        snapshots.keep(store, "01", failed, None, "ana")
    [first, _] = quotations_of(store, of_claim(store, 1))
    assert first.check.remarks == ("not captured: the host is not known",)


def test_a_quotation_without_any_source_has_nothing_to_be_compared_with(store: Store) -> None:
    article = of_claim(store, 1).article
    with store.writing():
        store.execute("DELETE FROM claim_citation WHERE citation IN"
                      " (SELECT id FROM citation WHERE kind = 'link')")  # fmt: skip
    [_, _, third] = quotations(str(store.path), article)
    assert third.check.remarks == ("nothing to compare it with",)


def test_the_outcome_of_each_piece_of_evidence_goes_into_its_record(store: Store) -> None:
    claim = of_claim(store, 1)
    assert with_outcomes(store, claim) is claim
    keep(store, SOURCE)
    checked = with_outcomes(store, of_claim(store, 1))
    assert [item.quote_outcome for item in checked.evidence] == ["exact", "", ""]


def test_findings_are_written_anew_and_stand_beside_those_of_the_reading(store: Store) -> None:
    article = of_claim(store, 1).article
    assert refresh(store, article) == 0
    keep(store, "The port lost much in 2020. Ines Roy spoke.")
    assert refresh(store, article) == refresh(store, article) == 2
    found = of_claim(store, 1).findings
    assert [(one.rule, one.quote) for one in found] == [
        ("citation.not-in-source", "2 m"), ("citation.not-in-source", "2021"),
    ]  # fmt: skip
    keep(store, SOURCE.replace("3", "2") + " later")
    assert refresh(store, article) == 0


def test_several_sources_are_counted_not_named(store: Store) -> None:
    keep(store, "The port.")
    keep(store, "Of minutes", source="minutes.pdf")
    refresh(store, of_claim(store, 1).article)
    assert "is not in any of 2 captured sources" in of_claim(store, 1).findings[0].message


def test_the_view_of_a_claim_shows_quotations_and_what_is_missing(store: Store) -> None:
    claim = of_claim(store, 1)
    assert plain(shown(replace(claim, evidence=()), ())) == [
        "No quotation in this claim or its evidence"
    ]
    finding = FindingRecord(
        "f1", "citation.not-in-source", Span(0, 1), "2 m", "this number is not there",
        quoted=False, strength=0.8, decision="",
    )  # fmt: skip
    decided = replace(finding, decision="confirmed")
    lines = plain(shown(replace(claim, findings=(finding, decided)), (quotation("lost €3 m"),)))
    assert lines[3:] == [
        "",
        "Not in the source",
        "“2 m”: this number is not there",
        "“2 m”: this number is not there (confirmed)",
    ]


@pytest.mark.parametrize(
    ("kind", "name", "url"),
    [
        ("link", LINK, LINK),
        ("doi", "doi: 10.1/a b", "https://doi.org/10.1/a%20b"),
        ("doi", "10.1/x", "https://doi.org/10.1/x"),
        ("arxiv", "math/0101001", "https://arxiv.org/abs/math/0101001"),
        ("pmid", "12082125", "https://pubmed.ncbi.nlm.nih.gov/12082125"),
        ("pmcid", "PMC2631623", "https://pmc.ncbi.nlm.nih.gov/articles/PMC2631623"),
        ("handle", "10013/epic.1", "https://hdl.handle.net/10013/epic.1"),
        ("ads", "2004A&A...426L..19X", "https://ui.adsabs.harvard.edu/abs/2004A%26A...426L..19X"),
        ("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
    ],
)
def test_every_source_is_asked_where_it_is(tmp_path: Path, kind: str, name: str, url: str) -> None:
    assert source_of(kind, name, beside=tmp_path) == Source(name, url)


def test_a_file_is_looked_for_here_and_beside_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk").mkdir()
    assert source_of("file", "a.txt", beside=tmp_path / "desk").path == str(tmp_path / "desk/a.txt")
    (tmp_path / "a.txt").touch()
    assert source_of("file", "a.txt", beside=tmp_path / "desk").path == "a.txt"


def test_every_outcome_has_a_style() -> None:
    for outcome in Outcome:
        check = replace(quotation("lost €3 m").check, outcome=outcome)
        assert next(quotation_lines(replace(quotation("x"), check=check)))[0][1] == outcome.value
