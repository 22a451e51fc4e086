"""Commands that read articles: what goes in, what is printed, what is refused."""

import csv
import gc
import io
import json
import re
import sys
from pathlib import Path

import pytest

from command import ARTICLE, SEED, Run
from factcheck.cli import reviewing
from factcheck.review.settings import Settings
from factcheck.tui import app
from hostile_files import HOSTILE_FILES


def test_open_without_a_terminal_prints_the_claims_and_what_to_do_next(run: Run) -> None:
    done = run("open", "port.txt")
    assert done.code == 0
    assert re.search(r"^c1 +open ", done.out, re.MULTILINE)
    assert "Ines Roy called it a disgrace." in done.out
    assert "factcheck review 1 --db claims.db" in done.out
    assert "Harbour dispute" not in done.out.split("\n\n", 1)[1]


def test_open_twice_reads_once(run: Run) -> None:
    assert run("open", "port.txt").out == run("open", "port.txt").out


def test_open_in_a_terminal_starts_the_screen(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, str, int]] = []

    def start(session: object, article: str, *, number: int = 1, **_how: object) -> None:
        started.append((session.reviewer, article, number))  # type: ignore[attr-defined]

    monkeypatch.setattr(app, "run_review", start)
    monkeypatch.setattr(reviewing, "_at_a_terminal", lambda: True)
    assert run("open", "port.txt").out == ""
    run("assess", "1", "unproven")
    run("review")
    run("review", "1", "--claim", "3")
    run("review", "--claim", "99", "--reviewer", "ben")
    assert [(who, number) for who, _, number in started] == [
        ("ana", 1), ("ana", 2), ("ana", 3), ("ben", 3),
    ]  # fmt: skip
    assert len({article for _, article, _ in started}) == 1


def test_a_review_of_several_articles_begins_with_the_list_of_them(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[bool] = []

    def run_review(*_: object, settings: Settings, choose: bool = False, **_how: object) -> None:
        assert isinstance(settings, Settings)
        chosen.append(choose)

    monkeypatch.setattr(app, "run_review", run_review)
    monkeypatch.setattr(reviewing, "_at_a_terminal", lambda: True)
    (desk / "other.md").write_text("# Other\n\nTwo boats sank.\n")
    run("ingest", "port.txt", "other.md")
    run("review")
    run("review", "2")
    assert "holds 2 articles" in run("review", "--claim", "2").err
    assert chosen == [True, False]


def test_a_terminal_is_one_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "disable", lambda: None)
    for reading, writing in ((True, True), (True, False), (False, True)):
        monkeypatch.setattr(sys.stdin, "isatty", lambda it=reading: it, raising=False)
        monkeypatch.setattr(sys.stdout, "isatty", lambda it=writing: it, raising=False)
        assert reviewing._at_a_terminal() is (reading and writing)


def test_review_needs_a_terminal(run: Run) -> None:
    run("ingest", "port.txt")
    done = run("review")
    assert done.code == 2
    assert "needs a terminal" in done.err


def test_ingest_says_what_was_read_and_what_was_there(run: Run, desk: Path) -> None:
    (desk / "other.md").write_text("# Other\n\nTwo boats sank.\n")
    done = run("ingest", "port.txt", "other.md", "port.txt")
    assert done.out.splitlines() == [
        "1  Harbour dispute: 3 claims, read",
        "2  Other: 1 claims, read",
        "1  Harbour dispute: 3 claims, already there",
    ]


