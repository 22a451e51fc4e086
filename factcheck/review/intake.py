"""Reading an article: text -> segments, claims, citations, findings; and into the file once."""

from dataclasses import replace
from pathlib import Path

from factcheck.annotate import describe, find_findings
from factcheck.citations import find_citations
from factcheck.model.document import Document
from factcheck.model.reading import Reading
from factcheck.model.records import ArticleRecord
from factcheck.model.visible import storable
from factcheck.segment import claims_of, split
from factcheck.sources import document_from, read_bytes
from factcheck.store.database import Store
from factcheck.store.queries import article
from factcheck.store.readings import reader_of, save

# Changes with every change to what a reading holds, so that each row says which rules made it.
READER = "2"


def read(document: Document) -> Reading:
    """Find the segments, claims, citations and findings of *document*. Pure: nothing is stored."""
    text = document.text
    segments = split(text)
    segments, claims = describe(text, segments, claims_of(text, segments))
    citations = find_citations(text, segments, claims)
    reading = Reading(document, segments, claims, citations, ())
    return replace(reading, findings=find_findings(reading))


def document_of(path: str, *, encoding: str | None = None) -> Document:
    """Return the document in a file, or in standard input for `-`.

    Raises:
        InputError: there is no such file, or it holds no text that can be read.
    """
    name = "-" if path == "-" else storable(Path(path).name)
    return document_from(read_bytes(path), name=name, encoding=encoding)


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
