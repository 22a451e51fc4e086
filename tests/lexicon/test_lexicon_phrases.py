"""Entries of word lists in a text: whole words, longest first, in reading order."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import load
from factcheck.lexicon.phrases import (
    alternatives,
    first_words,
    has_any,
    lists_in,
    occurrences,
    words_in,
)
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


def _searched(text: str, name: str) -> list[Span]:
    """Find the entries of a list in English text in the obvious way: one expression for all."""
    entry = alternatives(name)
    whole = rf"(?<![^\W_]){entry}(?!-*\w|[’'](?!s(?!\w))\w)"
    return [Span(*found.span()) for found in re.finditer(whole, text, re.IGNORECASE)]


@pytest.mark.parametrize("name", ["hedge", "intensifier", "weasel_source", "vague_quantity"])
@given(data=st.data())
def test_entries_are_found_as_one_expression_finds_them(name: str, data: st.DataObject) -> None:
    pieces = st.sampled_from(
        [*sorted(load(name)), "İ", " ", "\n", ", ", "’s ", "'t", "-", "_", "A"]
    )
    text = "".join(data.draw(st.lists(pieces, max_size=12)))
    assert list(occurrences(text, name)) == _searched(text, name)


def test_the_words_of_a_stretch_are_in_lower_case_and_apart() -> None:
    assert set(words_in("Well-known Mr Roy_s", Span(0, 19))) == {"well", "known", "mr", "roy", "s"}


def test_entries_begin_with_their_first_words() -> None:
    assert {"apparently", "appear", "chances"} <= first_words("hedge")
    assert "to" not in first_words("hedge")


_LISTS = ("hedge", "intensifier", "weasel_source", "vague_quantity")


@given(data=st.data())
def test_a_list_that_is_not_named_has_no_entry_in_the_text(data: st.DataObject) -> None:
    entries = sorted({entry for name in _LISTS for entry in load(name)})
    pieces = st.sampled_from([*entries, "İ", " ", "\n", ", ", "’s ", "'t", "-", "_", "A"])
    text = "".join(data.draw(st.lists(pieces, max_size=12)))
    named = lists_in(text, _LISTS)
    assert {name for name in _LISTS if has_any(text, name)} <= named


def test_lists_are_named_for_a_stretch() -> None:
    text = "Perhaps it rained. It was very wet."
    assert lists_in(text, ("hedge", "intensifier"), Span(0, 18)) == {"hedge"}
    assert lists_in("或许", ("hedge_zh", "intensifier_zh")) == {"hedge_zh"}


def test_letters_whose_small_form_is_longer_rule_no_list_out() -> None:
    assert lists_in("İt rained.", ("hedge", "intensifier")) == {"hedge", "intensifier"}
