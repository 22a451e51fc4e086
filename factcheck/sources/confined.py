"""Read files from strangers in a process of its own, within limits of time, memory and length.

A PDF or a Word file can be made to bring its reader down, to keep it busy for ever, or to fill the
memory; then that process ends, and this one goes on. In: the name of a reader, bytes. Out: what the
reader says, as plain lists and strings. The process runs `main`, which reads standard input and
writes one JSON value.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, TextIO

# 200 pages take a quarter of a second; whatever takes so long is made to.
SECONDS = 60.0
# Bytes; a file of the size limit needs a quarter.
MEMORY = 2_000_000_000
# More than any file of the size limit holds that was not made to.
CHARACTERS = 20_000_000
NAMES = {"pdf": "PDF", "word": "Word file"}


class UnreadableError(Exception):
    """A file that is not read; the text says why: "this PDF asks for a password"."""


def read_apart(reader: str, data: bytes) -> Any:
    """Return what *reader* ("pdf", "word") makes of *data*.

    Raises:
        UnreadableError: it is damaged, asks for a password, or is over a limit.
    """
    name = f"this {NAMES[reader]}"
    try:
        done = subprocess.run(
            # -P: what lies in the working directory is never taken for a module.
            [
                sys.executable,
                "-P",
                "-c",
                f"from {__name__} import main; main()",
                reader,
                str(MEMORY),
            ],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(f"{name} takes too long to read: over {SECONDS:g} s") from error
    if done.returncode:
        raise UnreadableError(f"{name} brought its reader down, or takes too much memory")
    said = json.loads(done.stdout)
    if "error" in said:
        raise UnreadableError(f"{name} {said['error']}")
    return said["read"]


def answer(reader: str, asked: BinaryIO, answers: TextIO) -> None:
    """Read what *asked* holds and write what *reader* makes of it, or why nothing, to *answers*."""
    try:
        said = {"read": _reader(reader)(asked.read())}
    except UnreadableError as error:
        said = {"error": str(error)}
    except MemoryError:
        said = {"error": "takes too much memory to read"}
    json.dump(said, answers)


def _reader(name: str) -> Callable[[bytes], Any]:
    """Return a reader: only its libraries are loaded."""
    if name == "pdf":
        from factcheck.sources.pdf import pages_in  # noqa: PLC0415

        return pages_in
    from factcheck.sources.wordfile import page_in  # noqa: PLC0415

    return page_in


def require_short(length: int) -> None:
    """Raise UnreadableError where a text of so many characters is longer than is read."""
    if length > CHARACTERS:
        raise UnreadableError(f"holds over {CHARACTERS:,} characters")


def main() -> None:  # pragma: no cover - called in a process of its own
    """Run the reader that the command line names, in so many bytes, where the system has limits."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        pass
    else:
        # It ends by itself, too, when whoever started it was killed.
        limits = ((resource.RLIMIT_CPU, int(SECONDS) + 1), (resource.RLIMIT_CORE, 0))
        for kind, most in ((resource.RLIMIT_AS, int(sys.argv[2])), *limits):
            with suppress(ValueError, OSError):  # macOS knows the first, and refuses it
                resource.setrlimit(kind, (most, most))
    answer(sys.argv[1], sys.stdin.buffer, sys.stdout)
