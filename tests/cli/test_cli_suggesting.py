"""`factcheck suggest`: asked for, stored as the model's, adopted by people only."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import Run
from stub_model import NAME, Stub, stub_model

FLAG = {"flag": "rhetorical", "quote": "disgrace", "reason": "It \x1b[2J judges."}


@pytest.fixture
def stub(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    (desk / "llm").mkdir()
    monkeypatch.setenv("LLM_USER_PATH", str(desk / "llm"))
    run("ingest", "port.txt")
    with stub_model(desk / "llm") as running:
        yield running


def test_a_model_is_asked_about_a_claim_and_shown_as_the_model(run: Run, stub: Stub) -> None:
    stub.says([], [FLAG, FLAG | {"quote": "scandal"}])
    asked = run("suggest", "2", "--model", NAME)
    assert asked.err == "c2: 1 suggestions, 1 refused\n"
    row = asked.out.splitlines()[1]
    assert row.startswith("c2     stub (prompt 1)  flag rhetorical  disgrace")
    assert "\x1b" not in asked.out
    assert "Suggestions of models, not of people; 1 more" in asked.out
    assert stub.data()["claim"].startswith("Ines Roy called it")
    assert run("history").out.splitlines()[1:] == []


def test_what_was_suggested_is_printed_without_asking(run: Run, stub: Stub) -> None:
    stub.says([{"text": "The port lost money.", "quote": "port lost"}])
    run("suggest", "1", "--model", NAME)
    asked = len(stub.requests)
    (row,) = [json.loads(line) for line in run("suggest", "--format", "jsonl").out.splitlines()]
    assert row["suggests"] == "The port lost money. (words of the model's own: money)"
    assert len(stub.requests) == asked
    assert "nothing disagrees" in run("verify").out


def test_all_asks_each_claim_once(run: Run, stub: Stub) -> None:
    first = run("suggest", "--all", "--model", NAME)
    assert [line.split(":")[0] for line in first.err.splitlines()] == ["c1", "c2", "c3"]
    assert run("suggest", "--all", "--model", NAME).err == ""


def test_an_answer_that_cannot_be_used_is_not_kept(run: Run, stub: Stub) -> None:
    stub.answer = "As a language model, I cannot."
    assert run("suggest", "1", "--model", NAME).err == "c1: the answer of the model is not JSON\n"
    stub.says()
    assert "c1: 0 suggestions" in run("suggest", "--all", "--model", NAME).err


def test_a_model_that_fails_ends_the_command_in_two_sentences(run: Run, stub: Stub) -> None:
    stub.status = 500
    failed = run("suggest", "1", "--model", NAME)
    assert failed.code == 1
    assert failed.err.startswith("factcheck: the model stub gave no answer: Error code: 500")
    assert "try:" in failed.err


def test_nobody_is_asked_unless_a_model_is_named(run: Run, stub: Stub) -> None:
    assert "no language model is named" in run("suggest", "1").err
    assert "name CLAIMs, or --all" in run("suggest", "1", "--all").err
    assert stub.requests == []
