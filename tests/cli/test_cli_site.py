"""Every command on sources against one site: an article whose sources are sound, gone and hostile.

What becomes of each source stands in its row; nothing is half stored, and a killed run goes on.
"""

import io
import json
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import trustme
from warcio.archiveiterator import ArchiveIterator

from command import Run, runner
from desk import counting, ticking
from factcheck.evidence.exchange import Limits
from factcheck.evidence.fetching import Fetched, Web, fetch
from factcheck.review.capturing import Network
from webpages import Page, Site, page, serving

SOUND = {
    "/article": "lost 4.7 million euros in 2019",
    "/minutes.pdf": "It approved 12 cranes.",
    "/report.docx": "It sold 9 cranes.",
    "/notes.md": "The port lost two million.",
    "/moved": "the same words",
    "/see-other": "the same words",
    "/plain": "Plain words.",
    "/declared": "Žluťoučký",
    "/packed": "The port of Velden",
    "/deep": "down the well",
    "/large": "At last 21 ships came.",
    "/changing": "Version 1 of this.",
    "/restyled": "The same words.",
}
# Kept, with a remark on their words.
ODD = {
    "/picture": "image/png holds no text that can be compared",
    "/latin": "it is not in utf-8, and was read as Windows-1252",
    "/chinese.txt": "it is not in utf-8, and looks like gb18030",
    "/soft": "the page says “Page not found”",
    "/lost": "it leads to the home page",
    "/script": "the page shows no text without scripts",
    "/encrypted.pdf": "this PDF asks for a password",
    "/truncated.pdf": "this PDF cannot be read: it is damaged or no PDF",
    "/entity.docx": "this Word file cannot be read: it declares entities of its own",
    "/bomb.docx": "this Word file unpacks to 30,",
    "/half.docx": "this Word file cannot be read: it is truncated or damaged",
}
REFUSED = {
    "/dead": "the server answered 404 (not found)",
    "/error": "the server answered 500",
    "/busy": "it asks to wait 30 s",
    "/empty": "the answer is empty",
    "/loop": "redirects in a circle",
    "/endless-redirects": "redirects over 10 times",
    "/to-loopback": "127.0.0.2 is no address on the public internet",
    "/to-metadata": "169.254.169.254 is no address on the public internet",
    "/to-mapped": "::ffff:127.0.0.1 is no address on the public internet",
    "/to-file": "is no http or https link",
    "/to-gopher": "is no http or https link",
    "/to-nothing": "redirects to something that is no link",
    "/endless": "has over 50,000,000 bytes",
    "/huge": "has 10,000,000,000 bytes, over 50,000,000",
    "/bomb": "unpacks to over 50,000,000 bytes",
    "/bad-gzip": "cannot be unpacked",
    "/dripping-body": "the answer took over 0.8 s",
    "/dripping-header": "the header took over 0.4 s",
    "/silent": "the header took over 0.4 s",
    "/cut-off": "the answer ended early",
    "/nonsense": "broke off",
}
SLOW = ("/dripping-body", "/dripping-header", "/silent")


@dataclass
class Names:
    """A look-up of names that lead elsewhere at the second look, or to several machines."""

    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, _port: int) -> tuple[str, ...]:
        self.asked.append(host)
        if host == "changing.test":
            return ("127.0.0.1",) if self.asked.count(host) == 1 else ("10.0.0.1",)
        if host == "several.test":
            return "127.0.0.1", "10.0.0.1"
        return (host,) if host.replace(".", "").isdigit() or ":" in host else ("127.0.0.1",)


def host_of(path: str) -> str:
    """Spread the pages over hosts, of which each is asked for two at once."""
    return "slow.test" if path in SLOW else f"host{sum(map(ord, path)) % 9}.test"


