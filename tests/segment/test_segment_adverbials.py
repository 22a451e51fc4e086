"""Clauses of time, cause, contrast and condition: which become claims."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The minister resigned after the newspaper published the emails.",
            [
                "The minister resigned after the newspaper published the emails.",
                "the newspaper published the emails.",
            ],
        ),
        (
            "After the law passed in May, the firm moved.",
            [
                "After the law passed in May, the firm moved.",
                "the law passed in May.",
            ],
        ),
        (
            "Ruiz was acquitted because she had left the company before the spill.",
            [
                "Ruiz was acquitted because she had left the company before the spill.",
                "Ruiz had left the company before the spill.",
            ],
        ),
        (
            "Some of the samples were lost when a laboratory in Seville flooded.",
            [
                "Some of the samples were lost when a laboratory in Seville flooded.",
                "a laboratory in Seville flooded.",
            ],
        ),
        (
            "The war began after the president dissolved parliament and jailed his rivals.",
            [
                "The war began after the president dissolved parliament and jailed his rivals.",
                "the president dissolved parliament.",
                "the president jailed his rivals.",
            ],
        ),
    ],
)
def test_a_clause_of_time_or_cause_is_a_claim_too(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Although the drug was approved in 2015, few hospitals use it.",
            [
                "the drug was approved in 2015.",
                "few hospitals use it.",
            ],
        ),
        (
            "Inflation fell to 3 percent in May, while unemployment rose slightly.",
            [
                "Inflation fell to 3 percent in May.",
                "unemployment rose slightly.",
            ],
        ),
        (
            "Exports grew by 4 percent, whereas imports of gas fell.",
            [
                "Exports grew by 4 percent.",
                "imports of gas fell.",
            ],
        ),
        (
            "While the tests will continue, officials will scrap the interviews.",
            [
                "the tests will continue.",
                "officials will scrap the interviews.",
            ],
        ),
    ],
)
def test_a_clause_of_contrast_is_taken_out(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "If the company appeals, the case would go to a higher court.",
        "The deliveries could start in May if the factory passes an inspection.",
        "The town floods when it rains.",
        "The players will be paid once the sale is complete.",
        "The shop stays closed until the owner returns.",
        "The plant did not close because the owner died.",
        "The firm paid him so that he would leave.",
        "Most patients, although tired, finished the course.",
        "The town will rebuild the pier after the storms end.",
    ],
)
def test_a_clause_that_is_not_asserted_stays(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (
            "Stocks fell on Monday as investors sold shares in banks.",
            "investors sold shares in banks.",
        ),
        ("Residents fled as flames reached the village.", "flames reached the village."),
    ],
)
def test_what_happened_behind_as_is_a_claim_too(sentence: str, fact: str) -> None:
    assert claims(sentence) == [sentence, fact]


@pytest.mark.parametrize(
    "sentence",
    [
        "Roy paid as much as Vale paid him.",
        "The vote went ahead as Roy told reporters.",
    ],
)
def test_as_that_likens_or_cites_gives_no_claim(sentence: str) -> None:
    assert sentence in claims(sentence)
    assert len(claims(sentence)) == 1
