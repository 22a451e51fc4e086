"""Filters on the command line: given as options, saved, used, removed."""

from pathlib import Path

import pytest

from command import ARTICLE, Run, runner


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("port.txt").write_text(ARTICLE, encoding="utf-8")
    run = runner(capsys, monkeypatch)
    assert run("ingest", "port.txt").code == 0
    return run


def test_claims_are_filtered_and_sorted_by_options(run: Run) -> None:
    run("assess", "1", "unproven")
    listed = run("claims", "--status", "decided", "--sort", "check-worthiness").out
    assert "1 of " in listed
    assert "filter: decided · by check worthiness" in listed
    assert "c1 " in listed
    assert "c2 " not in listed
    assert "no claim matches" in run("claims", "--flag", "outdated").out
    assert "judged by ana" in run("claims", "--judged-by", "ana").out


def test_a_filter_goes_with_every_format(run: Run) -> None:
    table = run("claims", "--search", "million", "--format", "csv").out
    assert len(table.splitlines()) == 2
    assert "million" in table


def test_a_saved_filter_is_listed_used_changed_and_removed(run: Run) -> None:
    assert run("filter").out == ""
    assert run("filter", "open ones", "--status", "open", "--worth", "0-1").code == 0
    assert run("filter").out == "open ones  filter: open\n"
    listed = run("claims", "--filter", "open ones", "--search", "traffic").out
    assert "filter: open, “traffic”" in listed
    assert run("filter", "open ones", "--remove").code == 0
    refused = run("claims", "--filter", "open ones")
    assert refused.code == 1
    assert "no filter is called" in refused.err


def test_a_filter_that_says_nothing_or_wrong_is_refused(run: Run) -> None:
    assert "leaves nothing out" in run("filter", "x").err
    assert "no range" in run("filter", "x", "--worth", "much").err
