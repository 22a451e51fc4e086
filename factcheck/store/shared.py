"""The evidence of a whole article, for using a piece again on another claim."""

from typing import TYPE_CHECKING

from factcheck.model.records import EvidenceRecord

if TYPE_CHECKING:
    from factcheck.store.database import Store

# Nobody picks from a longer list; the console can ask for all.
_MOST = 2_000
_ALL = f"""
SELECT c.number, e.id, e.kind, e.source, e.stance, e.title, e.quote, e.locator, e.note,
  coalesce(e.primacy, '') AS primacy, coalesce(r.name, e.reviewer) AS reviewer, e.at
FROM evidence_item e JOIN claim c ON c.id = e.claim LEFT JOIN reviewer r ON r.id = e.reviewer
WHERE c.document = ? ORDER BY e.id DESC LIMIT {_MOST}
"""


def evidence_of_article(store: "Store", article: str) -> tuple[tuple[int, EvidenceRecord], ...]:
    """Return the evidence on the claims of an article with their numbers, newest first."""
    return tuple(
        (row["number"], EvidenceRecord(**{k: row[k] for k in row.keys() if k != "number"}))  # noqa: SIM118
        for row in store.rows(_ALL, (article,))
    )
