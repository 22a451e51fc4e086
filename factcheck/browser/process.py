"""One review for one page: a process without a shell, and the packets that go to and fro.

The packets are those of Textual's web driver: a letter (D data, M meta, P packed), four bytes of
length, big end first, and the content.
"""

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, TypeVar

Stream = TypeVar("Stream", asyncio.StreamReader, asyncio.StreamWriter)

_READY = b"__GANGLION__\n"
# Lines of warnings before the first packet, at most.
_LINES_BEFORE = 20
# Larger than any frame of a screen of the largest size that is allowed.
_LONGEST_PACKET = 16 * 1024 * 1024
_SECONDS_TO_QUIT = 5.0
_LAST_WORDS = 4000


class Review:
    """A running review screen that draws for a page instead of a terminal."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._said = asyncio.create_task(_last_words(process))

    async def packets(self) -> AsyncIterator[tuple[str, bytes]]:
        """Yield kind and content of what the screen sends, until it ends."""
        out = _pipe(self._process.stdout)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionResetError, ValueError):
            for _ in range(_LINES_BEFORE):
                if await out.readline() == _READY:
                    break
            else:
                return
            while True:
                head = await out.readexactly(5)
                length = int.from_bytes(head[1:], "big")
                if length > _LONGEST_PACKET:
                    return
                yield chr(head[0]), await out.readexactly(length)

    async def type(self, data: str) -> None:
        """Send what was typed, as a terminal would."""
        await self._send(b"D", data.encode("utf-8", "replace"))

    async def tell(self, **meta: Any) -> None:
        """Send a message to the driver: resize, focus, blur, quit."""
        await self._send(b"M", json.dumps(meta).encode())

    async def end(self) -> str:
        """Ask the screen to quit, then make it; return the end of what it complained of."""
        with contextlib.suppress(asyncio.TimeoutError):
            await self.tell(type="quit")
            await asyncio.wait_for(self._process.wait(), _SECONDS_TO_QUIT)
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        return await self._said

    async def close(self) -> None:
        """Let go of the pipes, after the last packet was read and the screen has ended."""
        _pipe(self._process.stdin).close()
        while await _pipe(self._process.stdout).read(_LONGEST_PACKET):
            pass

    async def _send(self, kind: bytes, content: bytes) -> None:
        into = _pipe(self._process.stdin)
        with contextlib.suppress(ConnectionError, RuntimeError):
            into.write(kind + len(content).to_bytes(4, "big") + content)
            await into.drain()


async def start(command: Sequence[str], width: int, height: int) -> Review:
    """Start *command* for a page of so many cells."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environment(os.environ, width, height),
        start_new_session=sys.platform != "win32",  # Ctrl+C is for the server, which ends it well
    )
    return Review(process)


def environment(outer: Mapping[str, str], width: int, height: int) -> dict[str, str]:
    """Return the environment of a process that draws for a page."""
    return {
        **outer,
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TEXTUAL_FPS": "60",
        "FACTCHECK_SERVER": str(os.getpid()),
        "TERM_PROGRAM": "textual",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }


async def _last_words(process: asyncio.subprocess.Process) -> str:
    stream, kept = _pipe(process.stderr), b""
    while data := await stream.read(_LAST_WORDS):
        kept = (kept + data)[-_LAST_WORDS:]
    return kept.decode("utf-8", "replace")


def _pipe(stream: Stream | None) -> Stream:
    assert stream is not None  # noqa: S101 - it was started with a pipe
    return stream
