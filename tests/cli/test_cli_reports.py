"""Commands that write for others and read what others wrote."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from command import Run
from factcheck.cli import pipes, reports
from factcheck.review.formats import FORMS


@pytest.fixture
def judged(run: Run) -> Run:
    run("ingest", "port.txt")
    run("assess", "1", "refuted", "--rationale", "no books", "--source", "https://a.example/1",
        "--stance", "refutes")  # fmt: skip
    run("defer", "2")
    return run


def test_the_formats_of_the_command_are_those_there_are() -> None:
    assert tuple(FORMS) == reports.FORMATS
    help_text = str(reports.report.help)
    assert all(form in help_text for form in FORMS)
    assert all(form.about for form in FORMS.values())


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("md", "# Fact check: Harbour dispute"),
        ("html", "<!DOCTYPE html>"),
        ("annotated", "[^1]: **Refuted.**"),
        ("changes", "Correct it or take it out (Refuted)"),
        ("webannotation", '"type": "AnnotationCollection"'),
        ("csv", "id,article,article_title"),
        ("jsonl", '{"factcheck": "everything"'),
        ("averitec", '"label": "Refuted"'),
        ("fever", '"label": "REFUTES"'),
    ],
)
def test_each_format_of_text_is_printed_or_written(
    judged: Run, desk: Path, form: str, expected: str
) -> None:
    printed = judged("report", "--format", form).out
    assert expected in printed
    assert judged("report", "--format", form, "-o", "out", "--force").out == "out\n"
    assert expected in (desk / "out").read_text(encoding="utf-8")


def test_a_picture_goes_into_a_file_or_a_pipe(judged: Run, desk: Path) -> None:
    judged("report", "--format", "png", "-o", "mix.png")
    assert (desk / "mix.png").read_bytes().startswith(b"\x89PNG")
    piped = subprocess.run(
        [sys.executable, "-m", "factcheck", "report", "--format", "png"],
        capture_output=True, check=True, cwd=desk,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert piped.stdout == (desk / "mix.png").read_bytes()


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_text_made_harmless_and_no_pictures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    pipes.print_pieces(["a\x1b[2J\n"])
    assert screen.getvalue() == "a␛[2J\n"
    with pytest.raises(click.UsageError, match="no text"):
        pipes.print_pieces([b"\x89PNG"])


def test_bytes_go_into_a_pipe_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", pipe)
    pipes.print_pieces([b"\x89PNG\r\n"])
    assert pipe.buffer.getvalue() == b"\x89PNG\r\n"


def test_choices_are_passed_on(judged: Run) -> None:
    said = judged("report", "--language", "de", "--without-names", "--verdict", "refuted").out
    assert "Widerlegt" in said
    assert "ana" not in said
    assert "### Behauptung 2" not in said
    place = ("--url", "https://desk.example/1", "--publisher", "Desk", "--claimant", "News")
    review = json.loads(judged("report", "--format", "claimreview", *place).out)["@graph"][1]
    assert review["itemReviewed"]["author"] == {"name": "the annual report"}
    assert judged("report", "--format", "csv", "--view", "evidence").out.startswith("id,article")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "claimreview"), "where the report is published"),
        (("--language", "tlh"), "no catalogue"),
        (("--language", "none.toml"), "cannot be read"),
        (("--verdict", "half-true"), "is no verdict of this file"),
        (("--since", "0000000000"), "no event whose hash"),
        (("--format", "csv", "--view", "passwords"), "no view"),
        (("--format", "jsonl", "1"), "name no article"),
        (("2",), "no article"),
        (("-o", "folder"), "is a folder"),
        (("-o", "minutes.txt"), "is not written over"),
        (("-o", "/dev/full"), "No space left"),
        (("-o", "nowhere/report.md"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    judged: Run, desk: Path, arguments: tuple[str, ...], message: str
) -> None:
    (desk / "folder").mkdir()
    (desk / "minutes.txt").write_text("minutes")
    done = judged("report", *arguments)
    assert (done.code > 0, message in done.err) == (True, True)
    assert "Traceback" not in done.err
    assert (desk / "minutes.txt").read_text() == "minutes"


def test_force_writes_over_everything_but_a_database(judged: Run, desk: Path) -> None:
    (desk / "minutes.txt").write_text("minutes")
    assert judged("report", "-o", "minutes.txt", "--force").code == 0
    assert (desk / "minutes.txt").read_text(encoding="utf-8").startswith("# Fact check")
    assert "not written over" in judged("report", "-o", "claims.db", "--force").err


def test_lint_lists_what_to_mend_and_says_so_to_scripts(judged: Run, desk: Path) -> None:
    done = judged("report", "--lint")
    assert done.code == 1
    assert (
        "c1  lint.no-snapshot: a source on the web was not captured: https://a.example/1"
        in done.out
    )
    assert "   do: capture it before it changes (IFCN 2, transparency of sources)" in done.out
    assert "c2  lint.no-verdict: the claim has no verdict: deferred:" in done.out


def test_lint_of_a_finished_report_is_silent_but_for_a_word(run: Run, desk: Path) -> None:
    (desk / "short.txt").write_text("Two boats sank.\n")
    run("ingest", "short.txt")
    run("assess", "1", "not-checkable", "--rationale", "which ones?")
    claim = json.loads(run("claims", "--format", "jsonl").out)
    assert (claim["number"], claim["open_findings"]) == (1, 0)
    assert (run("report", "--lint").out, run("report", "--lint").code) == ("nothing to mend\n", 0)


def test_what_one_desk_wrote_another_reads(judged: Run, desk: Path) -> None:
    judged("report", "--format", "jsonl", "-o", "all.jsonl")
    assert judged("import", "all.jsonl", "--db", "copy.db").out == "copy.db: 1 article, 4 events\n"
    assert judged("report", "--format", "csv").out == judged(
        "report", "--format", "csv", "--db", "copy.db"
    ).out  # fmt: skip
    again = judged("import", "all.jsonl", "--db", "copy.db")
    assert (again.code, "is there already" in again.err) == (1, True)


@pytest.mark.parametrize("content", [b"", b"# Fact check\n", b'{"factcheck": "everything"}\n'])
def test_a_file_that_is_not_whole_makes_no_database(
    judged: Run, desk: Path, content: bytes
) -> None:
    (desk / "broken.jsonl").write_bytes(content)
    done = judged("import", "broken.jsonl", "--db", "new.db")
    assert (done.code, bool(done.err), (desk / "new.db").exists()) == (1, True, False)
