"""Questions that people keep: saved, remembered, written out; nothing of it is an event."""

import json
from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import InputError, UsageError
from factcheck.model.question import Question
from factcheck.review import questions
from factcheck.review.asking import NAMED, answer
from factcheck.review.session import Session
from factcheck.store import local
from factcheck.store.console import ask
from readings import harbour

SQL = "select number, text from claims order by number"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return reviewer(file_with(tmp_path / "claims.db", harbour()))


def test_a_question_is_saved_asked_for_replaced_and_forgotten(session: Session) -> None:
    assert questions.save_query(session, " by  number ", f" {SQL} ") == "by number"
    questions.save_query(session, "a", "select 1")
    questions.save_query(session, "a", "select 2")
    assert [(each.name, each.sql) for each in questions.saved_queries(session)] == [
        ("a", "select 2"), ("by number", SQL),
    ]  # fmt: skip
    assert questions.named_query(session, "by number").sql == SQL
    assert questions.forget_query(session, "a").sql == "select 2"
    with pytest.raises(UsageError, match="there is no question 'a'"):
        questions.forget_query(session, "a")


def test_questions_of_the_program_come_after_saved_ones_and_stay_what_they_are(
    session: Session,
) -> None:
    questions.save_query(session, "zz", "select 1")
    assert questions.named_queries(session) == (Question("zz", "", "select 1"), *NAMED)
    with pytest.raises(UsageError, match="'words' is a question of the program"):
        questions.save_query(session, "words", "select 1")
    with pytest.raises(UsageError, match="'words' is a question of the program"):
        questions.forget_query(session, "words")


def test_parameters_go_before_those_that_a_question_has(session: Session) -> None:
    worth = questions.named_query(session, "worth-checking")
    assert questions.parameters_of(worth, {"limit": "5"}) == {"article": "1", "limit": "5"}
    with pytest.raises(UsageError, match="has no parameter 'limits'") as caught:
        questions.parameters_of(worth, {"limits": "5"})
    assert caught.value.hint == "its parameters: article, limit"
    with pytest.raises(UsageError) as caught:
        questions.parameters_of(questions.named_query(session, "gaps"), {"x": "5"})
    assert caught.value.hint == "its parameters: none"
    own = Question("mine", "", "select :x as x")
    assert questions.parameters_of(own, {"x": "5"}) == {"x": "5"}


@pytest.mark.parametrize("question", NAMED, ids=lambda question: question.name)
def test_every_question_of_the_program_is_answered_as_the_console_shows_it(
    session: Session, question: Question
) -> None:
    shown = questions.filled_in(question)
    assert not [name for name in question.parameters if f":{name}" in shown]
    assert list(ask(session.store.path, shown).rows) == list(
        ask(session.store.path, question.sql, question.parameters).rows
    )


def test_what_is_filled_in_is_a_value_whatever_it_holds() -> None:
    odd = Question("odd", "", "select :a, :b", {"a": "it's"})
    assert questions.filled_in(odd) == "select 'it''s', :b"


@pytest.mark.parametrize(
    ("name", "sql"), [("", "select 1"), (" \n", "select 1"), ("x" * 81, "select 1"), ("x", " ")]
)
def test_a_question_needs_a_name_and_words(session: Session, name: str, sql: str) -> None:
    with pytest.raises(UsageError):
        questions.save_query(session, name, sql)


def test_what_was_asked_is_remembered_newest_first_and_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for sql in ("select 1", "select '\ud800'", "select 1", "select 3"):
        questions.remember_asked(session, sql)
    assert questions.asked(session) == ("select 3", "select 1", "select '\ufffd'")
    monkeypatch.setattr(local, "_ASKED_KEPT", 2)
    questions.remember_asked(session, "select 4")
    assert questions.asked(session) == ("select 4", "select 3")


def test_nothing_that_is_kept_is_an_event_and_the_file_stays_whole(session: Session) -> None:
    questions.save_query(session, "x", "select 1")
    questions.remember_asked(session, "select 1")
    assert session.history() == ()
    assert list(session.verify()) == []


def test_names_are_those_of_views_first_and_inner_tables_are_left_out(session: Session) -> None:
    names = questions.known_names(session)
    assert next(iter(names)) == "articles"
    assert "check_worthiness" in names["claims"]
    assert names["claim_search"] == ("wording", "notes")
    assert not [name for name in names if name.startswith(("sqlite", "_sqlite", "claim_search_"))]


def test_an_answer_is_written_as_csv_or_json_lines_and_runs_no_formula(
    session: Session, tmp_path: Path
) -> None:
    sql = "select '=1+1' as a, 2 as b"
    questions.export(session, sql, str(tmp_path / "a.csv"))
    assert (tmp_path / "a.csv").read_bytes() == b"a,b\r\n'=1+1,2\r\n"
    questions.export(session, sql, str(tmp_path / "a.jsonl"))
    assert json.loads((tmp_path / "a.jsonl").read_text()) == {"a": "=1+1", "b": 2}


def test_nothing_is_written_over_and_other_endings_are_refused(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "mine.csv").write_text("mine")
    with pytest.raises(InputError, match="is there already"):
        questions.export(session, SQL, str(tmp_path / "mine.csv"))
    assert (tmp_path / "mine.csv").read_text() == "mine"
    with pytest.raises(UsageError, match="neither CSV"):
        questions.export(session, SQL, str(tmp_path / "a.txt"))
    with pytest.raises(UsageError, match="is wrong"):
        questions.export(session, "select x", str(tmp_path / "b.csv"))
    assert not (tmp_path / "b.csv").exists()


def test_a_question_stops_when_it_is_told_to(session: Session) -> None:
    endless = "with recursive n(i) as (select 1 union all select i+1 from n) select count(*) from n"
    with pytest.raises(UsageError, match="was stopped"):
        tuple(answer(session.path, endless, stop=lambda: True).rows)
