"""A terminal that goes away: the program ends by itself, also where it was told not to hear."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from desk import reviewer
from factcheck.store.database import open_store
from factcheck.tui.terminal import is_gone

ROOT = Path(__file__).parent.parent.parent
# A program that has not ended after so long never will; it is no measure of speed.
PATIENCE = 60.0
STYLES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


def deaf_at(side: int) -> None:
    """Make *side* the terminal of this process, which does not hear when it hangs up."""
    os.login_tty(side)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


def shows(side: int, words: bytes) -> None:
    """Read what comes until it holds *words*."""
    came = b""
    while words not in STYLES.sub(b"", came):
        assert select.select([side], [], [], PATIENCE)[0], came[-2000:]
        came += os.read(side, 1 << 16)


@pytest.mark.parametrize("decides", [False, True])
def test_a_program_that_does_not_hear_of_the_end_of_its_terminal_ends(
    tmp_path: Path, decides: bool
) -> None:
    (tmp_path / "port.txt").write_text("The port lost 12 ships in 2019. The city grew.\n")
    side, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, 120))
    environment = os.environ | {
        "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "FACTCHECK_REVIEWER": "ana",
    }  # fmt: skip
    program = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "open", "port.txt"],
        cwd=tmp_path, env=environment,
        preexec_fn=lambda: deaf_at(theirs),  # noqa: PLW1509 - no thread runs here
    )  # fmt: skip
    os.close(theirs)
    try:
        shows(side, b"The port lost")
        os.write(side, b"5")
        shows(side, "c1 → unproven".encode())
        if decides:  # something is being drawn while the terminal goes
            os.write(side, b"j" * 40)
        os.close(side)
        assert program.wait(PATIENCE) == 0
    finally:
        program.kill()
        program.wait()
    session = reviewer(open_store(tmp_path / "claims.db"))
    assert session.find_claim("1", None).verdict == "unproven"


def test_a_terminal_is_gone_when_its_other_side_is_closed() -> None:
    side, theirs = pty.openpty()
    assert not is_gone(theirs)
    os.close(side)
    assert is_gone(theirs)
    os.close(theirs)
