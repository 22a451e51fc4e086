"""The tables as SQL, a comment for each column: `docs/schema.md` is made from the comments.

Written as SQL because the file documents itself (`.schema` shows the comments) and because CHECKs
and triggers, which keep the promises, can be said in no other way.
Offsets (`start`, `stop`) are code points into `document.text`, half-open.
"""

MACHINE = (
    """CREATE TABLE document (
  n INTEGER PRIMARY KEY,             -- number of the article in this file, from 1
  id TEXT NOT NULL UNIQUE,           -- content address: d1: and 32 hex digits of the text's SHA-256
  title TEXT NOT NULL,               -- first heading or first line
  source TEXT NOT NULL,              -- name under which it was read: a file name, - for a pipe
  language TEXT,                     -- ISO 639-1 of most of the text
  characters INTEGER NOT NULL,       -- code points in text
  reader TEXT NOT NULL,              -- version of the reader that made segments, claims, findings
  text TEXT NOT NULL                 -- the text as read, line ends as \\n; never changed
) STRICT""",
    """CREATE TABLE segment (
  document TEXT NOT NULL REFERENCES document(id),
  position INTEGER NOT NULL,         -- place in reading order, from 0
  start INTEGER NOT NULL,            -- first code point; segments tile the text
  stop INTEGER NOT NULL,             -- one past the last code point
  role TEXT NOT NULL,                -- sentence, heading, list-item, lead-in, byline, caption, …
  language TEXT,                     -- ISO 639-1, or null
  subjectivity REAL NOT NULL,        -- 0-1: feeling or judgement rather than fact
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE claim (
  n INTEGER PRIMARY KEY,             -- row number in this file; full-text search answers with it
  id TEXT NOT NULL UNIQUE,           -- content address of document, spans and wording
  document TEXT NOT NULL REFERENCES document(id),
  number INTEGER NOT NULL,           -- place in reading order within the article, from 1: c17
  text TEXT NOT NULL,                -- the wording as read
  insertions TEXT NOT NULL CHECK (json_valid(insertions)), -- offsets in text of words from no span
  kind TEXT NOT NULL,                -- event, quantity, comparison, causal, quotation, …
  modality TEXT NOT NULL CHECK (json_valid(modality)), -- list: asserted, hedged, …
  needs_context TEXT NOT NULL CHECK (json_valid(needs_context)), -- words left unresolved
  check_worthiness REAL NOT NULL,    -- 0-1: a rank for checking, not a probability
  features TEXT NOT NULL CHECK (json_valid(features)), -- what decided it, strongest first
  attribution_kind TEXT CHECK (attribution_kind IN ('named', 'unnamed')), -- null: the article
  attributed_to TEXT,                -- who the text makes responsible, in its words
  attribution_cue TEXT,              -- by which words
  attribution TEXT,                  -- offsets of source, cue and content
  reader TEXT NOT NULL,              -- version of the reader
  current INTEGER NOT NULL CHECK (current IN (0, 1)), -- 0: an older reading, kept for its verdicts
  UNIQUE (document, number)
) STRICT""",
    """CREATE TABLE claim_span (
  claim TEXT NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,         -- order of the pieces, from 0
  document TEXT NOT NULL,            -- that of the claim: a stretch of text finds its claims
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  quote TEXT NOT NULL,               -- exactly the characters at start..stop
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE citation (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document(id),
  position INTEGER NOT NULL,         -- place in reading order, from 0
  kind TEXT NOT NULL,                -- link, publication, bill, law, standard, report, quotation, …
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  quote TEXT NOT NULL,               -- exactly the characters at start..stop
  scheme TEXT,                       -- registry of the identifier: doi, us-bill, url, …
  identifier TEXT,                   -- its normal form
  fields TEXT NOT NULL CHECK (json_valid(fields)) -- offsets of title, container, date, author, …
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE claim_citation (
  claim TEXT NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
  citation TEXT NOT NULL REFERENCES citation(id) ON DELETE CASCADE,
  PRIMARY KEY (claim, citation)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document(id),
  position INTEGER NOT NULL,         -- place in reading order, from 0
  rule TEXT NOT NULL,                -- rhetoric.loaded, unsupported.statistic, …
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  quote TEXT NOT NULL,               -- exactly the characters at start..stop
  message TEXT NOT NULL,             -- why, in one sentence
  quoted INTEGER NOT NULL,           -- 1: the words stand inside somebody's quotation
  strength REAL NOT NULL             -- 0-1, within the rule
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE finding_claim (
  claim TEXT NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
  finding TEXT NOT NULL REFERENCES finding(id) ON DELETE CASCADE,
  PRIMARY KEY (claim, finding)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE ledger (
  document TEXT NOT NULL REFERENCES document(id),
  account TEXT NOT NULL,             -- claim, attribution, heading, …, unaccounted
  characters INTEGER NOT NULL,       -- the accounts of a document sum to its characters
  PRIMARY KEY (document, account)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX claim_by_worth ON claim (document, check_worthiness DESC, number)",
    "CREATE INDEX segment_in_text ON segment (document, start)",
    "CREATE INDEX claim_span_in_text ON claim_span (document, start)",
    "CREATE INDEX citation_in_text ON citation (document, start)",
    "CREATE INDEX finding_in_text ON finding (document, start)",
    "CREATE INDEX finding_by_rule ON finding (rule)",
    "CREATE INDEX claim_of_citation ON claim_citation (citation)",
    "CREATE INDEX claim_of_finding ON finding_claim (finding)",
)

PEOPLE = (
    """CREATE TABLE scale (
  verdict TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  "key" TEXT NOT NULL UNIQUE,        -- the key on the review screen
  label TEXT NOT NULL,               -- as reports print it
  meaning TEXT NOT NULL,
  rating INTEGER,                    -- ClaimReview rating 1-5; null: unknown is not half-true
  alternate_name TEXT NOT NULL,      -- ClaimReview alternateName
  needs TEXT NOT NULL CHECK (needs IN ('', 'any', 'supports', 'refutes')) -- stance of evidence
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE replica (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id TEXT NOT NULL                   -- this copy of this file; made at the first act
) STRICT""",
    """CREATE TABLE event (
  id TEXT PRIMARY KEY,               -- ULID
  replica TEXT NOT NULL,             -- the copy of the file in which it happened
  seq INTEGER NOT NULL,              -- 1, 2, 3 … within the replica
  lamport INTEGER NOT NULL,          -- 1 + the highest seen: the order between reviewers
  at TEXT NOT NULL,                  -- UTC to the millisecond; shown, never used for order
  reviewer TEXT NOT NULL,
  kind TEXT NOT NULL,                -- assess, flag, attach-evidence, …, undo
  subject TEXT NOT NULL,             -- the claim, or the reviewer
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  prev_hash TEXT NOT NULL,           -- hash of the event before it in the replica
  hash TEXT NOT NULL,                -- SHA-256 over every other column
  UNIQUE (replica, seq)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX event_by_subject ON event (subject, lamport, id)",
    "CREATE INDEX event_by_reviewer ON event (reviewer, lamport, id)",
    "CREATE INDEX event_by_lamport ON event (lamport, id)",
    """CREATE TABLE reviewer (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event(id)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX reviewer_by_name ON reviewer (name)",
    """CREATE TABLE assessment (
  claim TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  document TEXT,
  verdict TEXT NOT NULL,
  rationale TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event(id),
  PRIMARY KEY (claim, reviewer)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX assessment_by_reviewer ON assessment (document, reviewer)",
    """CREATE TABLE deferral (
  claim TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  document TEXT,
  at TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event(id),
  PRIMARY KEY (claim, reviewer)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX deferral_by_reviewer ON deferral (document, reviewer)",
    """CREATE TABLE flag (
  claim TEXT NOT NULL,
  flag TEXT NOT NULL,                -- rhetorical, unsupported, missing-context, …
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event(id),
  PRIMARY KEY (claim, flag, reviewer)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE finding_decision (
  claim TEXT NOT NULL,
  finding TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'dismissed')),
  at TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event(id),
  PRIMARY KEY (claim, finding, reviewer)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE evidence_item (
  id TEXT PRIMARY KEY REFERENCES event(id), -- the event that attached it
  claim TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('link', 'doi', 'file', 'search')),
  source TEXT NOT NULL,              -- link, DOI, file name, or where and how was searched
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  title TEXT NOT NULL,
  quote TEXT NOT NULL,               -- the words in it that matter
  locator TEXT NOT NULL,             -- page, paragraph, time
  note TEXT NOT NULL,
  primacy TEXT                       -- primary, secondary, or null
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX evidence_by_claim ON evidence_item (claim, stance)",
    """CREATE TABLE note (
  id TEXT PRIMARY KEY REFERENCES event(id),
  claim TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX note_by_claim ON note (claim)",
    """CREATE TABLE undone (
  event TEXT PRIMARY KEY REFERENCES event(id), -- the event that was taken back
  claim TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES event(id) -- the undo that took it back
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX undone_by_claim ON undone (claim)",
    """CREATE TABLE claim_state (
  claim TEXT PRIMARY KEY,            -- only claims on which somebody acted
  document TEXT,
  verdict TEXT,                      -- what all who judged it agree on, else null
  status TEXT NOT NULL CHECK (status IN ('open', 'deferred', 'decided', 'disagreement')),
  last_event TEXT NOT NULL REFERENCES event(id)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX claim_state_by_status ON claim_state (document, status)",
)

EVENT_GUARDS = (
    """CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed: append a correction'); END""",
    """CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted: append an undo'); END""",
    # Events of other replicas passed this gate where they happened; a merge must not refuse them.
    """CREATE TRIGGER event_verdict_is_known BEFORE INSERT ON event
WHEN NEW.kind = 'assess' AND NEW.replica = (SELECT id FROM replica)
 AND json_extract(NEW.payload, '$.verdict') IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM scale WHERE verdict = json_extract(NEW.payload, '$.verdict'))
BEGIN SELECT RAISE(ABORT, 'the verdict is not on the scale of this file'); END""",
    """CREATE TRIGGER event_verdict_has_evidence BEFORE INSERT ON event
WHEN NEW.kind = 'assess' AND NEW.replica = (SELECT id FROM replica)
 AND EXISTS (
  SELECT 1 FROM scale WHERE verdict = json_extract(NEW.payload, '$.verdict') AND needs <> ''
   AND NOT EXISTS (
    SELECT 1 FROM evidence_item WHERE claim = NEW.subject AND kind <> 'search'
     AND (scale.needs = 'any' OR stance = scale.needs)))
BEGIN SELECT RAISE(ABORT, 'evidence gate: this verdict needs evidence of its stance'); END""",
)

# Contentless: the words are in `claim.text` and `note.text` already. The row is claim.n.
SEARCH = (
    """CREATE VIRTUAL TABLE claim_search USING fts5 (
  wording, notes, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
)""",
)
