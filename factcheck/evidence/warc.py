"""Write captures as a WARC file (ISO 28500), which web archives and their readers know.

In: captures with their snapshots. Out: the bytes of a gzipped file. Needs the extra `warc`.
"""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from factcheck.errors import UsageError
from factcheck.model.capture import Capture, Snapshot


def warc(
    captures: Iterable[tuple[str, Capture, Snapshot | None]], *, program: str
) -> Iterator[bytes]:
    """Yield a WARC file: one record that says who wrote it, then one for each capture.

    A captured link is a `response` with the headers that were kept; a captured file a `resource`.
    Attempts that captured nothing are left out.

    Raises:
        UsageError: `warcio` is not installed.
    """
    try:
        from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(
            "writing a WARC file needs warcio", hint="pip install 'factcheck-annotator[warc]'"
        ) from error
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    info = {"software": program, "format": "WARC File Format 1.0"}
    _write(writer, writer.create_warcinfo_record("factcheck.warc.gz", info))
    for _, capture, snapshot in captures:
        if snapshot is not None:
            _write(writer, _record(writer, capture, snapshot))
    yield out.getvalue()


def _write(writer: Any, record: Any) -> None:
    writer.write_record(record)
    # It may have laid the body aside in a file of its own.
    record.raw_stream.close()


def _record(writer: Any, capture: Capture, snapshot: Snapshot) -> Any:
    named = {"WARC-Date": capture.at[:19] + "Z"}
    body = io.BytesIO(snapshot.body)
    if not capture.url:
        return writer.create_warc_record(
            f"file:///{quote(Path(capture.source).name)}",
            "resource",
            payload=body,
            length=len(snapshot.body),
            warc_content_type=snapshot.media_type,
            warc_headers_dict=named,
        )
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - an extra

    sent = dict(capture.headers) | {"content-length": str(len(snapshot.body))}
    headers = StatusAndHeaders(f"{capture.status} OK", list(sent.items()), protocol="HTTP/1.1")
    return writer.create_warc_record(
        capture.final_url, "response", payload=body, http_headers=headers, warc_headers_dict=named
    )
