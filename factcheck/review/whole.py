"""Is the file whole: what the store can say of itself, and what reading once more says."""

from collections.abc import Iterator
from pathlib import Path

from factcheck.model.document import Document
from factcheck.review.reading import READER, read
from factcheck.store.database import Store, open_store
from factcheck.store.origins import links_of
from factcheck.store.queries import articles, text_of
from factcheck.store.readings import save
from factcheck.store.verify import altered_reading, altered_schema
from factcheck.store.verify import verify as verify_store


def verify(store: Store) -> Iterator[str]:
    """Yield a sentence for everything in the file that disagrees with what it must be.

    Articles that this version of the reader read are read once more and compared row by row.
    """
    problems = list(verify_store(store))
    yield from problems
    if problems:
        return
    fresh = open_store(Path(":memory:"), create=True)
    yield from altered_schema(store, fresh)
    for article in articles(store):
        if article.reader == READER:
            text, links = text_of(store, article.id), links_of(store, article.id)
            document = Document(text, article.title, article.source, links)
            with fresh.writing():
                save(fresh, read(document), READER)
            yield from altered_reading(store, fresh, article.id)
    fresh.close()
