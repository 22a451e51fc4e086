"""A capture: what a source said at one moment, or why it said nothing."""

from dataclasses import dataclass

# The headers that say what was sent, when it was made, and whether it is still the same.
KEPT_HEADERS = (
    "content-type",
    "content-language",
    "last-modified",
    "etag",
    "date",
    "content-disposition",
    "link",
    "memento-datetime",
    "retry-after",
)


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a body is, and the words it shows: None where it has none; what to know about them."""

    media_type: str
    text: str | None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A body that was captured, and the words it holds: None for images and data.

    `sha256` are the hex digits over the body as it arrived, after decompression.
    """

    sha256: str
    media_type: str
    body: bytes
    text: str | None


@dataclass(frozen=True, slots=True)
class Capture:
    """One attempt to capture one source.

    `source` is what evidence or citation names, `url` the link that was asked for it ("" for a
    file), `hops` the links that redirected, the first asked first, `final_url` the one that
    answered. `status` is that of HTTP, None for a file and where nothing answered. `error` says
    why there is no snapshot, `remark` what to know about the text. `at` is UTC.
    """

    source: str
    at: str
    url: str = ""
    final_url: str = ""
    hops: tuple[str, ...] = ()
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    sha256: str | None = None
    error: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that can be captured: its name, and the link or the file behind it."""

    name: str
    url: str = ""
    path: str = ""
