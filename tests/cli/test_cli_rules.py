"""`factcheck rules`, and what a project's file does to the commands that read."""

import json
from pathlib import Path

import pytest

from command import Run


def turned_off(desk: Path, name: str = "factcheck.toml") -> Path:
    path = desk / name
    path.write_text('[rules]\noff = ["unsupported.unnamed-source"]\n', encoding="utf-8")
    return path


def test_rules_are_listed_and_applied(run: Run, desk: Path) -> None:
    run("ingest", "port.txt")
    before = run("rules", "1").out
    assert before.splitlines()[0].split()[:2] == ["rule", "findings"]
    assert "a source that nobody can name" in before
    assert run("rules", "--apply").out == "every article was read under these rules already\n"
    turned_off(desk)
    after = run("rules").out
    assert "Read under other rules, or by another version: article 1." in after
    assert run("rules", "--apply").out == "1  Harbour dispute: read again\n"
    assert "Read under other rules" not in run("rules").out
    assert "+" in run("status").out.split("reader ")[1]
    assert "nothing disagrees" in run("verify").out


def test_rules_are_rows_for_programs(run: Run, desk: Path) -> None:
    run("ingest", "port.txt")
    turned_off(desk)
    rows = [json.loads(line) for line in run("rules", "--format", "jsonl").out.splitlines()]
    changed = {row["rule"]: row["project"] for row in rows if row["project"]}
    assert changed == {"unsupported.unnamed-source": "off"}


def test_apply_takes_no_article(run: Run, desk: Path) -> None:
    run("ingest", "port.txt")
    assert "all articles" in run("rules", "1", "--apply").err


def test_a_broken_file_stops_reading_and_not_reviewing(run: Run, desk: Path) -> None:
    run("ingest", "port.txt")
    (desk / "factcheck.toml").write_text("[rule]\n", encoding="utf-8")
    assert run("defer", "1").code == 0
    refused = run("ingest", "port.txt")
    assert refused.code == 1
    assert "factcheck.toml holds 'rule'" in refused.err
    assert "try: put off, add and remove into the table [rules]" in refused.err


def test_a_pipe_goes_by_the_variable_alone(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned_off(desk)
    (desk / "rows.jsonl").write_text('{"id": 1, "text": "Critics say traffic fell by half."}\n')
    plain = json.loads(run("segment", "--jsonl", "rows.jsonl").out)
    monkeypatch.setenv("FACTCHECK_RULES", str(turned_off(desk, "desk.toml")))
    other = json.loads(run("segment", "--jsonl", "rows.jsonl").out)
    assert other["reader"].partition("+")[0] == plain["reader"]
    rules = [{finding["rule"] for finding in row["findings"]} for row in (plain, other)]
    assert rules[0] - rules[1] == {"unsupported.unnamed-source"}
    assert "unnamed-source" not in run("segment", "port.txt").out
