"""The tools that analysts use open the file as it is: Datasette, sqlite-utils, sqlite3."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desk import file_with, reviewer
from factcheck.model.evidence import Evidence, EvidenceKind, Stance
from factcheck.review.asking import datasette_metadata
from factcheck.store.console import ask
from factcheck.store.questions import NAMED, WORKED
from readings import drawn, harbour

HOSTILE = "<script>alert(1)</script> =2+3 | [x](javascript:1)"
# Python's own shell stands in where the system has no sqlite3.
SQLITE3 = shutil.which("sqlite3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    hostile = drawn(f"A title\n⟦{HOSTILE}⟧\n", title=HOSTILE, source="other.txt")
    session = reviewer(file_with(tmp_path / "claims.db", harbour(), hostile))
    claim = session.find_claim("1", "1").id
    session.attach(claim, Evidence(EvidenceKind.LINK, "https://port.example", Stance.REFUTES))
    session.assess(claim, "refuted", "it was €3 m")
    session.close()
    metadata = datasette_metadata(str(tmp_path / "claims.db"))
    (tmp_path / "metadata.json").write_text(metadata, encoding="utf-8")
    return tmp_path


def said_by(folder: Path, *command: str) -> str:
    done = subprocess.run(command, capture_output=True, cwd=folder, check=True)
    return done.stdout.decode("utf-8")


def datasette(folder: Path, page: str) -> str:
    command = ["-m", "datasette", "claims.db", "--metadata", "metadata.json", "--get", page]
    return said_by(folder, sys.executable, *command)


@pytest.mark.parametrize("view", WORKED)
def test_datasette_serves_every_view(folder: Path, view: str) -> None:
    found = json.loads(datasette(folder, f"/claims/{view}.json?_shape=objects&_size=max"))
    asked = ask(folder / "claims.db", f"SELECT count(*) FROM {view}")
    assert [(len(found["rows"]),)] == list(asked.rows)


def test_datasette_shows_what_columns_mean_and_hides_the_tables(folder: Path) -> None:
    page = datasette(folder, "/claims/claims")
    assert "what all who judged it agree on" in page
    home = json.loads(datasette(folder, "/claims.json"))
    assert {table["name"] for table in home["tables"] if not table["hidden"]} == set()
    assert {view["name"] for view in home["views"]} == set(WORKED)
    assert {query["name"] for query in home["queries"]} == {each.name for each in NAMED}


def test_datasette_asks_the_questions_by_name(folder: Path) -> None:
    found = json.loads(datasette(folder, "/claims/words.json?words=port&limit=5&_shape=objects"))
    assert [row["number"] for row in found["rows"]] == [1]
    page = datasette(folder, "/claims/sources-by-use")
    assert "https://port.example" in page


def test_datasette_shows_hostile_text_as_text(folder: Path) -> None:
    page = datasette(folder, "/claims/articles")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def answers_of(folder: Path, tool: str, sql: str) -> list[dict[str, Any]]:
    if tool == "sqlite-utils":
        return list(json.loads(said_by(
            folder, sys.executable, "-m", "sqlite_utils", "query", "claims.db", sql
        )))  # fmt: skip
    if SQLITE3 is None:
        asked = ask(folder / "claims.db", sql)
        return [dict(zip(asked.columns, row, strict=True)) for row in asked.rows]
    lines = said_by(folder, SQLITE3, "-readonly", "-header", "-csv", "claims.db", sql)
    return list(csv.DictReader(lines.splitlines()))


@pytest.mark.parametrize("tool", ["sqlite-utils", "sqlite3"])
@pytest.mark.parametrize("view", WORKED)
def test_the_worked_questions_are_answered_by_other_tools(
    folder: Path, tool: str, view: str
) -> None:
    sql = WORKED[view][1]
    asked = ask(folder / "claims.db", sql)
    rows = [[_text(cell) for cell in row] for row in asked.rows]
    found = [[_text(cell) for cell in row.values()] for row in answers_of(folder, tool, sql)]
    assert found == rows


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)
