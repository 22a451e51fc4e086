"""What is shown beside a claim of what was checked before: harmless lines, the likest first."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from desk import BEGIN, file_with, reviewer
from factcheck.errors import InputError, UsageError
from factcheck.model.checked import CheckedBefore, FactCheck, Likeness, ReadChecks
from factcheck.model.evidence import Stance, evidence_from
from factcheck.model.visible import visible
from factcheck.review import earlier
from factcheck.review.reporting import lines
from factcheck.review.session import Session
from factcheck.sources.files import read_bytes
from factcheck.store.database import Store
from hostile_texts import HOSTILE
from readings import harbour

SAFE = FactCheck("The Orsa dam is safe", "Ana", "False", "1 of 1–5", "Checkers",
                 "https://checkers.example/dam", "2024-03-02")  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return file_with(tmp_path / "claims.db", harbour())


def test_what_agrees_comes_first_then_the_newest(store: Store) -> None:
    unsafe = replace(SAFE, claim="The Orsa dam is not safe", verdict="True")
    newer = replace(SAFE, date="2025-01-01", verdict="Mostly false")
    other = FactCheck("The Orsa dam was built in 1962 by prisoners")
    read = ReadChecks((unsafe, SAFE, newer, other), 0)
    assert earlier.keep(store, read, "folder/a.csv", BEGIN) == 4
    assert earlier.keep(store, read, "folder/a.csv", BEGIN) == 0
    found = earlier.like(store, "Orsa's dam is safe")
    assert [one.check for one in found] == [newer, SAFE, unsafe]
    assert store.value("SELECT file || ' ' || at FROM factchecks") == (
        "a.csv 2026-03-02T10:00:00.000Z"
    )


def test_the_lines_say_verdict_source_date_and_what_differs() -> None:
    likeness = Likeness(0.75, ("dam", "safe"), (("number", "12", "14"), ("negation", "not", "")))
    lines = earlier.check_lines([CheckedBefore(SAFE, likeness)])
    assert lines == (
        ("verdict", "False (1 of 1–5) · Checkers · 2024-03-02"),
        ("plain", "  “The Orsa dam is safe”, says Ana"),
        ("bad", "  differs in number: 12 here / 14 there"),
        ("bad", "  differs in negation: not here / – there"),
        ("dim", "  https://checkers.example/dam"),
        ("dim", "  75 % in common: dam, safe"),
    )


@pytest.mark.parametrize(
    ("check", "place", "first"),
    [
        (FactCheck("x"), "", "no rating"),
        (FactCheck("x", rating="2"), "", "2"),
        (FactCheck("x", verdict="Refuted", publisher="Title"), "c2 of article 1",
         "Refuted · Title · c2 of article 1"),
        (FactCheck("x", verdict="v" * 400), "", "v" * 300 + "…"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_left_out(check: FactCheck, place: str, first: str) -> None:
    lines = earlier.check_lines([CheckedBefore(check, Likeness(0.6, ("x",)), place)])
    assert lines[0] == ("verdict", first)
    assert len(lines) == 3


def test_only_the_first_are_shown_and_the_rest_counted() -> None:
    found = [CheckedBefore(SAFE, Likeness(1.0))] * 7
    assert earlier.check_lines(found)[-1] == ("dim", "2 more")
    assert earlier.check_lines(found, 7)[-1] != ("dim", "2 more")
    assert earlier.check_lines([]) == ()


@given(HOSTILE, HOSTILE)
def test_every_line_is_harmless(text: str, other: str) -> None:
    check = FactCheck(text, other, text, other, text, "", other)
    likeness = Likeness(0.5, (text,), ((other, text, other),))
    for _, line in earlier.check_lines([CheckedBefore(check, likeness, other)]):
        assert visible(line) == line


@pytest.mark.parametrize("pair", ["claim", "=x", "claim=", "claim= ", ""])
def test_a_column_without_a_name_is_refused(pair: str) -> None:
    with pytest.raises(UsageError, match="does not name a column"):
        earlier.columns_from([pair])


def test_columns_are_named_by_pairs() -> None:
    given_pairs = ["claim=Was gesagt wurde", "url=a=b"]
    assert earlier.columns_from(given_pairs) == {"claim": "Was gesagt wurde", "url": "a=b"}


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"claim\nx\n")
    assert earlier.read_checks(str(path)).found == (FactCheck("x"),)
    with pytest.raises(InputError, match="larger than 0 MB"):
        read_bytes(str(path), most=3)


LINK = evidence_from("https://checkers.example/port", Stance.SUPPORTS)
PORT = FactCheck("The port lost €2 m in 2021", "Ana", "False", "1 of 1–5", "Checkers",
                 LINK.source, "2024-03-02")  # fmt: skip
MORE = replace(PORT, claim="The port lost €3 m in 2021", verdict="Half true", date="2024-05-01")


def told(session: Session) -> str:
    return "".join(lines(session.report(session.articles()[0].id)))


def test_the_report_names_the_check_that_somebody_attached_and_no_candidate(store: Store) -> None:
    elsewhere = replace(PORT, url="https://other.example/port", publisher="Nobody attached it")
    earlier.keep(store, ReadChecks((PORT, elsewhere), 0), "a.csv", BEGIN)
    ana = reviewer(store)
    assert len(earlier.checked_before(store, ana.find_claim("1", None))) == 2
    assert "Checked before" not in told(ana)
    ana.attach(ana.find_claim("1", None).id, LINK)
    ana.attach(ana.find_claim("1", None).id, evidence_from("searched: all", Stance.CONTEXT))
    assert (
        "   - Checked before: False (1 of 1–5), Checkers, 2024-03-02;"
        " “The port lost €2 m in 2021”\n"
    ) in told(ana)
    assert "Nobody attached it" not in told(ana)


def test_of_a_page_with_several_checks_those_like_the_claim_are_named_with_what_differs(
    store: Store,
) -> None:
    other = replace(PORT, claim="The moon is made of green cheese")
    earlier.keep(store, ReadChecks((PORT, MORE, other), 0), "a.csv", BEGIN)
    ana = reviewer(store)
    ana.attach(ana.find_claim("1", None).id, LINK)
    text = told(ana)
    assert text.index("Half true") < text.index("False (1 of")
    assert "differs in a number: €2 m here, €3 m there" in text
    assert "green cheese" not in text


def test_a_page_with_one_check_is_named_however_it_is_worded(store: Store) -> None:
    earlier.keep(store, ReadChecks((replace(PORT, claim="Velden is broke"),), 0), "a.csv", BEGIN)
    ana = reviewer(store)
    ana.attach(ana.find_claim("1", None).id, LINK)
    assert "“Velden is broke”" in told(ana)
