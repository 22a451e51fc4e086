"""Fetch one link: every hop is checked anew; an answer, or the reason why there is none."""

import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from factcheck.evidence.addresses import (
    Allows,
    Lookup,
    RefusedError,
    is_public,
    resolved,
    system_lookup,
)
from factcheck.evidence.exchange import Answer, Limits, exchange
from factcheck.model.evidence import is_web_link
from factcheck.model.visible import one_line
from factcheck.version import __version__

_REDIRECTS = {301, 302, 303, 307, 308}
_ACCEPT = "text/html, application/pdf, text/*;q=0.9, */*;q=0.5"
USER_AGENT = f"factcheck-annotator/{__version__} (keeps the evidence of a fact check)"
# What a link may hold as it is; the rest is sent percent-encoded, as browsers do.
_SENT_AS_IT_IS = "/:?#[]@!$&'()*+,;=%~-._"


@dataclass(frozen=True, slots=True)
class Web:
    """How the network is asked: whom a name leads to, which address may be asked, how long."""

    lookup: Lookup = system_lookup
    allows: Allows = is_public
    limits: Limits = field(default_factory=Limits)
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer, the link that gave it, and the links that led there, the one asked for first."""

    url: str
    answer: Answer
    hops: tuple[str, ...]


Fetch = Callable[[str], Fetched]


def fetch(url: str, web: Web, *, headers: Mapping[str, str] | None = None) -> Fetched:
    """Fetch *url* and follow its redirects, each of which is checked as the first link was.

    Raises:
        RefusedError: a link is none of http or https, leads to an address that is not allowed or
            back to itself; or there is no answer within the limits.
    """
    sent = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, **(headers or {})}
    hops: list[str] = []
    while True:
        parts = _checked(url)
        if url in hops:
            raise RefusedError("the link redirects in a circle")
        if len(hops) > web.limits.redirects:
            raise RefusedError(f"the link redirects over {web.limits.redirects} times")
        hops.append(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = parts.hostname or ""
        addresses = resolved(host, port, lookup=web.lookup, allows=web.allows)
        answer = exchange(parts, addresses, limits=web.limits, headers=sent, trust=web.trust)
        target = answer.headers.get("location", "")
        if answer.status not in _REDIRECTS or not target:
            return Fetched(url, answer, tuple(hops))
        url = _joined(url, target)


def _checked(url: str) -> SplitResult:
    """Return the parts of a link that may be asked for, in the letters that are sent."""
    if not is_web_link(url):
        raise RefusedError(f"{one_line(url)[:200]} is no http or https link")
    parts = urlsplit(url)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:
        raise RefusedError(f"{one_line(url)[:200]} names no host and port") from error
    named = f"[{host}]" if ":" in host else host
    return SplitResult(
        parts.scheme.lower(),
        named if port is None else f"{named}:{port}",
        quote(parts.path, _SENT_AS_IT_IS, errors="replace"),
        quote(parts.query, _SENT_AS_IT_IS, errors="replace"),
        "",
    )


def _joined(url: str, target: str) -> str:
    # Headers arrive as latin-1; servers mean UTF-8.
    with suppress(UnicodeError):
        target = target.encode("latin-1").decode("utf-8")
    try:
        return urljoin(url, target.strip().replace(" ", "%20"))
    except ValueError as error:
        raise RefusedError("the link redirects to something that is no link") from error
