"""What stands between quotation marks of several kinds, and which marks are none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon.quoting import quoted
from marks import unmark

MARKED = [
    "He said “⟦yes⟧” and “⟦no⟧”.",
    'He said "⟦yes⟧", then "⟦no⟧".',
    "A „⟦ja⟧“, a «⟦oui⟧», a 「⟦是⟧」 and a 『⟦否⟧』.",
    'Mixed “⟦marks⟧".',
    "The boys’ ‘⟦great day⟧’ wasn’t.",
    "In the ’90s ‘twas said, “⟦so⟧”.",
    "‘Tis “⟦late⟧”.",
    'A 6" pipe and a 7" pipe.',
    "“⟦One paragraph goes on.⟧\n“⟦Another ends.⟧” Then “nothing",
    "He said: “⟦One goes on.⟧\n\n“⟦Another ends.⟧”",
    'An unclosed " stays " open',
    "Only “” and “...” and ‘’.",
    "‘never closed",
    'a quote at the end "',
]


@pytest.mark.parametrize("marked", MARKED)
def test_the_words_between_marks(marked: str) -> None:
    text, spans = unmark(marked)
    assert tuple(stretch.inner for stretch in quoted(text)) == spans


def test_a_stretch_says_whether_it_was_closed_and_its_marks() -> None:
    first, second = quoted("“One goes on\n‘two words’ end")
    assert (first.closed, first.single) == (False, False)
    assert (second.closed, second.single) == (True, True)


def test_marks_that_are_pages_apart_quote_nothing() -> None:
    far = f"“It is late,’’ he said. {'The port is old. ' * 200}” Then she said “⟦go⟧”."
    text, spans = unmark(far)
    assert tuple(stretch.inner for stretch in quoted(text)) == spans


@given(st.text(alphabet='ab ,\n“”"‘’「」'))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    found = quoted(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(stretch.span.contains(stretch.inner) for stretch in found)
