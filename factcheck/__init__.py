"""factcheck: read an article into claims, review them, report the verdicts.

The functions here are the ways into the program for other Python programs; docs/python.md shows
them at work. Each loads what it needs when it is called, so that `import factcheck` costs nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from factcheck.version import __version__ as __version__

if TYPE_CHECKING:
    from factcheck.model.document import Document
    from factcheck.model.reading import Reading
    from factcheck.review.asking import Answer
    from factcheck.review.session import Session

__all__ = ["document", "open_db", "query", "read", "report"]


def document(path: str, *, encoding: str | None = None) -> "Document":
    """Return the document in a file; `-` is standard input.

    Raises:
        InputError: there is no such file, or it holds no text that can be read.
    """
    from factcheck.review.reading import document_of

    return document_of(path, encoding=encoding)


def read(text: "str | Document") -> "Reading":
    """Return the segments, claims, citations and findings of a text; nothing is stored.

    Offsets are code points into the text, half-open.
    """
    from factcheck.model.document import Document
    from factcheck.review.reading import read as read_document

    return read_document(Document(text, "", "-") if isinstance(text, str) else text)


@contextmanager
def open_db(path: str = "claims.db", *, reviewer: str, create: bool = False) -> "Iterator[Session]":
    """Open a file for one reviewer, in a `with` block: questions and acts are methods of it.

    Raises:
        StoreError: it is not there and *create* is false, or it cannot be opened.
        UsageError: the reviewer has no name.
    """
    from factcheck.review.opening import session_for_acts

    with closing(session_for_acts(path, reviewer, create=create)) as session:
        yield session


def report(session: "Session", article: str | None = None) -> Iterable[str]:
    """Yield the Markdown report on an article, piece by piece.

    *article* is its number, id or source; None means the only one of the file.

    Raises:
        UsageError: nothing or more than one thing is called so.
    """
    from factcheck.review.reporting import lines

    return lines(session.report(session.article(article).id))


def query(path: str, sql: str, parameters: Mapping[str, str] | None = None) -> "Answer":
    """Return what a SELECT over a file answers: `columns`, and `rows` read as they are asked for.

    Nothing can be written by it; docs/schema.md names the views and their columns.

    Raises:
        UsageError: it is not one statement that only reads, it is wrong, or it took too long.
        StoreError: the file cannot be opened.
    """
    from factcheck.review.asking import answer

    return answer(path, sql, parameters or {})
