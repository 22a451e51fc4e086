"""Lists of an article that people edited: orders, filters, next-open, matches, the past."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk import file_with, reviewer
from factcheck.model.listing import EVERY, Listing, Sort
from factcheck.model.span import Span
from factcheck.review import editing
from factcheck.review.asking import claims_table, listed_table
from factcheck.review.past import session_as_of
from factcheck.review.session import Session
from factcheck.store import tallies
from readings import drawn, harbour
from review.test_review_editing import ACTS, perform


def article_of(session: Session) -> str:
    return session.articles()[0].id


def by_place(session: Session) -> dict[int, str]:
    """Return the status of every claim on the list by number, in reading order."""
    article = article_of(session)
    every = session.store.rows("SELECT number, start FROM claim WHERE listed")
    numbers = [
        row["number"] for row in sorted(every, key=lambda row: (row["start"], row["number"]))
    ]
    rows = session.lists.rows(article, numbers)
    return {row.number: row.status for row in rows}


def listed(session: Session, listing: Listing) -> list[int]:
    return [n for piece in session.lists.ordered(article_of(session), listing) for n in piece]


def around(numbers: list[int], number: int, step: int) -> list[int]:
    """Return *numbers* from beside *number* on and around, *number* last."""
    place = numbers.index(number)
    turned = numbers[place + 1 :] + numbers[:place] if step > 0 else None
    back = numbers[:place][::-1] + numbers[place + 1 :][::-1]
    return [*(back if turned is None else turned), number]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=14))
def test_lists_and_moves_follow_any_edits(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    store = file_with(tmp_path_factory.mktemp("desk") / "claims.db", harbour())
    session = reviewer(store)
    for act, place in acts:
        perform(session, act, place)
    there, article = by_place(session), article_of(session)
    assert listed(session, EVERY) == list(there)
    for status in ("open", "stale", "unproven"):
        wanted = [n for n, s in there.items() if s == status or (status, s) == ("open", "stale")]
        assert listed(session, Listing(status=(status,))) == wanted
    for sort in (Sort.WORTH, Sort.TOUCHED):
        assert sorted(listed(session, Listing(sort=sort))) == sorted(there)
    open_ones = {n for n, status in there.items() if status in {"open", "stale", "deferred"}}
    for number in there:
        for step in (1, -1):
            wanted_next = next(
                (n for n in around(list(there), number, step) if n in open_ones), None
            )
            assert session.next_open(article, number, step) == wanted_next
    progress = session.progress(article)
    assert (progress.claims, progress.open) == (len(there), len(open_ones))
    assert session.articles()[0].claims == len(there)
    assert list(tallies.wrong_tallies(store)) == []
    store.close()


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Return a session in whose article c1 was split into c4 and c5, and c3 taken off the list."""
    made = reviewer(file_with(tmp_path / "claims.db", harbour()))
    article = article_of(made)
    first = made.claim(article, 1)
    editing.split(made, first, (first.text.split()[0] + " again.", first.text))
    editing.reject(made, made.claim(article, 3), "a caption")
    return made


def test_tables_hold_what_is_on_the_list_in_reading_order(session: Session) -> None:
    article = article_of(session)
    for answer in (
        claims_table(session, article),
        listed_table(session, article, Listing(worth_from=0.0001)),
    ):
        place = answer.columns.index("number")
        assert [row[place] for row in answer.rows] == list(by_place(session))


def test_filters_and_tables_of_the_past_show_the_past(session: Session) -> None:
    article = article_of(session)
    first = session.history(article=article)[-1]
    now = list(by_place(session))
    past = session_as_of(session, first.id)
    wanted = Listing(worth_from=0.0001)
    assert listed(past, wanted) == list(by_place(past)) == sorted([*now, 3], key=_start(session))
    answer = listed_table(past, article, wanted)
    assert [row[answer.columns.index("number")] for row in answer.rows] == listed(past, wanted)


def _start(session: Session) -> Callable[[int], tuple[int, int]]:
    rows = session.store.rows("SELECT number, start FROM claim")
    starts = {row["number"]: row["start"] for row in rows}
    return lambda number: (starts[number], number)


def test_claims_that_came_and_went_are_found_by_their_blocks(session: Session) -> None:
    article = article_of(session)
    for number in by_place(session):
        session.assess(session.claim(article, number).id, "unproven")
    assert session.next_open(article, 4, 1) is None
    assert session.next_open(article, 4, -1) is None
    session.undo()
    (left,) = [n for n, status in by_place(session).items() if status in {"open", "stale"}]
    assert session.next_open(article, 2, 1) == session.next_open(article, 4, -1) == left


def test_a_gap_that_somebody_made_a_claim_of_is_a_gap_no_more(tmp_path: Path) -> None:

    text = "Town hall\n⟦The port is open.⟧\nNobody counted the boats.\n"
    session = reviewer(file_with(tmp_path / "gaps.db", drawn(text)))
    article = article_of(session)
    whole = Span(0, 200)
    gap = next(mark for mark in session.marks(article, whole) if mark.what == "gap")
    assert "Nobody" in gap.span.of(session.text(article))
    editing.add(session, article, Span(gap.span.start, gap.span.end + 1))
    assert all(mark.what != "gap" for mark in session.marks(article, whole))
    assert listed(session, Listing(gaps=True)) == []
