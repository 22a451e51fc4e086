"""Write a report as one web page that needs nothing else: no scripts, no fetches, light and dark.

In: a `Report`, the text of the article, `Options`. Out: lines of HTML. Every text from outside is
escaped, only http and https links lead anywhere, and the page forbids by its own policy all that
it does not need: it may load nothing, send nothing, run nothing.
May import: the rest of `export`, `model`, the standard library without I/O.
"""

from factcheck.export.page.whole import page

__all__ = ["page"]
