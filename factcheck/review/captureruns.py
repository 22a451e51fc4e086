"""Whole runs of the commands on sources: a file opened, the work done, what to print yielded."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.evidence.capture import Captured
from factcheck.evidence.warc import warc
from factcheck.review import capturing
from factcheck.review.archiving import archive_sources
from factcheck.review.capturing import Network, Wanted
from factcheck.review.files import write_whole
from factcheck.review.linking import LinkCheck, check_links
from factcheck.review.opening import session_for_reading
from factcheck.review.resolving import Resolved, resolve
from factcheck.store import snapshots
from factcheck.store.database import open_for_reading, open_store
from factcheck.version import __version__


@dataclass(frozen=True, slots=True)
class Asked:
    """What `factcheck capture` was asked for."""

    claims: tuple[str, ...] = ()
    article: str | None = None
    evidence: str | None = None
    again: bool = False
    wayback: bool = False  # ask the archive for its copies
    save: bool = False  # have it make some


@dataclass(frozen=True, slots=True)
class Done:
    """One step of a run: how many of how many, what was done, what came of it, did it fail."""

    place: int
    count: int
    what: str
    said: str
    failed: bool = False


def run(path: str, reviewer: str, asked: Asked, network: Network) -> Iterator[Done]:
    """Capture what was asked for and yield a line for each source, and at last what was found.

    Raises:
        UsageError: a claim or evidence is not there, or nothing can be captured.
        StoreError: the file cannot be opened or written.
    """
    article, claims = _named(path, reviewer, asked)
    with closing(open_store(Path(path))) as store:
        wanted = Wanted(claims, article, asked.evidence)
        sources = capturing.wanted_sources(store, wanted, again=asked.again)
        asks = asked.wayback or asked.save
        archived = capturing.wanted_sources(store, wanted, again=True) if asks else ()
        count = len(sources) + len(archived)
        place = 0
        for each in capturing.capture_sources(store, sources, reviewer, network):
            place += 1
            yield Done(place, count, *_said(each), failed=each.snapshot is None)
        for source, said in archive_sources(store, archived, network, save=asked.save):
            place += 1
            yield Done(min(place, count), count, "archive", f"{source.name}: {said}")
        found = capturing.refresh_findings(store)
        yield Done(count, count, "done", _summary(len(sources), found))


def _named(path: str, reviewer: str, asked: Asked) -> tuple[str | None, tuple[str, ...]]:
    session = session_for_reading(path, reviewer)
    try:
        claims = tuple(session.find_claim(name, asked.article).id for name in asked.claims)
        article = session.article(asked.article).id if asked.article and not claims else None
    finally:
        session.close()
    return article, claims


def _said(each: Captured) -> tuple[str, str]:
    capture, snapshot = each.capture, each.snapshot
    if snapshot is None:
        return "failed", f"{capture.source}: {capture.error}"
    where = "" if len(capture.hops) < 2 else f", from {capture.final_url}"
    remark = f"; {capture.remark}" if capture.remark else ""
    size = f"{len(snapshot.body):,} bytes"
    return "captured", f"{capture.source}: {snapshot.media_type}, {size}{where}{remark}"


def _summary(sources: int, found: int) -> str:
    asked = f"{sources} asked" if sources else "everything was captured before"
    return f"{asked}; words that are not in their sources: {found}"


def link_checks(
    path: str, reviewer: str, article: str | None, network: Network
) -> Iterator[LinkCheck]:
    """Yield the state of each link of an article, of the whole file with None."""
    found, _ = _named(path, reviewer, Asked(article=article))
    with closing(open_for_reading(Path(path))) as store:
        sources = capturing.wanted_sources(store, Wanted(article=found), again=True)
        yield from check_links(store, sources, network)


def resolutions(
    path: str, reviewer: str, article: str | None, network: Network, *, fresh: bool
) -> Iterator[Resolved]:
    """Yield the references of an article with their candidates."""
    session = session_for_reading(path, reviewer)
    found = session.article(article).id
    session.close()
    with closing(open_store(Path(path))) as store:
        yield from resolve(store, found, network, fresh=fresh)


def write_warc(path: str, target: str) -> str:
    """Write every snapshot of the file as WARC to *target* and return its name."""
    with closing(open_for_reading(Path(path))) as store:
        pieces = warc(snapshots.every_capture(store), program=f"factcheck {__version__}")
        return write_whole(Path(target), pieces, over=b"\x1f\x8b")


def snapshot_text(path: str, digest: str) -> str:
    """Return the words of the snapshot whose SHA-256 begins so.

    Raises:
        UsageError: none or several do, or it has no words.
    """
    with closing(open_for_reading(Path(path))) as store:
        known = snapshots.digests(store, digest)
        if len(known) != 1:
            raise UsageError(
                f"{len(known)} snapshots have a hash that begins with {digest[:64]!r}",
                hint="`factcheck snapshots` lists them",
            )
        text = snapshots.text_of_snapshot(store, known[0])
    if text is None:
        raise UsageError(
            "this snapshot holds no text", hint="`factcheck snapshots --warc FILE` writes its bytes"
        )
    return text
