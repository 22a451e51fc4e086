"""The whole file as JSON Lines: what `factcheck import` reads back into an equal file.

In: tables and their rows. Out: lines: a first one that says what this is, one for each row, a last
one with the number of rows and the SHA-256 of all lines before it; and the same read back.
"""

import json
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from factcheck.errors import InputError
from factcheck.export.tabular import jsonl

# Raised when the lines change so that an older program would read them wrongly.
VERSION = 1
KIND = "everything"
# What a file of ours begins with: nothing else is written over.
BEGINNING = '{"factcheck": "everything"'
_HINT = "nothing was changed; write it anew with `factcheck report --format jsonl`"

Row = dict[str, Any]


def everything(
    rows: Iterable[tuple[str, Row]], schema: Sequence[str], program: str
) -> Iterator[str]:
    """Yield the lines with their line breaks. *schema* names the migrations of the file."""
    digest, count = sha256(), 0
    first = {"factcheck": KIND, "version": VERSION, "schema": list(schema), "program": program}
    for value in ([first], _values(rows)):
        for one in value:
            line = jsonl([one])
            digest.update(line.encode())
            count += 1
            yield line
    yield jsonl([{"end": count - 1, "sha256": digest.hexdigest()}])


def _values(rows: Iterable[tuple[str, Row]]) -> Iterator[Row]:
    for table, row in rows:
        yield {"table": table, "row": {name: _packed(value) for name, value in row.items()}}


def _packed(value: Any) -> Any:
    return {"base64": b64encode(value).decode()} if isinstance(value, bytes) else value


def rows_from(lines: Iterable[bytes], schema: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """Yield tables and rows of what `everything` wrote, one at a time.

    Whether all of it is there and unaltered is known only at the end: whoever stores the rows
    must be able to take them back.

    Raises:
        InputError: it is something else, of a newer version, truncated, or altered.
    """
    digest, count, ended = sha256(), -1, False
    for line in lines:
        if ended:
            raise _broken("something follows its last line")
        value = _value(line)
        if count < 0:
            _require_ours(value, schema)
        elif "end" in value:
            _require_whole(value, count, digest.hexdigest())
            ended = True
        else:
            yield _row(value)
        digest.update(line)
        count += 1
    if not ended:
        raise _broken("its end is missing")


def _broken(what: str) -> InputError:
    return InputError(f"the file cannot be imported: {what}", hint=_HINT)


def _value(line: bytes) -> Row:
    try:
        value = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _broken("a line is not JSON in UTF-8") from error
    if not isinstance(value, dict):
        raise _broken("a line is no object")
    return value


def _require_ours(first: Row, schema: Sequence[str]) -> None:
    if first.get("factcheck") != KIND:
        raise InputError(
            "the file was not written by `factcheck report --format jsonl`",
            hint="an article is read with `factcheck ingest`",
        )
    theirs = first.get("schema")
    known = isinstance(theirs, list) and set(map(str, theirs)) <= set(schema)
    if first.get("version") != VERSION or not known:
        raise InputError(
            "the file was written by a newer version of factcheck", hint="update factcheck"
        )


def _require_whole(last: Row, count: int, digest: str) -> None:
    if last.get("end") != count or last.get("sha256") != digest:
        raise _broken("it is not as it was written")


def _row(value: Row) -> tuple[str, Row]:
    table, row = value.get("table"), value.get("row")
    if not isinstance(table, str) or not isinstance(row, dict):
        raise _broken("a line names no table")
    return table, {str(name): _unpacked(cell) for name, cell in row.items()}


def _unpacked(cell: Any) -> Any:
    if not isinstance(cell, dict | list):
        return cell
    packed: Any = cell
    try:
        return b64decode(packed["base64"], validate=True)
    except (Base64Error, LookupError, TypeError, ValueError) as error:
        raise _broken("a value is neither text nor number nor bytes") from error
