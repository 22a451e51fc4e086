"""Commands that answer: status, report, query, history, verify, and how errors look."""

import errno
import io
import json
import os
import runpy
import sqlite3
import subprocess
import sys
from pathlib import Path

import click
import pytest

from command import Run
from factcheck.cli import group, main, printing
from factcheck.cli.group import Failure


@pytest.fixture
def judged(run: Run) -> Run:
    run("ingest", "port.txt")
    run("assess", "1", "unproven", "--rationale", "no books")
    run("defer", "2")
    run("assess", "3", "unproven")
    run("assess", "3", "not-checkable", "--reviewer", "ben")
    return run


def test_status_says_how_far_each_article_is(judged: Run) -> None:
    lines = judged("status").out.splitlines()
    assert lines[0] == "1  Harbour dispute"
    assert lines[1].startswith("   1 of 3 claims decided, 1 deferred, 1 in disagreement, ")
    assert lines[2] == "   2 decided by you, 1 deferred, 1 open for you"
    assert lines[3].startswith("   from port.txt, id d1:")


def test_status_of_an_empty_file_says_what_to_do(run: Run, desk: Path) -> None:
    run("ingest", "port.txt")
    with sqlite3.connect(desk / "claims.db") as file:
        for table in ("ledger", "finding", "citation", "claim", "segment", "document"):
            file.execute(f"DELETE FROM {table}")
    file.close()
    assert "factcheck ingest FILE" in run("status").out
    assert "holds 0 articles" in run("claims").err


def test_a_report_is_printed_or_written(judged: Run, desk: Path) -> None:
    printed = judged("report").out
    assert judged("report", "1", "-o", "report.md").out == "report.md\n"
    written = (desk / "report.md").read_text(encoding="utf-8")
    assert written.splitlines()[0] == printed.splitlines()[0] == "# Fact check: Harbour dispute"
    assert "no books" in written
    assert "Not reviewed yet" in written


def test_a_report_that_cannot_be_written_leaves_what_was_there(judged: Run, desk: Path) -> None:
    (desk / "folder").mkdir()
    assert "is a folder" in judged("report", "-o", "folder").err
    done = judged("report", "-o", "nowhere/report.md")
    assert (done.code, "cannot be written" in done.err) == (1, True)


def test_queries_in_three_forms(judged: Run) -> None:
    sql = "select verdict, count(*) as n from claims group by 1 order by 1"
    assert [line.split() for line in judged("query", sql).out.splitlines()] == [
        ["verdict", "n"], ["2"], ["unproven", "1"],
    ]  # fmt: skip
    assert judged("query", sql, "--format", "csv").out.splitlines()[0] == "verdict,n"
    rows = [json.loads(line) for line in judged("query", sql, "--format", "jsonl").out.splitlines()]
    assert rows == [{"verdict": None, "n": 2}, {"verdict": "unproven", "n": 1}]
    done = judged("query", "select :a || :b as it", "-p", "a", "x", "-p", "b", "y")
    assert done.out.split() == ["it", "xy"]


def test_long_cells_are_cut_in_a_table_only(judged: Run) -> None:
    sql = "select printf('%.300c', 'x') as it"
    assert judged("query", sql).out.split()[1] == "x" * 199 + "…"
    assert len(json.loads(judged("query", sql, "--format", "jsonl").out)["it"]) == 300


def test_a_query_that_writes_is_refused(judged: Run) -> None:
    done = judged("query", "delete from claim")
    assert (done.code, "more than read" in done.err) == (1, True)


def test_history_of_the_file_the_article_and_the_claim(judged: Run) -> None:
    everything = judged("history").out.splitlines()
    assert len(everything) == 7
    assert "ben" in everything[1]
    assert "reviewer ana" in everything[-1]
    assert len(judged("history", "1").out.splitlines()) == 5
    assert len(judged("history", "--claim", "3").out.splitlines()) == 3
    judged("undo")
    assert (
        judged("history", "--claim", "3", "--limit", "2")
        .out.splitlines()[2]
        .endswith("not-checkable")
    )
    assert "(undone)" in judged("history", "--claim", "3").out


def test_verify_says_that_the_file_is_whole_or_what_disagrees(judged: Run, desk: Path) -> None:
    done = judged("verify")
    assert (done.code, done.out) == (
        0, "claims.db is whole: 1 article, 3 claims, nothing disagrees\n",
    )  # fmt: skip
    with sqlite3.connect(desk / "claims.db") as file:
        file.execute("UPDATE claim SET text = 'x' WHERE number = 1")
    file.close()
    done = judged("verify")
    assert (done.code, "not the one that was read" in done.out) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("claims", "\udcff"),
        ("note", "9" * 30, "x"),
        ("history", "--limit", "9" * 30),
        ("query", "select '\udcff'"),
        ("query", "select :a", "-p", "a", "\udcff"),
        ("status", "--reviewer", " "),
    ],
)
def test_odd_arguments_are_errors_in_words(judged: Run, arguments: tuple[str, ...]) -> None:
    done = judged(*arguments)
    assert done.code in {1, 2}
    assert done.err
    assert "Traceback" not in done.err


