"""A real terminal for tests: keys go into a pseudo-terminal, what the screen shows comes out.

Nothing is waited for by the clock: a key is followed by what must appear on the screen.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path
from time import monotonic
from typing import Self

_SEQUENCE = re.compile(r"\x1b\[[0-9;?<>=]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-_=>]")
# A test that sees nothing for so long has failed; it is no measure of speed.
_PATIENCE = 60.0
_SIZES = frozenset({"COLUMNS", "LINES"})


def _at_terminal(side: int) -> None:
    """Make *side* the terminal of this process, which hears when it hangs up.

    Whoever runs the tests may have told its children not to hear (nohup does).
    """
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.login_tty(side)


class Terminal:
    """`python -m factcheck ARGUMENTS` in a terminal of 120 by 40."""

    def __init__(self, *arguments: str, cwd: Path) -> None:
        self._side, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        # Whoever runs the tests may have named another size.
        inherited = {name: value for name, value in os.environ.items() if name not in _SIZES}
        environment = inherited | {
            "TERM": "xterm-256color",
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "FACTCHECK_REVIEWER": "ana",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", *arguments],
            cwd=cwd, env=environment,
            preexec_fn=lambda: _at_terminal(theirs),  # noqa: PLW1509 - no thread runs here
        )  # fmt: skip
        os.close(theirs)
        self._came: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no program behind, whatever the test came to."""
        if self._process.poll() is None:
            self.kill()

    @property
    def raw(self) -> str:
        """All that has come, as it came."""
        return "".join(self._came)

    def press(self, keys: str, shows: str) -> None:
        """Send *keys* and wait until *shows* has come on the screen since."""
        seen = len(self._came)
        os.write(self._side, keys.encode())
        self.wait_for(shows, since=seen)

    def wait_for(self, shows: str, *, since: int = 0) -> None:
        """Wait until *shows* has come on the screen, of what came from piece *since* on."""
        until = monotonic() + _PATIENCE
        while shows not in (seen := _SEQUENCE.sub("", "".join(self._came[since:]))):
            # A cursor that blinks goes on coming.
            ready, _, _ = select.select([self._side], [], [], max(0.0, until - monotonic()))
            came = self._read() if ready else ""
            if not came:
                message = f"{shows!r} did not appear; the last that came: {seen[-2000:]!r}"
                raise AssertionError(message)

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._side)

    def suspended(self, keys: str) -> bool:
        """Send *keys*, and say whether the program stopped until it is told to go on."""
        os.write(self._side, keys.encode())
        while (status := os.waitpid(self._process.pid, os.WUNTRACED | os.WNOHANG))[0] == 0:
            if select.select([self._side], [], [], 0.01)[0] and not self._read():
                return False
        return os.WIFSTOPPED(status[1])

    def resume(self, shows: str) -> None:
        """Tell a suspended program to go on, and wait until *shows* is on the screen again."""
        seen = len(self._came)
        self._process.send_signal(signal.SIGCONT)
        self.wait_for(shows, since=seen)

    def hang_up(self) -> int:
        """Close the terminal under the program, and return how the program ended."""
        os.close(self._side)
        return self._process.wait(_PATIENCE)

    def leave(self, keys: str) -> int:
        """Send *keys* that end the program, and return its exit code."""
        os.write(self._side, keys.encode())
        while self._read():
            continue
        os.close(self._side)
        return self._process.wait()

    def _read(self) -> str:
        """Return what has come, "" when the program has gone."""
        try:
            came = os.read(self._side, 65536).decode("utf-8", "replace")
        except OSError:  # so the other side of a pseudo-terminal reads when nobody holds it
            came = ""
        self._came.append(came)
        return came
