"""Archived copies: the archive is asked for its copy of each link, or to make one, and told once.

In: sources. Out: links of copies, stored with their sources, or why there is none.
"""

from collections.abc import Iterator, Sequence

from factcheck.evidence.addresses import RefusedError
from factcheck.evidence.wayback import SAVE_PAUSE, BusyError, archived, saved
from factcheck.model.capture import Source
from factcheck.model.event import timestamp
from factcheck.review.capturing import Network
from factcheck.store import snapshots
from factcheck.store.database import Store


def archive_sources(
    store: Store, sources: Sequence[Source], network: Network, *, save: bool = False
) -> Iterator[tuple[Source, str]]:
    """Yield for each link what came of asking the archive for its copy, stored before it is said.

    With *save* it is asked to make a copy of what was captured, one after the other and slowly,
    until it asks to wait; where it makes none, its newest copy is asked for.
    """
    captured = snapshots.captured_sources(store) if save else frozenset()
    refused = ""
    for source in sources:
        if not source.url:
            continue
        said = ""
        if source.name in captured and not refused:
            try:
                yield source, f"saved {_made(store, source, network)}"
            except RefusedError as error:
                refused = str(error) if isinstance(error, BusyError) else ""
                said = f"not saved: {error}; "
            else:
                continue
        elif source.name in captured:
            said = "not saved: the archive asked to wait; "
        yield source, said + _found(store, source, network)


def _made(store: Store, source: Source, network: Network) -> str:
    """Have a copy made and return its link.

    Raises:
        RefusedError: none was made.
    """
    if network.pause is not None:
        network.pause(SAVE_PAUSE)
    return _kept(
        store, source, network, saved(source.url, fetch=network.fetch, service=network.saver)
    )


def _found(store: Store, source: Source, network: Network) -> str:
    """Return the link of the newest copy, or why there is none."""
    try:
        found = archived(source.url, fetch=network.fetch, service=network.archive)
    except RefusedError as error:
        return f"not asked: {error}"
    if found is None:
        return "the archive has no copy"
    return _kept(store, source, network, found)


def _kept(store: Store, source: Source, network: Network, copy: tuple[str, str]) -> str:
    with store.writing():
        snapshots.keep_archive(store, source.name, *copy, timestamp(network.now()))
    return copy[0]
