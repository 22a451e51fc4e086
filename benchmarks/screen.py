"""The review screen in a real terminal: first frame, keys, memory: `python benchmarks/screen.py`.

Figures are CPU milliseconds of the program and its threads, read from /proc; only ratios and
budgets mean something, the wall clock of a shared machine does not. Runs on Linux.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
SMALL, LARGE = 100, 1_000_000
STARTS, KEYS, LONG = 5, 30, 1000
PAGE_DOWN = "\x1b[6~"
# Five keys a second for an hour are 18,000.
ROUNDS = 8
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
# The screen counts as drawn when nothing has come for so long.
_QUIET = 0.35

ONE_WIDGET = """
from textual.app import App
from textual.widgets import Static
class One(App):
    def compose(self):
        yield Static("one widget")
One().run()
"""


class Program:
    """A program in a terminal of 120 by 40."""

    def __init__(self, *arguments: str) -> None:
        self._side, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = os.environ | {
            "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "FACTCHECK_REVIEWER": "bench",
            # As installed: compiled once, and not at each start.
            "PYTHONDONTWRITEBYTECODE": "",
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, *arguments], env=environment, cwd=ROOT,
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)

    def cpu(self) -> float:
        """Return the CPU milliseconds used so far, by the scheduler's own nanosecond count."""
        total = 0
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            total += int((task / "schedstat").read_text().split()[0])
        return total / 1e6

    def memory(self) -> float:
        """Return the resident memory in MB."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * _PAGE / 1e6

    def settle(self) -> str:
        """Read until nothing more comes, and return what came."""
        came = b""
        while select.select([self._side], [], [], _QUIET if came else 20.0)[0]:
            came += os.read(self._side, 1 << 16)
        return came.decode("utf-8", "replace")

    def press(self, keys: str) -> None:
        """Send keys."""
        os.write(self._side, keys.encode())

    def read_some(self, seconds: float) -> None:
        """Read what comes within some seconds."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._side], [], [], left)[0]:
                os.read(self._side, 1 << 16)


@contextmanager
def running(*arguments: str) -> Iterator[Program]:
    """Run a program until the block ends."""
    program = Program(*arguments)
    try:
        yield program
    finally:
        program.process.kill()
        program.process.wait()


def first_frame(*arguments: str) -> float:
    """Return the CPU milliseconds until the first frame stands."""
    with running(*arguments) as program:
        program.settle()
        return program.cpu()


def for_key(program: Program, keys: str, count: int) -> float:
    """Return the median CPU milliseconds of one of *keys* in turn, what follows it included."""
    found = []
    for place in range(count):
        before = program.cpu()
        program.press(keys[place % len(keys)])
        program.read_some(0.2)
        found.append(program.cpu() - before)
    return statistics.median(found)


def held(program: Program, key: str, count: int) -> float:
    """Return the CPU milliseconds a key takes while it is held down at 30 Hz."""
    before = program.cpu()
    for _ in range(count):
        program.press(key)
        program.read_some(1 / 30)
    return (program.cpu() - before) / count


def an_eighth_of_an_hour(program: Program) -> int:
    """Press the keys of a reviewer in a hurry, and return how many; only verdicts are stored."""
    rounds = (
        "j" * LONG, "]" * 20, "G", "k" * LONG, "g", PAGE_DOWN * 100, "j" * 50, "56" * 10, "u" * 10,
        "?", "\x1b", "d", "\x1b", "/7\r", "n" * 10, "F", "\x1b",
    )  # fmt: skip
    for keys in rounds:
        program.press(keys)
        program.settle()
    return sum(len(keys.replace(PAGE_DOWN, " ").replace("\x1b", " ")) for keys in rounds)


