"""Captures and snapshots, into the file and out of it; each is stored whole or not at all."""

import json
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.model.capture import Capture, Snapshot

if TYPE_CHECKING:
    import sqlite3

    from factcheck.store.database import Store

# Faster levels leave a tenth more, slower ones gain nothing on pages.
_LEVEL = 6


def keep(
    store: "Store", key: str, capture: Capture, snapshot: Snapshot | None, reviewer: str
) -> None:
    """Store a capture and its snapshot, inside `writing`; a body is stored only once.

    Of a body that was there the words are those of this reading.
    """
    if snapshot is not None:
        keep_body(store, snapshot)
        keep_words(store, snapshot)
    row = {name: getattr(capture, name) for name in Capture.__slots__}
    row |= {"hops": json.dumps(capture.hops), "headers": json.dumps(dict(capture.headers))}
    store.insert("capture", [{"id": key, "reviewer": reviewer} | row])


def keep_body(store: "Store", snapshot: Snapshot) -> None:
    """Store a body with its words unless it is there, inside `writing`."""
    if _has(store, snapshot.sha256):
        return
    text = None if snapshot.text is None else snapshot.text.encode("utf-8", "replace")
    row = {
        "sha256": snapshot.sha256,
        "media_type": snapshot.media_type,
        "bytes": len(snapshot.body),
        "characters": None if snapshot.text is None else len(snapshot.text),
        "body": zlib.compress(snapshot.body, _LEVEL),
        "text": None if text is None else zlib.compress(text, _LEVEL),
    }
    store.insert("snapshot", [row])


def keep_words(store: "Store", snapshot: Snapshot) -> bool:
    """Store what a body is now read as, inside `writing`; say whether that is another reading."""
    sql = "SELECT media_type, text FROM snapshot WHERE sha256 = ?"
    [known] = store.rows(sql, (snapshot.sha256,))
    text = None if known["text"] is None else zlib.decompress(known["text"]).decode()
    if (known["media_type"], text) == (snapshot.media_type, snapshot.text):
        return False
    words = snapshot.text
    packed = None if words is None else zlib.compress(words.encode("utf-8", "replace"), _LEVEL)
    sql = "UPDATE snapshot SET media_type = ?, characters = ?, text = ? WHERE sha256 = ?"
    length = None if words is None else len(words)
    store.execute(sql, (snapshot.media_type, length, packed, snapshot.sha256))
    return True


def keep_remark(store: "Store", digest: str, remark: str) -> None:
    """Store what is to be known of the words of a body with all its captures, inside `writing`."""
    sql = "UPDATE capture SET remark = ? WHERE sha256 = ? AND remark <> ?"
    store.execute(sql, (remark, digest, remark))


def captured_bodies(store: "Store") -> Iterator[tuple[Capture, bytes]]:
    """Return every body that was captured, once, with its newest capture."""
    sql = """SELECT k.*, max(k.id), s.body AS packed FROM capture k
             JOIN snapshot s ON s.sha256 = k.sha256 GROUP BY k.sha256 ORDER BY k.id"""
    return ((_capture(row), zlib.decompress(row["packed"])) for row in store.rows(sql))


def _has(store: "Store", digest: str) -> bool:
    return store.value("SELECT 1 FROM snapshot WHERE sha256 = ?", (digest,)) is not None


_LAST = "SELECT * FROM capture WHERE source = ? ORDER BY id DESC LIMIT 1"
_LAST_WHOLE = """SELECT * FROM capture WHERE source = ? AND sha256 IS NOT NULL
                 ORDER BY id DESC LIMIT 1"""


def last_capture(store: "Store", source: str) -> Capture | None:
    """Return the newest attempt to capture *source*, None where there is none."""
    rows = store.rows(_LAST, (source,))
    return _capture(rows[0]) if rows else None


