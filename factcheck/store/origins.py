"""Where a text came from: its links, what its page says of itself, and the bytes it was made from.

Written once, with the text, because a text alone does not tell them.
"""

import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.model.capture import Snapshot
from factcheck.model.document import About, Document, Link, Original
from factcheck.model.span import Span
from factcheck.store.snapshots import keep_body

if TYPE_CHECKING:
    from factcheck.store.database import Store

ORIGINS = (
    """CREATE TABLE document_link (
  document TEXT NOT NULL REFERENCES document(id),
  position INTEGER NOT NULL,         -- place in reading order, from 0
  start INTEGER NOT NULL,            -- the words that lead there
  stop INTEGER NOT NULL,
  address TEXT NOT NULL,             -- where they lead
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE origin (
  document TEXT PRIMARY KEY REFERENCES document(id),
  byline TEXT NOT NULL,              -- as the page says; empty where it says nothing
  publisher TEXT NOT NULL,
  published TEXT NOT NULL,
  modified TEXT NOT NULL,
  address TEXT NOT NULL,             -- the canonical link
  sha256 TEXT REFERENCES snapshot(sha256) -- what it was made from; null: the text itself
) STRICT, WITHOUT ROWID""",
    """CREATE VIEW origins AS
-- One row an article that came from a page or a file with links: what it says of itself.
SELECT o.document AS article, d.title, o.byline, o.publisher, o.published, o.modified, o.address,
  (SELECT count(*) FROM document_link WHERE document = o.document) AS links,
  s.media_type, s.bytes, o.sha256
FROM origin o JOIN document d ON d.id = o.document LEFT JOIN snapshot s ON s.sha256 = o.sha256""",
)
_ABOUT = ("byline", "publisher", "published", "modified", "address")


def save_origin(store: "Store", document: Document) -> None:
    """Write where a new document came from, inside `writing`; nothing where there is nothing."""
    store.insert(
        "document_link",
        [
            {
                "document": document.id,
                "position": position,
                "start": link.span.start,
                "stop": link.span.end,
                "address": link.address,
            }
            for position, link in enumerate(document.links)
        ],
    )
    original = document.original
    if original is None and document.about == About() and not document.links:
        return
    digest = None
    if original is not None:
        digest = sha256(original.body).hexdigest()
        keep_body(store, Snapshot(digest, original.media_type, original.body, document.text))
    about = {name: getattr(document.about, name) for name in _ABOUT}
    store.insert("origin", [{"document": document.id, **about, "sha256": digest}])


def links_of(store: "Store", document: str) -> tuple[Link, ...]:
    """Return the links of a document, in reading order."""
    sql = "SELECT start, stop, address FROM document_link WHERE document = ? ORDER BY position"
    return tuple(Link(Span(start, stop), to) for start, stop, to in store.rows(sql, (document,)))


def about_of(store: "Store", document: str) -> About:
    """Return what the page of a document says of itself."""
    rows = store.rows("SELECT * FROM origin WHERE document = ?", (document,))
    return About(**{name: rows[0][name] for name in _ABOUT}) if rows else About()


def original_of(store: "Store", document: str) -> Original | None:
    """Return the bytes that a document was made from, None where they were its text."""
    sql = """SELECT s.body, s.media_type FROM origin o JOIN snapshot s ON s.sha256 = o.sha256
             WHERE o.document = ?"""
    rows = store.rows(sql, (document,))
    return Original(zlib.decompress(rows[0]["body"]), rows[0]["media_type"]) if rows else None
