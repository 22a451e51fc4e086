"""The page of Python examples runs, and importing the package loads nothing."""

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

PAGE = Path(__file__).parent.parent / "docs" / "python.md"


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert found.attempted > 15
    assert found.failed == 0


@pytest.mark.parametrize("name", factcheck.__all__)
def test_every_function_is_on_the_page_with_its_docstring(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"### {name}\n" in page
    assert (getattr(factcheck, name).__doc__ or "").split("\n")[0] in page


def test_importing_the_package_loads_no_room_of_it() -> None:
    code = "import sys, factcheck; print([m for m in sys.modules if m.startswith('factcheck.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['factcheck.version']"
