"""Commands on sources: run against a site on this machine, whose network the tests bring."""

import gzip
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from command import Run, runner
from desk import counting, ticking
from factcheck.evidence.fetching import fetch
from factcheck.evidence.wayback import SAVE_PAUSE
from factcheck.model.capture import Extracted
from factcheck.review.capturing import Network
from factcheck.review.resolving import PAUSE
from webpages import Page, Site, page, redirect, serving

WORDS = "We will not pay for sand that nobody has weighed"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def network(site: Site) -> Network:
    web = site.web()
    at = site.url("")
    services = {"crossref": at, "arxiv": at, "openlibrary": at}
    return Network(lambda url: fetch(url, web), ticking(), counting(), at, at, services)


@pytest.fixture
def run(
    desk: Path, site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    run = runner(capsys, monkeypatch, network(site))
    run("ingest", desk / "port.txt")
    return run


def attach(run: Run, claim: int, source: str, quote: str = "") -> None:
    done = run("attach", claim, source, "--stance", "supports", "--quote", quote)
    assert done.code == 0


def rows(run: Run, sql: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("query", sql, "--format", "jsonl").out.splitlines()]


def test_capture_keeps_what_a_source_said(run: Run, site: Site) -> None:
    attach(run, 1, site.url("/article"), WORDS)
    done = run("capture", 1)
    assert done.code == 0
    assert f"captured {site.url('/article')}: text/html, " in done.out
    [kept] = rows(run, "select * from captures")
    assert (kept["status"], kept["error"], kept["reviewer"]) == (200, "", "ana")
    assert kept["evidence"] == 1
    assert rows(run, "select captures, sources from snapshots") == [
        {"captures": 1, "sources": site.url("/article")}
    ]
    assert run("verify").code == 0


def test_the_report_says_what_was_captured_and_how_the_words_stand(run: Run, site: Site) -> None:
    attach(run, 1, site.url("/article"), WORDS.replace("not pay", "pay"))
    attach(run, 2, site.url("/dead"))
    run("capture", "--all")
    report = run("report").out
    assert "   - Captured: 2026-03-02" in report
    assert "altered" in report
    assert "   - Not captured: the server answered 404" in report


def test_what_is_captured_is_not_fetched_again_until_it_is_asked_for(run: Run, site: Site) -> None:
    attach(run, 1, site.url("/changing"))
    attach(run, 2, site.url("/dead"))
    assert run("capture", "--all").code == 1
    asked = len(site.asked)
    again = run("capture", "--all")
    assert again.code == 1
    assert [path for _, path in site.asked[asked:]] == ["/dead"]
    assert run("capture", 1, "--again").code == 0
    assert rows(run, "select count(*) as n from snapshots") == [{"n": 2}]
    assert "everything was captured before" in run("capture", 1).out


def test_the_same_body_is_stored_once(run: Run, site: Site) -> None:
    attach(run, 1, site.url("/new-place"))
    attach(run, 1, site.url("/moved"))
    done = run("capture", "--all")
    assert f"from {site.url('/new-place')}" in done.out
    assert rows(run, "select captures from snapshots") == [{"captures": 2}]


def test_one_piece_of_evidence_is_captured_by_its_id(run: Run, site: Site) -> None:
    attach(run, 1, site.url("/article"))
    attach(run, 1, site.url("/plain"))
    [first, _] = rows(run, "select id from evidence order by id")
    assert run("capture", "--evidence", first["id"]).code == 0
    assert rows(run, "select source from captures") == [{"source": site.url("/article")}]


def test_a_file_is_captured_as_a_link_is(run: Run, desk: Path) -> None:
    (desk / "minutes.txt").write_text("Nobody objected to the plan.", encoding="utf-8")
    attach(run, 1, "minutes.txt", "Nobody objected")
    assert run("capture", 1).code == 0
    assert run("quotes").code == 0
    (desk / "minutes.txt").unlink()
    assert "dead" in run("links").out


def test_findings_name_what_the_source_does_not_hold(run: Run, site: Site) -> None:
    attach(run, 1, site.url("/article"))
    run("capture", 1)
    found = rows(run, "select quote, message from findings where rule = 'citation.not-in-source'")
    assert [row["quote"] for row in found] == ["2 million", "2021"]
    assert "looked for “2 million”" in str(found[0]["message"])
    done = run("flag", 1, "--confirm", "citation.not-in-source")
    assert done.code == 0
    assert rows(run, "select flag from flags") == [{"flag": "citation-mismatch"}]
    assert run("verify").code == 0


@pytest.mark.parametrize(
    ("quote", "code", "said"),
    [
        (WORDS, 0, "exact c1, quotation of evidence"),
        ("We will not pay … nobody has weighed", 0, "left out: for sand that"),
        (WORDS.replace("not ", ""), 1, "negation: the source has “not”, the quotation nothing"),
        ("The weather was fine that year in Lyon", 1, "absent"),
    ],
)
def test_quotes_compares_word_for_word(
    run: Run, site: Site, quote: str, code: int, said: str
) -> None:
    attach(run, 1, site.url("/article"), quote)
    assert "unchecked" in run("quotes").out
    run("capture", 1)
    done = run("quotes", "--claim", 1)
    assert done.code == code
    assert said in done.out


def test_quotes_says_where_there_is_none(run: Run) -> None:
    assert run("quotes").out == "no quotation\n"


def test_links_says_what_became_of_each(run: Run, site: Site) -> None:
    for path in ("/article", "/changing", "/restyled", "/moved"):
        attach(run, 1, site.url(path))
    run("capture", "--all")
    attach(run, 2, site.url("/dead"))
    attach(run, 2, site.url("/soft"))
    attach(run, 2, site.url("/lost"))
    done = run("links")
    assert done.code == 1
    states = dict(line.split()[1::-1] for line in done.out.splitlines() if "http" in line)
    assert {
        source.rstrip(":").removeprefix(site.url("")): state for source, state in states.items()
    } == {
        "/article": "ok",
        "/restyled": "ok",
        "/changing": "changed",
        "/moved": "redirected",
        "/dead": "dead",
        "/soft": "soft-404",
        "/lost": "soft-404",
    }
    assert "- Version 1 of this." in done.out
    assert "+ Version 2 of this." in done.out


def test_links_that_lead_where_they_did_are_no_failure(run: Run, site: Site) -> None:
    attach(run, 1, site.url("/article"))
    done = run("links", 1)
    assert done.code == 0
    assert "answers; it was never captured" in done.out


def test_wayback_links_are_kept_with_the_source(run: Run, site: Site) -> None:
    copy = "http://web.archive.org/web/20240102030405/http://news.test/"
    answer = {
        "archived_snapshots": {
            "closest": {"available": True, "url": copy, "timestamp": "20240102030405"}
        }
    }
    site.pages["/wayback/available"] = page(json.dumps(answer), "application/json")
    attach(run, 1, site.url("/article"))
    (Path("minutes.txt")).write_text("words", encoding="utf-8")
    attach(run, 1, "minutes.txt")
    done = run("capture", 1, "--wayback")
    assert f"archive  {site.url('/article')}: https://web.archive.org/web/2024" in done.out
    assert rows(run, "select archived_at from archive_link") == [
        {"archived_at": "2024-01-02T03:04:05Z"}
    ]
    assert "Archived copy: [https" in run("report").out


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (page("{}", "application/json"), "the archive has no copy"),
        (page("no JSON"), "not asked: the archive answered in words that are not known"),
        (page("", status=503), "not asked: the archive answered 503"),
    ],
)
def test_an_archive_without_a_copy_is_no_failure(
    run: Run, site: Site, answer: Page, said: str
) -> None:
    site.pages["/wayback/available"] = answer
    attach(run, 1, site.url("/article"))
    done = run("capture", 1, "--wayback")
    assert done.code == 0
    assert said in done.out


