"""Segments and claims: what a text is made of and what it asserts.

In: a text. Out: segments that tile it (`split`), and the claims they make (`claims_of`).
May import: `lexicon`, `model`, `errors`; no files, no network, no terminal.
"""

from factcheck.segment.reading import claims_of
from factcheck.segment.segments import split

__all__ = ["claims_of", "split"]
