"""`verify` and a reading by an edition of eyecite that is not here."""

from pathlib import Path

from command import Run
from factcheck.review.reading import READER
from factcheck.store.database import open_store

TEXT = "The court followed Hall v. Pine, 12 Neb. App. 64 (2004). The port lost €2 m.\n"


def test_verify_says_what_was_not_read_once_more(run: Run, desk: Path) -> None:
    (desk / "case.txt").write_text(TEXT, encoding="utf-8")
    run("ingest", "case.txt")
    assert run("verify").out.startswith("claims.db is whole")
    store = open_store(desk / "claims.db")
    with store.writing():
        store.execute(f"UPDATE document SET reader = '{READER}/eyecite-0.1'")
    store.close()
    done = run("verify")
    assert done.code == 0
    assert f"article 1: read by {READER}/eyecite-0.1, which is not here" in done.out
