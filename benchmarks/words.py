"""Time reading in one warm process: `python benchmarks/words.py JOB ARTICLE`.

Prints one number, last. `rate`: words a second by the clock on the processors that this process may
use; `processor`: words a second of processor time, which other work on the machine changes less;
`growth`: how much longer a word takes in 1 MB than in 10 kB; `memory`: the most that 1 MB takes, in
MB; `annotators`: their share of segmentation. Times are medians of several repetitions.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from factcheck import read
from factcheck.annotate import describe, find_findings
from factcheck.citations import find_citations
from factcheck.model.document import Document
from factcheck.model.reading import Reading
from factcheck.segment import claims_of, split

REPEATS = 7
SMALL, LARGE = 10_000, 1_000_000  # characters


def rate(article: str) -> float:
    """Return words a second by the clock."""
    text = _of_length(article, SMALL)
    return len(text.split()) / _median(lambda: read(text), time.perf_counter)


def processor(article: str) -> float:
    """Return words a second of processor time."""
    text = _of_length(article, SMALL)
    return len(text.split()) / _median(lambda: read(text), time.process_time)


def memory(article: str) -> float:
    """Return how much memory reading a large text takes at the most, in MB."""
    read(_of_length(article, LARGE))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def growth(article: str) -> float:
    """Return how many times longer a word takes in a large text than in a small one."""
    small, large = (_of_length(article, size) for size in (SMALL, LARGE))
    of_small = _median(lambda: read(small), time.process_time) / len(small.split())
    of_large = _median(lambda: read(large), time.process_time, 1) / len(large.split())
    return of_large / of_small


def annotators(article: str) -> float:
    """Return the cost of remarks on segments, claims and the whole as a share of finding those."""
    document = Document(_of_length(article, SMALL), "", "-")
    text = document.text
    segments = split(text)
    claims = claims_of(text, segments)
    described = describe(text, segments, claims)
    citations = find_citations(text, *described, document.links)
    reading = Reading(document, *described, citations, ())

    def annotate() -> None:
        describe(text, segments, claims)
        find_findings(reading)

    segmentation = _median(lambda: claims_of(text, split(text)), time.process_time)
    return _median(annotate, time.process_time) / segmentation


def _of_length(article: str, size: int) -> str:
    return ((article + "\n\n") * (size // len(article) + 1))[:size]


def _median(job: Callable[[], object], clock: Callable[[], float], times: int = REPEATS) -> float:
    measured = []
    for _ in range(times):
        before = clock()
        job()
        measured.append(clock() - before)
    return statistics.median(measured)


if __name__ == "__main__":
    text = Path(sys.argv[2]).read_text(encoding="utf-8")
    read(text)  # what is loaded at the first sentence is not timed
    jobs = (rate, processor, growth, memory, annotators)
    print({job.__name__: job for job in jobs}[sys.argv[1]](text))
