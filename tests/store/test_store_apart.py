"""A question in a process of its own: the same answers, and an end to everything else."""

import io
import json
import runpy
import sys
from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import StoreError, UsageError
from factcheck.store import apart, console
from factcheck.store.apart import answer, ask_apart, limit
from factcheck.store.console import ask
from readings import harbour

MANY = """with recursive n(i) as (select 1 union all select i + 1 from n where i < 1234)
select i, i * i from n"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = file_with(tmp_path / "claims.db", harbour())
    session = reviewer(store)
    session.assess(session.find_claim("1", None).id, "unproven")
    store.close()
    return tmp_path / "claims.db"


@pytest.mark.parametrize(
    "sql",
    [
        "select * from claims",
        "select id, at from history limit 0",
        "select x'00ff10' as bytes, null as none, 1.5 as real, 'é😀' as text",
        "select 9e999 as endless, -9e999 as other",
        MANY,
    ],
)
def test_it_answers_what_is_answered_in_this_process(path: Path, sql: str) -> None:
    here, there = ask(path, sql), ask_apart(path, sql)
    assert there.columns == here.columns
    assert list(there.rows) == list(here.rows)


def test_parameters_are_values_in_there_too(path: Path) -> None:
    found = ask_apart(path, "select :x as x", {"x": "'; drop table claim; -- \x00"})
    assert list(found.rows) == [("'; drop table claim; -- \x00",)]


def test_one_function_that_no_limit_inside_sqlite_can_stop_is_killed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "QUERY_SECONDS", 0.2)
    endless = "instr(printf('%.90000000c', 'a'), printf('%.40000000c', 'a') || 'b')"
    with pytest.raises(UsageError, match="took longer"):
        list(ask_apart(path, f"select {endless}").rows)


def test_a_reader_may_leave_before_the_end_or_take_longer_than_a_query(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql = (
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000)"
        " select i from n"
    )
    rows = iter(ask_apart(path, sql).rows)
    assert next(rows) == (1,)
    monkeypatch.setattr(console, "QUERY_SECONDS", 0.0)  # nothing that goes on may look at it
    assert [next(rows) for _ in range(100)][-1] == (101,)
    rows.close()  # type: ignore[attr-defined]
    assert list(rows) == []


def test_it_is_killed_when_told_to_stop_before_the_columns_come_or_after(path: Path) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select {} from n"
    asked = iter([False] * 10 + [True] * 10)
    with pytest.raises(UsageError, match="was stopped"):
        list(ask_apart(path, endless.format("count(*)"), stop=lambda: next(asked)).rows)
    stopped: list[bool] = []
    rows = ask_apart(path, endless.format("i"), stop=lambda: bool(stopped)).rows
    assert next(rows) == (1,)
    stopped.append(True)
    with pytest.raises(UsageError, match="was stopped"):
        list(rows)


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("delete from claim", "more than read"),
        ("selec 1", "query is wrong"),
        (
            "select abs(-9223372036854775805 - i) from (select 1 as i union all select 3)",
            "overflow",
        ),
    ],
)
def test_refusals_come_through_in_their_words(path: Path, sql: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        list(ask_apart(path, sql).rows)
    assert caught.value.hint


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database"):
        ask_apart(tmp_path / "none.db", "select 1")


def test_a_process_that_breaks_down_is_said_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false" if Path("/bin/false").exists() else "false")
    with pytest.raises(UsageError, match="broke off"):
        ask_apart(path, "select 1")


def test_modules_in_the_working_directory_are_never_run(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path.parent / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(path.parent)
    assert list(ask_apart(path, "select 1").rows) == [(1,)]


def test_the_process_reads_one_request_and_writes_lines(path: Path) -> None:
    sql = "select x'01' as one union all select 'two'"
    written = io.StringIO()
    answer(io.StringIO(json.dumps({"path": str(path), "sql": sql, "parameters": {}})), written)
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert lines == [["one"], [[{"bytes": "01"}], ["two"]], True]


def test_the_process_writes_an_error_in_words(path: Path) -> None:
    written = io.StringIO()
    answer(io.StringIO(json.dumps({"path": str(path), "sql": "vacuum", "parameters": {}})), written)
    said = json.loads(written.getvalue())
    assert (said["error"], "more than read" in said["message"]) == ("UsageError", True)


class Limits:
    """Stands for the module `resource`: remembers what was set, and refuses one limit."""

    RLIMIT_AS, RLIMIT_CPU = "memory", "time"

    def __init__(self) -> None:
        self.found: dict[str, tuple[int, int]] = {}

    def getrlimit(self, what: str) -> tuple[int, int]:
        return -1, -1

    def setrlimit(self, what: str, most: tuple[int, int]) -> None:
        if what == self.RLIMIT_AS:
            raise ValueError("not here")
        self.found[what] = most


def test_memory_and_time_are_limited_where_the_system_can() -> None:
    limits = Limits()
    limit(limits)
    limit(None)
    assert limits.found == {"time": (int(console.QUERY_SECONDS) + 1, -1)}


@pytest.mark.parametrize("has_limits", [True, False])
def test_run_as_a_program_it_limits_itself_and_answers(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    has_limits: bool,
) -> None:
    limits = Limits() if has_limits else None
    monkeypatch.setitem(sys.modules, "resource", limits)
    monkeypatch.delitem(sys.modules, apart.__name__)
    request = {"path": str(path), "sql": "select 7 as n", "parameters": {}}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(request)))
    runpy.run_module(apart.__name__, run_name="__main__")
    assert capsys.readouterr().out.splitlines() == ['["n"]', "[[7]]", "true"]
