"""Speed and size as ratios within one run: `python benchmarks/run.py`.

Each figure is a median over interleaved repetitions, in CPU seconds of a child process unless it
says otherwise. Machines are shared, so only the ratios mean something.
"""

import compileall
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
SEED = ROOT / "seeds" / "000_c312bf23caa994f9.txt"
REPEATS = 7

Job = Callable[[], float]


def cpu_of(*command: str) -> float:
    """Return the CPU seconds, user and system, that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def said_by(*command: str) -> float:
    """Return the number that a command prints last."""
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return float(done.stdout.split()[-1])


def medians(jobs: Mapping[str, Job], repeats: int = REPEATS) -> dict[str, float]:
    """Run every job *repeats* times in turn, and return the median of each."""
    measured: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(repeats):
        for name, job in jobs.items():
            measured[name].append(job())
    return {name: statistics.median(values) for name, values in measured.items()}


def report(title: str, found: Mapping[str, float], unit: str, bar: str) -> None:
    """Print the figures of one benchmark, each as a ratio of the first."""
    print(f"\n{title} (bar: {bar})")
    first = next(iter(found.values()))
    for name, value in found.items():
        print(f"  {name:<44} {value * 1000:9.1f} {unit}  x{value / first:.2f}")


def starting() -> None:
    """Compare `factcheck --help` with importing click."""
    python = sys.executable
    jobs = {
        'python -c "import click"': lambda: cpu_of(python, "-c", "import click"),
        "factcheck --help": lambda: cpu_of(python, "-m", "factcheck", "--help"),
    }
    report("Start", medians(jobs), "ms CPU", "3x")


def opening(folder: Path) -> None:
    """Compare the first rows of a review of 100 claims with one of 100,000."""
    python, first_rows = sys.executable, str(HERE / "first_rows.py")
    files = {claims: str(folder / f"{claims}.db") for claims in (100, 10_000, 100_000)}
    for claims, file in files.items():
        subprocess.run([python, str(HERE / "many_claims.py"), file, str(claims)], check=True)
    jobs: dict[str, Job] = {
        f"first rows of {claims:,} claims": lambda file=file: said_by(python, first_rows, file)  # type: ignore[misc]
        for claims, file in files.items()
    }
    report("Open the review, from the call to the first rows", medians(jobs), "ms", "1.5x")


def reading(folder: Path) -> None:
    """Compare reading the article with reading it ten and a hundred times over."""
    text = SEED.read_text(encoding="utf-8") + "\n"
    files = {}
    for times in (1, 10, 100):
        files[times] = folder / f"{times}.txt"
        files[times].write_text(text * times, encoding="utf-8")
    nothing = folder / "nothing.txt"
    nothing.write_text("Two boats sank.\n")

    def segment(path: Path) -> float:
        return cpu_of(sys.executable, "-m", "factcheck", "segment", str(path))

    idle = statistics.median(segment(nothing) for _ in range(REPEATS))
    jobs: dict[str, Job] = {
        f"segment, {times} x the article, per article": (
            lambda path=path, times=times: (segment(path) - idle) / times  # type: ignore[misc]
        )
        for times, path in files.items()
    }
    report("Cost of reading grows with the text", medians(jobs, 3), "ms CPU", "1.5x")


def segmenting() -> None:
    """Compare reading the article from a cold start with importing what runs the parser."""
    python = sys.executable
    libraries = "import onnxruntime, numpy, tokenizers"
    jobs = {
        f'python -c "{libraries}"': lambda: cpu_of(python, "-c", libraries),
        "factcheck segment": lambda: cpu_of(python, "-m", "factcheck", "segment", str(SEED)),
    }
    report("Read the article, cold", medians(jobs), "ms CPU", "3x")


def words() -> None:
    """Measure reading in a process that has read before."""
    script = str(HERE / "words.py")
    for job, what, bar in (
        ("rate", "words a second by the clock", "6,000 on two idle processors"),
        ("processor", "words a second of processor time", "3,000 on one processor"),
        ("growth", "x the time for a word in 1 MB as in 10 kB", "1.1"),
        ("memory", "MB at the most for 1 MB of text", "400"),
        ("annotators", "of segmentation is the cost of all annotators", "0.3"),
    ):
        print(f"{said_by(sys.executable, script, job, str(SEED)):.2f} {what} (bar: {bar})")


def cutting() -> None:
    """Compare cutting the article into sentences with pysbd (extra `bench`)."""
    ratio = said_by(sys.executable, str(HERE / "sentences.py"), str(SEED))
    print(f"\nSentences alone (bar: 20x as fast as pysbd)\n  {ratio:.0f} x as fast")


def sources() -> None:
    """Compare quotations with reading their snapshots, and captures together with one by one."""
    script = str(HERE / "evidence.py")
    for job, bar in (("quotes", "at most 2"), ("captures", "at least 8")):
        print(f"{job}: {said_by(sys.executable, script, job):.2f} x (bar: {bar})")


# What a report of an article is made of, view by view and table by table.
REPORTED = (
    *("claims", "evidence", "assessments", "flags", "findings", "citations", "coverage"),
    *("claim_span", "segment", "finding_decision", "claim_citation", "note", "deferral"),
)


def reporting(folder: Path) -> None:
    """Compare a report of 100,000 claims with sqlite3 printing the same rows as JSON."""
    python, files = sys.executable, {}
    for claims in (10_000, 100_000):
        files[claims] = str(folder / f"reported-{claims}.db")
        subprocess.run(
            [python, str(HERE / "many_claims.py"), files[claims], str(claims)], check=True
        )
        subprocess.run([python, str(HERE / "acted.py"), files[claims]], check=True)
    large = files[100_000]
    questions = [f"SELECT * FROM {name};" for name in REPORTED]  # noqa: S608 - names of our own
    jobs: dict[str, Job] = {
        "sqlite3 -json, the rows of 100,000 claims": lambda: cpu_of(
            "sqlite3", "-json", large, *questions
        ),
        "factcheck report, 100,000 claims": lambda: cpu_of(
            python, "-m", "factcheck", "report", "--db", large, "-o", str(folder / "report.md")
        ),
    }
    report("Report", medians(jobs, 5), "ms CPU", "3x")
    peaks = {f"report of {claims:,} claims": peak_of(file) for claims, file in files.items()}
    report("Memory of a report, but for the text of the article", peaks, "KiB", "1.25x")


def peak_of(file: str) -> float:
    """Return the most memory that a report of a file takes, less its text, in thousands of KiB."""
    script = (
        "import resource, sys; from factcheck.cli import main;"
        "main.main(sys.argv[1:], standalone_mode=False);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)"
    )
    peak = said_by(sys.executable, "-c", script, "report", "--db", file, "-o", "/dev/null")
    text = said_by("sqlite3", file, "SELECT sum(length(CAST(text AS BLOB))) FROM document")
    return peak - text / 1024 / 1000


if __name__ == "__main__":
    # As an installer does: where Python is told to write no bytecode, every start would compile.
    compileall.compile_dir(ROOT / "factcheck", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        starting()
        segmenting()
        words()
        cutting()
        opening(Path(name))
        reading(Path(name))
        sources()
        reporting(Path(name))
