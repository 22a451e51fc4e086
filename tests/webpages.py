"""A web site on this machine for tests: pages, files, redirects, traps; each answer is known.

`Site` serves on 127.0.0.1 under names that only its own `lookup` knows.
"""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from itertools import count
from ssl import SSLContext
from time import sleep

from factcheck.evidence.exchange import Limits
from factcheck.evidence.fetching import Fetched, Web, fetch
from paper import encrypted_pdf, pdf
from sources.made_files import word

ARTICLE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Harbour report</title>
<script>var words = "<p>never shown</p>";</script></head><body><nav>Home News</nav>
<h1>Harbour report</h1><p>The port of Velden lost 4.7&nbsp;million euros in&nbsp;2019,
according to the audi&shy;tors.</p><p>“We will not pay for sand that nobody has weighed,” said
Ines Roy on 14 March 2019.</p><p>An oﬃcial declined to comment.</p></body></html>"""
MOVED = "<html><body><p>The page has another place, and the same words.</p></body></html>"
GONE_SOFTLY = "<html><head><title>Page not found</title></head><body><p>Sorry.</p></body></html>"
SCRIPT_ONLY = "<html><body><script>render()</script><noscript>Turn it on</noscript></body></html>"
DEEP = "<html><body>" + "<div>" * 10_000 + "down the well" + "</div>" * 10_000 + "</body></html>"
CHINESE = "港口去年亏损三千万元，没有支付股息。审计报告指出疏浚费用比前一年高出两倍。"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
IMAGE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        self.server.site.asked.append((self.headers["Host"], self.path))
        path = self.path.partition("?")[0]
        answer = self.server.site.pages.get(path, _not_found)
        try:
            answer(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_args: object) -> None:
        """Say nothing of what was asked."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    site: "Site"

    def handle_error(self, request: object, client_address: object) -> None:
        pass


def _lookup(host: str, _port: int) -> tuple[str, ...]:
    """Lead every name to this machine; addresses stand for themselves."""
    return (host,) if host.replace(".", "").isdigit() or ":" in host else ("127.0.0.1",)


Page = Callable[[_Handler], None]


