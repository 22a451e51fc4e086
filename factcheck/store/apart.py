"""A question to the file in a process of its own, which can be killed whatever it is doing.

In: the file, a SELECT, its parameters. Out: an `Answer` whose rows are read as they are asked for.
The process reads one request from standard input and writes one JSON value a line: the columns,
then blocks of rows, then `true`; or, in place of any of them, an error.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, TextIO, cast

from factcheck.errors import FactcheckError, StoreError, UsageError
from factcheck.store import console
from factcheck.store.console import Answer, ask, too_long

# No question to a desk's file needs more; one that does would take the machine with it.
MEMORY_BYTES = 2 * 1024**3
# Rows in a line: few enough to come soon, so many that the lines themselves cost nothing.
_BLOCK = 100
_LINES_AHEAD = 8
# How often somebody who waits is asked whether to go on: too short to be noticed.
_LOOK_SECONDS = 0.05
_ERRORS = {error.__name__: error for error in (UsageError, StoreError)}


def never() -> bool:
    """Say that a question need not stop."""
    return False


def ask_apart(
    path: Path,
    sql: str,
    parameters: Mapping[str, str] | None = None,
    stop: Callable[[], bool] = never,
) -> Answer:
    """Run one SELECT over the file at *path* in a process that is killed when it takes too long.

    Only waiting for the process counts, not what is done with its rows meanwhile. While it is
    waited for, *stop* says whether to kill the process at once; so does closing the rows.

    Raises:
        UsageError: it is not one statement that only reads, it is wrong, it was stopped, it took
            too long or too much memory. The rows raise it too, where it shows only then.
        StoreError: the file cannot be opened.
    """
    lines = _answers({"path": str(path), "sql": sql, "parameters": dict(parameters or {})}, stop)
    columns = tuple(next(lines))
    return Answer(columns, (tuple(map(_unpacked, row)) for block in lines for row in block))


def _answers(request: Mapping[str, Any], stop: Callable[[], bool]) -> Iterator[Any]:
    """Yield the columns, then blocks of rows."""
    process = subprocess.Popen(
        # -P: what lies in the working directory is never taken for a module.
        [sys.executable, "-P", "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
    )
    ahead: Queue[str] = Queue(_LINES_AHEAD)
    reader = Thread(target=_converse, args=(process, json.dumps(request), ahead), daemon=True)
    reader.start()
    left = console.QUERY_SECONDS
    try:
        while True:
            began = time.monotonic()
            value = _understood(_awaited(ahead, left, stop))
            left -= time.monotonic() - began
            if value is True:
                return
            yield value
    finally:
        process.kill()
        process.wait()
        while reader.is_alive():
            _next(ahead, 0.0)  # makes room, so that the reader comes to the end
            reader.join(0.01)


def _converse(process: "subprocess.Popen[str]", request: str, ahead: "Queue[str]") -> None:
    with suppress(BrokenPipeError), cast("TextIO", process.stdin) as asked:
        asked.write(request)
    with cast("TextIO", process.stdout) as answers:
        for line in answers:
            ahead.put(line)
    ahead.put("")


def _awaited(ahead: "Queue[str]", seconds: float, stop: Callable[[], bool]) -> str | None:
    """Return the next line, or None where none came in *seconds*.

    Raises:
        UsageError: the question was stopped.
    """
    until = time.monotonic() + seconds
    while True:
        if stop():
            raise UsageError("the query was stopped", hint="ask it again")
        left = until - time.monotonic()
        line = _next(ahead, min(left, _LOOK_SECONDS))
        if line is not None or left <= _LOOK_SECONDS:
            return line


def _next(ahead: "Queue[str]", seconds: float) -> str | None:
    try:
        return ahead.get(timeout=max(seconds, 0.001))
    except Empty:
        return None


def _understood(line: str | None) -> Any:
    if line is None:
        raise too_long()
    if not line:
        raise UsageError(
            "the query broke off: it needed too much memory or time",
            hint="add a WHERE or a LIMIT",
        )
    value = json.loads(line)
    if isinstance(value, dict):
        raise _ERRORS[value["error"]](value["message"], hint=value["hint"])
    return value


def answer(asked: TextIO, answers: TextIO) -> None:
    """Read a request from *asked* and write the columns, blocks of rows and `true` to *answers*."""
    request = json.load(asked)
    try:
        # The processor's time: a reader that is slow to take the rows is no slow query.
        found = ask(
            Path(request["path"]), request["sql"], request["parameters"], clock=time.process_time
        )
        print(json.dumps(found.columns), file=answers)
        while block := [list(map(_packed, row)) for row in islice(found.rows, _BLOCK)]:
            print(json.dumps(block), file=answers)
        print("true", file=answers)
    except FactcheckError as error:
        said = {"error": type(error).__name__, "message": error.message, "hint": error.hint}
        print(json.dumps(said), file=answers)


def _packed(cell: Any) -> Any:
    return {"bytes": cell.hex()} if isinstance(cell, bytes) else cell


def _unpacked(cell: Any) -> Any:
    return bytes.fromhex(cell["bytes"]) if isinstance(cell, dict) else cell


def limit(limits: Any) -> None:
    """Let this process have no more memory and time than a query may take.

    *limits* is the module `resource`, None on systems without it.
    """
    if limits is None:
        return
    seconds = int(console.QUERY_SECONDS) + 1
    for what, most in ((limits.RLIMIT_AS, MEMORY_BYTES), (limits.RLIMIT_CPU, seconds)):
        # Some systems know a limit and refuse to set it; then time and the caller must do.
        with suppress(ValueError, OSError):
            limits.setrlimit(what, (most, limits.getrlimit(what)[1]))


if __name__ == "__main__":
    try:
        import resource
    except ImportError:
        resource = None  # type: ignore[assignment]
    limit(resource)
    answer(sys.stdin, sys.stdout)
