"""Lists that run on in one line, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.span import Span
from factcheck.segment.running_lists import item_starts
from factcheck.segment.sentences import split_sentences
from marks import unmark

CASES = {
    "numbers in brackets": "⟦1) Milk and eggs ⟧⟦2) Bread ⟧⟦3) Salt⟧",
    "numbers with both": "⟦1.) Milk and eggs ⟧⟦2.) Bread⟧",
    "numbers with a full stop": "⟦1. Milk and eggs ⟧⟦2. Bread ⟧⟦3. Salt⟧",
    "numbers of sentences": "⟦1. Buy milk. ⟧⟦2. Bake bread. ⟧⟦3. Add salt.⟧",
    "letters": "⟦a. Milk and eggs ⟧⟦b. Bread ⟧⟦c. Salt⟧",
    "letters in brackets": "⟦a) milk and eggs ⟧⟦b) bread⟧",
    "letters with both": "⟦a.) Milk ⟧⟦b.) Bread⟧",
    "small letters behind full stops": "⟦a. buy milk. ⟧⟦b. bake bread.⟧",
    "bullets": "⟦• Milk ⟧⟦• Bread ⟧⟦• Salt⟧",
    "bullets without a space": "⟦⁃9. Milk ⟧⟦⁃10. Bread⟧",
    "up to the last letter": "".join(f"⟦{chr(97 + n)}) x ⟧" for n in range(25)) + "⟦z) x⟧",
    "one marker": "⟦1. Milk and eggs⟧",
    "first number is another": "⟦2) Milk 3) Bread⟧",
    "number out of order": "⟦1) Milk 3) Bread⟧",
    "figure in a sentence": "⟦1. We bought 2. ⟧⟦They bought 3.⟧",
    "small letter behind a number": "⟦1. We bought 2. of them⟧",
    "letter in a bracket": "⟦a) milk (group b) bread⟧",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_each_item_of_a_list_in_one_line_is_a_sentence(marked: str) -> None:
    text, expected = unmark(marked)
    assert split_sentences(text, Span(0, len(text))) == expected


@given(st.lists(st.sampled_from([*"1ab2.)(•⁃ Mx\n", "1) ", " 2) ", "a. ", " b. "])).map("".join))
def test_items_begin_in_order_inside_the_block(text: str) -> None:
    starts = tuple(item_starts(text, Span(0, len(text))))
    assert list(starts) == sorted(set(starts))
    assert all(0 < start < len(text) for start in starts)
