"""What editing claims adds to the tables, and the views as they are with it, as SQL.

A claim that was reworded, split, merged or is none stays in `claim` with `listed` 0; its state has
moved on to the claims that it became, where verdicts on it are stale until they are given again.
"""

from factcheck.store.views import GATE

# Evidence and notes stand on the claim they were attached to and on those it became, so that their
# event no longer tells a row apart.
CARRIED = (
    "CREATE TEMP TABLE carried_evidence AS SELECT * FROM evidence_item",
    "DROP TABLE evidence_item",
    """CREATE TABLE evidence_item (
  id TEXT NOT NULL REFERENCES event(id), -- the event that attached it
  claim TEXT NOT NULL,               -- the claim, or one that it became
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('link', 'doi', 'file', 'search')),
  source TEXT NOT NULL,              -- link, DOI, file name, or where and how was searched
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  title TEXT NOT NULL,
  quote TEXT NOT NULL,               -- the words in it that matter
  locator TEXT NOT NULL,             -- page, paragraph, time
  note TEXT NOT NULL,
  primacy TEXT,                      -- primary, secondary, or null
  PRIMARY KEY (id, claim)
) STRICT, WITHOUT ROWID""",
    "INSERT INTO evidence_item SELECT * FROM carried_evidence",
    "DROP TABLE carried_evidence",
    "CREATE INDEX evidence_by_claim ON evidence_item (claim, stance)",
    "CREATE TEMP TABLE carried_note AS SELECT * FROM note",
    "DROP TABLE note",
    """CREATE TABLE note (
  id TEXT NOT NULL REFERENCES event(id),
  claim TEXT NOT NULL,               -- the claim, or one that it became
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (id, claim)
) STRICT, WITHOUT ROWID""",
    "INSERT INTO note SELECT * FROM carried_note",
    "DROP TABLE carried_note",
    "CREATE INDEX note_by_claim ON note (claim)",
    # 1: given on a claim that has become this one.
    "ALTER TABLE assessment ADD COLUMN stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1))",
)

