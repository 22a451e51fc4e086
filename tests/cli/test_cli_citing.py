"""`factcheck citations`: what an article cites, for people and for programs."""

import csv
import io
import json
import os
from collections import Counter
from pathlib import Path

from command import SEED, Run
from factcheck.model.cited import CitedRecord
from factcheck.model.span import Span
from factcheck.review.citing import citation_lines

GOLDEN = Path(__file__).parents[1] / "golden" / "citations" / "seed.json"
TEXT = "The House passed H.R. 2 (Clean Ports Act). It was late. An Acme web post noted it.\n"


def test_what_the_first_article_cites_is_this(run: Run) -> None:
    run("ingest", SEED)
    done = run("citations", "--format", "json")
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(done.out, encoding="utf-8")
    assert done.out == GOLDEN.read_text(encoding="utf-8")
    found = json.loads(done.out)
    kinds = Counter(each["kind"] for each in found)
    assert kinds["publication"] == 8
    assert kinds["standard"] == kinds["bill"] == kinds["press-release"] == 1
    named = [each for each in found if each["kind"] not in {"quotation", "database"}]
    assert all(each["claims"] and each["fields"] for each in named)
    text = SEED.read_text(encoding="utf-8")
    assert all(text[each["start"] : each["stop"]] == each["quote"] for each in found)


def test_a_citation_is_told_with_its_parts_and_claims(run: Run, desk: Path) -> None:
    (desk / "bill.txt").write_text(TEXT, encoding="utf-8")
    run("ingest", "bill.txt")
    assert run("citations").out.splitlines() == [
        "r1  bill  us-bill hr2  c1",
        "    H.R. 2 (Clean Ports Act)",
        "      number  H.R. 2",
        "      title   Clean Ports Act",
        "r2  post  c3",
        "    An Acme web post",
        "      author  Acme",
    ]
    assert run("citations", "--kind", "post").out.splitlines()[0] == "r2  post  c3"
    assert run("citations", "--kind", "case").out == "no citation\n"


def test_programs_get_rows(run: Run, desk: Path) -> None:
    (desk / "bill.txt").write_text(TEXT, encoding="utf-8")
    run("ingest", "bill.txt")
    (first, second) = csv.DictReader(io.StringIO(run("citations", "--format", "csv").out))
    assert (first["fields"], first["claims"]) == ("number: H.R. 2; title: Clean Ports Act", "1")
    assert second["identifier"] == ""
    lines = [json.loads(line) for line in run("citations", "--format", "jsonl").out.splitlines()]
    assert lines[0]["fields"] == {"number": "H.R. 2", "title": "Clean Ports Act"}
    assert lines[0]["claims"] == [1]


def test_a_kind_that_is_none_is_refused_with_those_there_are(run: Run) -> None:
    run("ingest", "port.txt")
    done = run("citations", "--kind", "song")
    assert done.code == 2
    assert "press-release" in done.err


def test_claims_in_a_row_are_told_as_a_range_and_nothing_steers_a_terminal() -> None:
    citation = CitedRecord(
        4, "report", Span(0, 3), "a\x1b[2Jb\nc", "", "", (("author", "\x1b]0;x"),), (1, 3, 4, 5, 9)
    )
    first, *others = citation_lines(citation)
    assert first == "r4  report  c1, c3-c5, c9"
    assert not any("\x1b" in line or "\n" in line for line in others)
    bare = CitedRecord(1, "report", Span(0, 1), "x", "", "", (), ())
    assert next(citation_lines(bare)) == "r1  report  no claim rests on it"
