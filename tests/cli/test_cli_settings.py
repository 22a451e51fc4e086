"""Commands for what belongs to one person or one copy: settings, saved questions, time."""

import json
import tomllib
from pathlib import Path

import pytest

from command import Run
from factcheck.review.opening import session_for_acts
from factcheck.review.timing import record_time


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings folder of its own, empty."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("NO_COLOR", "FACTCHECK_THEME", "FACTCHECK_SETTINGS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_settings_are_printed_as_they_may_be_written(
    run: Run, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = run("settings").out
    assert "(not there: the defaults)" in printed.splitlines()[0]
    assert tomllib.loads(printed)["theme"] == "dark"
    (away / "mine.toml").write_text("theme = 'light'\n")
    monkeypatch.setenv("FACTCHECK_SETTINGS", str(away / "mine.toml"))
    printed = run("settings").out
    assert printed.splitlines()[0] == f"# {away / 'mine.toml'}"
    assert tomllib.loads(printed)["theme"] == "light"


def test_a_setting_that_is_not_known_is_refused_in_words(
    run: Run, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (away / "mine.toml").write_text("thema = 'light'\n")
    monkeypatch.setenv("FACTCHECK_SETTINGS", str(away / "mine.toml"))
    done = run("settings")
    assert done.code == 1
    assert "no setting 'thema'" in done.err


def test_keys_are_printed_as_mapped_with_the_verdicts_of_the_file(
    run: Run, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (away / "mine.toml").write_text("[keys]\nverdict.refuted = 'ctrl+t'\n")
    monkeypatch.setenv("FACTCHECK_SETTINGS", str(away / "mine.toml"))
    for _ in range(2):
        lines = [line.split() for line in run("settings", "--keys").out.splitlines()]
        assert ["verdict.refuted", "ctrl+t"] in [line[:2] for line in lines]
        run("ingest", "port.txt")
    (away / "mine.toml").write_text("[keys]\nverdict.refuted = 'j'\n")
    done = run("settings", "--keys")
    assert "'verdict.refuted' and to 'down'" in done.err


def test_a_question_is_saved_once_it_was_answered_and_asked_by_name(run: Run, away: Path) -> None:
    run("ingest", "port.txt")
    sql = "select count(*) as n from claims"
    assert run("query", "--save", "how many", sql).out.split() == ["n", "3"]
    assert run("query", "--save", "wrong", "select x").code == 1
    assert run("query", "--named", "how many", "--format", "csv").out.splitlines() == ["n", "3"]
    assert run("query", "--named", "how many", "--format", "json").out == '[\n{"n": 3}\n]\n'
    assert json.loads(run("query", f"{sql} limit 0", "--format", "json").out) == []
    listed = json.loads(run("queries", "--format", "json").out)
    assert listed[0] == {"name": "how many", "from": "saved", "parameters": "", "asks": sql}
    assert {row["from"] for row in listed[1:]} == {"shipped"}
    assert run("queries", "--forget", "how many").out == f"forgot how many: {sql}\n"
    assert '"saved"' not in run("queries", "--format", "jsonl").out
    assert "there is no question" in run("query", "--named", "how many").err
    assert "either SQL or --named" in run("query").err


def test_a_question_of_the_program_takes_parameters_it_has(run: Run, away: Path) -> None:
    run("ingest", "port.txt")
    asked = ("query", "--named", "worth-checking", "--format", "jsonl")
    assert len(run(*asked, "-p", "limit", "2").out.splitlines()) == 2
    assert len(run(*asked).out.splitlines()) == 3
    assert "has no parameter 'limits'" in run(*asked, "-p", "limits", "2").err
    assert "is a question of the program" in run("queries", "--forget", "words").err


def test_what_datasette_shows_is_printed_or_written(run: Run, away: Path) -> None:
    run("ingest", "port.txt")
    printed = run("datasette-metadata").out
    assert "worth-checking" in json.loads(printed)["databases"]["claims"]["queries"]
    assert run("datasette-metadata", "-o", "metadata.json").out == "metadata.json\n"
    assert Path("metadata.json").read_text() == printed
    assert run("datasette-metadata", "-o", "metadata.json").code == 0
    Path("mine.json").write_text("{}")
    assert run("datasette-metadata", "-o", "mine.json").code == 1
    assert Path("mine.json").read_text() == "{}"


def test_status_tells_the_median_where_time_was_recorded(run: Run, away: Path) -> None:
    run("ingest", "port.txt")
    assert "median" not in run("status").out
    session = session_for_acts("claims.db", "ana")
    for number, seconds in ((1, 30.0), (2, 50.0)):
        with session.store.writing():
            record_time(session, session.find_claim(str(number), None).id, seconds)
    session.close()
    assert "   median 40 s per claim, 2 timed here: " in run("status").out
