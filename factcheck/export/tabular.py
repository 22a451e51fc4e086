"""Write rows for spreadsheets and for programs.

In: rows of plain values. Out: CSV in which no cell is taken for a formula, or JSON Lines.
"""

import csv
import io
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from factcheck.model.visible import storable

Cell = str | int | float | bytes | None

# What spreadsheets begin a formula with, also behind blanks that they drop.
_FORMULA = re.compile(r"[\s\ufeff\u200b-\u200f\u2060]*[=+\-@|%＝＋－＠\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")

# Characters that readers take for the end of a line, that steer a terminal, that hide or turn
# words, or that no file can hold. JSON has another spelling for each.
_RISKY = re.compile(
    "[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)


def csv_table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    r"""Return *rows* under *header* as CSV: commas, quotes where needed, lines that end in "\r\n".

    A text that a spreadsheet would run is led by an apostrophe; plain numbers are left alone.
    Bytes are written as hexadecimal digits.
    """
    return "".join(csv_lines(header, rows))


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield the same row by row, each with its line end."""
    out = io.StringIO()
    # Only with both characters in the terminator does the writer quote either of them in a cell.
    writer = csv.writer(out, lineterminator="\r\n")
    for row in chain([header], rows):
        writer.writerow([_harmless(cell) for cell in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, bytes):
        return cell.hex()
    if not isinstance(cell, str):
        return cell
    if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        cell = "'" + cell
    return storable(cell)


def jsonl(rows: Iterable[Mapping[str, object]]) -> str:
    """Return one JSON object a line, keys in the order given.

    Bytes are written as hexadecimal digits, and a number that is not finite, for which JSON has no
    word, as null; of everything else nothing is lost.

    Raises:
        ValueError: a number that is not finite stands deeper than in the row itself.
    """
    return "".join(_json(row) + "\n" for row in rows)


def _json(row: Mapping[str, object]) -> str:
    plain = {key: _plain(value) for key, value in row.items()}
    return _RISKY.sub(_spelled, json.dumps(plain, ensure_ascii=False, allow_nan=False))


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _spelled(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