def last_snapshot(store: "Store", source: str) -> tuple[Capture, str | None] | None:
    """Return the newest capture of *source* that has a snapshot, and the text of that."""
    rows = store.rows(_LAST_WHOLE, (source,))
    if not rows:
        return None
    found = _capture(rows[0])
    return found, text_of_snapshot(store, found.sha256 or "")


def text_of_snapshot(store: "Store", digest: str) -> str | None:
    """Return the words of a snapshot, None where it has none."""
    packed = store.value("SELECT text FROM snapshot WHERE sha256 = ?", (digest,))
    return None if packed is None else zlib.decompress(packed).decode()


def captured_sources(store: "Store") -> frozenset[str]:
    """Return the sources that have a snapshot."""
    sql = "SELECT DISTINCT source FROM capture WHERE sha256 IS NOT NULL"
    return frozenset(row["source"] for row in store.rows(sql))


def has_any(store: "Store") -> bool:
    """Say whether anything was captured."""
    return store.value("SELECT 1 FROM capture WHERE sha256 IS NOT NULL LIMIT 1") is not None


def _capture(row: "sqlite3.Row") -> Capture:
    fields = {name: row[name] for name in Capture.__slots__}
    fields["hops"] = tuple(json.loads(row["hops"]))
    fields["headers"] = tuple(json.loads(row["headers"]).items())
    return Capture(**fields)


def every_capture(store: "Store") -> Iterator[tuple[str, Capture, Snapshot | None]]:
    """Yield every capture with its key and its snapshot, oldest first."""
    for row in store.rows("SELECT * FROM capture ORDER BY id"):
        found = _capture(row)
        yield row["id"], found, snapshot(store, found.sha256) if found.sha256 else None


def snapshot(store: "Store", digest: str) -> Snapshot | None:
    """Return the snapshot with this SHA-256, None where there is none."""
    rows = store.rows("SELECT * FROM snapshot WHERE sha256 = ?", (digest,))
    if not rows:
        return None
    row = rows[0]
    text = None if row["text"] is None else zlib.decompress(row["text"]).decode()
    return Snapshot(digest, row["media_type"], zlib.decompress(row["body"]), text)


def keep_archive(store: "Store", source: str, archive: str, archived_at: str, at: str) -> None:
    """Store where an archive keeps *source*, inside `writing`."""
    sql = "INSERT OR IGNORE INTO archive_link VALUES (?, ?, ?, ?)"
    store.execute(sql, (source, archive, archived_at, at))


def kept_answer(store: "Store", service: str, question: str) -> str | None:
    """Return what a service answered before, None where it was not asked."""
    sql = "SELECT answer FROM lookup WHERE service = ? AND question = ?"
    found: str | None = store.value(sql, (service, question))
    return found


def keep_answer(store: "Store", service: str, question: str, at: str, answer: str) -> None:
    """Store what a service answered, in place of an older answer, inside `writing`."""
    sql = "INSERT OR REPLACE INTO lookup VALUES (?, ?, ?, ?)"
    store.execute(sql, (service, question, at, answer))


def altered_snapshots(store: "Store") -> Iterator[str]:
    """Yield a sentence for each snapshot whose body is not the one that was captured."""
    for (digest,) in map(tuple, store.rows("SELECT sha256 FROM snapshot ORDER BY sha256")):
        try:
            found = snapshot(store, digest)
        except (zlib.error, UnicodeError):
            yield f"snapshot {digest[:16]}: what is stored cannot be unpacked"
            continue
        if found is None or sha256(found.body).hexdigest() != digest:
            yield f"snapshot {digest[:16]}: the body is not the one that was captured"


def digests(store: "Store", beginning: str) -> tuple[str, ...]:
    """Return the hashes of the snapshots that begin so."""
    sql = "SELECT sha256 FROM snapshot WHERE substr(sha256, 1, length(:it)) = :it"
    return tuple(row["sha256"] for row in store.rows(sql, {"it": beginning.lower()}))
