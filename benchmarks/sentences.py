"""Print how many times as fast as pysbd a text is cut: `python sentences.py FILE`.

First with the blocks, languages and roles of its parts, then into sentences alone.
"""

import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pysbd

from factcheck.model.span import Span, trimmed
from factcheck.segment import split
from factcheck.segment.sentences import split_sentences

REPEATS = 5


def seconds(job: Callable[[], object]) -> float:
    """Return the processor seconds that *job* takes."""
    start = time.process_time()
    job()
    return time.process_time() - start


def main() -> None:
    """Print the medians of the ratios of interleaved runs, all warm."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    lines = [trimmed(Span(*line.span()), text) for line in re.finditer(r"[^\n]+", text)]
    other = pysbd.Segmenter(language="en", clean=False)

    def alone() -> list[tuple[Span, ...]]:
        return [split_sentences(text, line) for line in lines]

    for job in (lambda: split(text), alone):
        ratios = [seconds(lambda: other.segment(text)) / seconds(job) for _ in range(REPEATS)]
        print(statistics.median(ratios))


if __name__ == "__main__":
    main()
