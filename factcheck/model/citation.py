"""A citation: a reference that stands in the text."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.hashing import sha256_of
from factcheck.model.span import Span


class CitationKind(StrEnum):
    """What is referred to. Values are stored: add, never rename."""

    LINK = "link"
    PUBLICATION = "publication"
    BILL = "bill"
    LAW = "law"
    CASE = "case"
    STANDARD = "standard"
    REPORT = "report"
    POST = "post"
    DATABASE = "database"
    PRESS_RELEASE = "press-release"
    IDENTIFIER = "identifier"
    QUOTATION = "quotation"  # exact words of somebody, to be compared word for word


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name in a registry: scheme ("doi", "us-bill", "url") and normalised value."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference in the text.

    `fields` name the parts of it by span ("title", "container", "date", "author", "speaker");
    `claims` are positions in the reading's claims that rest on it.
    """

    kind: CitationKind
    span: Span
    fields: tuple[tuple[str, Span], ...] = ()
    identifier: Identifier | None = None
    claims: tuple[int, ...] = ()


def citation_id(document: str, citation: Citation) -> str:
    """Return the content address of a citation: document id, kind and place decide it."""
    key = f"{document} {citation.kind} {citation.span.start} {citation.span.end}"
    return "r1:" + sha256_of(key.encode())[:24]
