"""Court cases by eyecite: the reading says so, claims stay, a file can be explained."""

import importlib.metadata
from pathlib import Path

import pytest

from desk import reviewer
from factcheck.model.claim import claim_id
from factcheck.model.document import Document
from factcheck.model.rules import RuleSettings
from factcheck.review.intake import ingest, read_again
from factcheck.review.reading import READER, casebook, read, reader_for
from factcheck.review.whole import uncompared
from factcheck.store.database import Store, open_store

TEXT = "The court followed Hall v. Pine, 12 Neb. App. 64 (2004). The port lost €2 m.\n"
DOCUMENT = Document(TEXT, "Port", "port.txt")
OFF = RuleSettings(off=("rhetoric.loaded",))


def without(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing of eyecite be installed."""

    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    monkeypatch.setattr("factcheck.citations.casebook.find_spec", lambda name: None)


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take eyecite away."""
    without(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "a.db", create=True)


def test_the_reader_names_eyecite_only_where_it_was_asked() -> None:
    assert reader_for(TEXT, RuleSettings()) == f"{READER}/{casebook()}"
    assert reader_for(TEXT, OFF).endswith(casebook())
    assert reader_for("The port lost €2 m.", RuleSettings()) == READER
    # What the program's own table knows needs no other.
    assert reader_for("See Doe v. Roe, 410 U.S. 113 (1973).", RuleSettings()) == READER
    assert reader_for("See 410 U.S. 113 in 12 Oct. 2009.", RuleSettings()) == READER


def test_claims_are_the_same_with_and_without() -> None:
    ids = [
        [claim_id(DOCUMENT.id, claim.spans, claim.text) for claim in reading.claims]
        for reading in (read(DOCUMENT), read(DOCUMENT, with_casebook=False))
    ]
    assert ids[0] == ids[1] != []


def test_an_article_read_without_it_is_read_again_where_it_is(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as lacking:
        without(lacking)
        assert ingest(store, DOCUMENT)[0].reader == READER
    assert list(reviewer(store).verify()) == []
    article, new = ingest(store, DOCUMENT)
    assert (new, article.reader) == (True, f"{READER}/{casebook()}")
    assert list(reviewer(store).verify()) == []
    assert uncompared(store) == ()


@pytest.mark.usefixtures("lacking")
def test_an_article_read_with_it_loses_nothing_where_it_is_not(store: Store) -> None:
    older = f"{READER}/eyecite-2.7/reporters-db-3.2"
    ingest(store, DOCUMENT)
    with store.writing():
        store.execute("UPDATE document SET reader = ?", (older,))
    article, new = ingest(store, DOCUMENT)
    assert (new, article.reader) == (False, older)
    assert read_again(store, RuleSettings()) == ()
    assert list(reviewer(store).verify()) == []
    assert [each.reader for each in uncompared(store)] == [older]
