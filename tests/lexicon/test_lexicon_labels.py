"""Labels of a transcript: which lines name their speaker, and which only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon.labels import labels_of
from marks import unmark

LABELS = [
    "**⟦MAYOR LEE⟧:** Crime fell.",
    "**⟦Dr. Ines Roy⟧**: The dam leaks.",
    "__⟦Councilwoman Lind⟧:__ It does.",
    "⟦MR. SMITH⟧: I voted.\n\nIt rained.",
    "⟦Sen. Marsh⟧: I object.",
    "⟦ROY⟧: It leaks.\n  ⟦LIND⟧: Does it?\n⟦ROY⟧: Yes.\n⟦LIND⟧: So?",
    "**⟦Ines Roy⟧:** It leaks.\n**⟦Ines Roy⟧:** It does.",
]
NO_NAMES = [
    "Note: The plan costs $5 million.",
    "WARNING: The dam leaks.\nWARNING: It does.",
    "**Key Findings:** The dam leaks.",
    "**Main points of it:** One.\n**Main points of it:** Two.",
    "ROY: It leaks.",
    "Ines Roy: It leaks.\nInes Roy: It does.",
    "Mayor: It leaks.",
    "A: vitamins\nB: minerals",
    "ONE TWO THREE FOUR FIVE SIX SEVEN: x\nONE TWO THREE FOUR FIVE SIX SEVEN: x",
    "MAYOR LEE:\nCrime fell.",
    "At 10:30 MAYOR LEE: spoke.",
]


@pytest.mark.parametrize("marked", LABELS)
def test_a_label_names_who_speaks(marked: str) -> None:
    text, spans = unmark(marked)
    assert tuple(label.name for label in labels_of(text).values()) == spans


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_only_looks_like_a_label_is_none(text: str) -> None:
    assert labels_of(text) == {}


def test_question_and_answer_name_nobody() -> None:
    text = "Q: Did it leak?\nA: No."
    found = labels_of(text)
    assert [label.span.of(text) for label in found.values()] == ["Q: ", "A: "]
    assert {label.name for label in found.values()} == {None}


@given(st.text() | st.text(alphabet="Q:A* \nMAYORLE_."))
def test_labels_are_keyed_by_where_they_begin_and_words_follow(text: str) -> None:
    for start, label in labels_of(text).items():
        assert label.span.start == start
        assert not text[label.span.end].isspace()
