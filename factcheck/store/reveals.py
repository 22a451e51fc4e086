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

# Who looked at a claim has looked at what it became: the earliest look counts, as for one claim.
REVEALS_FOLLOW = (
    """WITH RECURSIVE family (claim, origin) AS (
  SELECT claim, claim FROM reveal UNION SELECT l.claim, f.origin FROM family f
  JOIN lineage l ON l.origin = f.claim
), looked AS (
  SELECT f.claim, v.reviewer, v.at, v.event, row_number() OVER (
    PARTITION BY f.claim, v.reviewer ORDER BY e.lamport, e.id) AS place
  FROM family f JOIN reveal v ON v.claim = f.origin JOIN event e ON e.id = v.event
) INSERT OR REPLACE INTO reveal SELECT claim, reviewer, at, event FROM looked WHERE place = 1""",
)
