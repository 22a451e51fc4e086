"""Ask the Internet Archive for its copy of a link. Only on request: asking tells it the link."""

import json
from urllib.parse import quote

from factcheck.evidence.addresses import RefusedError
from factcheck.evidence.fetching import Fetch
from factcheck.model.evidence import is_web_link

SERVICE = "https://archive.org"


def archived(url: str, *, fetch: Fetch, service: str = SERVICE) -> tuple[str, str] | None:
    """Return the link of the archived copy nearest to now and when it was made, None without one.

    The time is UTC to the second. API: https://archive.org/help/wayback_api.php

    Raises:
        RefusedError: the archive does not answer, or not in its words.
    """
    answer = fetch(f"{service}/wayback/available?url={quote(url, safe='')}").answer
    if answer.status != 200:
        raise RefusedError(f"the archive answered {answer.status}")
    try:
        closest = json.loads(answer.body).get("archived_snapshots", {}).get("closest") or {}
        link, made = str(closest.get("url", "")), str(closest.get("timestamp", ""))
    except (ValueError, AttributeError, RecursionError) as error:
        raise RefusedError("the archive answered in words that are not known") from error
    if not closest.get("available") or not is_web_link(link) or not made.isdecimal():
        return None
    link = link.replace("http://web.archive.org/", "https://web.archive.org/", 1)
    y, rest = made[:4], made[4:14].ljust(10, "0")
    return link, f"{y}-{rest[:2]}-{rest[2:4]}T{rest[4:6]}:{rest[6:8]}:{rest[8:10]}Z"
