"""The review in a real browser: `python -m pytest tests/chromium/check_chromium.py`.

Not among the tests that run everywhere: it needs Chromium. `FACTCHECK_PICTURES` names a folder in
which pictures of what was seen are left.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chromium.driven import Tab, chromium
from desk import file_with
from readings import harbour

PICTURES = os.environ.get("FACTCHECK_PICTURES")
SHOWN = "document.body && document.body.classList.contains('-first-byte')"
READY = "document.activeElement && document.activeElement.tagName === 'TEXTAREA'"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    file_with(tmp_path / "claims.db", harbour()).close()
    command = [sys.executable, "-u", "-m", "factcheck", "serve", "--reviewer", "ana"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        yield tmp_path, process
        process.terminate()


def link_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().split()[-1]


def acts(folder: Path) -> str:
    command = [sys.executable, "-m", "factcheck", "history"]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=True).stdout


async def picture(tab: Tab, name: str, folder: Path) -> None:
    path = Path(PICTURES or folder) / name
    await tab.picture(path)
    assert path.stat().st_size > 10_000


async def open_review(tab: Tab, link: str) -> None:
    for domain in ("Network", "Runtime", "Page"):
        await tab.call(f"{domain}.enable")
    await tab.call("Page.navigate", url=link)
    await tab.until(f"location.search === '' && {SHOWN} && {READY}")


def test_a_reviewer_decides_by_keys_in_the_browser(
    served: tuple[Path, "subprocess.Popen[str]"],
) -> None:
    folder, process = served
    link = link_of(process)

    async def visit() -> None:
        async with asyncio.timeout(120), chromium() as tab:
            await open_review(tab, link)
            await tab.type("5")
            while "c1     → unproven" not in acts(folder):
                await asyncio.sleep(0.1)
            await picture(tab, "browser.png", folder)
            asked = [
                event["params"]["request"]["url"]
                for event in tab.events
                if event["method"] == "Network.requestWillBeSent"
            ]
            base = link.partition("/?")[0]
            assert all(url.startswith(base) for url in asked)
            assert not [e for e in tab.events if e["method"] == "Runtime.exceptionThrown"]
            await tab.type("q")
            await tab.until("document.body.classList.contains('-closed')")
            await picture(tab, "browser-closed.png", folder)

    asyncio.run(visit())


def test_without_the_link_and_from_another_page_nothing_is_served(
    served: tuple[Path, "subprocess.Popen[str]"],
) -> None:
    _, process = served
    link = link_of(process)
    base = link.partition("/?")[0]

    async def visit() -> None:
        async with asyncio.timeout(120), chromium() as tab:
            await tab.call("Page.enable")
            await tab.call("Page.navigate", url=base)
            assert "Open the link" in await tab.until("document.body && document.body.innerText")
            await open_review(tab, link)
            # The browser is known now; a page of another origin still gets nothing.
            await tab.call("Page.navigate", url="data:text/html,<h1>elsewhere</h1>")
            await tab.until("document.querySelector('h1') !== null")
            socket = f"new WebSocket('ws{base[4:]}/ws')"
            opened = await tab.script(
                f"new Promise(done => {{ const s = {socket};"
                " s.onopen = () => done('open'); s.onerror = () => done('refused'); })"
            )
            assert opened == "refused"
            read = await tab.script(f"fetch('{base}/').then(() => 'read', () => 'refused')")
            assert read == "refused"

    asyncio.run(visit())
