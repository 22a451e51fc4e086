"""Print how often faster than pysbd a text is cut into sentences: `python sentences.py FILE`."""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pysbd

from factcheck.segment import split

REPEATS = 5


def seconds(job: Callable[[], object]) -> float:
    """Return the processor seconds that *job* takes."""
    start = time.process_time()
    job()
    return time.process_time() - start


def main() -> None:
    """Print the median of the ratios of interleaved runs, both warm."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    other = pysbd.Segmenter(language="en", clean=False)
    split(text), other.segment(text)
    ratios = [
        seconds(lambda: other.segment(text)) / seconds(lambda: split(text)) for _ in range(REPEATS)
    ]
    print(statistics.median(ratios))


if __name__ == "__main__":
    main()
