"""Entries of word lists in a text: whole words, longest first, in reading order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon.phrases import alternatives, has_any, occurrences
from factcheck.model.span import Span
from marks import unmark

MARKED = [
    ("hedge", "It ⟦might be⟧ true, ⟦perhaps⟧."),
    ("hedge", "⟦Perhaps⟧ the mighty river rose."),
    ("absolute", "They ⟦never⟧ came; nevertheless it worked."),
    ("mind_reading", "He ⟦doesn’t care⟧."),
    ("loaded", "The ⟦witch-hunt⟧ began."),
    ("hedge_zh", "他⟦可能⟧来。"),
    ("weasel_source", "Not so, ⟦by most\naccounts⟧."),
    ("label", "The ⟦communist country⟧’s army."),
    ("absolute", "The nobody’d call and never-ending."),
]


@pytest.mark.parametrize(("name", "marked"), MARKED)
def test_entries_are_found_as_whole_words(name: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert tuple(occurrences(text, name)) == spans


def test_an_entry_inside_another_is_not_found_again() -> None:
    text = "He seems to be and she seems to be, as it seems."
    assert [span.of(text) for span in occurrences(text, "hedge")] == [
        "seems to",
        "seems to",
        "it seems",
    ]


def test_only_a_stretch_of_the_text_is_searched() -> None:
    text = "perhaps, perhaps, perhaps"
    assert list(occurrences(text, "hedge", Span(3, 16))) == [Span(9, 16)]
    assert list(occurrences(text, "hedge", Span(9, 14))) == []


def test_a_list_is_one_expression_with_the_longest_entry_first() -> None:
    assert alternatives("said_verbs").index("reported") < alternatives("said_verbs").index(
        "report|"
    )


@given(st.text(alphabet="might be perhaps ,-’"))
def test_occurrences_are_ordered_and_apart(text: str) -> None:
    found = list(occurrences(text, "hedge"))
    assert found == sorted(found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert has_any(text, "hedge") == bool(found)
