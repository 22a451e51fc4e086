"""Speed of quotations and captures as ratios: `python benchmarks/evidence.py quotes` or `captures`.

`quotes`: CPU seconds to compare 1,000 quotations with 1,000 snapshots of 100 kB, over those to read
the snapshots from the file. `captures`: seconds to capture 200 pages of a site that answers after
50 ms one after another, over those to capture them together; no more than two of a host at once.
"""

import random
import sys
import time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from desk import ticking  # noqa: E402
from factcheck.evidence.capture import capture_all  # noqa: E402
from factcheck.evidence.fetching import fetch  # noqa: E402
from factcheck.evidence.quotes import compare  # noqa: E402
from factcheck.model.capture import Capture, Snapshot, Source  # noqa: E402
from factcheck.sources.bodies import extracted  # noqa: E402
from factcheck.store import snapshots  # noqa: E402
from factcheck.store.database import Store, open_store  # noqa: E402
from quote_cases import Case, cases  # noqa: E402
from webpages import serving  # noqa: E402

SNAPSHOTS = 1_000
CHARACTERS = 100_000
PAGES, HOSTS, LATENCY = 200, 25, 0.05


def quotes() -> float:
    """Return the CPU time of comparing over that of reading."""
    drawn = cases(SNAPSHOTS, 7)
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "claims.db", create=True)
        _fill(store, drawn)
        start = time.process_time()
        for number in range(SNAPSHOTS):
            snapshots.last_snapshot(store, str(number))
        reading = time.process_time() - start
        comparing = 0.0
        for number, case in enumerate(drawn):
            last = snapshots.last_snapshot(store, str(number))
            start = time.process_time()
            compare(case.quote, (last and last[1]) or "")
            comparing += time.process_time() - start
        store.close()
    return comparing / reading


def _fill(store: Store, drawn: list[Case]) -> None:
    draw = random.Random(1)
    words = (ROOT / "seeds" / "000_c312bf23caa994f9.txt").read_text(encoding="utf-8").split()
    with store.writing():
        for number, case in enumerate(drawn):
            around = " ".join(draw.choices(words, k=CHARACTERS // 13))
            text = f"{around}\n{case.text}\n{around[::-1]}"[:CHARACTERS]
            digest = sha256(text.encode()).hexdigest()
            body = Snapshot(digest, "text/plain", b"", text)
            kept = Capture(str(number), "2026-03-02T10:00:00.000Z", sha256=digest)
            snapshots.keep(store, f"{number:06}", kept, body, "benchmark")


def captures() -> float:
    """Return the time of one after another over that of all together."""
    with serving(delay=LATENCY) as site:
        web = site.web()
        sources = [
            Source(str(i), site.url("/article", f"host{i % HOSTS}.test")) for i in range(PAGES)
        ]
        took = []
        for at_once in (1, 16):
            start = time.perf_counter()
            done = capture_all(
                sources,
                fetch=lambda url: fetch(url, web),
                now=ticking(),
                text=extracted,
                at_once=at_once,
            )
            assert all(each.snapshot for each in done)
            took.append(time.perf_counter() - start)
    return took[0] / took[1]


if __name__ == "__main__":
    print(round({"quotes": quotes, "captures": captures}[sys.argv[1]](), 2))
