"""Read-only SQL: what is answered, and everything that is refused."""

from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import StoreError, UsageError
from factcheck.store import console
from factcheck.store.console import ask
from readings import harbour


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = file_with(tmp_path / "claims.db", harbour())
    session = reviewer(store)
    session.assess(session.find_claim("1", None).id, "unproven")
    session.note(session.find_claim("3", None).id, "half of what?")
    store.close()
    return tmp_path / "claims.db"


def test_a_question_is_answered(path: Path) -> None:
    answer = ask(path, "select verdict, count(*) as n from claims group by 1 order by 2")
    assert answer.columns == ("verdict", "n")
    assert list(answer.rows) == [("unproven", 1), (None, 2)]


def test_parameters_are_values_and_never_sql(path: Path) -> None:
    answer = ask(path, "select :x as x", {"x": "'; drop table claim; --"})
    assert list(answer.rows) == [("'; drop table claim; --",)]


@pytest.mark.parametrize(
    "sql",
    [
        "select rowid from claim_search where claim_search match 'traffic'",
        "with recursive n(i) as (select 1 union all select i+1 from n where i < 3) select i from n",
        "explain query plan select * from claims",
        "select * from articles, evidence, assessments, flags, citations, findings limit 0",
        "select * from disagreements, progress, history, unsupported_claims, coverage limit 0",
    ],
)
def test_everything_that_reads_is_let_through(path: Path, sql: str) -> None:
    assert ask(path, sql).columns


@pytest.mark.parametrize(
    "sql",
    [
        "delete from claim",
        "insert into note values ('x', 'x', 'x', 'x', 'x')",
        "drop view claims",
        "create table x (y)",
        "create temp table x as select 1",
        "attach 'other.db' as other",
        "vacuum into 'copy.db'",
        "pragma journal_mode = delete",
        "begin",
        "select load_extension('x')",
        "select 1; select 2",
        "select * from nothing",
        "selec 1",
        "",
        "-- only a comment",
        "select :missing",
        "select '\udcff'",
    ],
)
def test_everything_else_is_refused_and_changes_nothing(path: Path, sql: str) -> None:
    before = path.read_bytes()
    with pytest.raises(UsageError):
        list(ask(path, sql).rows)
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == ["claims.db", "minutes.pdf"]


def test_a_query_without_end_is_stopped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "QUERY_SECONDS", 0.01)
    sql = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"
    with pytest.raises(UsageError, match="took longer"):
        list(ask(path, sql).rows)


def test_a_value_too_long_for_memory_is_refused(path: Path) -> None:
    with pytest.raises(UsageError, match="the query is wrong"):
        list(ask(path, "select length(zeroblob(1000000000))").rows)


def test_there_must_be_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database"):
        ask(tmp_path / "none.db", "select 1")


def test_a_query_that_fails_half_way_is_an_error_in_words(path: Path) -> None:
    sql = "select abs(-9223372036854775805 - i) from (select 1 as i union all select 3)"
    with pytest.raises(UsageError, match="integer overflow"):
        list(ask(path, sql).rows)
