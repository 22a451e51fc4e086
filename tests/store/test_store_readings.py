"""Readings in the file: whole, content-addressed, and read again without losing an act."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import UsageError
from factcheck.model.claim import Claim
from factcheck.model.evidence import Stance, evidence_from
from factcheck.model.reading import Reading
from factcheck.model.span import Span
from factcheck.review.acts import findings_called
from factcheck.store.database import Store
from factcheck.store.readings import reader_of, save
from readings import HARBOUR, drawn, harbour, lines_of, texts

TABLES = (
    "document", "segment", "claim", "claim_span", "citation", "claim_citation", "finding",
    "finding_claim", "ledger",
)  # fmt: skip


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: [tuple(row) for row in store.rows(f"SELECT * FROM {table} ORDER BY 1, 2")]
        for table in TABLES
    }


def reread(store: Store, reading: Reading) -> None:
    with store.writing():
        save(store, reading, "newer")


def numbered(store: Store) -> list[tuple[int, str, int]]:
    rows = store.rows("SELECT number, text, current FROM claim ORDER BY number")
    return [(row["number"], row["text"], row["current"]) for row in rows]


def test_the_same_text_gives_the_same_rows_on_every_machine(tmp_path: Path) -> None:
    first = file_with(tmp_path / "a.db", harbour())
    second = file_with(tmp_path / "b.db", harbour())
    assert contents(first) == contents(second)
    assert list(reviewer(first).verify()) == []


def test_reading_again_gives_the_same_rows_but_for_the_version(tmp_path: Path) -> None:
    store = file_with(tmp_path / "a.db", harbour())
    before = contents(store)
    reread(store, harbour())
    after = contents(store)
    assert {t: r for t, r in after.items() if t not in {"document", "claim"}} == {
        t: r for t, r in before.items() if t not in {"document", "claim"}
    }
    assert reader_of(store, harbour().document.id) == "newer"
    assert {row["reader"] for row in store.rows("SELECT reader FROM claim")} == {"newer"}
    assert list(reviewer(store).verify()) == []


def test_reading_again_keeps_a_claim_on_which_somebody_acted(tmp_path: Path) -> None:
    store = file_with(tmp_path / "a.db", harbour())
    session = reviewer(store)
    article = session.articles()[0].id
    session.note(session.claim(article, 2).id, "asked Roy about boats")
    old = harbour()
    spans = [claim.spans[0] for claim in old.claims]
    joined = Claim("The port lost €2 m.", (Span(spans[0].start, spans[1].end),))
    reread(store, replace(old, claims=(joined, old.claims[2]), citations=(), findings=()))
    assert numbered(store) == [
        (1, "The port lost €2 m.", 1),
        (2, "Ines Roy said it was a disgrace.", 0),
        (3, "Critics say traffic fell by half.", 1),
    ]
    assert tuple(session.search(article, "boats")) == (2,)
    assert tuple(session.search(article, "port")) == (1,)
    assert list(session.verify()) == []


def test_an_older_claim_that_is_read_again_is_current_again(tmp_path: Path) -> None:
    store = file_with(tmp_path / "a.db", harbour())
    session = reviewer(store)
    article = session.articles()[0].id
    session.assess(session.claim(article, 1).id, "unproven")
    old = harbour()
    reread(store, replace(old, claims=old.claims[1:], citations=(), findings=()))
    assert [row[2] for row in numbered(store)] == [0, 1, 1]
    reread(store, old)
    assert [row[2] for row in numbered(store)] == [1, 1, 1]
    assert session.claim(article, 1).verdict == "unproven"
    assert list(session.verify()) == []


def test_acts_that_came_before_the_text_find_their_claim(tmp_path: Path) -> None:
    old = harbour()
    store = file_with(tmp_path / "a.db", old)
    session = reviewer(store)
    article = session.articles()[0].id
    session.note(session.claim(article, 1).id, "asked about boats")
    with store.writing():
        for table in ("finding", "citation", "ledger", "segment", "claim"):
            store.execute(f"DELETE FROM {table}")
        store.execute("INSERT INTO claim_search (claim_search) VALUES ('delete-all')")
        store.execute("DELETE FROM document")
        store.execute("UPDATE claim_state SET document = NULL")
    assert session.history()[0].number is None
    reread(store, old)
    assert tuple(session.search(article, "boats")) == (1,)
    assert list(session.verify()) == []


def test_a_text_without_a_language_has_none(tmp_path: Path) -> None:
    reading = harbour()
    silent = replace(
        reading, segments=tuple(replace(s, language=None) for s in lines_of(reading.document.text))
    )
    store = file_with(tmp_path / "a.db", silent)
    assert reviewer(store).articles()[0].language is None


def test_a_long_way_through_many_claims_stays_in_order(tmp_path: Path) -> None:
    marked = "Title\n" + "".join(f"⟦Claim number {i}.⟧ " for i in range(700))
    store = file_with(tmp_path / "a.db", drawn(marked))
    session = reviewer(store)
    article = session.articles()[0]
    assert article.claims == 700
    assert [row.text for row in session.rows(article.id, 699, 64)] == [
        "Claim number 698.",
        "Claim number 699.",
    ]
    assert session.rows(article.id, 701, 64) == ()


def test_articles_are_found_by_what_they_are_called(tmp_path: Path) -> None:
    other = drawn("Second\n⟦Two boats sank.⟧\n", title="Second", source="second.txt")
    store = file_with(tmp_path / "a.db", harbour(), other)
    session = reviewer(store)
    key = other.document.id
    for reference in ("2", key, key[:9], "second.txt"):
        assert session.article(reference).id == key
    with pytest.raises(UsageError, match=r"no article in .* is called 'third'"):
        session.article("third")
    with pytest.raises(UsageError, match="holds 2 articles"):
        session.article(None)
    same_name = drawn("Third\n⟦No boat sank.⟧\n", title="Third", source="second.txt")
    with store.writing():
        save(store, same_name, "test")
    with pytest.raises(UsageError, match="more than one article"):
        session.article("second.txt")


def test_claims_are_found_by_what_they_are_called(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "a.db", harbour()))
    key = session.find_claim("c2", None).id
    assert session.find_claim("2", "1").id == session.find_claim(key, None).id == key
    with pytest.raises(UsageError, match="no claim 9"):
        session.find_claim("c9", None)
    with pytest.raises(UsageError, match="no claim first"):
        session.find_claim("first", None)
    with pytest.raises(UsageError, match="no claim c²"):
        session.find_claim("c²", None)


def test_findings_are_found_by_rule_or_id(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "a.db", harbour()))
    claim = session.find_claim("2", None)
    assert findings_called(claim, "rhetoric.loaded") == (claim.findings[0].id,)
    assert findings_called(claim, claim.findings[0].id) == (claim.findings[0].id,)
    with pytest.raises(UsageError, match="no finding") as caught:
        findings_called(claim, "rhetoric.hedge")
    assert caught.value.hint == "it has rhetoric.loaded"
    with pytest.raises(UsageError) as caught:
        findings_called(session.find_claim("1", None), "x")
    assert caught.value.hint == "it has no findings"


def test_a_claim_is_answered_with_everything_about_it(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "a.db", harbour()))
    article = session.articles()[0].id
    first, second, third = (session.claim(article, number) for number in (1, 2, 3))
    assert [c.text for c in (first, second, third)] == texts(harbour().claims)
    assert (first.quotes, first.status, first.attribution) == ((first.text,), "open", None)
    assert [(c.kind, c.identifier) for c in first.citations] == [
        ("report", "https://example.org/a")
    ]
    assert second.attribution is not None
    assert (second.attribution.named, second.attribution.source) == (True, "Ines Roy")
    assert second.needs_context == ("it",)
    assert second.features == (("quotation", 0.5), ("opinion", -0.25))
    assert third.attribution is not None
    assert third.attribution.named is False
    assert [f.rule for f in third.findings] == ["unsupported.statistic"]


def test_marks_are_those_that_touch_the_stretch(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "a.db", harbour()))
    article = session.articles()[0].id
    text = session.text(article)
    everything = session.marks(article, Span(0, len(text)))
    assert [(m.what, m.claim, m.span.of(text)) for m in everything] == [
        ("claim", 1, "The port lost €2 m in 2021."),
        ("citation", 1, "€2 m"),
        ("claim", 2, "Ines Roy said it was a disgrace."),
        ("finding", 2, "disgrace"),
        ("citation", None, "disgrace"),
        ("claim", 3, "Critics say traffic fell by half."),
        ("finding", 3, "by half"),
    ]
    for i in range(len(text)):
        touching = [m for m in everything if m.span.start < i + 1 and m.span.end > i]
        assert sorted(session.marks(article, Span(i, i + 1)), key=repr) == sorted(
            touching, key=repr
        )


def test_the_next_open_claim_wraps_around(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "a.db", harbour()))
    article = session.articles()[0].id
    session.assess(session.claim(article, 2).id, "unproven")
    assert [session.next_open(article, n, 1) for n in (0, 1, 3)] == [1, 3, 1]
    assert [session.next_open(article, n, -1) for n in (3, 1)] == [1, 3]
    session.assess(session.claim(article, 1).id, "unproven")
    assert session.next_open(article, 3, 1) == 3
    session.assess(session.claim(article, 3).id, "unproven")
    assert session.next_open(article, 1, 1) is None


def test_a_line_of_the_list_is_seen_by_one_reviewer(tmp_path: Path) -> None:
    store = file_with(tmp_path / "a.db", harbour())
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    article = ana.articles()[0].id
    ana.assess(
        ana.claim(article, 2).id,
        "refuted",
        "",
        evidence_from("https://example.org", Stance.REFUTES),
    )
    ana.confirm(ana.claim(article, 2).id, ana.claim(article, 2).findings[0].id)
    mine, theirs = ana.rows(article, 2, 1)[0], ben.rows(article, 2, 1)[0]
    assert (mine.status, mine.flags, mine.findings, mine.evidence) == (
        "refuted", ("rhetorical",), 0, 1,
    )  # fmt: skip
    assert (theirs.status, theirs.flags, theirs.findings) == ("open", ("rhetorical",), 1)


def test_the_harbour_is_what_it_is_drawn_as() -> None:
    assert texts(drawn(HARBOUR).claims) == texts(harbour().claims)
