"""An article from a page can be read again from the file: its links are there."""

from pathlib import Path

from desk import reviewer
from factcheck.model.document import Document, Link
from factcheck.model.rules import RuleSettings
from factcheck.review.intake import ingest, read_again
from factcheck.store.anchors import document_of
from factcheck.store.database import Store, open_store
from readings import place

TEXT = "Harbour dispute\n\nThe port lost €2 million, its report says. Nobody was told of it.\n"
LINK = Link(place(TEXT, "its report"), "https://port.example/2021.pdf")
OFF = RuleSettings(off=("rhetoric.absolute",))


def links_of(store: Store) -> list[str]:
    rows = store.rows("SELECT identifier FROM citation WHERE kind = 'link'")
    return [row["identifier"] for row in rows]


def test_what_was_read_from_a_page_is_read_again_with_its_links(tmp_path: Path) -> None:
    store = open_store(tmp_path / "claims.db", create=True)
    document = Document(TEXT, "Harbour dispute", "port.html", (LINK,))
    article, _ = ingest(store, document)
    before = links_of(store)
    assert len(before) == 1
    assert document_of(store, article) == document
    (again,) = read_again(store, OFF)
    assert links_of(store) == before
    assert document_of(store, again) == document
    assert list(reviewer(store).verify()) == []


def test_a_text_without_links_has_none(tmp_path: Path) -> None:
    store = open_store(tmp_path / "claims.db", create=True)
    article, _ = ingest(store, Document(TEXT, "Harbour dispute", "port.txt"))
    assert document_of(store, article).links == ()
