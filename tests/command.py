"""Run a command as a person does, in this process, with a folder of its own."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.cli import main

SEED = Path(__file__).parents[1] / "seeds" / "000_c312bf23caa994f9.txt"
ARTICLE = """Harbour dispute

The port lost €2 million in 2021, according to the annual report. Ines Roy called it a disgrace.

Critics say traffic fell by half. Is that true?
"""


@dataclass(frozen=True)
class Result:
    """What a command did: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def runner(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, obj: object = None
) -> Run:
    """Return a function that runs `factcheck` with these arguments, and *obj* for its context."""
    monkeypatch.setenv("FACTCHECK_REVIEWER", "ana")

    def run(*arguments: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["factcheck", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            main(obj=obj)
        captured = capsys.readouterr()
        return Result(int(caught.value.code or 0), captured.out, captured.err)

    return run
