"""Snapshots in the file: a body once, each capture, and nothing changed behind its back."""

import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import StoreError
from factcheck.model.capture import Capture, Snapshot
from factcheck.model.evidence import Stance, evidence_from
from factcheck.store import named, snapshots
from factcheck.store.database import Store
from factcheck.store.verify import verify
from readings import harbour

LINK = "https://example.org/traffic"
DIGEST = sha256(b"<p>Words</p>").hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = file_with(tmp_path / "claims.db", harbour())
    session = reviewer(store)
    claim = session.find_claim("3", None)
    session.attach(claim.id, evidence_from(LINK, Stance.REFUTES))
    session.attach(claim.id, evidence_from("minutes.pdf", Stance.CONTEXT))
    session.attach(claim.id, evidence_from("searched: registers", Stance.CONTEXT))
    body = Snapshot(DIGEST, "text/html", b"<p>Words</p>", "Words")
    kept = Capture(LINK, "2026-03-02T10:00:00.000Z", LINK, LINK, (LINK,), 200,
                   (("content-type", "text/html"),), DIGEST)  # fmt: skip
    failed = Capture(LINK, "2026-03-03T10:00:00.000Z", LINK, error="the host is not known")
    with store.writing():
        snapshots.keep(store, "01A", kept, body, "ana")
        snapshots.keep(store, "01B", kept, body, "ana")
        snapshots.keep(store, "01C", failed, None, "ana")
    return store


def test_a_body_is_stored_once_and_comes_back_as_it_was(store: Store) -> None:
    assert store.value("SELECT count(*) FROM snapshot") == 1
    assert snapshots.snapshot(store, DIGEST) == Snapshot(
        DIGEST, "text/html", b"<p>Words</p>", "Words"
    )
    assert snapshots.snapshot(store, "none") is None


def test_the_last_attempt_and_the_last_snapshot_are_two_things(store: Store) -> None:
    last = snapshots.last_capture(store, LINK)
    assert last is not None
    assert last.error == "the host is not known"
    whole = snapshots.last_snapshot(store, LINK)
    assert whole is not None
    assert (whole[0].sha256, whole[0].headers, whole[1]) == (
        DIGEST, (("content-type", "text/html"),), "Words",
    )  # fmt: skip
    assert snapshots.last_capture(store, "else") is None
    assert snapshots.last_snapshot(store, "else") is None


def test_evidence_says_what_was_captured_of_it(store: Store) -> None:
    first, second, _ = reviewer(store).find_claim("3", None).evidence
    assert (first.captured_at, first.sha256) == ("2026-03-02T10:00:00.000Z", DIGEST)
    assert first.capture_error == "the host is not known"
    assert (second.captured_at, second.sha256, second.archive) == ("", "", "")


def test_sources_are_named_by_evidence_and_citations_each_once(store: Store) -> None:
    assert named.named_sources(store) == (
        ("link", LINK), ("file", "minutes.pdf"), ("link", "https://example.org/a"),
    )  # fmt: skip
    assert named.named_sources(store, cited=False) == (("link", LINK), ("file", "minutes.pdf"))
    first = reviewer(store).find_claim("1", None)
    assert named.named_sources(store, claims=(first.id,)) == (("link", "https://example.org/a"),)
    assert named.sources_of(store, first.id) == ("https://example.org/a",)
    assert named.claims_with_snapshots(store, first.article) == (3,)


def test_a_whole_file_has_nothing_to_say(store: Store) -> None:
    assert list(verify(store)) == []


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("body", zlib.compress(b"<p>Other words</p>"), "is not the one that was captured"),
        ("body", b"no zlib", "cannot be unpacked"),
        ("text", zlib.compress(b"\xff"), "cannot be unpacked"),
    ],
)
def test_a_changed_snapshot_is_found(store: Store, column: str, value: bytes, said: str) -> None:
    store.connection.execute("DROP TRIGGER snapshot_is_never_changed")
    store.connection.execute(f"UPDATE snapshot SET {column} = ?", (value,))
    [problem] = verify(store)
    assert problem.startswith(f"snapshot {DIGEST[:16]}")
    assert said in problem


@pytest.mark.parametrize("table", ["snapshot", "capture"])
def test_nothing_captured_can_be_changed(store: Store, table: str) -> None:
    with pytest.raises(StoreError, match="never changed"), store.writing():
        store.execute(f"UPDATE {table} SET sha256 = sha256")


def test_the_newest_copy_of_an_archive_is_named(store: Store) -> None:
    with store.writing():
        for year in ("2024", "2022"):
            at = f"{year}-01-01T00:00:00Z"
            snapshots.keep_archive(store, LINK, f"https://archive.test/{year}", at, at)
    assert reviewer(store).find_claim("3", None).evidence[0].archive == "https://archive.test/2024"


def test_an_answer_is_kept_until_a_newer_one_comes(store: Store) -> None:
    assert snapshots.kept_answer(store, "crossref", "q") is None
    with store.writing():
        snapshots.keep_answer(store, "crossref", "q", "at", "one")
        snapshots.keep_answer(store, "crossref", "q", "at", "two")
    assert snapshots.kept_answer(store, "crossref", "q") == "two"
