"""Openings of a sentence: which hold for all that is joined in it, and are said again."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In Norway, oil prices fell and there were fewer jobs.",
            ["In Norway, oil prices fell.", "In Norway, there were fewer jobs."],
        ),
        (
            "Reportedly, Roy hid the debt and paid the directors.",
            ["Reportedly, Roy hid the debt.", "Reportedly, Roy paid the directors."],
        ),
        (
            "Theoretically, a couple could open four accounts and earn £360.",
            [
                "Theoretically, a couple could open four accounts.",
                "Theoretically, a couple could earn £360.",
            ],
        ),
    ],
)
def test_what_opens_a_sentence_is_said_again(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In 2019, Roy resigned and Ann Vale took over in 2020.",
            ["In 2019, Roy resigned.", "Ann Vale took over in 2020."],
        ),
        (
            "However, Roy resigned and Ann Vale took over.",
            ["However, Roy resigned.", "Ann Vale took over."],
        ),
        (
            "In addition, Roy resigned and Ann Vale took over.",
            ["In addition, Roy resigned.", "Ann Vale took over."],
        ),
        (
            "In Norway, Roy resigned and in Sweden, Ann Vale took over.",
            ["In Norway, Roy resigned.", "in Sweden, Ann Vale took over."],
        ),
    ],
)
def test_a_connective_and_an_opening_that_meets_another_are_not(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected
