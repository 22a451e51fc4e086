"""Remarks on what was read: what kind of claim, who says it, what a reviewer should look at.

In: a text, its segments and claims, or a reading. Out: the same described, and findings.
May import: `lexicon`, `model`, `errors`; no other workroom.
"""

from factcheck.annotate.describe import describe, described, judged
from factcheck.annotate.pipeline import find_findings, findings_in
from factcheck.annotate.rules import RULES

__all__ = ["RULES", "describe", "described", "find_findings", "findings_in", "judged"]
