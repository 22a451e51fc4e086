"""The file that comes with the project, and the article it was made from."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from desk import reviewer
from factcheck.model.document import Document
from factcheck.model.reading import Account, Reading, ledger
from factcheck.review.intake import READER, document_of, ingest, read
from factcheck.store.database import open_for_reading, open_store

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_c312bf23caa994f9.txt"


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table and the SQL of the schema, but for when it was migrated."""
    with sqlite3.connect(path) as file:
        names = [
            name
            for (name,) in file.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE"
                " '%sqlite_%' ORDER BY name"
            )
        ]
        found = {name: list(file.execute(f'SELECT * FROM "{name}"')) for name in names}
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


def test_the_file_is_whole_and_nobody_has_acted_in_it(shipped: Path) -> None:
    session = reviewer(open_for_reading(shipped))
    assert list(session.verify()) == []
    assert session.history() == ()
    assert session._store.value("SELECT count(*) FROM replica") == 0


def test_the_segments_of_the_article_tile_it(reading: Reading) -> None:
    text = reading.document.text
    assert "".join(segment.span.of(text) for segment in reading.segments) == text
    assert text == SEED.read_text(encoding="utf-8")


def test_every_character_of_the_article_is_accounted_for_or_counted(reading: Reading) -> None:
    counts = ledger(reading)
    assert sum(counts.values()) == len(reading.document.text)
    assert counts[Account.UNACCOUNTED] < 0.03 * len(reading.document.text)


def test_a_document_is_read_once(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db", create=True)
    document = Document("The port lost €2 m.\n", "Port", "port.txt")
    article, new = ingest(store, document)
    assert (new, article.reader) == (True, READER)
    assert ingest(store, document) == (article, False)
