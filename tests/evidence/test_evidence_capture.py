"""Capturing: what a source said, or why it said nothing; many at once, few of one host."""

import threading
from hashlib import sha256
from pathlib import Path

import pytest

from desk import ticking
from factcheck.evidence import capture as capturing
from factcheck.evidence.addresses import RefusedError
from factcheck.evidence.capture import capture, capture_all, lanes
from factcheck.evidence.exchange import Answer, Limits
from factcheck.evidence.fetching import Fetched, fetch
from factcheck.model.capture import Source
from factcheck.sources.bodies import extracted
from webpages import ARTICLE, Site


def captured(site: Site, path: str) -> capturing.Captured:
    web = site.web(limits=Limits(connect=5, headers=5, total=5, unpacked=1_000_000))
    source = Source("name", site.url(path))
    return capture(source, fetch=lambda url: fetch(url, web), now=ticking(), text=extracted)


def test_a_capture_says_when_from_where_and_what(site: Site) -> None:
    done = captured(site, "/moved")
    assert done.capture.source == "name"
    assert done.capture.at == "2026-03-02T10:00:00.000Z"
    assert done.capture.url == site.url("/moved")
    assert done.capture.final_url == site.url("/new-place")
    assert done.capture.hops == (site.url("/moved"), site.url("/new-place"))
    assert done.capture.status == 200
    assert dict(done.capture.headers)["content-type"] == "text/html; charset=utf-8"


def test_the_hash_is_of_the_body_as_it_arrived(site: Site) -> None:
    done = captured(site, "/packed")
    assert done.snapshot is not None
    assert done.capture.sha256 == done.snapshot.sha256 == sha256(ARTICLE.encode()).hexdigest()


@pytest.mark.parametrize(
    ("path", "media_type", "words"),
    [
        ("/article", "text/html", "lost 4.7 million euros in 2019,"),
        ("/minutes.pdf", "application/pdf", "It approved 12 cranes."),
        ("/plain", "text/plain", "Plain words.\nSecond line."),
        ("/latin", "text/html", "Café “quoted”"),
        ("/declared", "text/html", "Žluťoučký"),
        ("/deep", "text/html", "down the well"),
    ],
)
def test_every_kind_of_page_is_captured_with_its_words(
    site: Site, path: str, media_type: str, words: str
) -> None:
    snapshot = captured(site, path).snapshot
    assert snapshot is not None
    assert snapshot.media_type == media_type
    assert words in (snapshot.text or "")


@pytest.mark.parametrize(
    ("path", "remark"),
    [
        ("/picture", "image/png holds no text that can be compared"),
        ("/encrypted.pdf", "this PDF asks for a password"),
        ("/truncated.pdf", "this PDF cannot be read: it is damaged or no PDF"),
        ("/script", "the page shows no text without scripts"),
        ("/latin", "it is not in utf-8, and was read as Windows-1252"),
    ],
)
def test_what_has_no_words_is_kept_and_says_so(site: Site, path: str, remark: str) -> None:
    done = captured(site, path)
    assert done.capture.remark == remark
    assert done.capture.error == ""
    assert done.snapshot is not None


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/dead", "the server answered 404 (not found)"),
        ("/error", "the server answered 500 (internal server error)"),
        ("/busy", "the server answered 429 (too many requests); it asks to wait 30 s"),
        ("/empty", "the answer is empty"),
        ("/loop", "the link redirects in a circle"),
        ("/to-metadata", "169.254.169.254 is no address on the public internet"),
        ("/bomb", "the answer unpacks to over 1,000,000 bytes"),
    ],
)
def test_what_cannot_be_captured_says_why_and_leaves_nothing(
    site: Site, path: str, error: str
) -> None:
    done = captured(site, path)
    assert error in done.capture.error
    assert done.snapshot is None
    assert done.capture.sha256 is None