def test_without_an_output_nothing_is_done(judged: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        with pytest.raises(Failure, match="nowhere to print"):
            main.main(["status"], standalone_mode=False)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_machine_formats_are_harmless_on_a_terminal_and_exact_in_a_pipe(
    judged: Run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    sql = "select char(155) || char(27) || char(8238) as it"
    piped = judged("query", sql, "--format", form).out
    exact = json.loads(piped)["it"] if form == "jsonl" else piped.split()[1].strip('"')
    assert exact == "\x9b\x1b\u202e"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert not {"\x9b", "\x1b", "\u202e"} & set(judged("query", sql, "--format", form).out)


HOSTILE = (
    "Tax \x1b]52;c;cm0gLXJm\x07 report \x9b31m\u202egnp.exe\u200b"
    " [red]x[/red] ](javascript:x) fell."
)


@pytest.mark.parametrize("command", ["open", "claims", "status", "history", "report"])
def test_nothing_from_an_article_acts_on_the_terminal(run: Run, desk: Path, command: str) -> None:
    (desk / "evil\x1b[2J.txt").write_text(HOSTILE + "\n\n" + HOSTILE, encoding="utf-8")
    run("ingest", "evil\x1b[2J.txt")
    run("note", "1", HOSTILE, "--reviewer", "a\x1bna")
    done = run("open", "evil\x1b[2J.txt") if command == "open" else run(command)
    assert done.code == 0
    assert not set("\x1b\x07\x9b\u202e\u200b") & set(done.out + done.err)


def test_errors_are_harmless_too(run: Run) -> None:
    done = run("ingest", "no\x1b[2Jthing.txt")
    assert done.code == 1
    assert "\x1b" not in done.err


def test_a_table_on_a_terminal_is_wrapped(judged: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    lines = judged("claims").out.splitlines()
    assert max(map(len, lines[4:])) <= 40


def test_a_full_disk_under_the_output_is_an_error_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(group, "discard_output", lambda: None)

    @click.command()
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    @click.command()
    def other() -> None:
        raise OSError(errno.EIO, "Input/output error")

    commands = group.Factcheck(commands=[full, other])
    with pytest.raises(Failure, match="the disk is full"):
        commands.main(["full"], standalone_mode=False)
    with pytest.raises(OSError, match="Input/output"):
        commands.main(["other"], standalone_mode=False)


def test_output_to_a_full_device_ends_with_an_error(judged: Run, desk: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "claims"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=desk,
            env={"PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
    assert done.returncode == 1
    assert "disk is full" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_left_of_the_output_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    put: list[tuple[str, int]] = []

    def dup2(opened: int, over: int) -> None:
        put.append((str(Path(f"/dev/fd/{opened}").readlink()), over))
        os.close(opened)

    # Only for this one call: pytest itself needs the real one between the phases of a test.
    with monkeypatch.context() as patch:
        patch.setattr(os, "dup2", dup2)
        group.discard_output()
    assert put == [(os.devnull, 1)]


def test_an_output_without_an_encoding_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stdout", plain)
    group.as_utf8()
    sys.stdout.write("中")
    assert plain.getvalue() == "中"


def test_the_package_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["factcheck", "--version"])
    with pytest.raises(SystemExit):
        runpy.run_module("factcheck", run_name="__main__")
    assert capsys.readouterr().out.startswith("factcheck, version ")


def test_a_reader_that_goes_away_is_no_error(judged: Run, desk: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", "segment", "port.txt"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=desk,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as writer:  # fmt: skip
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.close()
        said = writer.stderr.read()
    assert said == b""


def test_a_user_without_a_name_can_still_act(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise OSError("no such user")

    monkeypatch.setattr(group, "getuser", nameless)
    assert group._user() == "reviewer"


def test_every_command_has_help_with_an_example(run: Run) -> None:
    for name in main.modules:
        command = main.get_command(click.Context(main), name)
        done = run(name, "--help")
        assert done.code == 0
        assert command
        assert command.help
        assert f"  factcheck {name}" in done.out.split("Examples:")[1] or name == "segment"
        for option in command.params:
            assert isinstance(option, click.Argument) or getattr(option, "help", None)


def test_the_help_lists_commands_in_the_order_of_the_work(run: Run) -> None:
    listed = [line.split()[0] for line in run("--help").out.split("Commands:\n")[1].splitlines()]
    assert listed[:5] == ["open", "review", "serve", "ingest", "segment"]
    assert run("--version").out.startswith("factcheck, version ")


def test_printing_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    printing.print_table(("a", "b"), [(None, 1.5), ("x\ny", "\x1b")])
    assert capsys.readouterr().out == "a    b\n     1.5\nx y  ␛\n"
