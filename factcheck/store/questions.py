"""Questions in SQL: one worked for each view, and those that can be asked by name.

In: nothing. Out: `Question` rows; their SQL uses the public views wherever the views suffice.
"""

from factcheck.model.question import Question

_ALL_CLAIMS = "it is about every claim of the file"
_ALL_EVENTS = "it is about every act of the file"

NAMED = (
    Question(
        "unsupported-statistics",
        "Which figures does the article give no source for?",
        """SELECT c.document AS article, c.number, c.text, f.quote, f.message
FROM finding f JOIN finding_claim x ON x.finding = f.id JOIN claim c ON c.id = x.claim
WHERE f.rule = 'unsupported.statistic' AND c.listed AND NOT EXISTS (
  SELECT 1 FROM finding_decision d
  WHERE d.claim = c.id AND d.finding = f.id AND d.decision = 'dismissed')
ORDER BY c.document, c.start, c.number""",
    ),
    Question(
        "most-disputed",
        "On which claims do reviewers differ, and how?",
        """SELECT article, number, claim_text, verdicts FROM disagreements
ORDER BY length(verdicts) - length(replace(verdicts, ';', '')) DESC, article, number""",
        scans="no index is by status alone, and only claims that somebody judged are looked at",
    ),
    Question(
        "worth-checking",
        "Which open claims of an article are most worth checking?",
        """SELECT c.number, c.check_worthiness, c.text FROM claim c
WHERE c.document = (SELECT id FROM document WHERE n = CAST(:article AS INTEGER))
  AND c.listed AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.claim = c.id AND NOT a.stale)
ORDER BY c.check_worthiness DESC, c.start, c.number LIMIT CAST(:limit AS INTEGER)""",
        {"article": "1", "limit": "20"},
    ),
    Question(
        "claims-without-evidence",
        "Which judged claims have no evidence at all?",
        """SELECT article, number, claim_text, reviewer, verdict FROM assessments
WHERE NOT stale AND NOT EXISTS (SELECT 1 FROM evidence_item e WHERE e.claim = assessments.claim)
ORDER BY article, number, reviewer""",
        scans="it is about every verdict of the file",
    ),
    Question(
        "evidence-gone",
        "Whose verdict has lost the evidence that it needs?",
        """SELECT article, number, claim_text, reviewer, verdict, at FROM assessments
WHERE gate = 0 AND NOT stale ORDER BY article, number, reviewer""",
        scans="it is about every verdict of the file",
    ),
    Question(
        "sources-by-use",
        "Which sources were used how often, and with which stance?",
        """SELECT source, count(DISTINCT id) AS uses, count(DISTINCT claim) AS claims,
  count(DISTINCT iif(stance = 'supports', id, NULL)) AS supports,
  count(DISTINCT iif(stance = 'refutes', id, NULL)) AS refutes
FROM evidence_item GROUP BY source ORDER BY uses DESC, source""",
        scans="it is about every piece of evidence of the file",
    ),
    Question(
        "flags-by-rule",
        "How often did each rule speak, and what did reviewers make of it?",
        """SELECT f.rule, count(*) AS findings,
  sum(decision = 'confirmed') AS confirmed, sum(decision = 'dismissed') AS dismissed,
  round(1.0 * sum(decision = 'confirmed') / sum(decision IS NOT NULL), 2) AS precision
FROM finding f LEFT JOIN
  (SELECT DISTINCT event, finding, decision FROM finding_decision) d ON d.finding = f.id
GROUP BY f.rule ORDER BY findings DESC, f.rule""",
        scans="it is about every finding of the file",
    ),
    Question(
        "source-tally",
        "How did the claims of each named source fare?",
        """SELECT c.attributed_to AS source, count(*) AS claims,
  group_concat(DISTINCT t.verdict) AS verdicts,
  sum(t.status = 'decided') AS decided, sum(t.verdict = 'refuted') AS refuted,
  sum(t.verdict = 'supported') AS supported
FROM claim c LEFT JOIN claim_state t ON t.claim = c.id
WHERE c.attribution_kind = 'named' AND c.listed
GROUP BY c.attributed_to ORDER BY claims DESC, source""",
        scans=_ALL_CLAIMS,
    ),
    Question(
        "verdict-mix",
        "How many claims of each article have which verdict?",
        """SELECT d.n AS article, d.title, t.status, t.verdict, count(*) AS claims
FROM claim_state t JOIN document d ON d.id = t.document
GROUP BY d.n, t.status, t.verdict ORDER BY d.n, t.status, t.verdict""",
        scans="it is about every claim that somebody acted on",
    ),
    Question(
        "acts-by-day",
        "Who did how much on which day?",
        """SELECT substr(e.at, 1, 10) AS day, coalesce(r.name, e.reviewer) AS reviewer,
  count(*) AS acts, sum(e.kind = 'assess') AS verdicts, sum(e.kind = 'undo') AS undone
FROM event e LEFT JOIN reviewer r ON r.id = e.reviewer
GROUP BY 1, 2 ORDER BY 1, 2""",
        scans=_ALL_EVENTS,
    ),
    Question(
        "agreement",
        "How often do two reviewers who judged the same claim agree?",
        """SELECT coalesce(r.name, a.reviewer) AS first, coalesce(s.name, b.reviewer) AS second,
  count(*) AS both_judged, sum(a.verdict = b.verdict) AS agreed,
  round(1.0 * sum(a.verdict = b.verdict) / count(*), 3) AS share
FROM assessment a JOIN assessment b
  ON b.claim = a.claim AND b.reviewer > a.reviewer AND NOT a.stale AND NOT b.stale
LEFT JOIN reviewer r ON r.id = a.reviewer LEFT JOIN reviewer s ON s.id = b.reviewer
GROUP BY a.reviewer, b.reviewer ORDER BY both_judged DESC, first, second""",
        scans="it is about every verdict of the file",
    ),
    Question(
        "gaps",
        "How much of each article does nothing account for?",
        """SELECT d.n AS article, d.title, l.characters, round(1.0 * l.characters / d.characters, 4)
  AS share
FROM ledger l JOIN document d ON d.id = l.document
WHERE l.account = 'unaccounted' AND l.characters > 0 ORDER BY share DESC, d.n""",
        scans="it is about every article of the file, and an article has a few rows",
    ),
    Question(
        "words",
        "Which claims have these words in their wording or in a note?",
        """SELECT c.document AS article, c.number, c.text FROM claim c
WHERE c.n IN (SELECT rowid FROM claim_search WHERE claim_search MATCH :words) AND c.listed
ORDER BY c.document, c.start, c.number LIMIT CAST(:limit AS INTEGER)""",
        {"words": "percent", "limit": "100"},
    ),
)

