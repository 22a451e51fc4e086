"""Where an article came from: what its page says of itself, its original, and the reading redone.

In: an article of a file. Out: what is known, in pairs of name and value; the original's bytes.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from factcheck.errors import InputError
from factcheck.model.document import About, Document, Original
from factcheck.model.records import ArticleRecord
from factcheck.review.files import NOTHING, write_whole
from factcheck.review.session import Session
from factcheck.store.origins import about_of, links_of, original_of

_TEXT = "text/plain"


def known_of(
    session: Session, article: ArticleRecord, *, encoding: str | None = None
) -> Iterator[tuple[str, str]]:
    """Yield name and value of what is known about where *article* came from.

    The last says what reading the original once more gives; *encoding* is that of the original.
    """
    about, original = _kept(session, article)
    yield "source", article.source
    for name in About.__slots__:
        value = getattr(about, name)
        if value:
            yield name, value
    links = len(links_of(session.store, article.id))
    if links:
        yield "links", str(links)
    digest = sha256(original.body).hexdigest()
    yield "original", f"{original.media_type}, {len(original.body):,} bytes, SHA-256 {digest}"
    yield "read again", _read_again(article, about, original, encoding)


def write_original(session: Session, article: ArticleRecord, target: str) -> str:
    """Write the bytes that *article* was read from to *target*, over no other file.

    Raises:
        InputError: the place cannot be written, or something stands there.
    """
    _, original = _kept(session, article)
    return write_whole(Path(target), [original.body], over=NOTHING)


def _kept(session: Session, article: ArticleRecord) -> tuple[About, Original]:
    """Return what the page says and the original; the text itself, in UTF-8, where there is none.

    What was read as it stands is its own original.
    """
    original = original_of(session.store, article.id)
    if original is None:
        text = session.text(article.id).encode("utf-8", "surrogatepass")
        original = Original(text, _TEXT)
    return about_of(session.store, article.id), original


def _read_again(
    article: ArticleRecord, about: About, original: Original, encoding: str | None
) -> str:
    """Say what reading the original once more gives."""
    try:
        again = _document(article, about, original, encoding)
    except InputError as error:
        return f"not readable: {error.message.removeprefix(article.source + ': ')}"
    if again.id == article.id:
        return "gives the same text"
    return (
        f"gives another text, of {len(again.text):,} characters and not {article.characters:,}:"
        " write the original to a file, and `factcheck ingest` it as another article"
    )


def _document(
    article: ArticleRecord, about: About, original: Original, encoding: str | None
) -> Document:
    from factcheck.sources import document_from

    return document_from(
        original.body, name=article.source, encoding=encoding, address=about.address,
        declared=original.media_type,
    )  # fmt: skip
