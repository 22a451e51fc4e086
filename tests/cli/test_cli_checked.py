"""The commands `import-checks` and `checked`, as a person types them."""

import json
from pathlib import Path

from command import Run

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The port lost €3 million in 2021",
    "author": {"name": "Checkers\x1b[2J"},
    "reviewRating": {"alternateName": "False"},
}


def test_checks_are_imported_and_shown_beside_a_claim(run: Run, desk: Path) -> None:
    page = f'<script type="application/ld+json">[{json.dumps(REVIEW)}, {{"@type": "ClaimReview"}}]'
    (desk / "a.html").write_text(page + "</script>", encoding="utf-8")
    assert run("import-checks", "a.html").out == (
        "a.html: 1 fact-checks, 1 new, 1 without a claim left out\n"
    )
    assert run("import-checks", "a.html").out.startswith("a.html: 1 fact-checks, 0 new")
    run("ingest", "port.txt")
    shown = run("checked", "1")
    assert shown.code == 0
    assert "False · Checkers␛[2J" in shown.out
    assert "differs in number: €2 million here / €3 million there" in shown.out
    assert run("checked", "--words", "The port lost 3 million").out.startswith("False · Checkers")
    assert run("checked", "--all", "1").out == shown.out


def test_nothing_found_is_said(run: Run, desk: Path) -> None:
    run("ingest", "port.txt")
    assert run("checked", "2").out.startswith("nothing like it was checked before")


def test_a_table_is_imported_by_named_columns_and_encoding(run: Run, desk: Path) -> None:
    (desk / "t.csv").write_bytes("Was;Urteil\nDer Hafen schloß;falsch\n".encode("cp1252"))
    columns = ("--column", "claim=Was", "--column", "verdict=Urteil")
    assert "--encoding" in run("import-checks", "t.csv", *columns).err
    assert not (desk / "claims.db").exists()
    done = run("import-checks", "t.csv", *columns, "--encoding", "cp1252")
    assert done.out == "t.csv: 1 fact-checks, 1 new\n"
    assert run("import-checks", "t.csv", "--column", "claim").code == 1


def test_a_claim_or_words_must_be_named(run: Run, desk: Path) -> None:
    run("ingest", "port.txt")
    assert run("checked").code == 2
    assert run("checked", "1", "--words", "x").code == 2