EDITS = (
    # The event that made a claim; null: the reader found it.
    "ALTER TABLE claim ADD COLUMN made_by TEXT REFERENCES event(id)",
    # 0: reworded, split, merged or no claim.
    "ALTER TABLE claim ADD COLUMN listed INTEGER NOT NULL DEFAULT 1 CHECK (listed IN (0, 1))",
    # First code point of its spans.
    "ALTER TABLE claim ADD COLUMN start INTEGER NOT NULL DEFAULT 0",
    """UPDATE claim SET start =
  coalesce((SELECT min(start) FROM claim_span WHERE claim = claim.id), 0)""",
    "CREATE INDEX claim_in_order ON claim (document, start, number)",
    "DROP INDEX claim_by_worth",
    "CREATE INDEX claim_by_worth ON claim (document, check_worthiness DESC, start, number)",
    "CREATE INDEX claim_off_the_list ON claim (document, number) WHERE listed = 0",
    "CREATE INDEX claim_made ON claim (document, number) WHERE made_by IS NOT NULL",
    """CREATE TABLE lineage (
  claim TEXT NOT NULL,               -- what came of an edit
  origin TEXT NOT NULL,              -- what it was made from
  event TEXT NOT NULL REFERENCES event(id),
  PRIMARY KEY (claim, origin)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX lineage_by_origin ON lineage (origin)",
    """CREATE TABLE claim_edit (
  claim TEXT PRIMARY KEY,            -- a claim that an edit took off the list
  kind TEXT NOT NULL,                -- edit-claim, split-claim, merge-claims, not-a-claim
  reason TEXT NOT NULL,              -- why it is no claim
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event(id)
) STRICT, WITHOUT ROWID""",
    """CREATE INDEX event_made ON event (json_extract(payload, '$.document'), lamport, id)
  WHERE kind = 'add-claim'""",
)

_NAMES = (
    "claims", "assessments", "citations", "findings", "disagreements", "progress",
    "unsupported_claims",
)  # fmt: skip

EDIT_VIEWS = (
    *(f"DROP VIEW {name}" for name in _NAMES),
    """CREATE VIEW claims AS
-- One row a claim on the list: wording, place, verdict and what is attached to it.
SELECT c.id, c.document AS article, d.title AS article_title, c.number, c.text,
  (SELECT group_concat(quote, ' […] ') FROM
    (SELECT quote FROM claim_span WHERE claim = c.id ORDER BY position)) AS quote,
  c.start,
  (SELECT max(stop) FROM claim_span WHERE claim = c.id) AS stop,
  c.kind, c.modality, c.needs_context, c.check_worthiness,
  c.attribution_kind, c.attributed_to, c.attribution_cue,
  coalesce(t.status, 'open') AS status, t.verdict,
  (SELECT group_concat(flag, ', ') FROM
    (SELECT DISTINCT flag FROM flag WHERE claim = c.id ORDER BY flag)) AS flags,
  (SELECT count(*) FROM evidence_item WHERE claim = c.id) AS evidence,
  (SELECT count(*) FROM evidence_item WHERE claim = c.id AND stance = 'supports') AS supporting,
  (SELECT count(*) FROM evidence_item WHERE claim = c.id AND stance = 'refutes') AS refuting,
  (SELECT count(*) FROM claim_citation WHERE claim = c.id) AS citations,
  (SELECT count(*) FROM finding_claim f WHERE f.claim = c.id AND NOT EXISTS
    (SELECT 1 FROM finding_decision x WHERE x.claim = c.id AND x.finding = f.finding))
    AS open_findings,
  (SELECT count(*) FROM assessment WHERE claim = c.id AND NOT stale) AS assessments,
  (SELECT count(*) FROM note WHERE claim = c.id) AS notes,
  (SELECT at FROM event WHERE id = t.last_event) AS last_act_at,
  c.reader, c.current, c.n,
  (SELECT count(*) FROM assessment WHERE claim = c.id AND stale) AS stale, c.made_by
FROM claim c JOIN document d ON d.id = c.document LEFT JOIN claim_state t ON t.claim = c.id
WHERE c.listed""",
    f"""CREATE VIEW assessments AS
-- One row for each reviewer's current verdict; gate 0: its evidence has gone since; stale 1: the
-- claim was changed since.
SELECT a.event AS id, a.document AS article, c.number, a.claim, c.text AS claim_text,
  coalesce(r.name, a.reviewer) AS reviewer, a.verdict, s.label, a.rationale, a.at,
  {GATE} AS gate, a.stale
FROM assessment a LEFT JOIN claim c ON c.id = a.claim
LEFT JOIN reviewer r ON r.id = a.reviewer LEFT JOIN scale s ON s.verdict = a.verdict""",
    """CREATE VIEW citations AS
-- One row for each reference in the text, with how many claims rest on it.
SELECT id, document AS article, kind, start, stop, quote, scheme, identifier, fields,
  (SELECT count(*) FROM claim_citation x JOIN claim c ON c.id = x.claim
   WHERE x.citation = citation.id AND c.listed) AS claims
FROM citation""",
    """CREATE VIEW findings AS
-- One row for each remark of the machine and claim, with the decision last taken on it.
SELECT f.id, f.document AS article, c.id AS claim, c.number, f.rule, f.start, f.stop, f.quote,
  f.message, f.quoted, f.strength,
  (SELECT decision FROM finding_decision d WHERE d.finding = f.id AND d.claim = c.id
    ORDER BY d.at DESC, d.event DESC LIMIT 1) AS decision
FROM finding f LEFT JOIN (finding_claim x JOIN claim c ON c.id = x.claim AND c.listed)
  ON x.finding = f.id""",
    """CREATE VIEW disagreements AS
-- One row a claim on which reviewers' verdicts differ, with each verdict.
SELECT t.document AS article, c.number, t.claim, c.text AS claim_text,
  (SELECT group_concat(reviewer || ': ' || verdict, '; ') FROM
    (SELECT coalesce(r.name, a.reviewer) AS reviewer, a.verdict FROM assessment a
     LEFT JOIN reviewer r ON r.id = a.reviewer
     WHERE a.claim = t.claim AND NOT a.stale ORDER BY 1)) AS verdicts
FROM claim_state t LEFT JOIN claim c ON c.id = t.claim WHERE t.status = 'disagreement'""",
    """CREATE VIEW progress AS
-- One row an article and reviewer: how many of the claims are decided and deferred.
SELECT d.id AS article, d.title, r.id AS reviewer_id, r.name AS reviewer,
  coalesce((SELECT sum(claims) FROM tally WHERE document = d.id AND what = 'claim'), 0) AS claims,
  (SELECT count(*) FROM assessment WHERE document = d.id AND reviewer = r.id AND NOT stale)
    AS decided,
  (SELECT count(*) FROM deferral WHERE document = d.id AND reviewer = r.id) AS deferred,
  (SELECT count(*) FROM assessment WHERE document = d.id AND reviewer = r.id AND stale) AS stale
FROM document d CROSS JOIN reviewer r""",
    """CREATE VIEW unsupported_claims AS
-- One row a claim with an open or confirmed finding of the family `unsupported`.
SELECT c.document AS article, c.number, c.id AS claim, c.text, c.check_worthiness,
  group_concat(DISTINCT f.rule) AS rules
FROM claim c JOIN finding_claim x ON x.claim = c.id JOIN finding f ON f.id = x.finding
WHERE c.listed AND f.rule LIKE 'unsupported.%' AND NOT EXISTS (
  SELECT 1 FROM finding_decision d
  WHERE d.claim = c.id AND d.finding = f.id AND d.decision = 'dismissed')
GROUP BY c.id""",
    """CREATE VIEW edits AS
-- One row a claim off the list: who took it off, why, and the numbers of what it became.
SELECT c.document AS article, c.number, x.claim, c.text AS claim_text, x.kind, x.reason,
  (SELECT group_concat('c' || m.number, ', ') FROM
    (SELECT m.number FROM lineage l JOIN claim m ON m.id = l.claim
     WHERE l.origin = x.claim ORDER BY m.number) m) AS became,
  coalesce(r.name, x.reviewer) AS reviewer, x.at, x.event
FROM claim_edit x LEFT JOIN claim c ON c.id = x.claim LEFT JOIN reviewer r ON r.id = x.reviewer""",
)
