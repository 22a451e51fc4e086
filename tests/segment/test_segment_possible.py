"""Forms that are asked for only where a cheaper question says yes: nothing is lost by it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon.patterns import has_sign
from factcheck.segment.furniture import _DATED, _DATED_BYLINES, _REFERENCES

_BYLINES = (
    "Ada Roy, ", "Harbour News — ", "—Ada Roy", "--", "March 5, 2021", "5 Sept. 2021", "12/3/2021",
    "2021-03-05", "2021年3月5日", ", ", "Published: ", "updated ", "at 10:30 a.m.", "Monday, ",
)  # fmt: skip
_LINES = (
    "Roy, I., ", "Lind T", ", ", "& Lind, T. ", "(2020). ", "(2021, March 12). ", "The harbour. ",
    "Harbour Office. ", "Tides[J]. ", "Ports 2002;93(1-2):4", ". ", "[1] ", "Port J 2011 May;5",
)  # fmt: skip


@given(st.lists(st.sampled_from(_BYLINES), max_size=6).map("".join))
def test_every_byline_with_a_date_is_possible(line: str) -> None:
    for signs, form in _DATED_BYLINES:
        if re.fullmatch(form, line):
            assert _DATED.search(line)
            assert has_sign(line, signs)


@given(st.lists(st.sampled_from(_LINES), max_size=7).map("".join))
def test_every_reference_is_possible(line: str) -> None:
    for signs, form in _REFERENCES:
        if re.match(form, line):
            assert has_sign(line, signs)
