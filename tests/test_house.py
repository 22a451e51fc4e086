"""The rules of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck

HOUSE = Path(factcheck.__file__).parent
MODULES = sorted(HOUSE.rglob("*.py"))
ROOMS = sorted(
    path
    for path in HOUSE.iterdir()
    if path.is_dir() and not path.name.startswith(("_", ".")) and any(path.glob("*.py"))
)

MAX_MODULE_LINES = 300
MAX_FUNCTION_LINES = 40
# Names for what has no name of its own.
FORBIDDEN_WORDS = {"util", "utils", "helper", "helpers", "core", "base", "manager"}

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def _definitions(path: Path) -> Iterator[Definition]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, Definition):
            yield node


def _words(name: str) -> set[str]:
    """Return the words of a name in snake_case or CamelCase."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_the_house_was_found() -> None:
    assert {"model", "export", "sources"} <= {room.name for room in ROOMS}
    assert len(MODULES) > len(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_module_is_too_long(path: Path) -> None:
    assert len(path.read_bytes().splitlines()) <= MAX_MODULE_LINES


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_function_is_too_long(path: Path) -> None:
    lengths = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for node in _definitions(path)
        if not isinstance(node, ast.ClassDef)
    }
    assert {name: n for name, n in lengths.items() if n > MAX_FUNCTION_LINES} == {}


@pytest.mark.parametrize("room", ROOMS, ids=_name)
def test_every_room_begins_with_its_charter(room: Path) -> None:
    charter = ast.get_docstring(ast.parse((room / "__init__.py").read_bytes())) or ""
    assert [part for part in ("In:", "Out:", "May import:") if part not in charter] == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_and_classes_are_named_for_what_they_hold(path: Path) -> None:
    names = {*path.relative_to(HOUSE).with_suffix("").parts}
    names |= {node.name for node in _definitions(path) if isinstance(node, ast.ClassDef)}
    assert {name for name in names if _words(name) & FORBIDDEN_WORDS} == set()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("document_id", {"document", "id"}),
        ("SQLBase", {"sql", "base"}),
        ("coreText2", {"core", "text"}),
        ("score", {"score"}),
        ("_database", {"database"}),
    ],
)
def test_a_name_is_read_by_its_words(name: str, words: set[str]) -> None:
    assert _words(name) == words