COPY = "20240506070809"


@pytest.mark.parametrize(
    "answer",
    [
        page("saved", Content_Location=f"/web/{COPY}/http://news.test/article"),
        page("saved", Link=f'<https://web.archive.org/web/{COPY}/http://x/>; rel="memento"'),
        redirect(f"/web/{COPY}/http://news.test/article"),
    ],
)
def test_the_archive_makes_a_copy_only_when_it_is_asked_to(
    run: Run, site: Site, answer: Page
) -> None:
    link = site.url("/article")
    site.pages[f"/save/{link}"] = answer
    site.pages[f"/web/{COPY}/http://news.test/article"] = page("the copy")
    attach(run, 1, link)
    run("capture", 1)
    run("capture", 1, "--wayback")
    assert not [path for _, path in site.asked if path.startswith("/save")]
    done = run("capture", 1, "--wayback-save")
    assert f"archive  {link}: saved https://web.archive.org/web/{COPY}/{link}" in done.out
    assert done.code == 0
    [kept] = rows(run, "select source, archive, archived_at from archive_link")
    assert kept["archived_at"] == "2024-05-06T07:08:09Z"
    assert rows(run, "select archive from captures") == [{"archive": kept["archive"]}]
    assert f"web.archive.org/web/{COPY}" in run("report").out


