"""The server of the review in a browser: what it answers, to whom, and that it ends its reviews."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from desk import file_with
from factcheck.browser import process, server
from factcheck.browser.page import HEADERS
from factcheck.browser.server import Address, Site, listen
from factcheck.errors import UsageError
from readings import harbour

SCREEN = (sys.executable, str(Path(__file__).parent / "screen.py"))


@dataclass
class Visit:
    """A running site, a browser that has not been let in yet, and what the site said."""

    site: Site
    base: str
    browser: aiohttp.ClientSession
    said: list[str]

    async def enter(self) -> None:
        async with self.browser.get(self.site.link()) as answer:
            assert answer.status == 200

    async def status(self, path: str, **headers: str) -> int:
        async with self.browser.get(self.base + path, headers=headers) as answer:
            return answer.status

    async def text(self, path: str) -> str:
        async with self.browser.get(self.base + path) as answer:
            return await answer.text()

    async def open(self, query: str = "") -> aiohttp.ClientWebSocketResponse:
        origin = {"Origin": self.base}
        return await self.browser.ws_connect(f"{self.base}/ws{query}", headers=origin)


@asynccontextmanager
async def visiting(*how: str, reviews: int = 2) -> AsyncIterator[Visit]:
    said: list[str] = []
    listening = listen(Address())
    site = Site(listening, (*SCREEN, *how), "A <title>", said.append, reviews=reviews)
    runner = web.AppRunner(site.application())
    await runner.setup()
    await web.SockSite(runner, listening).start()
    jar = aiohttp.CookieJar(unsafe=True)  # cookies of an address, not of a name
    async with aiohttp.ClientSession(cookie_jar=jar) as browser:
        base = site.link().partition("/?")[0]
        yield Visit(site, base, browser, said)
    await runner.cleanup()


def run(visit: Callable[[], Awaitable[None]]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(60):
            await visit()

    asyncio.run(limited())


async def words(page: aiohttp.ClientWebSocketResponse) -> str:
    data: bytes = (await page.receive()).data
    return data.decode()


PATHS = ("/", "/ws", "/static/js/textual.js", "/static/../gate.py", "/nothing", "/?token=wrong")


def test_who_has_no_link_gets_the_same_refusal_everywhere() -> None:
    async def visit() -> None:
        async with visiting() as v:
            for path in PATHS:
                async with v.browser.get(v.base + path) as answer:
                    assert (answer.status, await answer.text()) == (403, server._REFUSED)

    run(visit)


def test_a_link_works_once_and_the_next_one_is_said() -> None:
    async def visit() -> None:
        async with visiting() as v:
            link = v.site.link()
            await v.enter()
            assert v.said == [f"the link was used; for another browser: {v.site.link()}"]
            assert await v.status("/") == 200
            v.browser.cookie_jar.clear()
            async with v.browser.get(link) as answer:
                assert answer.status == 403
            assert await v.status("/") == 403

    run(visit)


def test_the_cookie_is_kept_from_scripts_and_other_sites() -> None:
    async def visit() -> None:
        async with visiting() as v, v.browser.get(v.site.link()) as answer:
            cookie = answer.headers["Set-Cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
            assert cookie.startswith(f"factcheck-{v.base.rpartition(':')[2]}=")

    run(visit)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "evil.example:80", ""])
def test_a_request_by_another_name_is_refused(host: str) -> None:
    async def visit() -> None:
        async with visiting() as v:
            link = v.site.link()
            async with v.browser.get(link, headers={"Host": host}) as answer:
                assert answer.status == 403
            assert v.site.link() == link
            await v.enter()
            assert await v.status("/", Host=host) == 403

    run(visit)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", ""])
def test_a_page_from_elsewhere_cannot_open_the_socket(origin: str) -> None:
    async def visit() -> None:
        async with visiting() as v:
            await v.enter()
            assert await v.status("/ws", Origin=origin) == 403
            assert v.said[1:] == []

    run(visit)


def test_who_names_no_page_cannot_open_the_socket() -> None:
    async def visit() -> None:
        async with visiting() as v:
            await v.enter()
            assert await v.status("/ws") == 403

    run(visit)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
def test_a_page_from_elsewhere_cannot_use_the_link_up(origin: str) -> None:
    async def visit() -> None:
        async with visiting() as v:
            link = v.site.link().removeprefix(v.base)
            assert await v.status(link, Origin=origin) == 403
            assert await v.status(link) == 200
            assert await v.status("/", Origin=origin) == 403
            assert await v.status("/", Origin=v.base) == 200

    run(visit)


@pytest.mark.parametrize("path", ["/", "/static/focus.js", "/static/css/xterm.css", "/nothing"])
def test_every_answer_forbids_what_is_not_needed(path: str) -> None:
    async def visit() -> None:
        async with visiting() as v:
            await v.enter()
            async with v.browser.get(v.base + path) as answer:
                assert {name: answer.headers[name] for name in HEADERS} == HEADERS

    run(visit)


def test_the_page_loads_nothing_from_elsewhere_and_titles_are_text() -> None:
    async def visit() -> None:
        async with visiting() as v:
            await v.enter()
            page = await v.text("/?fontsize=20")
            assert "A &lt;title&gt;" in page
            assert 'data-font-size="20"' in page
            assert f"ws://{v.base[7:]}/ws" in page
            assert "https:" not in page
            assert 'data-font-size="16"' in await v.text("/?fontsize=1e9")
            for name in (*server._STATIC, "focus.js"):
                assert await v.status(f"/static/{name}") == 200
            assert await v.status("/static/images/background.png") == 404

    run(visit)


def test_keys_and_sizes_reach_the_screen_and_nonsense_is_passed_over() -> None:
    async def visit() -> None:
        async with visiting() as v:
            await v.enter()
            page = await v.open("?width=100&height=x")
            assert await words(page) == "100x80"
            for nonsense in ("", "{", "7", "[]", '["stdin", 7]', '["resize", 7]', '["what"]'):
                await page.send_str(nonsense)
            await page.send_bytes(b"bytes")
            await page.send_json(["stdin", "jé\ud800"])
            assert await words(page) == "D:jé?"
            await page.send_json(["resize", {"width": 1e99, "height": -1}])
            assert json.loads((await words(page))[2:]) == {
                "type": "resize", "width": 500, "height": 2,
            }  # fmt: skip
            await page.send_json(["resize", {"width": float("inf")}])
            assert json.loads((await words(page))[2:])["width"] == 80
            await page.send_json(["blur"])
            assert json.loads((await words(page))[2:]) == {"type": "blur"}
            await page.send_json(["ping", 7])
            assert (await page.receive_json()) == ["pong", 7]
            await page.close()

    run(visit)


def test_only_links_of_the_web_are_opened() -> None:
    async def visit() -> None:
        async with visiting() as v:
            await v.enter()
            page = await v.open()
            await words(page)
            await page.send_json(["stdin", "file:///etc/passwd"])
            assert await words(page) == "D:file:///etc/passwd"
            await page.send_json(["stdin", "packed"])
            assert await words(page) == "D:packed"
            await page.send_json(["stdin", "https://port.example"])
            wanted = ["open_url", {"url": "https://port.example", "new_tab": True}]
            assert (await page.receive_json()) == wanted

    run(visit)


def test_a_screen_that_ends_closes_the_page_and_makes_room() -> None:
    async def visit() -> None:
        async with visiting(reviews=1) as v:
            await v.enter()
            page = await v.open()
            assert await v.status("/ws", Origin=v.base) == 503
            await words(page)
            await page.send_json(["stdin", "exit"])
            assert (await page.receive()).type is aiohttp.WSMsgType.CLOSE
            again = await v.open()
            assert await words(again) == "80x80"

    run(visit)


@pytest.mark.parametrize(
    ("how", "said"), [("broken", ["it is �]52;c;broken"]), ("chatty", []), ("endless", [])]
)
def test_a_screen_that_makes_no_sense_is_ended(how: str, said: list[str]) -> None:
    async def visit() -> None:
        async with visiting(how) as v:
            await v.enter()
            page = await v.open()
            while (await page.receive()).type is not aiohttp.WSMsgType.CLOSE:
                pass
        assert len(v.said) == 1 + len(said)
        assert all("\x1b" not in line for line in v.said)

    run(visit)


def test_a_screen_that_does_not_quit_is_killed_with_the_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(process, "_SECONDS_TO_QUIT", 0.1)

    async def visit() -> None:
        async with visiting("stubborn") as v:
            await v.enter()
            page = await v.open()
            await words(page)
            (review,) = v.site._open
        assert review._process.returncode == -signal.SIGKILL

    run(visit)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (Address("::"), "every address"),
        (Address("203.0.113.7"), "cannot be listened on"),
        (Address("not a\x1bname"), "cannot be listened on"),
    ],
)
def test_an_address_that_is_not_of_this_machine_is_refused(address: Address, says: str) -> None:
    with pytest.raises(UsageError, match=says) as refused:
        listen(address)
    assert "\x1b" not in refused.value.message


def test_a_port_that_is_taken_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=str(port)):
            listen(Address(port=port))


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.0.2.1", False), ("x", False)],
)
def test_it_is_known_whether_others_can_come(host: str, *, local: bool) -> None:
    assert Address(host).is_local is local


def test_an_address_of_the_newer_kind_has_brackets() -> None:
    with listen(Address("::1")) as listening:
        site = Site(listening, SCREEN, "", print, reviews=1)
        assert site.link().startswith("http://[::1]:")


def test_the_command_serves_the_real_screen_until_it_is_interrupted(tmp_path: Path) -> None:
    file_with(tmp_path / "claims.db", harbour()).close()
    command = [sys.executable, "-u", "-m", "factcheck", "serve", "--reviewer", "ana"]
    serving = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
    )
    assert serving.stdout is not None
    link = serving.stdout.readline().strip()

    async def visit() -> None:
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(cookie_jar=jar) as browser:
            base = link.partition("/?")[0]
            await (await browser.get(link)).read()
            page = await browser.ws_connect(
                f"{base}/ws?width=100&height=30", headers={"Origin": base}
            )
            seen = ""
            while "The port lost" not in seen:
                seen += await words(page)
            await page.send_json(["stdin", "5"])
            while "c1 → unproven" not in seen:
                seen += await words(page)
            serving.send_signal(signal.SIGINT)
            while not page.closed:
                await page.receive()

    try:
        run(visit)
        _, complaints = serving.communicate()
    finally:
        serving.kill()
    assert serving.returncode == 0
    assert complaints == ""


def test_serving_says_the_link_and_listens_at_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    served: list[int] = []

    def run_app(_application: web.Application, *, sock: socket.socket, **_how: object) -> None:
        with sock:
            served.append(sock.getsockname()[1])

    monkeypatch.setattr(web, "run_app", run_app)
    server.serve(Address(), SCREEN, "title", said.append)
    assert said[0].startswith(f"http://127.0.0.1:{served[0]}/?token=")


def test_serve_says_what_is_not_installed_and_who_can_read_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from command import runner  # noqa: PLC0415

    file_with(tmp_path / "claims.db", harbour()).close()
    monkeypatch.chdir(tmp_path)
    served: list[Any] = []
    monkeypatch.setattr("factcheck.browser.serve", lambda *asked: served.append(asked))
    factcheck = runner(capsys, monkeypatch)
    assert factcheck("serve").err == ""
    assert "Others on the network" in factcheck("serve", "--host", "192.0.2.1").err
    address, command, title, _say = served[1]
    assert address == Address("192.0.2.1", 0, 4)
    assert command[-5:] == (command[-5], "--db", "claims.db", "--reviewer", "ana")
    assert title == "Harbour dispute – factcheck"
    monkeypatch.setitem(sys.modules, "factcheck.browser", None)
    monkeypatch.delattr("factcheck.browser")
    done = factcheck("serve")
    assert (done.code, "pip install" in done.err) == (1, True)


def test_the_environment_of_a_screen_names_the_driver_and_the_server() -> None:
    found = process.environment({"PATH": "/bin", "COLUMNS": "7"}, 100, 30)
    assert (found["PATH"], found["COLUMNS"], found["ROWS"]) == ("/bin", "100", "30")
    assert found["FACTCHECK_SERVER"] == str(os.getpid())
