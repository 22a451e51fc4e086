"""Capture sources: a source in, what it said at this moment out. Trouble is part of the answer."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from queue import SimpleQueue
from urllib.parse import urlsplit

from factcheck.evidence.absence import soft_404
from factcheck.evidence.addresses import RefusedError
from factcheck.evidence.fetching import Fetch
from factcheck.evidence.texts import cleaned
from factcheck.model.capture import KEPT_HEADERS, Capture, Extracted, Snapshot, Source
from factcheck.model.event import timestamp
from factcheck.model.visible import one_line, storable

Now = Callable[[], datetime]
# What a body is and says: its bytes, its declared content type, its name.
TextOf = Callable[[bytes, str, str], Extracted]

# Pages are waited for more than read, so many can be asked at once; one host gets no more than a
# browser would ask of it.
AT_ONCE = 16
AT_ONCE_OF_ONE_HOST = 2
MAX_FILE_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Captured:
    """A capture with the snapshot it made, None where there was nothing to keep."""

    capture: Capture
    snapshot: Snapshot | None = None


def capture(source: Source, *, fetch: Fetch, now: Now, text: TextOf) -> Captured:
    """Capture *source* once: fetch its link, or read its file, whose words *text* tells.

    Whatever goes wrong is said in the capture's `error`; nothing is raised for it.
    """
    at = timestamp(now())
    try:
        if source.path:
            return _file(source, at, text)
        return _link(source, at, fetch, text)
    except RefusedError as error:
        return Captured(Capture(source.name, at, source.url, error=str(error)))


def _link(source: Source, at: str, fetch: Fetch, text: TextOf) -> Captured:
    fetched = fetch(source.url)
    answer = fetched.answer
    declared = answer.headers.get("content-type", "")
    kept = tuple(
        (name, storable(answer.headers[name])[:2000])
        for name in KEPT_HEADERS
        if name in answer.headers
    )
    known = Capture(
        source.name,
        at,
        source.url,
        storable(fetched.url),
        tuple(map(storable, fetched.hops)),
        answer.status,
        kept,
    )
    if not 200 <= answer.status < 300:
        # An error page is no evidence of anything but that the page is gone.
        return Captured(replace(known, error=_refusal(answer.status, answer.headers)))
    if not answer.body:
        return Captured(replace(known, error="the answer is empty"))
    return _snapped(known, answer.body, text(answer.body, declared, fetched.url))


def _refusal(status: int, headers: Mapping[str, str]) -> str:
    try:
        name = f" ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        name = ""
    wait = headers.get("retry-after", "")
    asked = f"; it asks to wait {wait} s" if wait.isdecimal() and len(wait) < 8 else ""
    return f"the server answered {status}{name}{asked}"


def _file(source: Source, at: str, text: TextOf) -> Captured:
    path = Path(source.path)
    try:
        with path.open("rb") as file:
            body = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RefusedError(f"the file cannot be read: {one_line(reason)}") from error
    if not body:
        raise RefusedError("the file is empty")
    if len(body) > MAX_FILE_BYTES:
        raise RefusedError(f"the file has over {MAX_FILE_BYTES:,} bytes")
    return _snapped(Capture(source.name, at), body, text(body, "", path.name))


def _snapped(known: Capture, body: bytes, extracted: Extracted) -> Captured:
    snapshot, remark = _read(known, body, extracted)
    return Captured(replace(known, sha256=snapshot.sha256, remark=remark), snapshot)


def _read(known: Capture, body: bytes, extracted: Extracted) -> tuple[Snapshot, str]:
    words = None if extracted.text is None else storable(cleaned(extracted.text))
    digest = sha256(body).hexdigest()
    remarks = (extracted.remark, soft_404(known, words or "") if known.url else "")
    remark = storable("; ".join(filter(None, remarks)))
    return Snapshot(digest, storable(extracted.media_type), body, words), remark


def read_again(known: Capture, body: bytes, *, text: TextOf) -> tuple[Snapshot, str]:
    """Return the snapshot of a capture as *text* reads its body now, and the remark on its words.

    Nothing is fetched.
    """
    declared = dict(known.headers).get("content-type", "")
    return _read(known, body, text(body, declared, known.final_url or Path(known.source).name))


def capture_all(
    sources: Sequence[Source],
    *,
    fetch: Fetch,
    now: Now,
    text: TextOf,
    at_once: int = AT_ONCE,
    of_one_host: int = AT_ONCE_OF_ONE_HOST,
) -> Iterator[Captured]:
    """Yield the capture of each source as soon as there is one, in no order.

    At most *at_once* are under way, and *of_one_host* of them at one host. Who stops asking for
    more stops the work: what is under way then is finished and dropped.
    """
    waiting = lanes(sources, of_one_host)
    done: SimpleQueue[Captured | BaseException] = SimpleQueue()
    stopped = threading.Event()

    def travel(lane: Sequence[Source]) -> None:
        for source in lane:
            if stopped.is_set():
                return
            try:
                done.put(capture(source, fetch=fetch, now=now, text=text))
            except BaseException as error:  # noqa: BLE001 - raised again where the work was asked for
                done.put(error)

    with ThreadPoolExecutor(max_workers=at_once) as pool:
        for lane in waiting:
            pool.submit(travel, lane)
        try:
            for _ in sources:
                result = done.get()
                if isinstance(result, BaseException):
                    raise result
                yield result
        finally:
            stopped.set()
            pool.shutdown(wait=False, cancel_futures=True)


def lanes(sources: Iterable[Source], of_one_host: int) -> tuple[tuple[Source, ...], ...]:
    """Return *sources* in lanes to travel one after the other, *of_one_host* for each host.

    The longest lane comes first: it decides when the work is done.
    """
    by_host: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_host[_host(source)].append(source)
    cut = [
        tuple(found[start::of_one_host])
        for found in by_host.values()
        for start in range(of_one_host)
    ]
    return tuple(sorted((lane for lane in cut if lane), key=lambda lane: -len(lane)))


def _host(source: Source) -> str:
    try:
        return urlsplit(source.url).hostname or ""
    except ValueError:
        return ""
