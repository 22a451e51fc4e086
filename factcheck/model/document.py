"""A document and the segments that tile it."""

from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.model.hashing import sha256_of
from factcheck.model.span import Span


class Role(StrEnum):
    """What a segment is in its text. Values are stored and printed: add, never rename."""

    SENTENCE = "sentence"  # running text that may assert something
    HEADING = "heading"
    LIST_ITEM = "list-item"  # one sentence or fragment of an item in a list
    LEAD_IN = "lead-in"  # announces a list or a block quotation: "Examples include:"
    BYLINE = "byline"  # who wrote it, where and when
    CAPTION = "caption"
    QUESTION = "question"
    QUOTATION = "quotation"  # a sentence of a block quotation
    FRAGMENT = "fragment"  # words that are no sentence: a stray line, a cell of a table
    SEPARATOR = "separator"  # white space before the first word, a rule of dashes


@dataclass(frozen=True, slots=True)
class Segment:
    """A block or sentence: a span with a role. The segments of a text tile it.

    `language` is an ISO 639-1 code or None where nothing can be said. `subjectivity` is 0–1: does
    the sentence say what somebody feels or judges, rather than what is.
    """

    span: Span
    role: Role
    language: str | None = None
    subjectivity: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a text that lead to an address on the page or in the file it was read from."""

    span: Span
    address: str


@dataclass(frozen=True, slots=True)
class About:
    """What a page or a file says about itself, in its own words; "" where it says nothing."""

    byline: str = ""
    publisher: str = ""
    published: str = ""
    modified: str = ""
    address: str = ""  # the canonical link


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a text was made from, and what they are."""

    body: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Document:
    """One immutable text, and what is known about where it came from.

    `original` is None where the bytes were the text itself, in UTF-8.
    """

    text: str
    title: str
    source: str  # the name under which it was read: a file name, a link, "-"
    links: tuple[Link, ...] = ()  # in reading order
    about: About = About()
    original: Original | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """Content address: the same text has the same id on every machine."""
        return document_id(self.text)


def document_id(text: str) -> str:
    """Return the content address of a text: `d1:` and 32 hex digits of its SHA-256.

    Lone surrogates, which UTF-8 cannot write, are hashed as `surrogatepass` writes them.
    """
    return "d1:" + sha256_of(text.encode("utf-8", "surrogatepass"))[:32]
