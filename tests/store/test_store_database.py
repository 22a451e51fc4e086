"""Opening a file: what is refused, what is migrated, and what an error says."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import EvidenceGateError, InputError, StoreError, UsageError
from factcheck.model.evidence import Stance, evidence_from
from factcheck.review.files import write_whole
from factcheck.store import connecting, migrations, released
from factcheck.store.database import Store, check_whole, open_for_reading, open_store
from factcheck.store.edit_tables import EDIT_VIEWS
from factcheck.store.trouble import holders, translated
from readings import harbour


def test_a_new_file_is_made_only_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with pytest.raises(StoreError, match="no database") as caught:
        open_store(path)
    assert "ingest" in caught.value.hint
    assert not path.exists()
    open_store(path, create=True).close()
    assert path.exists()


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.touch()
    store = open_store(path, create=True)
    assert store.value("SELECT count(*) FROM document") == 0


def test_the_file_is_safe_by_its_settings(tmp_path: Path) -> None:
    store = open_store(tmp_path / "claims.db", create=True)
    assert store.value("PRAGMA journal_mode") == "wal"
    assert store.value("PRAGMA synchronous") == 2
    assert store.value("PRAGMA foreign_keys") == 1
    assert store.value("PRAGMA busy_timeout") == 5000


@pytest.mark.parametrize("opened", [open_store, open_for_reading])
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, opened: Callable[[Path], Store]
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("The mayor cut the budget.")
    with pytest.raises(StoreError, match="not a database"):
        opened(path)
    assert path.read_text() == "The mayor cut the budget."


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "music.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE song (title TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    with pytest.raises(StoreError, match="another program"):
        open_for_reading(path)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)


def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(b"x")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StoreError, match="cannot be read: Permission denied"):
        open_store(path)


def test_a_place_without_its_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "nowhere" / "claims.db", create=True)


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    store = file_with(path, harbour())
    with store.writing():
        row = {"migration_set": "factcheck", "name": "m999_future", "applied_at": "2031-01-01"}
        store.insert("_sqlite_migrations", [row])
    store.close()
    with pytest.raises(StoreError, match="newer version"):
        open_store(path)


def older_file(path: Path, steps: int = 4) -> None:
    """Make a file as an older version left it: what a new one holds, in its tables."""
    newer = path.with_name("newer.db")
    session = reviewer(file_with(newer, harbour()))
    claim = session.claim(session.articles()[0].id, 1).id
    session.assess(claim, "supported", "", evidence_from("https://a.example", Stance.SUPPORTS))
    session.note(claim, "boats")
    session.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {released.APPLICATION_ID}")
    migrations.Migrations(migrations.migrations.steps[:steps]).apply(connection)
    connection.execute("ATTACH ? AS newer", (str(newer),))
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
        " AND name NOT LIKE '%_search%' AND name NOT IN ('scale', 'tally')"
        # The gate looks at the events of this replica: last, it stays out of the way.
        " ORDER BY name = 'replica'"
    ).fetchall()
    for (table,) in tables:
        names = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
        columns = ", ".join(f'"{name}"' for name in names)
        connection.execute(
            f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}"
        )
    indexed = "SELECT n, text, iif(n = 1, 'boats', '') FROM claim"
    connection.execute(f"INSERT INTO claim_search (rowid, wording, notes) {indexed}")
    connection.close()
    newer.unlink()


@pytest.mark.parametrize(("steps", "last"), [(4, "m004_views"), (6, "m006_settings")])
def test_an_older_schema_is_backed_up_and_brought_up_to_date(
    tmp_path: Path, steps: int, last: str
) -> None:
    path = tmp_path / "claims.db"
    older_file(path, steps)
    with pytest.raises(StoreError, match="older version"):
        open_for_reading(path)
    store = open_store(path)
    assert store.value("SELECT count(*) FROM claims") == 3
    session = reviewer(store)
    article = session.articles()[0].id
    assert [row.status for row in session.rows(article, 1, 9)] == ["supported", "open", "open"]
    assert tuple(session.search(article, "boats")) == (1,)
    assert list(session.verify()) == []
    backup = tmp_path / f"claims.db.backup-{last}.db"
    with sqlite3.connect(backup) as copy:
        assert copy.execute("SELECT count(*) FROM claim").fetchone() == (3,)
    copy.close()


def test_an_earlier_backup_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    older_file(path)
    backup = tmp_path / "claims.db.backup-m004_views.db"
    backup.write_bytes(b"kept")
    open_store(path).close()
    assert backup.read_bytes() == b"kept"


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.db"
    older_file(path, 6)
    with sqlite3.connect(path) as file:
        before = list(file.iterdump())
    file.close()
    broken = (*EDIT_VIEWS, "CREATE VIEW claims AS SELECT 1")
    monkeypatch.setattr(migrations, "EDIT_VIEWS", broken)
    with pytest.raises(StoreError):
        open_store(path)
    with sqlite3.connect(path) as file:
        after = list(file.iterdump())
    file.close()
    assert after == before


def test_a_second_writer_is_told_who_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.db"
    first = file_with(path, harbour())
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.01)
    second = open_store(path)
    with (
        first.writing(),
        pytest.raises(StoreError, match="is being written by") as caught,
        second.writing(),
    ):
        pass
    assert "try again" in caught.value.hint


def test_two_processes_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    session = reviewer(file_with(path, harbour()))
    claim = session.claim(session.articles()[0].id, 1).id
    script = (
        "import sys, pathlib; sys.path.insert(0, 'tests')\n"
        "from factcheck.review.opening import session_for_acts\n"
        "session = session_for_acts(sys.argv[1], sys.argv[2])\n"
        "for i in range(20): session.note(sys.argv[3], f'{sys.argv[2]} {i}')\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(path), name, claim])
        for name in ("ana", "ben")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert session.store.value("SELECT count(*) FROM note") == 40
    assert list(session.verify()) == []


def test_a_full_disk_keeps_what_was_there(tmp_path: Path) -> None:
    store = file_with(tmp_path / "claims.db", harbour())
    session = reviewer(store)
    claim = session.claim(session.articles()[0].id, 1).id
    session.note(claim, "kept")
    pages = store.value("PRAGMA page_count")
    store.value(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="is full; nothing was stored"):
        session.note(claim, "x" * 100_000)
    store.value("PRAGMA max_page_count = 1000000")
    assert [note.text for note in session.claim(session.articles()[0].id, 1).notes] == ["kept"]
    assert list(session.verify()) == []


def test_a_file_opened_for_reading_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    file_with(path, harbour()).close()
    session = reviewer(open_for_reading(path))
    claim = session.claim(session.articles()[0].id, 1).id
    with pytest.raises(StoreError, match="cannot be written"):
        session.defer(claim)


def test_a_read_only_folder_can_still_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.db"
    file_with(path, harbour()).close()
    connect = sqlite3.connect

    def without_log(target: str, **options: object) -> sqlite3.Connection:
        # In a folder that cannot be written SQLite fails so, unless the file is said to be fixed.
        if str(target).endswith("mode=rw"):
            target = target.replace(path.name, "nothing-here.db")
        return connect(target, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", without_log)
    store = open_for_reading(path)
    assert store.value("SELECT count(*) FROM claims") == 3


def test_a_read_only_folder_with_a_log_beside_the_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.db"
    file_with(path, harbour()).close()
    path.with_name("claims.db-wal").write_bytes(b"acts that are in no file yet")
    connect = sqlite3.connect

    def without_log(target: str, **options: object) -> sqlite3.Connection:
        return connect(target.replace(path.name, "nothing-here.db"), **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", without_log)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_for_reading(path)


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    file_with(path, harbour()).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])

    def opened_and_verified() -> None:
        list(reviewer(open_store(path)).verify())

    with pytest.raises(StoreError, match=r"damaged|malformed"):
        opened_and_verified()


def test_references_to_rows_that_are_not_there_are_found(tmp_path: Path) -> None:
    store = file_with(tmp_path / "claims.db", harbour())
    store.value("PRAGMA foreign_keys = OFF")
    with store.writing():
        store.execute("DELETE FROM document")
    assert any("refers to no row of document" in problem for problem in check_whole(store))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("SQLITE_IOERR_FSYNC", "could not be read or written", id="disk error"),
        pytest.param("SQLITE_SOMETHING", "what SQLite said", id="anything else"),
    ],
)
def test_errors_of_the_library_are_put_in_words(name: str, words: str) -> None:
    error = sqlite3.OperationalError("what SQLite said")
    error.sqlite_errorname = name
    with pytest.raises(StoreError, match=words), translated(Path("claims.db")):
        raise error


def test_the_evidence_gate_speaks_for_itself(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "claims.db", harbour()))
    claim = session.claim(session.articles()[0].id, 1).id
    with pytest.raises(EvidenceGateError, match="needs evidence of its stance") as caught:
        session.assess(claim, "refuted")
    assert "attach" in caught.value.hint


def test_other_programs_that_hold_the_file_are_named(tmp_path: Path) -> None:
    target = tmp_path / "claims.db"
    target.touch()
    for number, name in (("self", "this"), ("17", "datasette"), ("18", "vim")):
        folder = tmp_path / "proc" / number / "fd"
        folder.mkdir(parents=True)
        (folder.parent / "comm").write_text(name + "\n")
    (tmp_path / "proc" / "17" / "fd" / "3").symlink_to(target)
    (tmp_path / "proc" / "19").mkdir()
    assert holders(target, tmp_path / "proc") == "datasette (process 17)"
    assert holders(target, tmp_path / "none") == "another program"


@pytest.mark.parametrize("opened", [open_store, open_for_reading])
def test_a_file_that_only_begins_like_a_database_is_refused(
    tmp_path: Path, opened: Callable[[Path], Store]
) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    with pytest.raises(StoreError, match="not a database"):
        opened(path)


def test_a_transaction_that_the_library_ended_itself_is_not_ended_twice(tmp_path: Path) -> None:
    store = file_with(tmp_path / "claims.db", harbour())

    def ended_within() -> None:
        with store.writing():
            store.execute("ROLLBACK")
            raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(StoreError, match="disk I/O error"):
        ended_within()
    assert store.value("SELECT count(*) FROM claims") == 3


def test_a_file_that_cannot_be_made_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (*EDIT_VIEWS, "CREATE VIEW claims AS SELECT 1")
    monkeypatch.setattr(migrations, "EDIT_VIEWS", broken)
    with pytest.raises(StoreError):
        open_store(tmp_path / "claims.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_is_whole_without_its_log(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    store = open_store(path, create=True)
    assert path.with_name("claims.db-wal").stat().st_size == 0
    store.close()


def test_an_empty_file_holds_nothing_to_read(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        open_for_reading(path)


def test_half_a_backup_never_passes_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.db"
    older_file(path)

    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="No space left"):
            open_store(path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["claims.db", "minutes.pdf"]
    open_store(path).close()
    assert (tmp_path / "claims.db.backup-m004_views.db").stat().st_size > 0


def test_words_that_are_no_text_are_refused(tmp_path: Path) -> None:
    store = file_with(tmp_path / "claims.db", harbour())
    with pytest.raises(UsageError, match="no text"):
        reviewer(store).article("\udcff")


_OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from factcheck.store.database import open_for_reading
store = open_for_reading(Path(sys.argv[1]))
print(store.value(sys.argv[2]))
store.close()
"""


def _elsewhere(path: Path, sql: str) -> str:
    command = [sys.executable, "-c", _OPEN_AND_CLOSE, str(path), sql]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_opening_a_file_twice_leaves_the_locks_of_the_first_opening(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    store = file_with(path, harbour())
    open_for_reading(path).close()
    with pytest.raises(InputError, match="is the database"):
        write_whole(path, ["nothing"])
    # Another process that believes itself alone tidies up the log when it closes the file.
    _elsewhere(path, "SELECT 1")
    session = reviewer(store)
    session.assess(session.find_claim("1", None).id, "unproven")
    assert path.with_name("claims.db-wal").exists()
    assert _elsewhere(path, "SELECT count(*) FROM assessment") == "1"
    store.close()
    assert _elsewhere(path, "SELECT count(*) FROM assessment") == "1"


def test_the_migrations_that_are_known_are_the_steps_there_are() -> None:
    assert tuple(step.__name__ for step in migrations.migrations.steps) == released.KNOWN
