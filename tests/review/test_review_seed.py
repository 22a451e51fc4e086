"""The file that comes with the project, and the article it was made from."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from desk import reviewer
from factcheck.model.document import Document
from factcheck.model.reading import Account, Reading, ledger
from factcheck.model.rules import RuleSettings
from factcheck.review import intake
from factcheck.review.intake import ingest
from factcheck.review.reading import READER, document_of, read
from factcheck.store.database import open_for_reading, open_store

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_c312bf23caa994f9.txt"


# What people do goes into the other tables; the newcomer's first verdict goes into this file.
READ = (
    "document", "segment", "claim", "claim_span", "citation", "claim_citation", "finding",
    "finding_claim", "ledger", "scale",
)  # fmt: skip


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row that was read, the schema, and the names of its migrations."""
    with sqlite3.connect(path) as file:
        found = {name: list(file.execute(f'SELECT * FROM "{name}"')) for name in READ}
        found["schema"] = list(file.execute("SELECT name, sql FROM sqlite_master ORDER BY name"))
        found["migrations"] = list(file.execute("SELECT name FROM _sqlite_migrations ORDER BY id"))
    file.close()
    return found


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the file, so that looking at it cannot change it."""
    return Path(shutil.copy(ROOT / "claims.db", tmp_path / "claims.db"))


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(document_of(str(SEED)))


def test_the_file_equals_its_rebuild_row_by_row(shipped: Path, tmp_path: Path) -> None:
    rebuilt = open_store(tmp_path / "rebuilt.db", create=True)
    ingest(rebuilt, document_of(str(SEED)))
    rebuilt.close()
    assert rows_of(shipped) == rows_of(tmp_path / "rebuilt.db")


def test_the_file_is_whole(shipped: Path) -> None:
    assert list(reviewer(open_for_reading(shipped)).verify()) == []


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM finding_claim",
        "DELETE FROM claim_citation",
        "UPDATE claim SET attributed_to = 'somebody else' WHERE attributed_to IS NOT NULL",
        "UPDATE claim SET check_worthiness = 1",
        "UPDATE claim SET insertions = '[]' WHERE insertions <> '[]'",
        "UPDATE document SET language = 'zh'",
        "UPDATE segment SET role = 'heading'",
        "UPDATE finding SET rule = 'rhetoric.hedge' WHERE rule = 'rhetoric.puffery'",
        "DROP TRIGGER event_verdict_has_evidence",
        "DROP VIEW coverage",
    ],
)
def test_what_reading_once_more_would_not_give_is_found(shipped: Path, change: str) -> None:
    with sqlite3.connect(shipped) as file:
        file.execute(change)
    file.close()
    problems = list(reviewer(open_store(shipped)).verify())
    assert any("this version would" in problem for problem in problems)


def test_an_older_reading_is_not_compared_with_a_new_one(shipped: Path) -> None:
    with sqlite3.connect(shipped) as file:
        file.execute("UPDATE claim SET check_worthiness = 1")
        file.execute("UPDATE document SET reader = '0'")
    file.close()
    assert list(reviewer(open_store(shipped)).verify()) == []


def test_the_segments_of_the_article_tile_it(reading: Reading) -> None:
    text = reading.document.text
    assert "".join(segment.span.of(text) for segment in reading.segments) == text
    assert text == SEED.read_text(encoding="utf-8")


def test_every_character_of_the_article_is_accounted_for_or_counted(reading: Reading) -> None:
    counts = ledger(reading)
    assert sum(counts.values()) == len(reading.document.text)
    assert counts[Account.UNACCOUNTED] < 0.03 * len(reading.document.text)


def test_two_who_read_at_once_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("The port lost €2 m.\n", "Port", "port.txt")
    first = open_store(tmp_path / "a.db", create=True)

    def read_by_another(same: Document, rules: RuleSettings) -> Reading:
        monkeypatch.undo()
        other = open_store(tmp_path / "a.db")
        assert ingest(other, same)[1]
        other.close()
        return read(same, rules)

    monkeypatch.setattr(intake, "read", read_by_another)
    assert ingest(first, document)[1] is False


def test_a_name_that_is_no_text_is_kept_as_one(tmp_path: Path) -> None:
    path = tmp_path / "a\udcff.txt"
    path.write_text("The port lost €2 m.\n")
    assert document_of(str(path)).source == "a\ufffd.txt"


def test_a_document_is_read_once(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db", create=True)
    document = Document("The port lost €2 m.\n", "Port", "port.txt")
    article, new = ingest(store, document)
    assert (new, article.reader) == (True, READER)
    assert ingest(store, document) == (article, False)
