"""Articles from the web: an address in, a document out. Nothing is stored."""

from factcheck.errors import InputError
from factcheck.evidence.addresses import RefusedError
from factcheck.model.document import Document
from factcheck.model.visible import one_line
from factcheck.review.capturing import Network
from factcheck.sources import document_from

_HINT = "save the page from a browser and read that file"
_GOOD = 200


def title_at(address: str, network: Network) -> str:
    """Return the title of the page at *address*.

    Raises:
        InputError: as `document_at`.
    """
    return document_at(address, network).title


def document_at(address: str, network: Network, *, encoding: str | None = None) -> Document:
    """Fetch *address* and return the document that it holds.

    What the server says of the encoding outranks what the page says, as in browsers; *encoding*
    outranks both.

    Raises:
        InputError: it is not fetched, for a reason that is said, or holds no article.
    """
    try:
        fetched = network.fetch(address)
    except RefusedError as error:
        raise InputError(f"{one_line(address)} was not fetched: {error}", hint=_HINT) from error
    answer = fetched.answer
    if answer.status != _GOOD:
        raise InputError(f"{one_line(address)} answered {answer.status}", hint=_HINT)
    return document_from(
        answer.body,
        name=fetched.url,
        encoding=encoding,
        address=fetched.url,
        declared=answer.headers.get("content-type", ""),
    )
