"""Taking an article in: it is read once, into one file."""

from factcheck.model.document import Document
from factcheck.model.records import ArticleRecord
from factcheck.model.rules import RuleSettings, canonical, digest
from factcheck.review.reading import need_not_be_read, read, reader_for, reader_under
from factcheck.store.database import Store
from factcheck.store.origins import links_of
from factcheck.store.queries import article, articles, text_of
from factcheck.store.readings import reader_of, save
from factcheck.store.rulebook import keep_rules

_AS_SHIPPED = RuleSettings()


def ingest(
    store: Store, document: Document, rules: RuleSettings = _AS_SHIPPED
) -> tuple[ArticleRecord, bool]:
    """Read *document* into the file unless this reader has done so; say whether it was new.

    A reader under other *rules* of a project is another reader.
    """
    reader = reader_for(document.text, rules)
    if need_not_be_read(reader_of(store, document.id), reader):
        return article(store, document.id), False
    reading = read(document, rules)
    with store.writing():
        # Somebody else may have read it in the meantime.
        new = not need_not_be_read(reader_of(store, document.id), reader)
        if new:
            if rules:
                keep_rules(store, digest(rules), canonical(rules))
            save(store, reading, reader)
    return article(store, document.id), new


def read_again(store: Store, rules: RuleSettings) -> tuple[ArticleRecord, ...]:
    """Read every article of the file again that was not read under *rules*; return those.

    What people decided stays: claims and findings are known by what they are.
    """
    reader = reader_under(rules)
    stale = [found for found in articles(store) if not need_not_be_read(found.reader, reader)]
    return tuple(ingest(store, _document_of(store, found), rules)[0] for found in stale)


def _document_of(store: Store, found: ArticleRecord) -> Document:
    text, links = text_of(store, found.id), links_of(store, found.id)
    return Document(text, found.title, found.source, links)