@pytest.mark.parametrize(
    ("answer", "said", "asked"),
    [
        (page("", status=429), "not saved: the archive answered 429: it asks to wait; the arc", 1),
        (page("", status=520), "not saved: the archive answered 520; the archive has no copy", 2),
        (page("?"), "not saved: the archive names no copy; it may still be making one; the", 2),
    ],
)
def test_an_archive_that_makes_no_copy_is_asked_for_an_older_and_is_left_alone_if_it_says_so(
    desk: Path,
    site: Site,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: Page,
    said: str,
    asked: int,
) -> None:
    waited: list[float] = []
    run = runner(capsys, monkeypatch, replace(network(site), pause=waited.append))
    run("ingest", desk / "port.txt")
    site.pages["/wayback/available"] = page("{}", "application/json")
    for path in ("/article", "/plain"):
        site.pages[f"/save/{site.url(path)}"] = answer
        attach(run, 1, site.url(path))
    attach(run, 1, site.url("/dead"))
    done = run("capture", 1, "--wayback-save")
    assert said in done.out
    assert ("not saved: the archive asked to wait" in done.out) is (asked == 1)
    assert waited == [SAVE_PAUSE] * asked
    assert len([path for _, path in site.asked if path.startswith("/save")]) == asked
    assert f"{site.url('/dead')}: the archive has no copy" in done.out
    assert rows(run, "select count(*) as n from archive_link") == [{"n": 0}]


def test_snapshots_lists_prints_and_writes_them(run: Run, site: Site, desk: Path) -> None:
    (desk / "minutes.txt").write_text("Nobody objected.", encoding="utf-8")
    attach(run, 1, site.url("/article"))
    attach(run, 1, site.url("/picture"))
    attach(run, 1, site.url("/dead"))
    attach(run, 1, "minutes.txt")
    run("capture", "--all")
    assert "text/html" in run("snapshots").out
    [html] = rows(run, "select sha256 from snapshots where media_type = 'text/html'")
    assert "Ines Roy" in run("snapshots", "--text", str(html["sha256"])[:12]).out
    [picture] = rows(run, "select sha256 from snapshots where media_type = 'image/png'")
    assert "holds no text" in run("snapshots", "--text", picture["sha256"]).err
    assert "0 snapshots have a hash" in run("snapshots", "--text", "zz").err
    assert run("snapshots", "--warc", "out.warc.gz").code == 0
    data = io.BytesIO((desk / "out.warc.gz").read_bytes())
    records = {
        record.rec_headers.get_header("WARC-Target-URI"): record.content_stream().read()
        for record in ArchiveIterator(data)
        if record.rec_type in {"response", "resource"}
    }
    assert set(records) == {site.url("/article"), site.url("/picture"), "file:///minutes.txt"}
    assert records["file:///minutes.txt"] == b"Nobody objected."
    assert gzip.decompress((desk / "out.warc.gz").read_bytes()).startswith(b"WARC/1.0")


