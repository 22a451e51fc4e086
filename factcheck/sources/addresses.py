"""Where a link leads: what stands in a page in, an address of the web or nothing out."""

import re
from urllib.parse import urljoin, urlsplit

_NO_LINK = re.compile(r"\s*(?:#|javascript:|mailto:|tel:|data:)", re.IGNORECASE)


def address_of(href: str | None, base: str) -> str:
    """Return where a link of a page at *base* leads, "" where that is no page of the web."""
    if not href or _NO_LINK.match(href):
        return ""
    try:
        address = urljoin(base, href.strip())
        return address if urlsplit(address).scheme in {"http", "https"} else ""
    except ValueError:
        return ""
