"""What is said of a claim, in parts with their styles."""

from dataclasses import replace

import pytest

from factcheck.model.span import spans_from
from factcheck.tui.describe import worded
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
