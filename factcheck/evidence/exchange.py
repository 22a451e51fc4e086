"""One request over one pinned connection: addresses in, status, headers and a capped body out."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException, IncompleteRead
from urllib.parse import SplitResult

from urllib3.connection import HTTPConnection
from urllib3.exceptions import DecodeError, HTTPError, ProtocolError, ReadTimeoutError
from urllib3.response import HTTPResponse

from factcheck.evidence.addresses import RefusedError
from factcheck.model.visible import one_line

_PIECE = 65_536
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how large an answer may be: seconds, and bytes."""

    connect: float = 15.0
    headers: float = 20.0  # from the connection until the last header
    total: float = 60.0  # until the last byte of the body
    received: int = 50_000_000  # bytes over the line
    unpacked: int = 50_000_000  # bytes after decompression
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What one server said: status, headers by lower-case name, and the body, decompressed."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Deadline:
    """Shuts a connection at a moment, whatever is going on on it.

    Read time-outs begin anew at every byte, so that a server that sends one a second never runs
    into them. The shut acts on a second handle of the connection, because wrapping a socket in
    TLS takes the first one away.
    """

    def __init__(self, connected: socket.socket) -> None:
        self._handle = connected.dup()
        self._timer: threading.Timer | None = None
        self.passed = ""

    def within(self, seconds: float, why: str) -> None:
        self.stop()
        self._timer = threading.Timer(seconds, self._shut, (why,))
        self._timer.daemon = True
        self._timer.start()

    def _shut(self, why: str) -> None:
        self.passed = why
        with suppress(OSError):  # the other side may close it in this very moment
            self._handle.shutdown(socket.SHUT_RDWR)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def close(self) -> None:
        self.stop()
        self._handle.close()


def exchange(
    parts: SplitResult,
    addresses: Sequence[str],
    *,
    limits: Limits,
    headers: Mapping[str, str],
    trust: ssl.SSLContext,
) -> Answer:
    """Ask the first of *addresses* that answers for the page that *parts* name.

    It is asked as the host that the link names, and the certificate must be that of the host.
    Redirects are an answer like others.

    Raises:
        RefusedError: there is no answer, or it is over a limit; says which.
    """
    port = parts.port or _PORTS[parts.scheme]
    started = time.monotonic()
    raw = _connected(addresses, port, parts.netloc, limits.connect)
    deadline = _Deadline(raw)
    with _ended(raw, deadline), _in_words(parts.netloc, deadline):
        deadline.within(limits.headers, f"the header took over {limits.headers:g} s")
        with (
            closing(_secured(raw, parts, trust)) as line,
            closing(_asked(line, parts, port, headers)) as response,
        ):
            rest = max(0.0, started + limits.total - time.monotonic())
            deadline.within(rest, f"the answer took over {limits.total:g} s")
            body = _body(response, limits)
        deadline.stop()
        if deadline.passed:
            raise RefusedError(deadline.passed)
        known = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, known, body)


def _connected(addresses: Sequence[str], port: int, host: str, seconds: float) -> socket.socket:
    reason = ""
    for address in addresses:
        try:
            return socket.create_connection((address, port), seconds)
        except OSError as error:
            reason = _why(error)
    raise RefusedError(f"no connection to {one_line(host)}: {reason}")


@contextmanager
def _ended(raw: socket.socket, deadline: _Deadline) -> Iterator[None]:
    try:
        yield
    finally:
        deadline.close()
        raw.close()


@contextmanager
def _in_words(host: str, deadline: _Deadline) -> Iterator[None]:
    """Turn what goes wrong on a connection into a RefusedError; a passed deadline comes first."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        reason = f"the certificate of {one_line(host)} is not valid: {error.verify_message}"
        raise RefusedError(reason) from error
    except (OSError, HTTPError, HTTPException, ValueError) as error:
        reason = deadline.passed or f"{one_line(host)} broke off: {_why(error)}"
        raise RefusedError(reason) from error


def _secured(raw: socket.socket, parts: SplitResult, trust: ssl.SSLContext) -> socket.socket:
    if parts.scheme != "https":
        return raw
    return trust.wrap_socket(raw, server_hostname=parts.hostname)


def _asked(
    line: socket.socket, parts: SplitResult, port: int, headers: Mapping[str, str]
) -> HTTPResponse:
    host = parts.hostname or ""
    connection = HTTPConnection(host, port)
    # A connection that has its socket connects to nothing by itself.
    connection.sock = line
    connection.timeout = line.gettimeout()
    named = f"[{host}]" if ":" in host else host
    at = named if parts.port in {None, _PORTS[parts.scheme]} else f"{named}:{parts.port}"
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    sent = {"Host": at, "Connection": "close", "Accept-Encoding": "gzip, deflate", **headers}
    connection.request("GET", target, headers=sent, preload_content=False, decode_content=True)
    response: HTTPResponse = connection.getresponse()
    return response


def _body(response: HTTPResponse, limits: Limits) -> bytes:
    """Read the body piece by piece, and no further than the limits."""
    promised = response.headers.get("content-length", "")
    if promised.isdecimal() and int(promised) > limits.received:
        raise RefusedError(f"the answer has {int(promised):,} bytes, over {limits.received:,}")
    pieces, unpacked = [], 0
    for piece in response.stream(_PIECE, decode_content=True):
        unpacked += len(piece)
        if response.tell() > limits.received:
            raise RefusedError(f"the answer has over {limits.received:,} bytes")
        if unpacked > limits.unpacked:
            raise RefusedError(f"the answer unpacks to over {limits.unpacked:,} bytes")
        pieces.append(piece)
    return b"".join(pieces)


def _why(error: BaseException) -> str:
    if isinstance(error, TimeoutError | ReadTimeoutError):
        return "it did not answer in time"
    if isinstance(error, DecodeError):
        return "the answer cannot be unpacked"
    if isinstance(error, ProtocolError | IncompleteRead):
        return "the answer ended early"
    if isinstance(error, OSError) and error.strerror:
        return one_line(error.strerror).lower()
    return one_line(str(error))[:200] or type(error).__name__
