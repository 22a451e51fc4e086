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


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        ("Unlike Berg, Roy studied law and taught it in Rome.", "Roy taught it in Rome."),
        (
            "In contrast to Norway, Sweden closed the ports and banned boats.",
            "Sweden banned boats.",
        ),
        ("Instead of a tax, Roy chose a levy and raised rents.", "Roy raised rents."),
        ("Instead, Roy chose a levy and raised rents.", "Roy raised rents."),
        ("Besides the bridge, Acme built a dam and sold two mills.", "Acme sold two mills."),
        ("Rather than a fine, Roy chose prison and sold the mill.", "Roy sold the mill."),
        ("Despite the ban, Acme sold coal and hired men.", "Acme hired men."),
        ("As a child, Vale lived in Bonn and played the piano.", "Vale played the piano."),
        ("With two men, Roy robbed the bank and left the town.", "Roy left the town."),
    ],
)
def test_what_likens_concedes_or_leaves_out_is_not_said_again(sentence: str, second: str) -> None:
    assert claims(sentence)[-1] == second


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        ("Under the law, firms must publish pay and keep records.", "Under the law, firms must "),
        ("For years, the mill sold coal and hired boys.", "For years, the mill hired boys."),
    ],
)
def test_a_rule_and_a_time_hold_for_both(sentence: str, second: str) -> None:
    assert claims(sentence)[-1].startswith(second)
