"""Reading: text -> segments, claims, citations, findings. Nothing is stored, no database loaded."""

from dataclasses import replace
from pathlib import Path

from factcheck.model.document import Document
from factcheck.model.reading import Reading
from factcheck.model.visible import storable

# Changes with every change to what a reading holds, so that each row says which rules made it.
READER = "2"


def read(document: Document) -> Reading:
    """Find the segments, claims, citations and findings of *document*. Pure: nothing is stored."""
    from factcheck.annotate import describe, find_findings
    from factcheck.citations import find_citations
    from factcheck.segment import claims_of, split

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
    from factcheck.sources import document_from, read_bytes

    name = "-" if path == "-" else storable(Path(path).name)
    return document_from(read_bytes(path), name=name, encoding=encoding)