WORKED = {
    "articles": ("Which articles are unfinished?",
                 "SELECT number, claims - decided AS to_do FROM articles ORDER BY to_do DESC"),
    "claims": ("What is refuted, in the article's own words?",
               "SELECT number, text, quote FROM claims WHERE verdict = 'refuted' ORDER BY number"),
    "evidence": ("Which evidence refutes what?",
                 "SELECT number, claim_text, source, quote FROM evidence WHERE stance = 'refutes'"),
    "assessments": ("Who judged what, and why?",
                    "SELECT number, reviewer, label, rationale FROM assessments ORDER BY number"),
    "flags": ("How often was each flag set?",
              "SELECT flag, count(*) AS times FROM flags GROUP BY flag ORDER BY times DESC"),
    "citations": ("Which documents does the article name, and what rests on them?",
                  "SELECT kind, quote, claims FROM citations ORDER BY start"),
    "findings": ("What has nobody looked at yet?",
                 "SELECT rule, count(*) FROM findings WHERE decision IS NULL GROUP BY rule"),
    "disagreements": ("Where do reviewers differ?",
                      "SELECT number, claim_text, verdicts FROM disagreements ORDER BY number"),
    "reveals": ("Who looked at what others did, and what did they decide then?",
                "SELECT number, reviewer, at, verdict FROM reveals ORDER BY number, reviewer"),
    "progress": ("How far is each reviewer?",
                 "SELECT title, reviewer, decided, claims FROM progress ORDER BY title, reviewer"),
    "history": ("What was done last?",
                "SELECT at, reviewer, kind, number FROM history ORDER BY lamport DESC LIMIT 10"),
    "edits": ("What became of the claims that people split, merged, reworded or took off the list?",
              "SELECT number, kind, became, reason, reviewer FROM edits ORDER BY article, number"),
    "unsupported_claims": ("Which claims stand without support in the article?",
                           "SELECT number, rules, text FROM unsupported_claims ORDER BY number"),
    "captures": ("What could not be captured, and why?",
                 "SELECT at, source, error FROM captures WHERE sha256 IS NULL ORDER BY at"),
    "snapshots": ("Which bodies does the file hold?",
                  "SELECT sha256, media_type, bytes, sources FROM snapshots ORDER BY bytes DESC"),
    "origins": ("Where do the articles come from?",
                "SELECT title, publisher, published, address FROM origins ORDER BY published"),
    "suggestions": ("Which flags do language models suggest, and for which words?",
                    "SELECT number, model, flag, quote FROM suggestions WHERE kind = 'flag'"),
    "factchecks": ("Who has checked how much of what was imported?",
                   "SELECT publisher, count(*) AS checks FROM factchecks GROUP BY publisher"),
    "coverage": ("What does the text of each article count as?",
                 "SELECT title, account, share FROM coverage WHERE characters > 0 ORDER BY title"),
}  # fmt: skip
