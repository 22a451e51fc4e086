"""The whole file as lines: read back it is the same, and nothing else is taken for it."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.export.everything import BEGINNING, everything, rows_from
from hostile_texts import HOSTILE

SCHEMA = ("m001", "m002")
CELLS = (
    st.none() | st.integers() | st.binary(max_size=9) | HOSTILE
    | st.floats(allow_nan=False, allow_infinity=False)
)  # fmt: skip
ROWS = st.lists(st.tuples(st.sampled_from("abc"), st.dictionaries(HOSTILE, CELLS, max_size=4)))


def lines(rows: Iterable[tuple[str, dict[str, Any]]] = (("a", {"x": 1}),)) -> list[bytes]:
    return [line.encode() for line in everything(rows, SCHEMA, "factcheck 1")]


@given(ROWS)
def test_rows_come_back_as_they_were(rows: list[tuple[str, dict[str, Any]]]) -> None:
    assert list(rows_from(lines(rows), SCHEMA)) == rows
    assert lines(rows)[0].decode().startswith(BEGINNING)


def test_an_older_schema_can_be_read() -> None:
    assert list(rows_from(lines(), (*SCHEMA, "m003"))) == [("a", {"x": 1})]


@given(ROWS, st.data())
def test_whatever_is_missing_or_changed_is_noticed(
    rows: list[tuple[str, dict[str, Any]]], data: st.DataObject
) -> None:
    whole = b"".join(lines(rows))
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    for broken in (whole[:at], whole[:at] + bytes([other]) + whole[at + 1 :]):
        if broken != whole[:-1]:  # only the last line break: nothing is missing
            _refused(broken)


def _refused(broken: bytes) -> None:
    try:
        list(rows_from(broken.splitlines(keepends=True), SCHEMA))
    except InputError:
        return
    # A change that JSON does not see, in the last line: white space.
    assert json.loads(broken.splitlines()[-1]).keys() == {"end", "sha256"}


def _with(first: dict[str, Any]) -> list[bytes]:
    return [json.dumps({**json.loads(lines()[0]), **first}).encode(), *lines()[1:]]


@pytest.mark.parametrize(
    ("given_lines", "message"),
    [
        pytest.param([], "its end is missing", id="empty"),
        pytest.param([b"{}\n"], "was not written by", id="other JSON"),
        pytest.param([b"# Fact check\n"], "not JSON", id="a report"),
        pytest.param([b"\xff\xfe"], "not JSON", id="not UTF-8"),
        pytest.param([b"[" * 100_000], "not JSON", id="deep"),
        pytest.param([b"[]\n"], "no object", id="a list"),
        pytest.param(_with({"factcheck": "other"}), "was not written by", id="another project"),
        pytest.param(_with({"version": 2}), "newer version", id="newer"),
        pytest.param(_with({"schema": ["m001", "m009"]}), "newer version", id="newer schema"),
        pytest.param(_with({"schema": 3}), "newer version", id="no schema"),
        pytest.param(lines()[:-1], "its end is missing", id="truncated"),
        pytest.param([*lines(), b"{}\n"], "something follows", id="more"),
        pytest.param([lines()[0], lines()[2]], "not as it was written", id="a row is missing"),
        pytest.param([lines()[0], b'{"table": 1}\n'], "names no table", id="no table"),
        pytest.param(
            [lines()[0], b'{"table": "a", "row": {"x": {"base64": "?"}}}\n'], "neither text",
            id="no bytes",
        ),
        pytest.param(
            [lines()[0], b'{"table": "a", "row": {"x": [1]}}\n'], "neither text", id="a list inside"
        ),
    ],
)  # fmt: skip
def test_what_is_not_ours_whole_and_known_is_refused(
    given_lines: list[bytes], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        list(rows_from(given_lines, SCHEMA))
