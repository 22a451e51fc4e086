"""The title of a pasted link is that of its page."""

import pytest

from desk import counting, ticking
from factcheck.cli import reviewing
from factcheck.evidence.fetching import fetch
from factcheck.review import capturing
from factcheck.review.capturing import Network
from webpages import page, serving


def test_a_pasted_link_is_named_by_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as site:
        site.pages["/silt"] = page("<html><title>Silt, weighed</title><p>Much silt was found.</p>")
        web = site.web()
        network = Network(lambda url: fetch(url, web), ticking(), counting())
        monkeypatch.setattr(capturing, "public_network", lambda: network)
        assert reviewing._title_of(site.url("/silt")) == "Silt, weighed"