def test_ingest_reads_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode()), "utf-8"))
    assert run("ingest", "-").out == "1  Harbour dispute: 3 claims, read\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "no text in it", id="empty"),
        pytest.param(b" \n\n", "no text in it", id="white space"),
        pytest.param(b"\x7fELF\x00\x01\x02" * 40, "text", id="binary"),
        pytest.param("Der Bürgermeister kürzte.".encode("cp1252"), "UTF-8", id="wrong encoding"),
        pytest.param(b"a" * 20_000_001, "MB", id="too large"),
        pytest.param(None, "no such file", id="missing"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_written(
    run: Run, desk: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (desk / "bad.txt").write_bytes(content)
    before = sorted(desk.iterdir())
    for command in ("ingest", "open", "segment"):
        done = run(command, "bad.txt")
        assert (done.code, done.out) == (1, "")
        assert said in done.err
        assert "\n  try: " in done.err
        assert "Traceback" not in done.err
    assert sorted(desk.iterdir()) == before


def test_an_encoding_can_be_named(run: Run, desk: Path) -> None:
    (desk / "old.txt").write_bytes("Der Bürgermeister kürzte den Haushalt.\n".encode("cp1252"))
    done = run("open", "old.txt", "--encoding", "cp1252")
    assert (done.code, "Bürgermeister" in done.out) == (0, True)


def test_a_folder_is_no_article(run: Run, desk: Path) -> None:
    assert run("ingest", desk).code == 1


def test_claims_as_a_table_with_search(run: Run) -> None:
    run("ingest", "port.txt")
    done = run("claims", "--search", "traffic")
    assert [line.split()[0] for line in done.out.splitlines()[4:]] == ["claim", "c3"]


def test_claims_as_jsonl_and_csv_hold_the_view(run: Run) -> None:
    run("ingest", "port.txt")
    rows = [json.loads(line) for line in run("claims", "--format", "jsonl").out.splitlines()]
    assert [row["number"] for row in rows] == [1, 2, 3]
    table = list(csv.DictReader(io.StringIO(run("claims", "1", "--format", "csv").out)))
    assert [row["text"] for row in table] == [row["text"] for row in rows]


def test_claims_of_what_is_not_there(run: Run, desk: Path) -> None:
    assert "no database claims.db" in run("claims").err
    run("ingest", "port.txt")
    done = run("claims", "9")
    assert (done.code, "no article" in done.err) == (1, True)
    done = run("claims", "--db", "port.txt")
    assert (done.code, "not a database" in done.err) == (1, True)


def test_the_file_can_be_named_in_the_environment(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_DB", "desk.db")
    run("ingest", "port.txt")
    assert (desk / "desk.db").exists()
    assert not (desk / "claims.db").exists()


def test_segments_tile_the_text_and_hold_the_claims(run: Run) -> None:
    rows = [json.loads(line) for line in run("segment", "port.txt").out.splitlines()]
    assert [row["start"] for row in rows[1:]] == [row["end"] for row in rows[:-1]]
    assert (rows[0]["start"], rows[-1]["end"]) == (0, len(ARTICLE))
    assert [row["role"] for row in rows] == [
        "heading", "sentence", "sentence", "sentence", "question",
    ]  # fmt: skip
    claims = [claim for row in rows for claim in row["claims"]]
    for claim in claims:
        wording = claim["text"]
        for start, end in reversed(claim["insertions"]):
            wording = wording[:start] + wording[end:]
        assert " ".join(ARTICLE[a:b] for a, b in claim["spans"]) == wording


def test_rows_are_segmented_one_by_one_and_a_bad_one_does_not_stop_the_run(
    run: Run, desk: Path
) -> None:
    rows = [
        json.dumps({"id": 1, "text": ARTICLE}),
        "\udce9",
        "",
        "{not json",
        json.dumps({"id": 2, "text": 3}),
        json.dumps([1]),
        '{"id": 3, "text": "a\\ud800b"}',
        "[" * 100_000,
    ]
    (desk / "in.jsonl").write_text("\n".join(rows), errors="surrogateescape")
    done = run("segment", "--jsonl", "in.jsonl", "-o", "out.jsonl")
    assert (done.code, done.out) == (0, "")
    answers = [json.loads(line) for line in (desk / "out.jsonl").read_text().splitlines()]
    assert [("error" in row, row["id"]) for row in answers] == [
        (False, 1), (True, None), (True, None), (True, 2), (True, None), (False, 3), (True, None),
    ]  # fmt: skip
    assert answers[0]["coverage"]["characters"] == len(ARTICLE)
    assert answers[0]["language"] == "en"
    one_by_one = [json.loads(line) for line in run("segment", "port.txt").out.splitlines()]
    assert [s["claims"] for s in answers[0]["segments"]] == [s["claims"] for s in one_by_one]
    assert answers[0]["citations"] == [c for s in one_by_one for c in s["citations"]]
    assert answers[0]["findings"] == [f for s in one_by_one for f in s["findings"]]


def test_rows_come_from_a_pipe_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    row = b'{"id": "a", "text": "Two boats sank."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(row), "utf-8"))
    assert json.loads(run("segment", "--jsonl", "-").out)["id"] == "a"


def test_segment_wants_one_thing_to_read(run: Run) -> None:
    assert run("segment").code == 2
    assert run("segment", "port.txt", "--jsonl", "in.jsonl").code == 2
    assert run("segment", "--jsonl", "in.jsonl", "--encoding", "cp1252").code == 2
    assert run("segment", "port.txt", "-o", "./port.txt").code == 2
    done = run("segment", "--jsonl", "nothing.jsonl")
    assert (done.code, "cannot be read" in done.err) == (1, True)


def test_the_listed_publications_of_the_seed_have_their_lead_in(run: Run) -> None:
    lines = run("open", SEED).out.splitlines()
    assert sum("was coauthored by Microsoft and CAS researchers" in line for line in lines) == 9
    assert not any("xamples include" in line or "CAS Visiting Scholars" in line for line in lines)


def test_the_citations_of_the_seed_hold_its_bill_its_publications_and_its_standard(
    run: Run,
) -> None:
    rows = [json.loads(line) for line in run("segment", SEED).out.splitlines()]
    citations = [citation for row in rows for citation in row["citations"]]
    kinds = [citation["kind"] for citation in citations]
    assert kinds.count("publication") + kinds.count("standard") >= 9
    assert "standard" in kinds
    [bill] = [citation for citation in citations if citation["kind"] == "bill"]
    assert bill["fields"]["identifier"]["value"].upper().endswith("1516")


PORT_PAGE = (
    "<html><head><title>Silt</title><meta name=author content='Ann Lee'></head><body><article>"
    "<h1>Silt</h1><p>The port lost <a href='https://a.example/b'>two million</a> in 2021, and it "
    "paid for the sand twice, which nobody weighed in all those years.</p></article></body></html>"
)


def test_where_an_article_came_from_is_told_and_its_original_given_back(
    run: Run, desk: Path
) -> None:
    (desk / "port.html").write_text(PORT_PAGE, encoding="utf-8")
    run("ingest", "port.html")
    told = dict(line.split(None, 1) for line in run("source").out.splitlines())
    assert told["source"] == "port.html"
    assert told["byline"] == "Ann Lee"
    assert told["links"] == "1"
    assert told["original"].startswith(f"text/html, {len(PORT_PAGE)} bytes, SHA-256 ")
    assert told["read"] == "again  gives the same text"
    assert run("source", "--original", "back.html").out == "back.html\n"
    assert (desk / "back.html").read_text(encoding="utf-8") == PORT_PAGE
    assert "is not written over" in run("source", "--original", "back.html").err


def test_a_text_is_its_own_original_and_one_in_another_encoding_needs_its_name(
    run: Run, desk: Path
) -> None:
    run("ingest", desk / "port.txt")
    assert "gives the same text" in run("source").out
    run("source", "--original", "again.txt")
    assert (desk / "again.txt").read_bytes() == (desk / "port.txt").read_bytes()
    (desk / "old.txt").write_bytes("Café rents fell in May 2021.\n".encode("cp1252"))
    run("ingest", "old.txt", "--encoding", "cp1252")
    assert "read again  not readable: byte 3 is not UTF-8" in run("source", 2).out
    assert "gives the same text" in run("source", 2, "--encoding", "cp1252").out


def test_another_text_in_the_original_is_another_article(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "port.html").write_text(PORT_PAGE, encoding="utf-8")
    run("ingest", "port.html")
    monkeypatch.setattr(
        "factcheck.sources.page.article_of", lambda blocks, _content: tuple(blocks)[:1]
    )
    assert "gives another text, of 7 characters and not " in run("source").out


@pytest.mark.parametrize(("body", "name", "says"), HOSTILE_FILES)
def test_a_hostile_file_is_refused_in_words_and_leaves_no_database(
    run: Run, desk: Path, body: bytes, name: str, says: str
) -> None:
    (desk / name).write_bytes(body)
    done = run("ingest", name, "--db", "new.db")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"factcheck: {name}: {says}")
    assert "  try: " in done.err
    assert not (desk / "new.db").exists()
