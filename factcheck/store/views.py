"""The views that people query: their names and columns are the public interface and stay."""

# Evidence lets a verdict pass the gate when it has the stance that the scale asks for.
GATE = """(s.needs = '' OR EXISTS (
    SELECT 1 FROM evidence_item e WHERE e.claim = a.claim AND e.kind <> 'search'
     AND (s.needs = 'any' OR e.stance = s.needs)))"""

VIEWS = (
    """CREATE VIEW articles AS
-- One row an article, named by its document, with how far it is.
SELECT d.n AS number, d.id, d.title, d.source, d.language, d.characters,
  coalesce((SELECT characters FROM ledger WHERE document = d.id AND account = 'unaccounted'), 0)
    AS unaccounted,
  d.reader,
  (SELECT count(*) FROM claim WHERE document = d.id) AS claims,
  (SELECT count(*) FROM claim_state WHERE document = d.id AND status = 'decided') AS decided,
  (SELECT count(*) FROM claim_state WHERE document = d.id AND status = 'deferred') AS deferred,
  (SELECT count(*) FROM claim_state WHERE document = d.id AND status = 'disagreement')
    AS disagreements
FROM document d""",
    """CREATE VIEW claims AS
-- One row a claim: wording, place, verdict and what is attached to it.
SELECT c.id, c.document AS article, d.title AS article_title, c.number, c.text,
  (SELECT group_concat(quote, ' […] ') FROM
    (SELECT quote FROM claim_span WHERE claim = c.id ORDER BY position)) AS quote,
  (SELECT min(start) FROM claim_span WHERE claim = c.id) AS start,
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
  (SELECT count(*) FROM assessment WHERE claim = c.id) AS assessments,
  (SELECT count(*) FROM note WHERE claim = c.id) AS notes,
  (SELECT at FROM event WHERE id = t.last_event) AS last_act_at,
  c.reader, c.current, c.n
FROM claim c JOIN document d ON d.id = c.document LEFT JOIN claim_state t ON t.claim = c.id""",
    """CREATE VIEW evidence AS
-- One row for each piece of evidence that stands (retracted ones are in `history`).
SELECT e.id, c.document AS article, c.number, e.claim, c.text AS claim_text, e.kind, e.source,
  e.stance, e.title, e.quote, e.locator, e.note, e.primacy,
  coalesce(r.name, e.reviewer) AS reviewer, e.at
FROM evidence_item e LEFT JOIN claim c ON c.id = e.claim
LEFT JOIN reviewer r ON r.id = e.reviewer""",
    f"""CREATE VIEW assessments AS
-- One row for each reviewer's current verdict; gate 0: its evidence has gone since.
SELECT a.event AS id, a.document AS article, c.number, a.claim, c.text AS claim_text,
  coalesce(r.name, a.reviewer) AS reviewer, a.verdict, s.label, a.rationale, a.at,
  {GATE} AS gate
FROM assessment a LEFT JOIN claim c ON c.id = a.claim
LEFT JOIN reviewer r ON r.id = a.reviewer LEFT JOIN scale s ON s.verdict = a.verdict""",
    """CREATE VIEW flags AS
-- One row for each flag that a reviewer has set.
SELECT c.document AS article, c.number, f.claim, c.text AS claim_text, f.flag,
  coalesce(r.name, f.reviewer) AS reviewer, f.at
FROM flag f LEFT JOIN claim c ON c.id = f.claim LEFT JOIN reviewer r ON r.id = f.reviewer""",
    """CREATE VIEW citations AS
-- One row for each reference in the text, with how many claims rest on it.
SELECT id, document AS article, kind, start, stop, quote, scheme, identifier, fields,
  (SELECT count(*) FROM claim_citation WHERE citation = citation.id) AS claims
FROM citation""",
    """CREATE VIEW findings AS
-- One row for each remark of the machine and claim, with the decision last taken on it.
SELECT f.id, f.document AS article, x.claim, c.number, f.rule, f.start, f.stop, f.quote,
  f.message, f.quoted, f.strength,
  (SELECT decision FROM finding_decision d WHERE d.finding = f.id AND d.claim = x.claim
    ORDER BY d.at DESC, d.event DESC LIMIT 1) AS decision
FROM finding f LEFT JOIN finding_claim x ON x.finding = f.id
LEFT JOIN claim c ON c.id = x.claim""",
    """CREATE VIEW disagreements AS
-- One row a claim on which reviewers' verdicts differ, with each verdict.
SELECT t.document AS article, c.number, t.claim, c.text AS claim_text,
  (SELECT group_concat(reviewer || ': ' || verdict, '; ') FROM
    (SELECT coalesce(r.name, a.reviewer) AS reviewer, a.verdict FROM assessment a
     LEFT JOIN reviewer r ON r.id = a.reviewer WHERE a.claim = t.claim ORDER BY 1)) AS verdicts
FROM claim_state t LEFT JOIN claim c ON c.id = t.claim WHERE t.status = 'disagreement'""",
    """CREATE VIEW progress AS
-- One row an article and reviewer: how many claims are decided and deferred.
SELECT d.id AS article, d.title, r.id AS reviewer_id, r.name AS reviewer,
  (SELECT count(*) FROM claim WHERE document = d.id) AS claims,
  (SELECT count(*) FROM assessment WHERE document = d.id AND reviewer = r.id) AS decided,
  (SELECT count(*) FROM deferral WHERE document = d.id AND reviewer = r.id) AS deferred
FROM document d CROSS JOIN reviewer r""",
    """CREATE VIEW history AS
-- One row for each act, oldest first; undone_by names the undo that took it back.
SELECT e.id, e.at, coalesce(r.name, e.reviewer) AS reviewer, e.kind, c.document AS article,
  c.number, e.subject, e.payload, u.by AS undone_by, e.replica, e.seq, e.lamport, e.hash
FROM event e LEFT JOIN reviewer r ON r.id = e.reviewer
LEFT JOIN claim c ON c.id = e.subject LEFT JOIN undone u ON u.event = e.id
ORDER BY e.lamport, e.id""",
    """CREATE VIEW unsupported_claims AS
-- One row a claim with an open or confirmed finding of the family `unsupported`.
SELECT c.document AS article, c.number, c.id AS claim, c.text, c.check_worthiness,
  group_concat(DISTINCT f.rule) AS rules
FROM claim c JOIN finding_claim x ON x.claim = c.id JOIN finding f ON f.id = x.finding
WHERE f.rule LIKE 'unsupported.%' AND NOT EXISTS (
  SELECT 1 FROM finding_decision d
  WHERE d.claim = c.id AND d.finding = f.id AND d.decision = 'dismissed')
GROUP BY c.id""",
    """CREATE VIEW coverage AS
-- One row an article and account: the characters that count under it.
SELECT l.document AS article, d.title, l.account, l.characters,
  round(1.0 * l.characters / d.characters, 4) AS share
FROM ledger l JOIN document d ON d.id = l.document""",
)
