"""The links of the page or file that an article was read from, so that it can be read again.

In: a document. Out: the same document from the file. What it said about itself is not kept.
"""

from typing import TYPE_CHECKING

from factcheck.model.document import Document, Link
from factcheck.model.records import ArticleRecord
from factcheck.model.span import Span

if TYPE_CHECKING:
    from factcheck.store.database import Store

ANCHORS = (
    """CREATE TABLE anchor (
  document TEXT NOT NULL REFERENCES document(id),
  position INTEGER NOT NULL,         -- place in reading order, from 0
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  address TEXT NOT NULL,             -- where the words at start..stop led
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID""",
)


def keep_links(store: "Store", document: Document) -> None:
    """Keep the links of a document in place of earlier ones, inside `writing`."""
    store.execute("DELETE FROM anchor WHERE document = ?", (document.id,))
    rows = [
        {
            "document": document.id,
            "position": position,
            "start": link.span.start,
            "stop": link.span.end,
            "address": link.address,
        }
        for position, link in enumerate(document.links)
    ]
    store.insert("anchor", rows)


def document_of(store: "Store", article: ArticleRecord) -> Document:
    """Return the document of an article as it was read."""
    text: str = store.value("SELECT text FROM document WHERE id = ?", (article.id,))
    sql = "SELECT start, stop, address FROM anchor WHERE document = ? ORDER BY position"
    links = tuple(
        Link(Span(row["start"], row["stop"]), row["address"])
        for row in store.rows(sql, (article.id,))
    )
    return Document(text, article.title, article.source, links)
