"""Fact-checks of others in the file: stored once, found by rare words, through the index."""

import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import file_with, reviewer
from factcheck.model.checked import FactCheck
from factcheck.model.evidence import Evidence, EvidenceKind, Stance
from factcheck.store import checked
from factcheck.store.database import Store, open_store
from factcheck.store.transfer import all_rows, fill
from factcheck.store.verify import verify
from hostile_texts import HOSTILE
from readings import drawn, harbour

DAM = FactCheck("The Orsa dam is safe", "Ana", "False", "1 of 1–5", "Checkers",
                "https://checkers.example/dam", "2024-03-02", "en")  # fmt: skip
VACCINE = FactCheck("疫苗会导致儿童自闭症", verdict="错误")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = file_with(tmp_path / "claims.db", harbour())
    with store.writing():
        assert checked.keep_checks(store, (DAM, VACCINE), "a.csv", "2026-03-02") == 2
    return store


def test_a_check_is_stored_once(store: Store) -> None:
    with store.writing():
        assert checked.keep_checks(store, (DAM, FactCheck("New")), "b.csv", "2026-03-03") == 1
    rows = store.rows("SELECT claim, file FROM factchecks")
    assert [tuple(row) for row in rows] == [
        (DAM.claim, "a.csv"), (VACCINE.claim, "a.csv"), ("New", "b.csv"),
    ]  # fmt: skip


def test_a_check_is_never_changed(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="import again"):
        store.connection.execute("UPDATE fact_check SET verdict = 'True'")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Is the Orsa dam really safe?", (DAM,)),
        ("dams", (DAM,)),
        ("网传疫苗致自闭", (VACCINE,)),
        ("疫", ()),
        ("the", (DAM,)),
        ("library", ()),
        ("", ()),
        ('") OR claim:*', ()),
    ],
)
def test_checks_are_found_by_words(
    store: Store, words: str, expected: tuple[FactCheck, ...]
) -> None:
    assert checked.imported_like(store, words) == expected


@given(words=HOSTILE | st.text('a"*:()^-+疫苗 NEAR AND OR NOT', max_size=30))
def test_any_words_can_be_looked_for(words: str) -> None:
    store = Store(Path("memory"), sqlite3.connect(":memory:", isolation_level=None))
    store.connection.row_factory = sqlite3.Row
    for statement in checked.FACT_CHECKS:
        store.execute(statement)
    clean = words.encode("utf-8", "replace").decode()
    checked.keep_checks(store, [FactCheck(clean)], "x", "2026")
    found = checked.imported_like(store, clean)
    assert set(found) <= {FactCheck(clean)}
    store.close()


def many(store: Store, count: int) -> None:
    """Store checks: each with a word that all have, one that half have, and one of its own."""
    checks = (
        FactCheck(f"dam {'open' if i % 2 else 'closed'} group{i % 5} number{i}")
        for i in range(count)
    )
    with store.writing():
        checked.keep_checks(store, checks, "many", "2026")


def test_common_words_are_asked_for_by_twos(store: Store) -> None:
    many(store, 8000)
    both = checked.imported_like(store, "dam open group3")
    assert len(both) == checked.CANDIDATES
    assert all("open" in one.claim and "group3" in one.claim for one in both)
    assert checked.imported_like(store, "dam open group3 number4711")[0].claim.endswith("4711")


def test_words_that_all_have_are_asked_for_together(store: Store) -> None:
    many(store, 11_000)
    assert {"open" in one.claim for one in checked.imported_like(store, "dam open")} == {True}


def test_the_questions_use_the_index(store: Store) -> None:
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)
    checked.imported_like(store, "Is the Orsa dam safe?")
    checked.judged_like(store, "The port lost money", "none")
    store.connection.set_trace_callback(None)
    assert len(asked) > 4
    for sql in (one for one in asked if one.lstrip().startswith("SELECT")):
        steps = [row["detail"] for row in store.rows(f"EXPLAIN QUERY PLAN {sql}")]
        # The index itself is read through by its words: "SCAN … VIRTUAL TABLE INDEX …".
        assert not [step for step in steps if step.startswith("SCAN") and "VIRTUAL" not in step
                    and "CONSTANT" not in step and "SUBQUERY" not in step
                    and "(subquery" not in step]  # fmt: skip


def test_judged_claims_of_other_articles_are_found(tmp_path: Path) -> None:
    other = drawn("Second look\n⟦The port lost money in 2021.⟧\n", title="Second look")
    store = file_with(tmp_path / "claims.db", harbour(), other)
    ana, ben = reviewer(store), reviewer(store, "ben", dice=100)
    first, article = ana.find_claim("1", "1"), ana.article("2").id
    assert checked.judged_like(store, "The port lost money", article) == ()
    ana.attach(first.id, Evidence(EvidenceKind.LINK, "https://port.example", Stance.REFUTES))
    ana.assess(first.id, "refuted")
    [(check, place)] = checked.judged_like(store, "The port lost money", article)
    assert place == "c1 of article 1"
    assert (check.claim, check.verdict, check.publisher, check.date) == (
        first.text, "Refuted", "Harbour dispute", "2026-03-02",
    )  # fmt: skip
    assert checked.judged_like(store, "The port lost money", first.article) == ()
    assert checked.judged_like(store, "", article) == ()
    ben.assess(first.id, "misleading")
    assert checked.judged_like(store, "The port lost money", article) == ()


def test_checks_go_along_with_the_file_and_are_found_there(store: Store, tmp_path: Path) -> None:
    copy = open_store(tmp_path / "copy.db", create=True)
    fill(copy, all_rows(store))
    assert checked.imported_like(copy, "Orsa dam") == (DAM,)
    assert checked.imported_like(copy, VACCINE.claim) == (VACCINE,)
    assert list(verify(copy)) == []


def test_the_work_of_finding_candidates_does_not_grow_with_the_file(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checked, "_COMMON", 50)
    monkeypatch.setattr(checked, "_MOST_WEIGHED", 30)
    draw, words = random.Random(1), [f"word{n}" for n in range(200)]
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    def work(count: int) -> int:
        nonlocal steps
        found = (FactCheck(" ".join([*draw.sample(words, 7), f"rare{n}"])) for n in range(count))
        with store.writing():
            checked.keep_checks(store, found, "a.csv", "now")
        steps = 0
        store.connection.set_progress_handler(step, 100)
        for n in range(50):
            assert checked.imported_like(store, " ".join([*draw.sample(words, 7), f"rare{n}"]))
        store.connection.set_progress_handler(None, 100)
        return steps

    few = work(3_000)
    assert work(27_000) < 1.5 * few
