"""The tables and views of what was captured. Facts with a time: no events, and never merged away.

Bodies and texts are compressed with zlib: a page takes a quarter of its size.
"""

CAPTURES = (
    """CREATE TABLE snapshot (
  sha256 TEXT PRIMARY KEY,           -- over the body as it arrived: the same body is stored once
  media_type TEXT NOT NULL,          -- as found in the body, else as the server declared it
  bytes INTEGER NOT NULL,            -- of the body
  characters INTEGER,                -- of the text; null: an image, or nothing that can be read
  body BLOB NOT NULL,                -- zlib
  text BLOB                          -- UTF-8, zlib: the words as a reader sees them
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE capture (
  id TEXT PRIMARY KEY,               -- ULID
  at TEXT NOT NULL,                  -- UTC to the millisecond
  source TEXT NOT NULL,              -- what evidence or citation names: a link, DOI, file
  url TEXT NOT NULL,                 -- the link that was asked; empty for a file
  final_url TEXT NOT NULL,           -- the link that answered, after redirects
  hops TEXT NOT NULL CHECK (json_valid(hops)), -- every link that was asked, in order
  status INTEGER,                    -- of HTTP; null: a file, or no answer
  headers TEXT NOT NULL CHECK (json_valid(headers)), -- those that matter
  sha256 TEXT REFERENCES snapshot(sha256), -- null: nothing was captured
  error TEXT NOT NULL,               -- why not
  remark TEXT NOT NULL,              -- what to know about the text
  reviewer TEXT NOT NULL             -- the name of who asked for it
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX capture_by_source ON capture (source, id)",
    "CREATE INDEX capture_by_snapshot ON capture (sha256)",
    """CREATE TABLE archive_link (
  source TEXT NOT NULL,              -- what evidence or citation names
  archive TEXT NOT NULL,             -- where an archive keeps a copy
  archived_at TEXT NOT NULL,         -- when the archive made it, UTC
  at TEXT NOT NULL,                  -- when the archive was asked
  PRIMARY KEY (source, archive)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE lookup (
  service TEXT NOT NULL,             -- crossref, arxiv, openlibrary, wayback
  question TEXT NOT NULL,            -- the link that was asked
  at TEXT NOT NULL,
  answer TEXT NOT NULL,              -- as it came; asked again only on request
  PRIMARY KEY (service, question)
) STRICT, WITHOUT ROWID""",
    """CREATE TRIGGER snapshot_is_never_changed BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots are never changed: capture again'); END""",
    """CREATE TRIGGER capture_is_never_changed BEFORE UPDATE ON capture
BEGIN SELECT RAISE(ABORT, 'captures are never changed: capture again'); END""",
    """CREATE VIEW captures AS
-- One row for each attempt to capture a source, oldest first, with what came of it.
SELECT c.id, c.at, c.source, c.url, c.final_url, c.status, c.headers, c.hops, c.sha256,
  s.media_type, s.bytes, s.characters, c.error, c.remark, c.reviewer,
  (SELECT count(*) FROM evidence_item e WHERE e.source = c.source) AS evidence,
  (SELECT max(archive) FROM archive_link a WHERE a.source = c.source) AS archive
FROM capture c LEFT JOIN snapshot s ON s.sha256 = c.sha256 ORDER BY c.id""",
    """CREATE VIEW snapshots AS
-- One row a captured body, stored once: how large, from which sources, first and last captured.
SELECT s.sha256, s.media_type, s.bytes, s.characters, length(s.body) AS stored_bytes,
  count(c.id) AS captures, group_concat(DISTINCT c.source) AS sources,
  min(c.at) AS first_captured_at, max(c.at) AS last_captured_at
FROM snapshot s LEFT JOIN capture c ON c.sha256 = s.sha256 GROUP BY s.sha256""",
)

# What was captured never changes; how it is read may, and its words follow.
READ_AGAIN = (
    "DROP TRIGGER snapshot_is_never_changed",
    """CREATE TRIGGER snapshot_is_never_changed BEFORE UPDATE OF sha256, bytes, body ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots are never changed: capture again'); END""",
    "DROP TRIGGER capture_is_never_changed",
    """CREATE TRIGGER capture_is_never_changed BEFORE UPDATE OF
  id, at, source, url, final_url, hops, status, headers, sha256, error, reviewer ON capture
BEGIN SELECT RAISE(ABORT, 'captures are never changed: capture again'); END""",
)
