"""What a report asks of the file, against the same asked in the plain way."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk import file_with, reviewer, ticking
from factcheck.errors import UsageError
from factcheck.export.annotated import marks
from factcheck.model.evidence import Stance, evidence_from
from factcheck.model.reading import Account, Reading, ledger
from factcheck.model.report import counted
from factcheck.model.span import Span
from factcheck.review import editing
from factcheck.review.reporting import report
from factcheck.store import counting, pages, queries
from factcheck.store.corrections import corrections
from factcheck.store.database import Store
from factcheck.store.edits import reading_order
from factcheck.store.history import head
from factcheck.store.pages import StoredClaims
from factcheck.store.verdicts import scale
from histories import HISTORIES, Do, acted
from readings import drawn, harbour

HISTORY = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2)), max_size=9)


@given(HISTORIES)
@settings(max_examples=30)
def test_pages_hold_what_is_known_of_each_claim(history: list[tuple[int, int, Do]]) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "PAGE", 2)
        store = acted(Path(folder) / "claims.db", history)
        for article in queries.articles(store):
            found = list(StoredClaims(store, article.id))
            one_by_one = [
                queries.claim(store, article.id, number, "")
                for number in reading_order(store, article.id).numbers(1, article.claims)
            ]
            assert found == one_by_one
            assert counting.tally(store, article.id) == counted(found, scale(store))
        store.close()


def read(path: Path, reading: Reading) -> tuple[Store, str]:
    store = file_with(path, reading)
    return store, reading.document.id


def test_references_name_the_claims_that_rest_on_them(tmp_path: Path) -> None:
    store, article = read(tmp_path / "claims.db", harbour())
    found = list(counting.citations(store, article))
    assert [(one.kind, one.quote, one.identifier, one.claims) for one in found] == [
        ("report", "€2 m", "https://example.org/a", (1,)), ("quotation", "disgrace", "", ()),
    ]  # fmt: skip
    assert counting.headings(store, article) == ((0, "Harbour dispute"),)


@given(st.text(alphabet="ab ⟦⟧.-\n", max_size=40).filter(lambda text: text.strip()))
def test_unaccounted_stretches_hold_the_letters_that_the_ledger_counts(text: str) -> None:
    bare = text.replace("⟦", "").replace("⟧", "")
    reading = drawn("Title\n" + bare + "⟦claim⟧ left over\n")
    with TemporaryDirectory() as folder:
        store, article = read(Path(folder) / "claims.db", reading)
        found = list(counting.unaccounted(store, article))
        store.close()
    whole = reading.document.text
    assert all(span.of(whole) == words for span, words in found)
    letters = sum(letter.isalnum() for _, words in found for letter in words)
    assert letters == ledger(reading)[Account.UNACCOUNTED]


def test_a_report_can_be_gone_through_twice(tmp_path: Path) -> None:
    store, article = read(tmp_path / "claims.db", harbour())
    made = report(store, article, ticking()())
    assert list(made.claims) == list(made.claims)
    assert list(made.citations) == list(made.citations) != []
    assert marks(made)[made.headings[0][0] + 16] == [(True, 1)]


def test_corrections_compare_with_the_head_of_an_earlier_report(tmp_path: Path) -> None:
    store, article = read(tmp_path / "claims.db", harbour())
    ana = reviewer(store, "ana")
    one, two, three = (ana.claim(article, number).id for number in (1, 2, 3))
    ana.assess(one, "unproven", "first")
    ana.assess(three, "not-checkable")
    before, _ = head(store)
    ana.attach(one, evidence_from("https://a.example", Stance.REFUTES))
    ana.assess(one, "refuted", "found it")
    ana.note(two, "later")
    found = corrections(store, article, before[:12].upper())
    assert (found.since, len(found.claims)) == (before, 2)
    first, second = found.claims
    assert (first.number, first.before, first.after) == (1, "unproven", "refuted")
    assert [act.partition(": ")[2] for act in first.acts] == [
        "evidence refutes: https://a.example", "unproven → refuted · rationale: found it",
    ]  # fmt: skip
    assert (second.number, second.before, second.after) == (2, None, None)
    assert corrections(store, article, head(store)[0]).claims == ()


@pytest.mark.parametrize("since", ["", "abc", "f" * 64, "x" * 200, "%%%%%%%%"])
def test_a_head_that_is_not_there_is_refused(tmp_path: Path, since: str) -> None:
    store, article = read(tmp_path / "claims.db", harbour())
    with pytest.raises(UsageError, match="no event whose hash"):
        corrections(store, article, since)


def test_corrections_tell_what_edits_did_to_a_verdict(tmp_path: Path) -> None:
    store, article = read(tmp_path / "claims.db", harbour())
    ana = reviewer(store, "ana")
    one = ana.claim(article, 1)
    ana.assess(one.id, "unproven", "first")
    before, _ = head(store)
    made = editing.reword(ana, one, f"{one.text} indeed")
    gone, new = corrections(store, article, before).claims
    assert (gone.number, gone.before, gone.after) == (1, "unproven", None)
    assert (new.number, new.before, new.after) == (made.number, None, None)
    assert [act.partition(": ")[2] for act in gone.acts] == ["reworded"]
    ana.assess(made.claim, "not-checkable")
    _, new = corrections(store, article, before).claims
    assert (new.before, new.after) == (None, "not-checkable")


def test_words_of_a_made_claim_are_accounted_for_and_no_reference_rests_on_what_went(
    tmp_path: Path,
) -> None:
    store, article = read(tmp_path / "claims.db", drawn("Title\n⟦claim⟧ left over\n"))
    ana = reviewer(store, "ana")
    [(span, words)] = counting.unaccounted(store, article)
    assert words == "left over"
    editing.add(ana, article, span)
    assert list(counting.unaccounted(store, article)) == []
    ana.undo()
    assert [words for _, words in counting.unaccounted(store, article)] == ["left over"]
    store, article = read(tmp_path / "other.db", harbour())
    ana = reviewer(store, "ana")
    editing.reject(ana, ana.claim(article, 1), "a caption")
    assert [one.claims for one in counting.citations(store, article)] == [(), ()]


def test_spans_are_named_by_the_words(tmp_path: Path) -> None:
    store, article = read(tmp_path / "claims.db", harbour())
    first = next(iter(StoredClaims(store, article)))
    assert first.spans == (Span(16, 43),)
