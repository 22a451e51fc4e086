"""A finding: a machine's remark, with its rule. Recomputed, never authoritative."""

from dataclasses import dataclass

from factcheck.model.hashing import sha256_of
from factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark on the exact words at `span`.

    `rule` is a stable dotted name ("rhetoric.loaded"), `message` one sentence on why. `quoted` says
    that the words stand inside somebody's quotation. `strength` is 0–1, within the rule. `claims`
    are positions in the reading's claims that the words belong to.
    """

    rule: str
    span: Span
    message: str
    quoted: bool = False
    strength: float = 0.5
    claims: tuple[int, ...] = ()


def finding_id(document: str, finding: Finding) -> str:
    """Return the content address of a finding: document id, rule and place decide it."""
    key = f"{document} {finding.rule} {finding.span.start} {finding.span.end}"
    return "f1:" + sha256_of(key.encode())[:24]
