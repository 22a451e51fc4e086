"""Evidence as it stands, each piece with what was last captured of its source."""

from typing import TYPE_CHECKING

from factcheck.model.records import EvidenceRecord

if TYPE_CHECKING:
    from factcheck.store.database import Store

_WHOLE = "SELECT {} FROM capture c WHERE c.source = e.source AND c.sha256 IS NOT NULL"
_LAST = " ORDER BY c.id DESC LIMIT 1"
_EVIDENCE = f"""
SELECT e.id, e.kind, e.source, e.stance, e.title, e.quote, e.locator, e.note,
  coalesce(e.primacy, '') AS primacy, e.reviewer, e.at,
  coalesce(({_WHOLE.format("c.at")}{_LAST}), '') AS captured_at,
  coalesce(({_WHOLE.format("c.sha256")}{_LAST}), '') AS sha256,
  coalesce(({_WHOLE.format("c.remark")}{_LAST}), '') AS capture_remark,
  coalesce((SELECT c.error FROM capture c WHERE c.source = e.source{_LAST}), '') AS capture_error,
  coalesce((SELECT a.archive FROM archive_link a WHERE a.source = e.source
    ORDER BY a.archived_at DESC LIMIT 1), '') AS archive
FROM evidence e WHERE e.claim = ? ORDER BY e.id
"""


def evidence(store: "Store", claim: str) -> tuple[EvidenceRecord, ...]:
    """Return the evidence on a claim that stands, in the order in which it was attached."""
    return tuple(EvidenceRecord(**dict(row)) for row in store.rows(_EVIDENCE, (claim,)))