def story(links: list[str]) -> Page:
    """Return an article that names each of *links* in a sentence of its own."""
    told = "".join(
        f"<p>In 2019 the port of Velden sold {112 + n} cranes, <a href='{link}'>as the record of"
        " that year shows</a>.</p>"
        for n, link in enumerate(links)
    )
    return page(f"<html><body><article><h1>The sand of Velden</h1>{told}</article></body></html>")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def strange() -> Iterator[Site]:
    """Serve the same under a certificate that nobody trusts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("news.test").configure_cert(context)
    with serving(context) as running:
        yield running


def networked(site: Site, names: Names) -> Network:
    web = site.web(lookup=names, limits=Limits(connect=5, headers=30, total=60))
    hasty = site.web(lookup=names, limits=Limits(connect=5, headers=0.4, total=0.8))

    def fetched(url: str) -> Fetched:
        asked: Web = hasty if "slow.test" in url else web
        return fetch(url, asked)

    at = site.url("")
    services = {"crossref": at, "arxiv": at, "openlibrary": at}
    return Network(fetched, ticking(), counting(), at, at, services)


def rows(run: Run, sql: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("query", sql, "--format", "jsonl").out.splitlines()]


QUOTED = (
    ("/article", "We will not pay for sand that nobody has weighed"),
    ("/article", "We will pay for sand"),
    ("/minutes.pdf", "It approved 21 cranes"),
    ("/report.docx", "The board met on 4 May. It sold 9 cranes."),
    ("/latin", "Nobody ever said that in this café"),
    ("/encrypted.pdf", "The treasurer objected"),
)


def claim_on(run: Run, address: str) -> int:
    """Return the number of the first claim that rests on a link."""
    sql = f"""SELECT min(c.number) AS number FROM claim_citation x JOIN claim c ON c.id = x.claim
              JOIN citation t ON t.id = x.citation WHERE t.identifier = '{address}'"""
    return int(str(rows(run, sql)[0]["number"]))


def test_every_command_says_what_became_of_sound_gone_and_hostile_sources(
    desk: Path, site: Site, strange: Site, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    names = Names()
    run = runner(capsys, monkeypatch, networked(site, names))
    paths = (*SOUND, *ODD, *REFUSED)
    link = {path: site.url(path, host_of(path)) for path in paths}
    link["untrusted"] = strange.url("/article")
    link["several"] = site.url("/article", "several.test")
    link["changing"] = site.url("/plain", "changing.test")
    assert len(link) > 40
    site.pages["/story"] = story([*link.values(), "file:///etc/passwd", "gopher://a.test/"])
    read_in(run, site, link)
    (desk / "minutes.txt").write_text("Nobody objected.", encoding="utf-8")
    for path, quote in QUOTED:
        how = ("--stance", "supports", "--quote", quote)
        assert run("attach", claim_on(run, link[path]), link[path], *how).code == 0
    assert run("attach", 1, "minutes.txt", "--stance", "context").code == 0
    assert run("capture", "--all").code == 1
    kept = {str(row["source"]): row for row in rows(run, "select * from captures")}
    assert set(kept) == {*link.values(), "minutes.txt"}
    require_told(run, {name: kept[address] for name, address in link.items()})
    assert names.asked.count("changing.test") == 1
    assert not [path for _, path in site.asked if path in {"/secret", "/latest/meta-data/"}]
    assert run("verify").code == 0

    # A second run asks for that which is missing, and no more.
    asked = len(site.asked)
    assert run("capture", "--all").code == 1
    again = {path.partition("?")[0] for _, path in site.asked[asked:]}
    assert again <= {*REFUSED, "/loop-back"}
    require_compared(run, link)
    require_links(run, link)
    assert run("resolve").code == 0
    assert run("snapshots", "--warc", "site.warc.gz").code == 0
    records = ArchiveIterator(io.BytesIO((desk / "site.warc.gz").read_bytes()))
    named = [record.rec_headers.get_header("WARC-Target-URI") for record in records]
    assert len(list(filter(None, named))) == len([row for row in kept.values() if row["sha256"]])
    assert "gives the same text" in run("source").out
    assert run("verify").code == 0


def read_in(run: Run, site: Site, link: dict[str, str]) -> None:
    """Read the article from the web: what is no link of the web is none in it, and no evidence."""
    assert run("ingest", site.url("/story")).code == 0
    cited = {str(row["identifier"]) for row in rows(run, "select identifier from citations")}
    assert set(link.values()) <= cited
    assert not [one for one in cited if one.startswith(("file:", "gopher:"))]
    for refused in ("gopher://a.test/", "file:///etc/passwd"):
        done = run("attach", 1, refused, "--stance", "context")
        assert (done.code, "is no link that can be used" in done.err) == (1, True)


def require_told(run: Run, kept: dict[str, dict[str, object]]) -> None:
    """Look at the row of each source: it says what happened, and nothing is half stored."""
    for path, words in SOUND.items():
        assert (kept[path]["error"], kept[path]["remark"]) == ("", ""), path
        assert words in run("snapshots", "--text", kept[path]["sha256"]).out, path
    for path, remark in ODD.items():
        assert str(kept[path]["remark"]).startswith(remark), path
        assert kept[path]["sha256"], path
    for path, error in REFUSED.items():
        assert error in str(kept[path]["error"]), path
        assert kept[path]["sha256"] is None, path
    assert "is not valid" in str(kept["untrusted"]["error"])
    assert "several.test leads to 10.0.0.1" in str(kept["several"]["error"])
    assert kept["changing"]["error"] == ""


def require_compared(run: Run, link: dict[str, str]) -> None:
    quotes = run("quotes")
    assert quotes.code == 1
    assert "2 altered" in quotes.out
    assert "number: the source has “12”, the quotation “21”" in quotes.out
    assert "it is not in utf-8, and was read as Windows-1252" in quotes.out
    assert "this PDF asks for a password" in quotes.out
    found = rows(run, "select number, quote from findings where rule = 'citation.not-in-source'")
    in_article, in_minutes = (claim_on(run, link[path]) for path in ("/article", "/minutes.pdf"))
    assert {"number": in_article, "quote": "112"} in found
    assert {"number": in_article, "quote": "2019"} not in found
    assert {"number": in_minutes, "quote": "2019"} in found
    report = run("report").out
    assert "   - Words in the capture: altered" in report
    assert "   - Captured: 2026-03-02" in report
    assert "   - Remark on the capture: this PDF asks for a password" in report
    assert "   - Not captured: " not in report


def require_links(run: Run, link: dict[str, str]) -> None:
    states = run("links")
    assert states.code == 1
    lines = (line.split() for line in states.out.splitlines())
    said = {line[1].rstrip(":"): line[0] for line in lines if line[1:] and "://" in line[1]}
    assert said[link["/changing"]] == "changed"
    assert said[link["/restyled"]] == "ok"
    assert said[link["/moved"]] == "redirected"
    assert said[link["/lost"]] == "soft-404"
    assert f"{link['/soft']}: as captured" in states.out
    assert {said[link[path]] for path in REFUSED} == {"dead"}


def test_a_capture_that_was_killed_goes_on_where_it_was(
    desk: Path, site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = runner(capsys, monkeypatch, networked(site, Names()))
    paths = ("/article", "/minutes.pdf", "/plain", "/deep")
    links = [site.url(path, host_of(path)) for path in paths]
    waiting = site.url("/silent", "waiting.test")
    site.pages["/story"] = story([*links, waiting])
    run("ingest", site.url("/story"))
    command = [sys.executable, str(Path(__file__).parents[1] / "killed_capture.py"), "claims.db"]
    with subprocess.Popen(
        [*command, str(site.port)], stdout=subprocess.PIPE, cwd=desk, text=True
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().split()[0] for _ in paths]
        process.send_signal(signal.SIGKILL)
    assert (told, process.returncode) == (["captured"] * 4, -signal.SIGKILL)
    assert run("verify").code == 0
    assert rows(run, "select count(*) as n from snapshots where captures > 0") == [{"n": 4}]
    site.pages["/silent"] = page("<p>At last.</p>")
    asked = len(site.asked)
    done = run("capture", "--all")
    assert done.code == 0
    assert [path for _, path in site.asked[asked:]] == ["/silent"]
    assert rows(run, "select count(*) as n from captures where error = ''") == [{"n": 5}]
    assert run("verify").code == 0
