"""Present participles behind a comma: what the subject is doing, and what only follows."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The union wrote to the council, asking it to reopen the talks.",
            ["The union wrote to the council.", "The union was asking it to reopen the talks."],
        ),
        (
            "The group has filed a suit, accusing the bank of fraud.",
            ["The group has filed a suit.", "The group is accusing the bank of fraud."],
        ),
        (
            "The banks sell boats, openly defying the ban on trade.",
            ["The banks sell boats.", "The banks are openly defying the ban on trade."],
        ),
        (
            "I wrote to the council, asking it to reopen the talks.",
            ["I wrote to the council.", "I was asking it to reopen the talks."],
        ),
        (
            "They wrote to the council, urging it to reopen the talks.",
            ["They wrote to the council.", "They were urging it to reopen the talks."],
        ),
    ],
)
def test_what_somebody_does_meanwhile_is_a_claim(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The court may uphold the ban, calling it a must.", id="what may be"),
        pytest.param("The union did not write to the town, asking it to talk.", id="denied"),
        pytest.param("The firm closed the plant, leaving 400 without work.", id="what follows"),
        pytest.param("It was sold to the bank, using public money for it.", id="nobody acts"),
        pytest.param("We found a man in Dale, wearing a coat of his wife.", id="who was found"),
        pytest.param("The mill was sold in May, using money of the town.", id="a passive"),
        pytest.param("If the firm wins, it pays the town, using the fund.", id="a condition"),
        pytest.param("Using the fund, the firm paid the town in May.", id="before the subject"),
        pytest.param("It rained on the town in May, ruining the harvest.", id="weather"),
    ],
)
def test_what_follows_or_is_not_so_stays(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_what_may_go_on_with_either_of_two_verbs_stays() -> None:
    assert claims("The firm lost the case and left the town, blaming the mayor.") == [
        "The firm lost the case.",
        "The firm left the town, blaming the mayor.",
    ]
