"""What is told of some of those that were counted: ", many of them children"."""

import pytest

from decomposed import claims
from factcheck.segment import claims_of, split


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Rescuers had pulled 112 survivors from the water, many of them clinging to ropes.",
            [
                "Rescuers had pulled 112 survivors from the water.",
                "many of the 112 survivors were clinging to ropes.",
            ],
        ),
        (
            "Eleven people were wounded, two of them seriously, when five drones hit the plant.",
            [
                "Eleven people were wounded when five drones hit the plant.",
                "two of the eleven people were seriously wounded.",
            ],
        ),
        (
            "Fourteen people were injured, one of them critically.",
            [
                "Fourteen people were injured.",
                "one of the fourteen people was critically injured.",
            ],
        ),
        (
            "The firm employs 400 people, half of them in Dale.",
            ["The firm employs 400 people.", "half of the 400 people are in Dale."],
        ),
        (
            "Malaria kills about 600,000 people a year, most of them children in Africa.",
            ["Malaria kills about 600,000 people a year.", "most of them are children in Africa."],
        ),
    ],
)
def test_it_is_a_claim_about_those_who_were_counted(sentence: str, expected: list[str]) -> None:
    assert [claim for claim in claims(sentence) if claim[:-1] != "five drones hit the plant"] == (
        expected
    )


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Twelve people were arrested, three of them in Rome.", id="were or arrested"),
        pytest.param("The firm could hire 400 people, half of them in Dale.", id="possible"),
        pytest.param("Roy met the miners, many of them old.", id="not counted"),
        pytest.param("The firm lost 12 ships and 40 men, most of them Danes.", id="joined"),
        pytest.param("The firm hired 40 people, most of them because wages fell.", id="a clause"),
        pytest.param("The firm hired 40 people, 12 of them.", id="nothing more"),
        pytest.param("The club signed 12 players, two of them good.", id="an adjective"),
        pytest.param("The men were beaten, two of them badly.", id="a subject without number"),
    ],
)
def test_where_something_is_not_clear_the_sentence_stays(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_them_is_pointed_out_where_the_number_is_not_exact() -> None:
    sentence = "About 200 people gathered outside the hall, some of them wearing costumes."
    found = claims_of(sentence, split(sentence))
    assert found[-1].text == "some of them were wearing costumes."
    assert found[-1].needs_context == ("them",)