def page(
    body: str | bytes,
    content_type: str = "text/html; charset=utf-8",
    status: int = 200,
    **headers: str,
) -> Page:
    data = body if isinstance(body, bytes) else body.encode()

    def answer(handler: _Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", content_type)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def redirect(target: str, status: int = 302) -> Page:
    return page("", status=status, Location=target)


_not_found = page("<p>Not here</p>", status=404)


def _endless(handler: _Handler) -> None:
    """Send ten thousand million bytes, or as many as are taken."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"x" * 1_000_000)


def _huge(handler: _Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(10_000_000_000))
    handler.end_headers()


@cache
def _packed_zeros() -> bytes:
    return gzip.compress(b"\0" * 60_000_000, 1)


def _bomb(handler: _Handler) -> None:
    page(_packed_zeros(), "text/plain", Content_Encoding="gzip")(handler)


def _large(handler: _Handler) -> None:
    """Send a page of 20 megabytes whose last paragraph says something."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(20):
        handler.wfile.write(b"<p class='%s'>Sand lies in the port.</p>" % (b"sand " * 1000) * 200)
    handler.wfile.write(b"<p>At last 21 ships came.</p>")
    handler.close_connection = True


def _dripping_body(handler: _Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    _drip(handler, b"a")


def _dripping_header(handler: _Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _drip(handler, b"a")


def _drip(handler: _Handler, piece: bytes) -> None:
    stopped = handler.server.site.stopped
    while not stopped.wait(0.05):
        handler.wfile.write(piece)
        handler.wfile.flush()


def _silent(handler: _Handler) -> None:
    handler.server.site.stopped.wait()


def _cut_off(handler: _Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"half of it")
    handler.close_connection = True


def _nonsense(handler: _Handler) -> None:
    handler.wfile.write(b"this is no HTTP at all\r\n\r\n")
    handler.close_connection = True


def _many_headers(handler: _Handler) -> None:
    handler.send_response(200)
    for i in range(500):
        handler.send_header(f"X-{i}", "y" * 100)
    handler.end_headers()


@dataclass
class Site:
    """The pages of the site, what was asked of it, and the port it listens on."""

    port: int = 0
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    scheme: str = "http"

    def url(self, path: str, host: str = "news.test") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def web(self, **changes: object) -> Web:
        """Return how to ask this site: its names, and no address but this machine's."""
        known: dict[str, object] = {
            "lookup": _lookup,
            "allows": lambda address: address == ip_address("127.0.0.1"),
            "limits": Limits(connect=5, headers=10, total=20),
        }
        return Web(**(known | changes))  # type: ignore[arg-type]

    def fetch(self, path: str, **changes: object) -> Fetched:
        return fetch(self.url(path), self.web(**changes))


def _counted(page_for: Callable[[int], Page]) -> Page:
    """Return a page that is another one each time it is asked for."""
    times = count(1)

    def answer(handler: _Handler) -> None:
        page_for(next(times))(handler)

    return answer


def _pages(site: Site) -> dict[str, Page]:
    return {
        "/": page("<html><body><p>The home page.</p></body></html>"),
        "/article": page(ARTICLE),
        "/moved": redirect("/new-place", 301),
        "/new-place": page(MOVED),
        "/see-other": redirect(site.url("/new-place", "other.test"), 303),
        "/lost": redirect("/"),
        "/dead": _not_found,
        "/error": page("broken", status=500),
        "/busy": page("wait", status=429, Retry_After="30"),
        "/soft": page(GONE_SOFTLY),
        "/changing": _counted(lambda n: page(f"<p>Version {n} of this.</p>")),
        "/restyled": _counted(lambda n: page(f"<p class='{n}'>The same words.</p>")),
        "/minutes.pdf": page(
            pdf("The board met on 3 May.", "It approved 12 cranes."), "application/pdf"
        ),
        "/encrypted.pdf": page(encrypted_pdf(), "application/pdf"),
        "/truncated.pdf": page(pdf("Never read")[:200], "application/pdf"),
        "/report.docx": page(word(["The board met on 4 May.", "It sold 9 cranes."]), WORD),
        "/entity.docx": page(word(["&e;"], prolog=ENTITY), WORD),
        "/bomb.docx": page(word(["x" * 30_000_000]), WORD),
        "/half.docx": page(word(["Never read"])[:300], WORD),
        "/notes.md": page("The port [lost](https://a.test) **two** million.", "text/plain"),
        "/chinese.txt": page(CHINESE.encode("gb18030"), "text/plain"),
        "/large": _large,
        "/picture": page(IMAGE, "image/png"),
        "/plain": page("Plain words.\r\nSecond line.", "text/plain"),
        "/latin": page("Caf\xe9 \x93quoted\x94".encode("latin-1"), "text/html; charset=utf-8"),
        "/declared": page("Žluťoučký".encode("cp1250"), "text/html; charset=windows-1250"),
        "/packed": page(gzip.compress(ARTICLE.encode()), Content_Encoding="gzip"),
        "/script": page(SCRIPT_ONLY),
        "/deep": page(DEEP),
        "/empty": page(""),
        "/loop": redirect("/loop-back"),
        "/loop-back": redirect("/loop"),
        "/endless-redirects": _counted(lambda n: redirect(f"/endless-redirects?{n}")),
        "/to-loopback": redirect("http://127.0.0.2/secret"),
        "/to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
        "/to-mapped": redirect("http://[::ffff:127.0.0.1]/"),
        "/to-file": redirect("file:///etc/passwd"),
        "/to-gopher": redirect("gopher://news.test/"),
        "/to-nothing": redirect("http://[broken"),
        "/endless": _endless,
        "/huge": _huge,
        "/bomb": _bomb,
        "/bad-gzip": page(b"no gzip", Content_Encoding="gzip"),
        "/dripping-body": _dripping_body,
        "/dripping-header": _dripping_header,
        "/silent": _silent,
        "/cut-off": _cut_off,
        "/nonsense": _nonsense,
        "/many-headers": _many_headers,
    }


@contextmanager
def serving(certificate: SSLContext | None = None, delay: float = 0.0) -> Iterator[Site]:
    """Serve the site until the block ends; *delay* is what every answer waits, in seconds."""
    server = _Server(("127.0.0.1", 0), _Handler)
    site = Site(server.server_address[1], scheme="https" if certificate else "http")
    server.site = site
    site.pages = {path: _delayed(answer, delay) for path, answer in _pages(site).items()}
    if certificate:
        server.socket = certificate.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _delayed(answer: Page, delay: float) -> Page:
    def late(handler: _Handler) -> None:
        sleep(delay)
        answer(handler)

    return late if delay else answer
