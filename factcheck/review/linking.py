"""Checking links: everything that was named is asked again, and set against its last capture."""

from collections.abc import Iterator, Sequence

from factcheck.evidence.capture import capture_all
from factcheck.evidence.links import BROKEN, LinkCheck, LinkState, judge
from factcheck.model.capture import Source
from factcheck.review.capturing import Network
from factcheck.sources.bodies import extracted
from factcheck.store import snapshots
from factcheck.store.database import Store

__all__ = ["BROKEN", "LinkCheck", "LinkState", "check_links"]


def check_links(store: Store, sources: Sequence[Source], network: Network) -> Iterator[LinkCheck]:
    """Yield what became of each link, as soon as it is known. Nothing is stored."""
    for each in capture_all(sources, fetch=network.fetch, now=network.now, text=extracted):
        last = snapshots.last_snapshot(store, each.capture.source)
        before, text = last if last is not None else (None, None)
        yield judge(each, before, text)
