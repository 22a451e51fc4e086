"""Rows tile the text, fit the screen and keep words whole, whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.span import Span
from factcheck.tui.wrap import (
    BLOCK_LIMIT,
    Layout,
    block_at,
    cells,
    cut_to,
    displayed,
    runs_together,
    wrap,
)

TEXTS = st.text(st.characters(exclude_categories=())) | st.text("ab \n中，e\u0301🙂", max_size=200)
WIDTHS = st.integers(1, 30)


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("one two three", 7, ["one two ", "three"]),
        ("one two three", 8, ["one two ", "three"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a unbreakable", 4, ["a ", "unbr", "eaka", "ble"]),
        ("港口工人说，很好。", 8, ["港口工人", "说，很", "好。"]),
        ("港口工人说，很好。", 10, ["港口工人", "说，很好。"]),
        ("port 港口", 6, ["port ", "港口"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("a      b", 3, ["a      ", "b"]),
        ("", 5, []),
    ],
)
def test_rows(text: str, width: int, rows: list[str]) -> None:
    ends = wrap(text, width)
    assert [text[a:b] for a, b in zip((0, *ends), ends, strict=False)] == rows


@given(TEXTS, WIDTHS)
def test_rows_fit_and_tile(text: str, width: int) -> None:
    shown = displayed(text)
    assert len(shown) == len(text)
    ends = wrap(shown, width)
    rows = [shown[a:b] for a, b in zip((0, *ends), ends, strict=False)]
    assert "".join(rows) == shown
    assert all(rows)
    for row in rows:
        assert sum(map(cells, row.rstrip())) <= max(width, 2) or len(row.rstrip()) == 1


@given(TEXTS, WIDTHS, st.integers(0, 300), st.booleans())
def test_rows_from_an_offset_run_on_to_the_end(
    text: str, width: int, offset: int, spaced: bool
) -> None:
    layout = Layout(text, width, spaced=spaced)
    rows = layout.rows_from(min(offset, len(text)), len(text) + 1)
    assert all(before.end == after.start for before, after in pairwise(rows))
    if offset < len(text):
        assert rows[0].start <= offset < rows[0].end
        assert rows[-1].end == len(text)


@given(TEXTS.filter(bool), WIDTHS, st.integers(0, 300), st.integers(0, 9), st.booleans())
def test_going_up_and_down_comes_back(
    text: str, width: int, offset: int, count: int, spaced: bool
) -> None:
    layout = Layout(text, width, spaced=spaced)
    start = layout.above(offset, 0)
    up = layout.above(start, count)
    rows = layout.rows_from(up, count + 1)
    assert up == 0 or rows[-1].start == start
    assert layout.top_for(offset, 5) <= start


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The vote fell.\nThe mayor left.\n",
            ["The vote ", "fell.", "\n", "The mayor ", "left.\n"],
        ),
        ("First.\n\nSecond.", ["First.\n", "\n", "Second."]),
        ("First.\n \t\nSecond.", ["First.\n", " \t\n", "Second."]),
        ("- tea\n- milk\nSold.", ["- tea\n", "- milk", "\n", "Sold."]),
        ("票价上涨。\n市长离开。", ["票价上涨。", "\n", "市长离开。"]),
        ("\n\n", ["\n", "\n"]),
    ],
)
def test_a_line_break_between_two_lines_with_words_is_a_blank_row(
    text: str, rows: list[str]
) -> None:
    spaced = Layout(text, 10, spaced=True).rows_from(0, 9)
    assert [row.of(text) for row in spaced] == rows


@given(st.lists(st.text("ab 中", max_size=9), max_size=30), WIDTHS)
def test_spacing_adds_nothing_but_blank_rows_below_words(lines: list[str], width: int) -> None:
    text = "\n".join(lines)
    count = 20 * len(text) + 1
    tight = Layout(text, width).rows_from(0, count)
    spaced = Layout(text, width, spaced=True).rows_from(0, count)
    words = [row.of(text).strip() for row in spaced if row.of(text).strip()]
    assert words == [row.of(text).strip() for row in tight if row.of(text).strip()]
    pairs = sum(bool(a.strip() and b.strip()) for a, b in pairwise(lines))
    assert len(spaced) == len(tight) + pairs


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("The court ruled.\nThe club appealed.\nThe fine stands.", True),
        ("Court fines club\n\nThe court ruled.\nThe club appealed.\nThe fine stands.\n", True),
        ("The court ruled.\n\nThe club appealed.\n\nThe fine stands.", False),
        ("Title\n\n" + ("a line that was\nwrapped by hand\n\n" * 40), False),
        ("一\n" * 300 + "\n" * 300, True),
        ("", False),
        ("\n" * 1000, False),
    ],
    ids=["paragraphs", "title", "blank lines", "hard-wrapped", "sampled", "empty", "blank"],
)
def test_paragraphs_run_together_where_blank_lines_are_rare(text: str, together: bool) -> None:
    assert runs_together(text) is together


def test_a_long_line_is_laid_out_in_pieces_that_cut_no_word() -> None:
    text = "word " * 3000 + "\nnext"
    blocks = []
    offset = 0
    while offset < len(text):
        block = block_at(text, offset)
        assert block == block_at(text, block.end - 1)
        blocks.append(block)
        offset = block.end
    assert "".join(block.of(text) for block in blocks) == text
    assert all(block.end - block.start <= BLOCK_LIMIT for block in blocks)
    assert all(block.of(text).endswith((" ", "\n", "next")) for block in blocks)


@given(st.text("a \n", max_size=50), st.integers(0, 60))
def test_blocks_hold_the_offset_they_are_asked_for(text: str, offset: int) -> None:
    if offset < len(text):
        block = block_at(text, offset)
        assert block.start <= offset < block.end


def test_a_megabyte_without_a_space_is_a_matter_of_its_first_rows() -> None:
    layout = Layout("x" * 1_000_000, 80)
    assert layout.rows_from(0, 2) == (Span(0, 80), Span(80, 160))
    assert layout.above(999_999, 1) > 990_000
    assert len(layout._wrapped) <= 3


@given(st.text(max_size=30), st.integers(0, 40))
def test_cut_text_fits(text: str, width: int) -> None:
    assert sum(map(cells, cut_to(text, width))) <= width
    if sum(map(cells, text)) <= width:
        assert cut_to(text, width) == text


def test_layout_forgets_blocks_it_has_too_many_of() -> None:
    layout = Layout("a\n" * 2000, 10)
    assert len(layout.rows_from(0, 2000)) == 2000
    assert len(layout._wrapped) <= 512
