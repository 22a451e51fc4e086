"""Act on every tenth claim of a file, as two reviewers: `python benchmarks/acted.py FILE`."""

import itertools
import sys
from datetime import UTC, datetime
from pathlib import Path

from factcheck.model.evidence import Stance, evidence_from
from factcheck.review.session import Session
from factcheck.store.database import open_store

EVERY = 10

if __name__ == "__main__":
    store = open_store(Path(sys.argv[1]))
    # The benchmark is about reading: what is written here need not survive a power cut.
    store.execute("PRAGMA synchronous = OFF")
    dice = itertools.count(1)
    ana = Session(
        store,
        "ana",
        now=lambda: datetime.now(UTC),
        randomness=lambda size: next(dice).to_bytes(size),
    )
    evidence = evidence_from(
        "https://example.org/register", Stance.REFUTES, title="Register", quote="2019"
    )
    claims = [row["id"] for row in store.rows("SELECT id FROM claim ORDER BY n")]
    for claim in claims[::EVERY]:
        ana.assess(claim, "refuted", "The register says 2019.", evidence)
    store.close()