def test_what_was_captured_is_read_again_without_being_fetched(
    run: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(run, 1, site.url("/report.docx"), "It sold 9 cranes")
    attach(run, 1, site.url("/article"))
    with monkeypatch.context() as older:
        older.setattr(
            "factcheck.review.capturing.extracted",
            lambda _body, declared, _name: Extracted(declared, None, "nobody can read this"),
        )
        run("capture", 1)
    assert "nobody can read this" in run("quotes").out
    asked = len(site.asked)
    assert run("snapshots", "--read-again").out == "2 read again, 2 of them otherwise than before\n"
    assert run("snapshots", "--read-again").out == "2 read again, 0 of them otherwise than before\n"
    assert len(site.asked) == asked
    assert "1 exact" in run("quotes").out
    assert rows(run, "select distinct remark from captures") == [{"remark": ""}]
    absent = "select count(*) as n from findings where rule = 'citation.not-in-source'"
    assert rows(run, absent) != [{"n": 0}]
    assert run("verify").code == 0


def test_a_page_that_was_read_as_an_article_is_captured_with_all_its_words(
    run: Run, site: Site
) -> None:
    told = "The port paid for the sand twice, and nobody weighed it in all those many years."
    body = f"<html><body><nav>Ships and tides</nav><article><h1>Silt</h1><p>{told}</p></article>"
    site.pages["/silt"] = page(body)
    run("ingest", site.url("/silt"))
    how = ("--stance", "context", "--quote", "Ships and tides", "--article", "1")
    assert run("attach", 1, site.url("/silt"), *how).code == 0
    run("capture", "--all")
    assert "exact c1" in run("quotes", 1).out
    assert "gives the same text" in run("source", 2).out
    assert run("verify").code == 0


def test_without_warcio_the_way_to_get_it_is_said(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.warcwriter", None)
    done = run("snapshots", "--warc", "out.warc.gz")
    assert done.code == 1
    assert "pip install 'factcheck-annotator[warc]'" in done.err
    assert not Path("out.warc.gz").exists()


def test_a_warc_file_is_written_over_no_other_file(run: Run, desk: Path) -> None:
    done = run("snapshots", "--warc", "port.txt")
    assert done.code == 1
    assert "is another file and is not written over" in done.err
    assert "is a folder" in run("snapshots", "--warc", desk).err
    assert "cannot be written" in run("snapshots", "--warc", desk / "none" / "x").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("capture",), "name CLAIMs, or --evidence ID, or --all"),
        (("capture", "1", "--all"), "name CLAIMs, or --evidence ID, or --all"),
        (("capture", "99"), "has no claim 99"),
        (("capture", "--evidence", "01"), "no evidence starts with '01'"),
        (("capture", "1"), "no source is named that could be captured"),
    ],
)
def test_what_cannot_be_captured_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.code != 0
    assert said in done.err


