"""References that stand in a text: links, publications, bills, cases, documents, quotations.

In: a text, its segments and claims. Out: citations in reading order, tied to the claims.
May import: `lexicon`, `model`, `errors`, eyecite in `casebook`; no other workroom.
"""

from factcheck.citations.find import find_citations
from factcheck.citations.identify import find_identifiers

__all__ = ["find_citations", "find_identifiers"]
