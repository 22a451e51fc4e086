"""Capturing: what evidence and citations name is fetched, and what came of it stored at once."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import sleep
from urllib.parse import quote

from factcheck.errors import UsageError
from factcheck.evidence.capture import AT_ONCE, Captured, capture_all
from factcheck.evidence.fetching import Fetch, Web, fetch
from factcheck.evidence.wayback import SAVER, SERVICE
from factcheck.model.capture import Source
from factcheck.model.event import ulid
from factcheck.review.mismatch import refresh
from factcheck.sources.bodies import extracted
from factcheck.store import named, snapshots
from factcheck.store.database import Store
from factcheck.store.queries import articles

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Network:
    """What capturing needs from outside: the web, the clock, dice; an archive to ask.

    Commands get one through click's context object, so that tests bring their own and no option
    for it exists.
    """

    fetch: Fetch
    now: Now
    randomness: Callable[[int], bytes] = os.urandom
    archive: str = SERVICE
    saver: str = SAVER
    services: dict[str, str] | None = None
    pause: Callable[[float], None] | None = None


def public_network(mailto: str = "") -> Network:
    """Return the network as it is: public addresses only, the system's clock and dice."""
    web = Web()
    headers = {"From": mailto} if mailto else {}
    return Network(
        lambda url: fetch(url, web, headers=headers), lambda: datetime.now(UTC), pause=sleep
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to capture: the sources of claims (ids), of one piece of evidence, or of everything."""

    claims: tuple[str, ...] = ()
    article: str | None = None
    evidence: str | None = None


def wanted_sources(store: Store, wanted: Wanted, *, again: bool = False) -> tuple[Source, ...]:
    """Return the sources to capture; with *again* also those that have a snapshot.

    Raises:
        UsageError: no evidence is called so, or nothing can be captured.
    """
    known = named.named_sources(
        store, claims=wanted.claims, article=wanted.article, evidence=wanted.evidence
    )
    if not known:
        what = f"evidence starts with {wanted.evidence!r}" if wanted.evidence else "source is named"
        raise UsageError(
            f"no {what} that could be captured",
            hint="attach a link, DOI or file: `factcheck attach CLAIM LINK --stance …`",
        )
    done = frozenset() if again else snapshots.captured_sources(store)
    found = [source_of(kind, name, beside=store.path.parent) for kind, name in known]
    return tuple(source for source in found if source.name not in done)


# Where a registry keeps the page of each name that it gave out.
_PAGES = {
    "doi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/",
    "handle": "https://hdl.handle.net/",
    "ads": "https://ui.adsabs.harvard.edu/abs/",
    "orcid": "https://orcid.org/",
}


def source_of(kind: str, name: str, *, beside: Path) -> Source:
    """Return where a source of this kind is: behind its link, its registry's link, or a file."""
    if kind == "file":
        here = Path(name)
        return Source(name, path=str(here if here.is_file() else beside / name))
    page = _PAGES.get(kind)
    if page is None:
        return Source(name, name)
    number = name[4:] if kind == "doi" and name.lower().startswith("doi:") else name
    return Source(name, page + quote(number.strip(), safe="/:;()._-"))


def capture_sources(
    store: Store,
    sources: Sequence[Source],
    reviewer: str,
    network: Network,
    *,
    at_once: int = AT_ONCE,
) -> Iterator[Captured]:
    """Capture *sources* and yield what came of each, stored before it is yielded.

    Who stops in the middle keeps what was captured, and goes on with the rest another time.
    """
    answers = capture_all(
        sources, fetch=network.fetch, now=network.now, text=extracted, at_once=at_once
    )
    for each in answers:
        with store.writing():
            key = ulid(network.now(), network.randomness(10))
            snapshots.keep(store, key, each.capture, each.snapshot, reviewer)
        yield each


def refresh_findings(store: Store) -> int:
    """Compare all claims with what was captured of their sources; return the count of findings."""
    return sum(refresh(store, article.id) for article in articles(store))
