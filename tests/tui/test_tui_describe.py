"""What is said of a claim, in parts with their styles."""

from dataclasses import replace

import pytest

from factcheck.model.span import spans_from
from factcheck.model.suggestion import SuggestionRecord
from factcheck.tui.describe import summary, worded
from tui.sample_review import sample


@pytest.mark.parametrize(
    ("text", "insertions", "shown"),
    [
        ("MSRA is Microsoft’s institute.", ((4, 8), (29, 30)), "MSRA ⟨is⟩ Microsoft’s institute."),
        ('"Ports" was written.', ((0, 1), (6, 20)), '"Ports" ⟨was written⟩.'),
        ("Roy left.", (), "Roy left."),
    ],
)
def test_inserted_words_stand_in_brackets_and_marks_do_not(
    text: str, insertions: tuple[tuple[int, int], ...], shown: str
) -> None:
    claim = replace(sample().claim("", 1), text=text, insertions=spans_from(insertions))
    assert "".join(part[0] for part in worded(claim)) == shown


def test_suggestions_are_shown_as_the_model_s() -> None:
    wording = SuggestionRecord("stub", "1", "claim", "Roy \x1b[2J fled.", ("fled",), "", "", "Roy")
    flag = SuggestionRecord("stub", "1", "flag", "", (), "rhetorical", "It judges.", "shamefully")
    claim = replace(sample().claim("", 1), suggestions=(wording, flag))
    shown = ["".join(part[0] for part in line) for line in summary(claim, "ana")]
    place = shown.index("Suggested by a model")
    assert shown[place + 1 : place + 5] == [
        "reads: Roy ␛[2J fled.  “Roy”",
        "words of its own: fled · stub, prompt 1",
        "flag rhetorical  “shamefully”",
        "It judges. · stub, prompt 1",
    ]


def test_without_suggestions_nothing_is_said_of_models() -> None:
    shown = ["".join(part[0] for part in line) for line in summary(sample().claim("", 1), "ana")]
    assert "Suggested by a model" not in shown
