"""Read fact-checks from a table: CSV with a header in, rows out.

In: the text of the table, and which column is what where that cannot be told by its name. Out: a
fact-check for each row, or None for a row without a claim.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from factcheck.errors import InputError, UsageError
from factcheck.model.checked import FactCheck
from factcheck.model.visible import one_line

COLUMNS = tuple(field.name for field in fields(FactCheck))
# Names of columns, letters and digits only, as the tables of Google's Fact Check Tools, Data
# Commons, ClaimsKG, LIAR, MultiFC and desks have them; the first that a table has is taken.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "claim": ("claim", "claimreviewed", "claimtext", "reviewedclaim", "statement", "text"),
    "claimant": ("claimant", "speaker", "claimauthor", "claimreviewedauthor", "saidby", "who"),
    "verdict": (
        "verdict", "textualrating", "rating", "ratingname", "alternatename", "truthrating", "label",
        "conclusion",
    ),
    "rating": ("ratingvalue", "score", "ratingnumber"),
    "publisher": (
        "publisher", "publishername", "factchecker", "organization", "organisation", "outlet",
        "author", "source", "site",
    ),
    "url": ("url", "link", "reviewurl", "claimreviewurl", "sourceurl", "permalink", "address"),
    "date": ("date", "reviewdate", "datepublished", "published", "checkedat", "publishdate"),
    "language": ("language", "languagecode", "lang", "inlanguage"),
}  # fmt: skip
_DELIMITERS = ",;\t|"


def reviews_in_table(
    text: str, columns: Mapping[str, str], *, name: str
) -> Iterator[FactCheck | None]:
    """Yield the rows of a table. *columns* says for names of `COLUMNS` which column of it is meant.

    Raises:
        InputError: no column is known to hold the claim, or the table cannot be read.
        UsageError: *columns* names a column that is not there.
    """
    first = next(iter(text.lstrip().splitlines()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    rows = _rows(text.lstrip(), delimiter, name)
    header = next(rows, [])
    places = _places(header, columns, name)
    for row in rows:
        if any(map(str.strip, row)):
            cells = {column: row[at] for column, at in places.items() if at < len(row)}
            yield FactCheck(**cells) if cells.get("claim", "").strip() else None


def _rows(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as error:
        raise InputError(
            f"{one_line(name)}: the table cannot be read: line {reader.line_num}: {error}",
            hint="save it as CSV with double quotes around cells that hold commas",
        ) from error


def _places(header: Sequence[str], columns: Mapping[str, str], file: str) -> dict[str, int]:
    """Return the place of each column of `COLUMNS` that the table has."""
    plain = [_plain(cell) for cell in header]
    taken = {name: _given(name, wanted, header) for name, wanted in columns.items()}
    for name, known in _NAMES.items():
        free = (plain.index(one) for one in known if one in plain)
        place = next((at for at in free if at not in taken.values()), None)
        if name not in taken and place is not None:
            taken[name] = place
    if "claim" not in taken:
        shown = ", ".join(map(one_line, header))[:200] or "nothing"
        raise InputError(
            f"{one_line(file)}: no column is known to hold the claim; the first line has {shown}",
            hint="say which it is: `--column claim=NAME`",
        )
    return taken


def _given(name: str, wanted: str, header: Sequence[str]) -> int:
    if name not in COLUMNS:
        raise UsageError(
            f"a fact-check has no {one_line(name)!r}", hint=f"name one of {', '.join(COLUMNS)}"
        )
    for at, cell in enumerate(header):
        if _plain(cell) == _plain(wanted) or cell.strip() == wanted.strip():
            return at
    raise UsageError(
        f"the table has no column {one_line(wanted)!r}",
        hint=f"it has {', '.join(map(one_line, header))[:200]}",
    )


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
