"""Where a text came from is written with it, and only where there is something to write."""

from pathlib import Path

from desk import file_with
from factcheck.model.document import About, Document, Link, Original
from factcheck.model.reading import Reading
from factcheck.model.span import Span
from factcheck.sources import document_from
from factcheck.store.origins import about_of, links_of, original_of
from factcheck.store.readings import save
from readings import harbour

PAGE = b"<html><body><p>The port lost <a href='https://a.example'>two million</a>.</p></body>"


def reading_of(document: Document) -> Reading:
    return Reading(document, (), (), (), ())


def test_a_page_is_kept_with_its_links_and_what_it_says_of_itself(tmp_path: Path) -> None:
    document = document_from(PAGE, name="x.html", address="https://port.example/x")
    store = file_with(tmp_path / "claims.db", reading_of(document))
    assert links_of(store, document.id) == document.links != ()
    assert about_of(store, document.id) == document.about
    assert document.about.address == "https://port.example/x"
    assert original_of(store, document.id) == Original(PAGE, "text/html")


def test_a_plain_text_leaves_nothing_and_one_in_another_encoding_its_bytes(tmp_path: Path) -> None:
    plain = document_from("Café prices rose.\n".encode(), name="a.txt")
    latin = document_from("Café rents fell.\n".encode("latin-1"), name="b.txt", encoding="latin-1")
    store = file_with(tmp_path / "claims.db", reading_of(plain), reading_of(latin))
    assert plain.original is None
    assert original_of(store, plain.id) is None
    assert about_of(store, plain.id) == About()
    assert original_of(store, latin.id) == latin.original
    assert latin.original == Original("Café rents fell.\n".encode("latin-1"), "text/plain")
    assert [row["article"] for row in store.rows("SELECT * FROM origins")] == [latin.id]


def test_a_text_that_is_there_keeps_the_origin_it_came_with(tmp_path: Path) -> None:
    store = file_with(tmp_path / "claims.db", harbour())
    document = harbour().document
    linked = Document(document.text, "", "", (Link(Span(0, 3), "https://late.example"),))
    with store.writing():
        save(store, reading_of(linked), "newer")
    assert links_of(store, document.id) == ()
