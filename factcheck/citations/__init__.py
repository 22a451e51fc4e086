"""References that stand in a text: links, publications, bills, cases, documents, quotations.

In: a text, its segments and claims. Out: citations in reading order, tied to the claims.
May import: `lexicon`, `model`, `errors`, eyecite in `casebook`; no other workroom.
"""

from factcheck.citations.find import citations_in, find_citations
from factcheck.citations.identify import find_identifiers
from factcheck.citations.resting import tied

__all__ = ["citations_in", "find_citations", "find_identifiers", "tied"]
