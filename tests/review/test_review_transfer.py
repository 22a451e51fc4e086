"""A file as lines and back: equal, or nothing at all."""

import json
import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from desk import reviewer
from factcheck.errors import FactcheckError, InputError, StoreError
from factcheck.model.event import Event, sealed
from factcheck.review.transfer import exported, imported
from factcheck.review.whole import verify
from factcheck.store import transfer
from factcheck.store.database import Store, open_for_reading, open_store
from histories import HISTORIES, Do, acted, everything_in


def write(store: Store, path: Path) -> Path:
    path.write_text("".join(exported(store)), encoding="utf-8")
    return path


@given(HISTORIES)
@settings(max_examples=40)
def test_what_is_imported_equals_what_was_exported(history: list[tuple[int, int, Do]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = acted(folder / "claims.db", history)
        lines = write(store, folder / "all.jsonl")
        counts = imported(str(lines), str(folder / "copy.db"))
        copy = open_for_reading(folder / "copy.db")
        assert everything_in(copy) == everything_in(store)
        assert counts == (2, store.value("SELECT count(*) FROM event"))
        assert "".join(exported(copy)) == lines.read_text(encoding="utf-8")
        assert list(verify_store(copy)) == list(verify_store(store))
        copy.close()
        store.close()
        assert {one.name for one in folder.iterdir()} == {
            "claims.db", "all.jsonl", "copy.db", "minutes.pdf",
        }  # fmt: skip


def verify_store(store: Store) -> Iterator[str]:
    # The readings of these tests are drawn by hand: they are not what the reader would read.
    return (one for one in verify(store) if "this version would" not in one)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a file that holds a few acts, and the lines of it."""
    store = acted(tmp_path / "claims.db", [])
    ana = reviewer(store, "ana")
    article = ana.articles()[0].id
    claim = ana.claim(article, 1).id
    ana.assess(claim, "unproven", "why")
    ana.note(claim, "a note")
    write(store, tmp_path / "all.jsonl")
    store.close()
    return tmp_path


def refused(desk: Path, lines: list[bytes], message: str) -> None:
    (desk / "broken.jsonl").write_bytes(b"".join(lines))
    before = sorted(one.name for one in desk.iterdir())
    with pytest.raises(FactcheckError, match=message):
        imported(str(desk / "broken.jsonl"), str(desk / "new.db"))
    assert sorted(one.name for one in desk.iterdir()) == before


def lines_of(desk: Path) -> list[bytes]:
    return (desk / "all.jsonl").read_bytes().splitlines(keepends=True)


def changed(desk: Path, table: str, change: dict[str, Any], *, seal: bool = False) -> list[bytes]:
    """Return the lines with the last row of a table changed, and the end made to fit."""
    lines = lines_of(desk)
    place = max(i for i, line in enumerate(lines) if json.loads(line).get("table") == table)
    row = json.loads(lines[place])["row"] | change
    if seal:
        row["hash"] = sealed(Event(**row)).hash
    lines[place] = json.dumps({"table": table, "row": row}).encode() + b"\n"
    digest = sha256(b"".join(lines[:-1])).hexdigest()
    lines[-1] = json.dumps({"end": len(lines) - 2, "sha256": digest}).encode() + b"\n"
    return lines


def test_every_truncation_is_refused_and_nothing_is_made(desk: Path) -> None:
    lines = lines_of(desk)
    for count in range(len(lines)):
        refused(desk, lines[:count], "its end is missing")


@pytest.mark.parametrize(
    ("table", "change", "message"),
    [
        ("event", {"payload": '{"text":"forged"}'}, "does not match its hash"),
        ("event", {"seq": 7}, "number 7 where"),
        ("event", {"payload": "no JSON"}, "altered or damaged"),
        ("event", {"id": 3.5}, "altered or damaged"),
        ("event", {"seq": 10**30}, "altered or damaged"),
        ("event", {"kind": "\ud800"}, "altered or damaged"),
        ("event", {"kind": "unheard-of"}, "the events on c1"),
        ("document", {"text": "another text"}, "not the one that was read"),
        ("claim", {"text": "another wording"}, "not the one that was read"),
        ("claim_span", {"quote": "another quote"}, "does not quote the text"),
        ("claim_span", {"claim": "nobody"}, "FOREIGN KEY"),
        ("segment", {"stop": 3}, "leave a gap"),
        ("claim", {"number": 1, "n": 3}, "altered or damaged"),
        ("document", {"x\" = 1; --": 2}, "no table of this version"),
    ],
)  # fmt: skip
def test_what_was_altered_is_refused_even_where_the_end_fits(
    desk: Path, table: str, change: dict[str, Any], message: str
) -> None:
    refused(desk, changed(desk, table, change), message)


def test_an_event_that_was_sealed_anew_still_breaks_the_chain(desk: Path) -> None:
    forged = changed(desk, "event", {"prev_hash": "0" * 64}, seal=True)
    refused(desk, forged, "does not continue the event before it")


def test_an_act_that_makes_no_sense_is_refused(desk: Path) -> None:
    senseless = changed(desk, "event", {"payload": "[]"}, seal=True)
    refused(desk, senseless, "the events on c1")


def test_a_table_that_nobody_knows_is_refused(desk: Path) -> None:
    lines = lines_of(desk)
    lines.insert(1, b'{"table": "passwords", "row": {"a": 1}}\n')
    refused(desk, lines, "no table of this version")


def test_a_database_is_no_file_to_import(desk: Path) -> None:
    refused(desk, [(desk / "claims.db").read_bytes()], "not JSON")


def test_an_import_makes_a_new_file_only(desk: Path) -> None:
    before = (desk / "claims.db").read_bytes()
    with pytest.raises(StoreError, match="is there already"):
        imported(str(desk / "all.jsonl"), str(desk / "claims.db"))
    assert (desk / "claims.db").read_bytes() == before


def test_a_place_that_cannot_be_written_is_said(desk: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        imported(str(desk / "all.jsonl"), str(desk / "nowhere" / "new.db"))
    with pytest.raises(InputError, match="cannot be read"):
        imported(str(desk / "missing.jsonl"), str(desk / "new.db"))


def test_the_copy_is_a_replica_of_its_own(desk: Path) -> None:
    imported(str(desk / "all.jsonl"), str(desk / "new.db"))
    copy = open_store(desk / "new.db")
    assert copy.value("SELECT count(*) FROM replica") == 0
    ana = reviewer(copy, "ana", dice=10**9)
    ana.defer(ana.claim(ana.articles()[0].id, 2).id)
    assert copy.value("SELECT count(DISTINCT replica) FROM event") == 2
    assert list(verify_store(copy)) == []
    copy.close()


def test_the_lines_are_of_one_moment(desk: Path) -> None:
    reading = open_for_reading(desk / "claims.db")
    lines = exported(reading)
    begun = [next(lines) for _ in range(3)]
    writing = open_store(desk / "claims.db")
    ana = reviewer(writing, "ben", dice=10**9)
    ana.defer(ana.claim(ana.articles()[0].id, 2).id)
    writing.close()
    assert "".join((*begun, *lines)) == (desk / "all.jsonl").read_text(encoding="utf-8")
    reading.close()


def test_bytes_and_tables_without_a_key_go_along(desk: Path) -> None:
    for name in ("claims.db", "other.db"):
        with sqlite3.connect(desk / name) as file:
            file.execute("CREATE TABLE kept (body BLOB)")
            file.execute("INSERT INTO kept VALUES (x'00ff')" if name == "claims.db" else "SELECT 1")
        file.close()
    store = open_store(desk / "claims.db")
    assert "kept" in transfer.tables(store)
    assert ("kept", {"body": b"\x00\xff"}) in list(transfer.all_rows(store))
    store.close()
