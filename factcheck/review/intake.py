"""Taking an article in: it is read once, into one file."""

from factcheck.model.document import Document
from factcheck.model.records import ArticleRecord
from factcheck.review.reading import READER, read
from factcheck.store.database import Store
from factcheck.store.queries import article
from factcheck.store.readings import reader_of, save


def ingest(store: Store, document: Document) -> tuple[ArticleRecord, bool]:
    """Read *document* into the file unless this reader has done so; say whether it was new."""
    if reader_of(store, document.id) == READER:
        return article(store, document.id), False
    reading = read(document)
    with store.writing():
        # Somebody else may have read it in the meantime.
        new = reader_of(store, document.id) != READER
        if new:
            save(store, reading, READER)
    return article(store, document.id), new
