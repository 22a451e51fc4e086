"""Fetching: every hop is checked, every limit kept, every trouble said in words."""

import ssl
from collections.abc import Iterator
from itertools import chain, repeat

import pytest
import trustme

from factcheck.evidence.addresses import RefusedError, is_public
from factcheck.evidence.exchange import Limits
from factcheck.evidence.fetching import Web, fetch
from webpages import ARTICLE, Site, serving

SHORT = Limits(connect=5, headers=0.4, total=0.8, received=1_000_000, unpacked=1_000_000)


def test_a_page_arrives_as_it_is(site: Site) -> None:
    fetched = site.fetch("/article")
    assert fetched.answer.status == 200
    assert fetched.answer.body == ARTICLE.encode()
    assert fetched.answer.headers["content-type"] == "text/html; charset=utf-8"
    assert fetched.hops == (fetched.url,) == (site.url("/article"),)


def test_the_host_is_asked_by_its_name_and_port(site: Site) -> None:
    site.fetch("/article?a=1&b=ü#part")
    assert site.asked[-1] == (f"news.test:{site.port}", "/article?a=1&b=%C3%BC")


def test_a_packed_page_arrives_unpacked(site: Site) -> None:
    assert site.fetch("/packed").answer.body == ARTICLE.encode()


@pytest.mark.parametrize(("path", "end"), [("/moved", "/new-place"), ("/lost", "/")])
def test_redirects_are_followed_and_told(site: Site, path: str, end: str) -> None:
    fetched = site.fetch(path)
    assert fetched.url == site.url(end)
    assert fetched.hops == (site.url(path), site.url(end))


def test_a_redirect_to_another_host_asks_that_host(site: Site) -> None:
    assert site.fetch("/see-other").url == site.url("/new-place", "other.test")
    assert site.asked[-1][0] == f"other.test:{site.port}"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/loop", "redirects in a circle"),
        ("/endless-redirects", "redirects over 10 times"),
        ("/to-loopback", r"^127\.0\.0\.2 is no address on the public internet$"),
        ("/to-metadata", r"169\.254\.169\.254 is no address on the public"),
        ("/to-mapped", r"::ffff:127\.0\.0\.1 is no address"),
        ("/to-file", "file:///etc/passwd is no http or https link"),
        ("/to-gopher", "is no http or https link"),
        ("/to-nothing", "no link"),
        ("/endless", "over 1,000,000 bytes"),
        ("/huge", "has 10,000,000,000 bytes"),
        ("/bomb", "unpacks to over 1,000,000 bytes"),
        ("/bad-gzip", "cannot be unpacked"),
        ("/dripping-body", r"the answer took over 0\.8 s"),
        ("/dripping-header", r"the header took over 0\.4 s"),
        ("/cut-off", "ended early"),
        ("/nonsense", "broke off"),
        ("/many-headers", "more than 100 headers"),
    ],
)
def test_what_would_do_harm_is_refused_with_the_reason(site: Site, path: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        site.fetch(path, limits=SHORT)


def test_a_server_that_says_nothing_is_not_waited_for(site: Site) -> None:
    with pytest.raises(RefusedError, match="it did not answer in time"):
        site.fetch("/silent", limits=Limits(connect=0.2, headers=5))


def test_bytes_over_the_line_are_counted_apart_from_unpacked_ones(site: Site) -> None:
    with pytest.raises(RefusedError, match="the answer has over 10 bytes"):
        site.fetch("/endless", limits=Limits(received=10))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "gopher://x.test/", "ftp://x.test/", "javascript:alert(1)",
        "http://", "https://good.test@bad.test/", "http://x.test\\@y.test/", "http://x.test:99999/",
        "http://x\n.test/", "", "http://[::1", "http://" + "a" * 70 + ".test/", "http://xn--\u0378/",
    ],
)  # fmt: skip
def test_what_is_no_link_is_never_asked(url: str) -> None:
    asked: list[str] = []

    def lookup(host: str, _port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("8.8.8.8",)

    web = Web(lookup=lookup)
    with pytest.raises(RefusedError):
        fetch(url, web)
    assert asked == []


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{}/", "http://localhost:{}/", "http://[::1]:{}/", "http://127.1:{}/"]
)
def test_the_public_policy_asks_nothing_of_this_machine(site: Site, url: str) -> None:
    before = len(site.asked)
    with pytest.raises(RefusedError, match="no address on the public internet"):
        fetch(url.format(site.port), Web())
    assert len(site.asked) == before


def test_a_name_that_changes_its_address_is_asked_at_the_checked_one(site: Site) -> None:
    answers = chain([("127.0.0.1",)], repeat(("169.254.169.254",)))
    fetched = site.fetch("/article", lookup=lambda *_: next(answers))
    assert fetched.answer.status == 200


def test_a_name_that_changes_its_address_is_checked_again_at_a_redirect(site: Site) -> None:
    answers = chain([("127.0.0.1",)], repeat(("10.0.0.1",)))
    with pytest.raises(RefusedError, match=r"leads to 10\.0\.0\.1"):
        site.fetch("/moved", lookup=lambda *_: next(answers))


def test_the_next_address_is_tried_where_the_first_does_not_answer(site: Site) -> None:
    fetched = site.fetch(
        "/article", lookup=lambda *_: ("127.0.0.3", "127.0.0.1"), allows=lambda _: True
    )
    assert fetched.answer.status == 200


def test_a_port_where_nobody_listens_is_said(site: Site) -> None:
    with pytest.raises(RefusedError, match=r"no connection to news\.test:1: connection refused"):
        fetch("http://news.test:1/", site.web())


def test_a_header_in_other_letters_leads_where_it_says(site: Site) -> None:
    site.pages["/to-umlaut"] = site.pages["/article"]
    fetched = site.fetch("/to-umlaut")
    assert fetched.answer.status == 200


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def secure(authority: trustme.CA) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.test").configure_cert(context)
    with serving(context) as running:
        yield running


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    return trust


def test_a_secure_page_is_asked_for_by_name(secure: Site, authority: trustme.CA) -> None:
    fetched = secure.fetch("/article", trust=trusting(authority))
    assert fetched.answer.body == ARTICLE.encode()


def test_a_certificate_of_somebody_else_is_refused(secure: Site, authority: trustme.CA) -> None:
    with pytest.raises(RefusedError, match=r"certificate of other\.test:\d+ is not valid"):
        fetch(secure.url("/article", "other.test"), secure.web(trust=trusting(authority)))


def test_a_certificate_that_nobody_signed_is_refused(secure: Site) -> None:
    with pytest.raises(RefusedError, match="is not valid"):
        secure.fetch("/article")


def test_the_deadline_holds_under_tls_as_well(secure: Site, authority: trustme.CA) -> None:
    with pytest.raises(RefusedError, match="the answer took over"):
        secure.fetch("/dripping-body", trust=trusting(authority), limits=SHORT)


def test_plain_http_where_tls_is_expected_breaks_off(site: Site) -> None:
    with pytest.raises(RefusedError, match="broke off"):
        fetch(site.url("/").replace("http:", "https:"), site.web(limits=SHORT))


def test_the_policy_in_use_is_the_public_one() -> None:
    assert Web().allows is is_public