def test_progress_is_drawn_on_a_terminal(
    run: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    attach(run, 1, site.url("/article"))
    attach(run, 1, site.url("/plain"))
    assert "[###############---------------] 1/2" in run("capture", 1).err


REFERENCES = """Notes on moss

Examples include:

- Optimization from Samples, Big Data Research 5 (2021).
- Limits of Growth in Moss, Journal of Bryology 12 (2019).

See doi 10.1000/xyz123 for the data.
"""
CROSSREF = {
    "message": {
        "items": [
            {
                "DOI": "10.1/abc",
                "title": ["Optimization from samples"],
                "author": [{"given": "Wei", "family": "Liu"}],
                "container-title": ["Big Data Research"],
                "issued": {"date-parts": [[2014]]},
            }
        ]
    }
}


def test_resolve_shows_candidates_and_accepts_none(run: Run, site: Site, desk: Path) -> None:
    (desk / "moss.txt").write_text(REFERENCES, encoding="utf-8")
    run("ingest", "moss.txt")
    site.pages["/works"] = page(json.dumps(CROSSREF), "application/json")
    site.pages["/api/query"] = page("", status=503)
    done = run("resolve", 2)
    assert done.code == 0
    assert "doi:10.1/abc: Optimization from samples. Wei Liu. Big Data Research. 2014" in done.out
    assert "year: “2021” in the article, “2014” there" in done.out
    assert "not asked: arxiv: the server answered 503" in done.out
    assert "not found in these registries" in done.out
    assert rows(run, "select count(*) as n from evidence") == [{"n": 0}]


def test_registries_are_asked_at_their_pace(
    desk: Path, site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    run = runner(capsys, monkeypatch, replace(network(site), pause=waited.append))
    (desk / "moss.txt").write_text(REFERENCES, encoding="utf-8")
    run("ingest", "moss.txt")
    run("resolve")
    assert waited
    assert set(waited) == {PAUSE}


def test_a_reference_without_a_title_or_number_is_asked_nowhere(run: Run, desk: Path) -> None:
    text = "Growth slowed (Lind 2019). Then it stopped.\n"
    (desk / "bare.txt").write_text(text, encoding="utf-8")
    run("ingest", "bare.txt")
    assert run("resolve", 2).out.startswith("0 references")


def test_resolve_asks_nothing_twice(run: Run, site: Site, desk: Path) -> None:
    (desk / "moss.txt").write_text(REFERENCES, encoding="utf-8")
    run("ingest", "moss.txt")
    site.pages["/works"] = page(json.dumps(CROSSREF), "application/json")
    site.pages["/api/query"] = page("<feed/>", "application/xml")
    first = run("resolve", 2).out
    asked = len(site.asked)
    assert run("resolve", 2).out == first
    assert len(site.asked) == asked
    run("resolve", 2, "--fresh")
    assert len(site.asked) > asked


def test_without_a_network_of_the_tests_no_private_address_is_asked(
    desk: Path, site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = runner(capsys, monkeypatch)
    run("ingest", desk / "port.txt")
    attach(run, 1, f"http://127.0.0.1:{site.port}/article")
    done = run("capture", 1, "--mailto", "desk@example.org")
    assert done.code == 1
    assert "no address on the public internet" in done.out
    assert site.asked == []


def test_an_article_is_read_from_the_web_with_its_links_and_its_original(
    run: Run, site: Site
) -> None:
    story = (
        "<html><head><title>Silt</title><meta name=author content='Ann Lee'></head><body><article>"
        "<h1>Silt in the harbour</h1><p>The port paid for the sand twice, as <a href='/books'>the"
        " books of the harbour master</a> show, and nobody weighed it in all those years.</p>"
        "<p>The council met on 3 May 2021 and approved 12 new cranes for the eastern quay.</p>"
        "</article></body></html>"
    )
    site.pages["/story"] = page(story)
    site.pages["/to-story"] = redirect("/story")
    done = run("ingest", site.url("/to-story"))
    assert (done.code, "2  Silt in the harbour" in done.out) == (0, True)
    [link] = rows(run, "select quote, identifier from citations where kind = 'link'")
    assert link == {
        "quote": "the books of the harbour master", "identifier": site.url("/books"),
    }  # fmt: skip
    [origin] = rows(run, "select byline, address, links, media_type, bytes from origins")
    assert origin == {
        "byline": "Ann Lee", "address": site.url("/story"), "links": 1,
        "media_type": "text/html", "bytes": len(story),
    }  # fmt: skip
    assert run("verify").code == 0
    assert "already there" in run("ingest", site.url("/story")).out
    assert run("segment", site.url("/story")).code == 0


@pytest.mark.parametrize(
    ("path", "says"),
    [("/dead", "answered 404"), ("/to-metadata", "was not fetched"), ("/script", "no text in it")],
)
def test_an_article_that_cannot_be_fetched_is_said_so_and_leaves_no_file(
    run: Run, site: Site, desk: Path, path: str, says: str
) -> None:
    done = run("ingest", site.url(path), "--db", "new.db")
    assert (done.code, says in done.err) == (1, True)
    assert not (desk / "new.db").exists()


def test_the_server_says_how_a_page_is_encoded(run: Run, site: Site) -> None:
    body = "<html><body><p>The Žluťoučký pump at Brno cost 12 million.</p></body></html>"
    site.pages["/pump"] = page(body.encode("cp1250"), "text/html; charset=windows-1250")
    run("ingest", site.url("/pump"))
    [row] = rows(run, "select text from document where n = 2")
    assert "Žluťoučký" in str(row["text"])


def test_what_is_no_address_of_the_web_is_a_file(run: Run) -> None:
    assert "there is no such file" in run("ingest", "httpx.txt").err
