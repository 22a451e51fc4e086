"""Speed of reading web pages: `python benchmarks/pages.py`, and `hostile` for hostile shapes.

For generated pages of several sizes: CPU seconds to read a page with its links, over those of
trafilatura alone on the same page in the same run (bar: 1.5). `hostile` prints the seconds for
pages of 20 MB, of 10,000 nested elements, and the like; each ends within its bounds or is refused.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from trafilatura import bare_extraction  # noqa: E402

from factcheck.errors import FactcheckError  # noqa: E402
from factcheck.sources.formats import document_from  # noqa: E402
from pages_drawn import drawn_page  # noqa: E402

SIZES = (5, 20, 80, 320, 1280)  # paragraphs
REPEATS = 7


def cpu(job: Callable[[str], object], page: str) -> float:
    """Return the CPU seconds that a job on a page takes."""
    start = time.process_time()
    job(page)
    return time.process_time() - start


def alone(html: str) -> object:
    """Extract with trafilatura as `main_content` does, and nothing else."""
    return bare_extraction(
        html, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True
    )


def read(html: str) -> object:
    """Read the page as the program does, with its links."""
    return document_from(html.encode(), name="page.html")


def ratios() -> None:
    """Print, for each size, both times and their ratio."""
    for size in SIZES:
        page = drawn_page(random.Random(size), size).html
        ours, theirs = [], []
        for _ in range(max(3, REPEATS - size // 200)):
            theirs.append(cpu(alone, page))
            ours.append(cpu(read, page))
        first, second = statistics.median(theirs), statistics.median(ours)
        print(
            f"{len(page) / 1000:9.0f} kB  trafilatura {1000 * first:9.1f} ms"
            f"  read {1000 * second:9.1f} ms  x{second / first:.2f}"
        )


def hostile() -> None:
    """Print the seconds that each hostile shape takes, and what came of it."""
    word = "<p>The port lost two million euros, said the board. </p>"
    shapes = {
        "20 MB of paragraphs": word * (20_000_000 // len(word)),
        "20 MB in one paragraph": "<p>" + "lost two million " * (20_000_000 // 17),
        "10,000 nested": "<div>" * 10_000 + word + "</div>" * 10_000,
        "10,000 nested, open": "<blockquote>" * 10_000 + word,
        "200,000 links": "<p>" + "<a href='/x'>port</a> " * 200_000,
        "200,000 open links": "<a href='/x'>port " * 200_000,
        "2 MB of list items": "<ul>" + "<li>port</li>" * (2_000_000 // 13),
        "2 MB of table cells": "<table><tr>" + "<td>port</td>" * (2_000_000 // 13),
        "1 MB of open brackets": "<" * 1_000_000,
        "1 MB of comments": "<!--" * 250_000,
        "1 MB of entities": "&amp;" * 200_000,
        "100,000 attributes": "<p " + "a=1 " * 100_000 + ">x</p>",
    }
    for name, body in shapes.items():
        data = f"<!doctype html><html><body>{body}".encode()
        start = time.process_time()
        try:
            said = f"{len(document_from(data, name='page.html').text)} characters"
        except FactcheckError as error:
            said = f"refused: {error.message}"
        print(f"{name:28} {time.process_time() - start:8.1f} s  {said[:60]}")


if __name__ == "__main__":
    hostile() if sys.argv[1:] == ["hostile"] else ratios()
