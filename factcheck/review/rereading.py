"""Reading what was captured once more, with the readers of this version. Nothing is fetched."""

from contextlib import closing
from pathlib import Path

from factcheck.evidence.capture import read_again
from factcheck.review.capturing import refresh_findings
from factcheck.sources.bodies import extracted
from factcheck.store import snapshots
from factcheck.store.database import open_store


def reread(path: str) -> tuple[int, int]:
    """Read all bodies of the file once more; return how many there are, and how many say otherwise.

    Findings about captured sources are looked for anew.

    Raises:
        StoreError: the file cannot be opened or written.
    """
    read = changed = 0
    with closing(open_store(Path(path))) as store:
        for capture, body in snapshots.captured_bodies(store):
            snapshot, remark = read_again(capture, body, text=extracted)
            read += 1
            with store.writing():
                changed += snapshots.keep_words(store, snapshot)
                snapshots.keep_remark(store, snapshot.sha256, remark)
        refresh_findings(store)
    return read, changed
