"""The file as it was: the same answers as were given then, and nothing stored."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk import file_with, reviewer
from factcheck.errors import FactcheckError, StoreError, UsageError
from factcheck.review import editing
from factcheck.review.past import session_as_of
from factcheck.review.session import Session
from factcheck.store.database import Store
from readings import harbour


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return file_with(tmp_path / "claims.db", harbour())


def seen(session: Session) -> list[object]:
    """Return everything that the list and the claims say."""
    article = session.articles()[0].id
    rows = session.rows(article, 1, 99)
    return [session.progress(article), *(session.claim(article, row.number) for row in rows), *rows]


def act(session: Session, what: str, place: int) -> None:
    article = session.articles()[0].id
    rows = session.rows(article, 1, 99)
    one = session.claim(article, rows[place % len(rows)].number)
    match what:
        case "reword":
            editing.reword(session, one, f"{one.text} again")
        case "merge":
            other = session.claim(article, rows[(place + 1) % len(rows)].number)
            editing.merge(session, [one, other])
        case "assess":
            session.assess(one.id, "unproven")
        case "note":
            session.note(one.id, "boats")
        case "undo":
            session.undo()
        case _:
            session.redo()


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["reword", "merge", "assess", "note", "undo", "redo"]),
            st.integers(0, 5),
        ),
        max_size=8,
    )
)
def test_the_past_answers_as_it_did_then(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    store = file_with(tmp_path_factory.mktemp("desk") / "claims.db", harbour())
    session = reviewer(store)
    session.note(session.claim(session.articles()[0].id, 1).id, "first")
    then = {session.history(limit=1)[0].id: seen(session)}
    for what, place in acts:
        try:
            act(session, what, place)
        except FactcheckError:
            continue
        then[session.history(limit=1)[0].id] = seen(session)
    before = list(store.connection.iterdump())
    for event, state in then.items():
        past = session_as_of(session, event)
        assert seen(past) == state
        assert tuple(past.search(session.articles()[0].id, "again")) == tuple(
            row.number for row in past.rows(past.articles()[0].id, 1, 99) if "again" in row.text
        )
        past.close()
    assert list(store.connection.iterdump()) == before
    store.close()


def test_a_moment_is_an_event_the_start_of_one_or_a_time(store: Store) -> None:
    session = reviewer(store)
    article = session.articles()[0].id
    key = session.claim(article, 1).id
    session.assess(key, "unproven")
    session.assess(key, "not-checkable")
    first = session.history()[1]
    for moment in (first.id, first.id.lower(), first.at, first.at[:19], first.at.replace("T", " ")):
        assert session_as_of(session, moment).claim(article, 1).verdict == "unproven"
    for moment in ("2026-03-02", "2026-03-02T10:00", "2027-01-01"):
        assert session_as_of(session, moment).claim(article, 1).verdict == "not-checkable"
    assert session_as_of(session, first.id[:26]).claim(article, 1).verdict == "unproven"


def test_half_an_act_is_never_seen(store: Store) -> None:
    session = reviewer(store)
    article = session.articles()[0].id
    editing.split(session, session.claim(article, 1), ["The port lost €2 m.", "In 2021 it lost."])
    for event in session.history():
        if event.kind != "reviewer":  # which is an act of its own
            numbers = [row.number for row in session_as_of(session, event.id).rows(article, 1, 9)]
            assert numbers == [4, 5, 2, 3]


@pytest.mark.parametrize("moment", ["2025-12-31", "01", "01ZZZZZZZZ", "", "yesterday", "%%%%%%%"])
def test_a_moment_that_never_was_is_refused(store: Store, moment: str) -> None:
    session = reviewer(store)
    session.note(session.claim(session.articles()[0].id, 1).id, "x")
    with pytest.raises(UsageError):
        session_as_of(session, moment)


def test_nothing_can_be_done_in_the_past(store: Store) -> None:
    session = reviewer(store)
    key = session.claim(session.articles()[0].id, 1).id
    session.note(key, "x")
    past = session_as_of(session, session.history()[0].id)
    with pytest.raises(StoreError):
        past.note(key, "y")
