"""Ask the Internet Archive for its copy of a link, or to make one.

Only on request: asking tells it the link, and a copy that it makes is public.
"""

import json
import re
from urllib.parse import quote

from factcheck.evidence.addresses import RefusedError
from factcheck.evidence.fetching import Fetch
from factcheck.model.evidence import is_web_link

SERVICE = "https://archive.org"
SAVER = "https://web.archive.org"
# Those without an account may have three copies made a minute (README of palewire/savepagenow).
SAVE_PAUSE = 20.0
_COPY = re.compile(r"/web/(\d{14})[a-z_]{0,4}/")
_BUSY = frozenset({429, 503, 509, 529})


class BusyError(RefusedError):
    """The archive asks to wait; who goes on asking is shut out for longer."""


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
    return link.replace("http://web.archive.org/", "https://web.archive.org/", 1), _time(made)


def saved(url: str, *, fetch: Fetch, service: str = SAVER) -> tuple[str, str]:
    """Have the archive make a copy of *url*, and return its link and when it was made, UTC.

    Save Page Now of https://web.archive.org/save: the answer, or where it redirects to, names the
    copy. It may be one that was made a little before.

    Raises:
        BusyError: the archive asks to wait.
        RefusedError: it does not answer in time, makes none, or does not say which.
    """
    fetched = fetch(f"{service}/save/{url}")
    answer = fetched.answer
    if answer.status in _BUSY:
        raise BusyError(f"the archive answered {answer.status}: it asks to wait")
    if answer.status != 200:
        raise RefusedError(f"the archive answered {answer.status}")
    told = (answer.headers.get("content-location", ""), fetched.url, answer.headers.get("link", ""))
    copies = [found for each in told for found in _COPY.findall(each)]
    if not copies:
        raise RefusedError("the archive names no copy; it may still be making one")
    return f"{SAVER}/web/{copies[0]}/{url}", _time(copies[0])


def _time(made: str) -> str:
    """Return 20240102030405 as 2024-01-02T03:04:05Z; what is cut off is zero."""
    y, rest = made[:4], made[4:14].ljust(10, "0")
    return f"{y}-{rest[:2]}-{rest[2:4]}T{rest[4:6]}:{rest[6:8]}:{rest[8:10]}Z"
