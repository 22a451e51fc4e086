"""The documentation names what there is, and its examples run."""

import re
import shlex
from pathlib import Path

import pytest

from desk import file_with
from factcheck.annotate import RULES
from factcheck.cli import main
from factcheck.export.lint import LINT
from factcheck.model.citation import CitationKind
from factcheck.model.claim import ClaimKind, Modality
from factcheck.model.document import Role
from factcheck.model.evidence import EvidenceKind, Primacy, Stance
from factcheck.model.flag import Flag
from factcheck.model.reading import Account
from factcheck.model.verdict import DEFAULT_SCALE
from readings import harbour

ROOT = Path(__file__).parent.parent
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCHEMA = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
DECISIONS = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")

VALUES = [
    *(verdict.verdict for verdict in DEFAULT_SCALE),
    *ClaimKind, *Modality, *Role, *CitationKind, *Stance, *EvidenceKind, *Primacy, *Flag, *RULES,
    *LINT,
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_every_value_is_in_the_glossary(value: str) -> None:
    assert f"`{value}`" in GLOSSARY


@pytest.mark.parametrize("account", Account)
def test_every_account_is_in_the_glossary(account: str) -> None:
    assert account in GLOSSARY


@pytest.mark.parametrize("name", main.modules)
def test_every_command_is_in_the_guide(name: str) -> None:
    assert f"factcheck {name}" in GUIDE or f"`{name}`" in GUIDE


def test_every_view_and_table_is_in_the_schema(tmp_path: Path) -> None:
    store = file_with(tmp_path / "claims.db", harbour())
    rows = store.rows(
        "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')"
        " AND name NOT LIKE '%!_search!_%' ESCAPE '!' AND name NOT LIKE '%sqlite%'"
    )
    assert len(rows) > 30
    for row in rows:
        heading = f"### {row['name']}\n" if row["type"] == "view" else f"TABLE {row['name']} "
        assert heading in SCHEMA


def examples(page: str) -> list[list[str]]:
    """Return the `factcheck query` examples of a page, as argument lists."""
    lines = re.findall(r"^\$? ?(factcheck query .+)$", page, re.MULTILINE)
    return [shlex.split(line)[1:] for line in lines]


@pytest.mark.parametrize("arguments", examples(GUIDE) + examples(README) + examples(SCHEMA))
def test_the_questions_in_the_docs_are_answered(tmp_path: Path, arguments: list[str]) -> None:
    file_with(tmp_path / "claims.db", harbour()).close()
    arguments += ["--db", str(tmp_path / "claims.db")]
    assert main.main(arguments, standalone_mode=False) is None


def test_there_are_questions_in_the_docs() -> None:
    assert len(examples(GUIDE)) >= 4
    assert examples(README)


def test_links_between_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = project.split("dependencies = [")[1].split("]")[0]
    for name, bound in re.findall(r'"([\w-]+)>=([\d.]+)"', listed):
        assert f"| `{name}` ≥ {bound} |" in DECISIONS
