"""The server: a page, its files, and a socket for each open page.

In: an address, a command that opens the review screen. Out: answers to browsers that came by the
link, a refusal without a reason to everybody else.
"""

import asyncio
import ipaddress
import json
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from aiohttp import WSMsgType, web

from factcheck.browser.gate import Gate
from factcheck.browser.page import FOCUS_SCRIPT, HEADERS, entered_page, review_page
from factcheck.browser.process import Review, start
from factcheck.errors import UsageError
from factcheck.model.visible import one_line

_REFUSED = "Open the link that `factcheck serve` printed.\n"
# What a person types or pastes at once, with room to spare.
_LONGEST_MESSAGE = 1024 * 1024
_SMALLEST, _LARGEST = 2, 500  # cells of a side of the screen
_STATIC = {
    "css/xterm.css": "text/css",
    "js/textual.js": "text/javascript",
    "fonts/RobotoMono-VariableFont_wght.ttf": "font/ttf",
    "fonts/RobotoMono-Italic-VariableFont_wght.ttf": "font/ttf",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; port 0 lets the system choose. `reviews` may be open at a time."""

    host: str = "127.0.0.1"
    port: int = 0
    reviews: int = 4

    @property
    def is_local(self) -> bool:
        """Say whether only this machine can come here."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def serve(address: Address, command: Sequence[str], title: str, say: Callable[[str], None]) -> None:
    """Serve until interrupted; *say* is given the link, and each further one when it is used.

    Raises:
        UsageError: the address cannot be listened on.
    """
    listening = listen(address)
    site = Site(listening, command, title, say, reviews=address.reviews)
    say(site.link())
    # handle_signals: Ctrl+C and SIGTERM end the reviews before the server.
    web.run_app(site.application(), sock=listening, print=None, access_log=None)


def listen(address: Address) -> socket.socket:
    """Return a socket that listens at *address*.

    Raises:
        UsageError: it is taken, it is no address of this machine, or it is all of them.
    """
    if address.host in {"", "0.0.0.0", "::"}:  # noqa: S104 - refused, not used
        raise UsageError(
            "every address of this machine at once is not listened on",
            hint="name one of them: a browser must call this server by the name it has",
        )
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        return socket.create_server((address.host, address.port), family=family)
    except OSError as error:
        raise UsageError(
            f"{one_line(address.host)}:{address.port} cannot be listened on: {error.strerror}",
            hint="--port 0 takes one that is free",
        ) from error


class Site:
    """The pages of one server, and the reviews that are open in them."""

    def __init__(
        self,
        listening: socket.socket,
        command: Sequence[str],
        title: str,
        say: Callable[[str], None],
        *,
        reviews: int,
    ) -> None:
        host, port = listening.getsockname()[:2]
        # Browsers send a cookie to every port of a host: the name tells servers apart.
        self._cookie = f"factcheck-{port}"
        self._host = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        self._gate = Gate(frozenset({self._host, f"localhost:{port}"}))
        self._command, self._title, self._say = command, title, say
        self._free = reviews
        self._open: set[Review] = set()

    def link(self) -> str:
        """Return the link that lets the next browser in."""
        return f"http://{self._host}/?token={self._gate.token}"

    def application(self) -> web.Application:
        """Return what answers requests."""
        application = web.Application(middlewares=[self._guard])
        application.on_response_prepare.append(_with_headers)
        application.on_shutdown.append(self._end_all)
        application.router.add_get("/", self._page)
        application.router.add_get("/ws", self._socket)
        application.router.add_get("/static/{name:.+}", _static)
        return application

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer only those who were let in, and say no more to others than how to be."""
        if not self._gate.is_host(request.headers.get("Host", "")):
            return _refusal()
        # A page from elsewhere gets nothing, and cannot use the link up.
        origin = request.headers.get("Origin")
        if origin is not None and not self._gate.is_own_page(origin):
            return _refusal()
        token = request.query.get("token") if request.path == "/" else None
        if token is not None:
            return self._enter(token)
        if not self._gate.knows(request.cookies.get(self._cookie, "")):
            return _refusal()
        return await handler(request)

    def _enter(self, token: str) -> web.Response:
        inside = self._gate.enter(token)
        if inside is None:
            return _refusal()
        self._say(f"the link was used; for another browser: {self.link()}")
        response = web.Response(text=entered_page(), content_type="text/html")
        response.set_cookie(self._cookie, inside, httponly=True, samesite="Strict", path="/")
        return response

    async def _page(self, request: web.Request) -> web.Response:
        size = request.query.get("fontsize", "")
        font_size = int(size) if size.isascii() and size.isdigit() and len(size) < 3 else 16
        page = review_page(self._title, f"ws://{request.host}/ws", font_size)
        return web.Response(text=page, content_type="text/html")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if not self._gate.is_own_page(request.headers.get("Origin", "")):
            return _refusal()
        if not self._free:
            return web.Response(status=503, text="Too many reviews are open here; close one.\n")
        self._free -= 1
        seats = [1]

        def leave() -> None:
            while seats:
                self._free += seats.pop()

        try:
            return await self._review(request, leave)
        finally:
            leave()

    async def _review(self, request: web.Request, leave: Callable[[], None]) -> web.StreamResponse:
        """Show a review in a page; *leave* makes room for another, before the page is told."""
        page = web.WebSocketResponse(heartbeat=15, max_msg_size=_LONGEST_MESSAGE)
        await page.prepare(request)
        width, height = (_cells(request.query.get(side), 80) for side in ("width", "height"))
        review = await start(self._command, width, height)
        self._open.add(review)
        showing = asyncio.create_task(_show(review, page, leave))
        try:
            async for message in page:
                if message.type is WSMsgType.TEXT:
                    await _obey(review, page, message.data)
        finally:
            await self._end(review)
            await showing
            await review.close()
        return page

    async def _end(self, review: Review) -> None:
        self._open.discard(review)
        complaint = (await review.end()).strip()
        if complaint:
            self._say(f"a review complained: {one_line(complaint.splitlines()[-1])}")

    async def _end_all(self, _application: web.Application) -> None:
        await asyncio.gather(*(self._end(review) for review in tuple(self._open)))


async def _show(review: Review, page: web.WebSocketResponse, leave: Callable[[], None]) -> None:
    """Pass on what the screen draws until it ends, then make room and close the page."""
    async for kind, content in review.packets():
        if page.closed:
            continue
        if kind == "D":
            await page.send_bytes(content)
        elif kind == "M" and (link := _link_in(content)) is not None:
            await page.send_str(json.dumps(["open_url", {"url": link, "new_tab": True}]))
    leave()
    await page.close()


def _link_in(meta: bytes) -> str | None:
    """Return the link that the screen wants opened, if that is what it says."""
    said = json.loads(meta)
    link = str(said.get("url", ""))
    is_link = said.get("type") == "open_url" and urlsplit(link).scheme in {"http", "https"}
    return link if is_link else None


async def _obey(review: Review, page: web.WebSocketResponse, text: str) -> None:
    """Do what a message of the page asks for; what makes no sense is passed over."""
    try:
        kind, *rest = json.loads(text)
    except (ValueError, TypeError):
        return
    value = rest[0] if rest else None
    if kind == "stdin" and isinstance(value, str):
        await review.type(value)
    elif kind == "resize" and isinstance(value, dict):
        width, height = _cells(value.get("width"), 80), _cells(value.get("height"), 24)
        await review.tell(type="resize", width=width, height=height)
    elif kind in {"focus", "blur"}:
        await review.tell(type=kind)
    elif kind == "ping":
        await page.send_json(["pong", value])


def _cells(value: Any, otherwise: int) -> int:
    """Return a number of cells that a screen can have."""
    try:
        return max(_SMALLEST, min(int(value), _LARGEST))
    except (TypeError, ValueError, OverflowError):
        return otherwise


async def _static(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    if name == "focus.js":
        return web.Response(text=FOCUS_SCRIPT, content_type="text/javascript")
    if name not in _STATIC:
        return web.Response(status=404, text="There is no such file.\n")
    body = (files("textual_serve") / "static" / name).read_bytes()
    return web.Response(body=body, content_type=_STATIC[name])


async def _with_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)


def _refusal() -> web.Response:
    return web.Response(status=403, text=_REFUSED)
