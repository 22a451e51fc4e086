import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.export.tabular import Cell, csv_table, jsonl
from factcheck.model.visible import storable
from hostile_texts import HOSTILE


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+cmd|'/c calc'!A1", "'+cmd|'/c calc'!A1", id="plus"),
        pytest.param("-2+3", "'-2+3", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("|x", "'|x", id="bar"),
        pytest.param("%x", "'%x", id="per cent"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\tx", "'\tx", id="tab before a word"),
        pytest.param("  =1", "'  =1", id="behind blanks"),
        pytest.param("\ufeff=1", "'\ufeff=1", id="behind a byte order mark"),
        pytest.param("\u200b=1", "'\u200b=1", id="behind a zero width space"),
        pytest.param("＝1", "'＝1", id="full-width equals"),
        pytest.param("＋1", "'＋1", id="full-width plus"),
        pytest.param("－1", "'－1", id="full-width minus"),
        pytest.param("＠x", "'＠x", id="full-width at"),
        pytest.param("-5", "-5", id="a number"),
        pytest.param("+3.25", "+3.25", id="a number with a sign"),
        pytest.param("-1e9", "-1e9", id="a number with an exponent"),
        pytest.param("-5 °C", "'-5 °C", id="a number and more"),
        pytest.param("-٣", "'-٣", id="digits of other scripts"),
        pytest.param("a=1", "a=1", id="equals inside"),
        pytest.param("", "", id="nothing"),
        pytest.param("\ud800x", "\ufffdx", id="lone surrogate"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(
    cell: str, written: str
) -> None:
    rows = list(csv.reader(io.StringIO(csv_table(("a", "b"), [("x", cell)]), newline="")))
    assert rows == [["a", "b"], ["x", written]]


def test_a_line_break_before_a_formula_does_not_hide_it() -> None:
    for blank in ("\r", "\n", "\r\n"):
        assert "'" + blank in csv_table(("a",), [(blank + "=1",)])


def test_numbers_and_absent_values_are_written_plainly() -> None:
    assert csv_table(("a", "b", "c"), [(-1, b"\xff", None)]) == "a,b,c\r\n-1,ff,\r\n"


def test_a_header_is_guarded_too() -> None:
    assert csv_table(("=a",), []) == "'=a\r\n"


CELLS = HOSTILE | st.integers() | st.none()


@given(st.lists(st.tuples(CELLS, CELLS)))
def test_every_row_comes_back_with_no_cell_that_runs(rows: list[tuple[Cell, Cell]]) -> None:
    written = csv_table(("a", "b"), rows)
    read = list(csv.reader(io.StringIO(written, newline="")))[1:]
    assert written.encode().decode() == written
    for given_row, read_row in zip(rows, read, strict=True):
        for cell, back in zip(given_row, read_row, strict=True):
            text = "" if cell is None else storable(str(cell))
            assert back in {text, "'" + text}
            assert isinstance(cell, int) or not back.lstrip().startswith(("=", "@", "|", "%"))


VALUES = st.recursive(
    HOSTILE | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False,
                                                                   allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(HOSTILE, inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(st.lists(st.dictionaries(HOSTILE, VALUES, max_size=4), max_size=4))
def test_rows_come_back_from_json_lines(rows: list[dict[str, object]]) -> None:
    written = jsonl(rows)
    assert written.encode().decode() == written
    assert len(written.splitlines()) == len(rows)
    assert [json.loads(line) for line in written.splitlines()] == json.loads(json.dumps(rows))


def test_json_lines_keep_words_readable_and_keys_in_order() -> None:
    assert jsonl([{"b": "中文", "a": "\u2028\x9b"}]) == '{"b": "中文", "a": "\\u2028\\u009b"}\n'


def test_what_json_cannot_say_is_null_and_bytes_are_digits() -> None:
    row = {"a": float("nan"), "b": float("-inf"), "c": b"\x00\xff", "d": 0.5}
    assert jsonl([row]) == '{"a": null, "b": null, "c": "00ff", "d": 0.5}\n'
    with pytest.raises(ValueError, match="JSON compliant"):
        jsonl([{"a": [float("nan")]}])
