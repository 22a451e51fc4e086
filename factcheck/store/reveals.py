"""Who looked at what others had done on a claim before deciding on it, as SQL."""

REVEALS = (
    """CREATE TABLE reveal (
  claim TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event(id),
  PRIMARY KEY (claim, reviewer)
) STRICT, WITHOUT ROWID""",
    """CREATE VIEW reveals AS
-- One row for each claim and reviewer who looked at what others did before deciding.
SELECT c.document AS article, c.number, v.claim, coalesce(r.name, v.reviewer) AS reviewer, v.at,
  a.verdict
FROM reveal v LEFT JOIN claim c ON c.id = v.claim LEFT JOIN reviewer r ON r.id = v.reviewer
LEFT JOIN assessment a ON a.claim = v.claim AND a.reviewer = v.reviewer AND NOT a.stale""",
)
