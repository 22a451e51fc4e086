"""`factcheck segment`: text in, the public contract out, without a database."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError, InputError
from factcheck.export.segments import row_object, segment_objects
from factcheck.model.document import Document
from factcheck.model.rules import RuleSettings
from factcheck.review.reading import read, reader_for

_AS_SHIPPED = RuleSettings()


def segment_lines(document: Document, rules: RuleSettings = _AS_SHIPPED) -> Iterator[str]:
    """Yield a JSON object a line, one for each segment, in reading order."""
    for piece in segment_objects(read(document, rules)):
        yield _line(piece)


def read_lines(path: str) -> Iterator[bytes]:
    """Yield the lines of a JSONL file, or of standard input for `-`, as they are read.

    Raises:
        InputError: the file cannot be opened or read.
    """
    try:
        if path == "-":
            yield from sys.stdin.buffer
        else:
            with Path(path).open("rb") as file:
                yield from file
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {error}", hint="name a JSONL file") from error


def segment_rows(lines: Iterable[bytes], rules: RuleSettings = _AS_SHIPPED) -> Iterator[str]:
    """Yield an answer for each JSON line `{"id": …, "text": …}`, one at a time.

    A row that cannot be read is answered with `"error"`, and the next one is taken up.
    """
    for line in lines:
        if line.strip():
            yield _line(_answer(line, rules))


def _answer(line: bytes, rules: RuleSettings) -> dict[str, Any]:
    row: Any = None
    try:
        row = json.loads(line.decode("utf-8"))
        text = _text(row)
        reading = read(Document(text, "", "-"), rules)
    except UnicodeDecodeError as error:
        return _failed(row, f"the line is not UTF-8: byte {error.start}")
    except FactcheckError as error:
        return _failed(row, error.message)
    except (ValueError, RecursionError) as error:
        return _failed(row, f"the line is not JSON: {error}")
    return {"id": row.get("id")} | row_object(reading, reader_for(text, rules))


def _text(row: Any) -> str:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError('the row has no string "text"', hint='rows are {"id": …, "text": …}')
    text: str = row["text"]
    return text


def _failed(row: Any, why: str) -> dict[str, Any]:
    return {"id": row.get("id") if isinstance(row, dict) else None, "error": why}


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": ")) + "\n"