def test_a_status_without_a_name_is_said_by_its_number() -> None:
    answer = Fetched("http://a.test/", Answer(799, {}, b"x"), ("http://a.test/",))
    done = capture(
        Source("a", "http://a.test/"), fetch=lambda _: answer, now=ticking(), text=extracted
    )
    assert done.capture.error == "the server answered 799"


def test_a_file_is_captured_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_bytes(b"# Minutes\n")
    done = capture(
        Source("minutes.md", path=str(path)), fetch=no_network, now=ticking(), text=extracted
    )
    assert done.snapshot is not None
    assert (done.snapshot.media_type, done.snapshot.text) == ("text/markdown", "# Minutes")
    assert (done.capture.url, done.capture.status) == ("", None)


def no_network(url: str) -> Fetched:
    raise AssertionError(url)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (None, "the file cannot be read: No such file"),
        (b"", "is empty"),
        (b"x" * 11, "has over 10"),
    ],
)
def test_a_file_that_cannot_be_captured_says_why(
    tmp_path: Path, data: bytes | None, error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capturing, "MAX_FILE_BYTES", 10)
    if data is not None:
        (tmp_path / "x").write_bytes(data)
    done = capture(
        Source("x", path=str(tmp_path / "x")), fetch=no_network, now=ticking(), text=extracted
    )
    assert error in done.capture.error


def test_all_are_captured_however_many_fail(site: Site) -> None:
    paths = ["/article", "/dead", "/plain", "/loop", "/minutes.pdf"]
    sources = [Source(path, site.url(path, f"host{i % 2}.test")) for i, path in enumerate(paths)]
    web = site.web()
    done = capture_all(sources, fetch=lambda url: fetch(url, web), now=ticking(), text=extracted)
    assert {each.capture.source: each.snapshot is not None for each in done} == {
        "/article": True, "/dead": False, "/plain": True, "/loop": False, "/minutes.pdf": True,
    }  # fmt: skip


def test_no_host_is_asked_by_more_than_two_at_once() -> None:
    under_way, most, lock = 0, 0, threading.Lock()
    both = threading.Barrier(2, timeout=5)

    def slow(url: str) -> Fetched:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        both.wait()
        with lock:
            under_way -= 1
        return Fetched(url, Answer(200, {}, b"words"), (url,))

    sources = [Source(str(i), f"http://one.test/{i}") for i in range(8)]
    assert len(list(capture_all(sources, fetch=slow, now=ticking(), text=extracted))) == 8
    assert most == 2


def test_lanes_keep_the_hosts_apart_and_lose_nothing() -> None:
    sources = [Source(str(i), f"http://host{i % 3}.test/{i}") for i in range(20)]
    sources.append(Source("bad", "http://[broken"))
    found = lanes(sources, 2)
    assert sorted(source.name for lane in found for source in lane) == sorted(
        source.name for source in sources
    )
    assert len(found) == 7
    assert [len(lane) for lane in found] == sorted(map(len, found), reverse=True)


def test_who_stops_asking_stops_the_work() -> None:
    asked: list[str] = []

    def answer(url: str) -> Fetched:
        asked.append(url)
        return Fetched(url, Answer(200, {}, b"words"), (url,))

    sources = [Source(str(i), f"http://one.test/{i}") for i in range(5_000)]
    running = capture_all(sources, fetch=answer, now=ticking(), text=extracted, of_one_host=1)
    next(running)
    running.close()  # type: ignore[attr-defined]
    assert len(asked) < 5_000


def test_a_defect_is_raised_and_not_taken_for_a_dead_link() -> None:
    def broken(_url: str) -> Fetched:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(
            capture_all([Source("a", "http://a.test")], fetch=broken, now=ticking(), text=extracted)
        )


def test_a_refusal_is_the_answer() -> None:
    def refused(_url: str) -> Fetched:
        raise RefusedError("no")

    done = capture(Source("a", "http://a.test"), fetch=refused, now=ticking(), text=extracted)
    assert done.capture.error == "no"