def committing(path: str, count: int) -> float:
    """Return the CPU milliseconds that one verdict takes without any screen."""
    code = f"""
import time
from factcheck.review.opening import session_for_acts
session = session_for_acts({path!r}, "commits")
article = session.articles()[0].id
ids = [session.claim(article, n).id for n in range(5000, 5000 + {count})]
session.assess(ids[0], "unproven")
before = time.process_time()
for claim in ids[1:]:
    session.assess(claim, "unproven")
print((time.process_time() - before) / {count - 1} * 1000)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    return float(done.stdout)


def line(name: str, value: str, bar: str) -> None:
    """Print one row of the table."""
    print(f"  {name:<58} {value:>22}   bar: {bar}")


def starts(small: str, large: str) -> None:
    """Compare first frames, in turn, so that whatever else runs disturbs all alike."""
    one, review = ("-c", ONE_WIDGET), ("-m", "factcheck", "review", "--db")
    jobs: dict[str, Callable[[], float]] = {
        "one widget": lambda: first_frame(*one),
        "small": lambda: first_frame(*review, small),
        "large": lambda: first_frame(*review, large),
    }
    found: dict[str, list[float]] = {name: [] for name in jobs}
    for job in jobs.values():
        job()  # the first start compiles
    for _ in range(STARTS):
        for name, job in jobs.items():
            found[name].append(job())
    one_widget, of_small, of_large = (statistics.median(values) for values in found.values())
    line("first frame, a Textual app of one widget", f"{one_widget:.0f} ms", "")
    small_ratio, large_ratio = of_small / one_widget, of_large / of_small
    line(f"first frame, {SMALL} claims", f"{of_small:.0f} ms  x{small_ratio:.2f}", "2x of that")
    line(f"first frame, {LARGE:,} claims", f"{of_large:.0f} ms  x{large_ratio:.2f}", "1.2x of that")


def keys(large: str) -> None:
    """Measure keys and memory on the large file."""
    with running("-m", "factcheck", "review", "--db", large) as program:
        program.settle()
        at_start = program.memory()
        idle = program.cpu()
        program.read_some(3.0)
        a_second = (program.cpu() - idle) / 3
        down = held(program, "j", KEYS)
        rested = for_key(program, "j", KEYS // 2)
        page = held(program, PAGE_DOWN, KEYS)
        program.press("j")
        program.read_some(0.3)
        verdict = for_key(program, "56", KEYS // 2)
        commit = committing(large, KEYS // 2)
        line("`down`, held", f"{down:.1f} ms", "5 ms")
        line("`down`, then rest: article and claim follow", f"{rested:.1f} ms", "")
        line("page key", f"{page:.1f} ms", "15 ms")
        line("verdict", f"{verdict:.1f} ms", "")
        line("  of it, storing it", f"{commit:.1f} ms", "")
        line("  besides the commit", f"{verdict - commit:.1f} ms", "15 ms")
        line("a second of rest", f"{a_second:.1f} ms", "")
        line("memory at the first frame", f"{at_start:.0f} MB", "")
        pressed = 0
        for place in range(ROUNDS):
            pressed += an_eighth_of_an_hour(program)
            if place in {0, ROUNDS // 2 - 1, ROUNDS - 1}:
                line(f"memory after {pressed:,} keys", f"{program.memory():.0f} MB", "120 MB")
        program.press("F" + "\t" * 11 + "\x1b[C \r")
        program.settle()
        program.read_some(2.0)
        line("memory, sorted by check-worthiness", f"{program.memory():.0f} MB", "120 MB")
        line("`down` in the sorted list, held", f"{held(program, 'j', KEYS):.1f} ms", "5 ms")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        files = {count: str(Path(folder) / f"{count}.db") for count in (SMALL, LARGE)}
        for claims, file in files.items():
            subprocess.run(
                [sys.executable, str(HERE / "many_claims.py"), file, str(claims)], check=True,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
            )  # fmt: skip
        print("\nThe review screen in a terminal, CPU of the program")
        starts(files[SMALL], files[LARGE])
        keys(files[LARGE])
