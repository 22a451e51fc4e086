"""A model is asked in a process of its own, and whatever happens there ends in one sentence."""

import io
import json
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import ModelError, UsageError
from factcheck.models import asking
from factcheck.models.answers import LONGEST_ANSWER
from factcheck.models.asking import ask, require_model
from factcheck.models.prompt import INSTRUCTIONS, SCHEMA
from stub_model import NAME, Stub, stub_model

# Starting the process takes a second or two on a busy machine.
LONG = 120.0


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    with stub_model(tmp_path) as running:
        yield running


def test_the_answer_comes_back_and_the_request_holds_the_shape(stub: Stub) -> None:
    stub.answer = "née 😀 \x1b[2J"
    assert ask(NAME, '{"claim": "é"}', seconds=LONG) == stub.answer
    (request,) = stub.requests
    assert request["path"] == "/v1/chat/completions"
    assert request["response_format"]["json_schema"]["schema"] == SCHEMA
    assert [message["content"] for message in request["messages"]] == [
        INSTRUCTIONS, '{"claim": "é"}',
    ]  # fmt: skip


def test_a_model_without_schemas_gets_the_instructions_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    with stub_model(tmp_path, schema=False) as stub:
        ask(NAME, "{}", seconds=LONG)
    assert "response_format" not in stub.requests[0]


def test_an_endless_answer_is_cut(stub: Stub) -> None:
    stub.answer = "x" * 300_000
    assert len(ask(NAME, "{}", seconds=LONG)) == LONGEST_ANSWER + 1


def test_a_server_that_fails_is_said_to_fail(stub: Stub) -> None:
    stub.status = 500
    with pytest.raises(ModelError, match="the model stub gave no answer: Error code: 500"):
        ask(NAME, "{}", seconds=LONG)


def test_a_server_that_hangs_is_left(stub: Stub) -> None:
    stub.hangs = True
    with pytest.raises(ModelError, match="did not answer in 3 seconds") as caught:
        ask(NAME, "{}", seconds=3)
    assert "--seconds" in caught.value.hint


def test_a_model_that_nobody_knows_is_said_to_be_so(stub: Stub) -> None:
    with pytest.raises(ModelError, match="Unknown model: none"):
        ask("none", "{}", seconds=LONG)
    assert stub.requests == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit(3)", "it ended without a word"),
        ("raise SystemExit('out of luck')", "out of luck"),
        ("raise ValueError('a' * 999)", "a" * 200),
    ],
)
def test_a_process_that_breaks_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    (tmp_path / "broken_provider.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(asking, "PROVIDER", "broken_provider")
    with pytest.raises(ModelError) as caught:
        ask(NAME, "{}", seconds=LONG)
    assert caught.value.message == f"the model stub gave no answer: {said}"


def test_a_model_must_be_named() -> None:
    with pytest.raises(UsageError) as caught:
        require_model(" ")
    assert "FACTCHECK_MODEL" in caught.value.hint


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "find_spec", lambda name: None)
    with pytest.raises(UsageError) as caught:
        require_model(NAME)
    assert caught.value.hint == "pip install 'factcheck-annotator[llm]'"


class Said:
    """A model in this process, which prints what it likes."""

    supports_schema = True

    def prompt(self, prompt: str, **given: object) -> "Said":
        print(f"asked {prompt}")
        self.given = given
        return self

    def text(self) -> str:
        return f"heard {self.given['system']}"


def test_the_process_prints_one_answer_whatever_a_plug_in_prints(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_in = type(sys)("llm")
    monkeypatch.setattr(stand_in, "get_model", lambda name: Said(), raising=False)
    monkeypatch.setitem(sys.modules, "llm", stand_in)
    monkeypatch.delitem(sys.modules, asking.PROVIDER, raising=False)
    request = {"model": "m", "system": "s", "prompt": "p", "schema": {}}
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(request)))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    runpy.run_module(asking.PROVIDER, run_name="looked at")
    assert out.getvalue() == ""
    runpy.run_module(asking.PROVIDER, run_name="__main__")
    assert out.getvalue() == '"heard s"'
