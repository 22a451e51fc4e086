"""Questions by name: they run, they take their parameters, and they use an index or say why not."""

import re
import sqlite3
from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.model.evidence import Evidence, EvidenceKind, Stance
from factcheck.model.question import Question
from factcheck.store.columns import _OF_VIEW, meaning
from factcheck.store.console import ask
from factcheck.store.database import Store
from factcheck.store.questions import NAMED, WORKED
from readings import harbour

# Tables with a row an article, a reviewer or a verdict: looking at all of them costs nothing.
_SMALL = {"d", "document", "r", "s", "reviewer", "scale"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = file_with(tmp_path / "claims.db", harbour())
    ana, ben = reviewer(store), reviewer(store, "ben", dice=100)
    first, third = (ana.find_claim(number, None) for number in "13")
    ana.attach(first.id, Evidence(EvidenceKind.LINK, "https://port.example", Stance.REFUTES))
    ana.assess(first.id, "refuted")
    ana.assess(third.id, "unproven")
    ben.assess(third.id, "not-checkable")
    return store


def answers(store: Store, question: Question, **given: str) -> list[dict[str, object]]:
    found = ask(store.path, question.sql, {**question.parameters, **given})
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def named(name: str) -> Question:
    return next(question for question in NAMED if question.name == name)


def test_each_name_is_used_once() -> None:
    assert len({question.name for question in NAMED}) == len(NAMED)


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("unsupported-statistics", {}, [{"number": 3}]),
        ("most-disputed", {}, [{"number": 3, "verdicts": "ana: unproven; ben: not-checkable"}]),
        ("worth-checking", {}, [{"number": 2}]),
        ("worth-checking", {"article": "2"}, []),
        ("worth-checking", {"limit": "0"}, []),
        ("claims-without-evidence", {}, [
            {"number": 3, "reviewer": "ana"}, {"number": 3, "reviewer": "ben"},
        ]),
        ("evidence-gone", {}, []),
        ("sources-by-use", {}, [{"source": "https://port.example", "uses": 1, "refutes": 1}]),
        ("source-tally", {}, [{"source": "Ines Roy", "claims": 1, "verdicts": None}]),
        ("verdict-mix", {}, [
            {"status": "decided", "verdict": "refuted", "claims": 1},
            {"status": "disagreement", "verdict": None, "claims": 1},
        ]),
        ("agreement", {}, [{"both_judged": 1, "agreed": 0, "share": 0.0}]),
        ("words", {"words": "traffic"}, [{"number": 3}]),
        ("gaps", {}, []),
    ],
)  # fmt: skip
def test_questions_are_answered(
    store: Store, name: str, given: dict[str, str], expected: list[dict[str, object]]
) -> None:
    found = answers(store, named(name), **given)
    kept = [{key: row[key] for key in wanted} for row, wanted in zip(found, expected, strict=True)]
    assert kept == expected


@pytest.mark.parametrize("name", ["flags-by-rule", "acts-by-day"])
def test_counts_over_the_whole_file_are_answered(store: Store, name: str) -> None:
    assert answers(store, named(name))


@pytest.mark.parametrize("question", NAMED, ids=lambda question: question.name)
def test_a_question_uses_an_index_or_says_why_not(store: Store, question: Question) -> None:
    plan = ask(store.path, f"EXPLAIN QUERY PLAN {question.sql}", dict(question.parameters))
    steps = [str(row[-1]) for row in plan.rows]
    looked_through = {found[1] for step in steps if (found := re.match(r"SCAN (\w+)", step))}
    assert bool(looked_through - _SMALL - {"CONSTANT", "claim_search"}) == bool(question.scans)


def test_the_scale_and_each_view_have_a_worked_question_that_runs(store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    connection.close()
    assert {name for (name,) in rows} == set(WORKED)
    for asks, sql in WORKED.values():
        assert asks.endswith("?")
        assert ask(store.path, sql).columns


def test_every_column_of_every_view_is_described_and_no_other(store: Store) -> None:
    for view in WORKED:
        found = store.connection.execute(f"PRAGMA table_info({view})").fetchall()
        columns = {row["name"] for row in found}
        assert all(meaning(view, column) for column in columns)
        assert set(_OF_VIEW.get(view, {})) <= columns
