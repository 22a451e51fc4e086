"""What stands in commas beside a subject without a verb, and beside joined names."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Lofsted, home to 3,000 people, has no doctor.",
            ["Lofsted has no doctor.", "Lofsted is home to 3,000 people."],
        ),
        (
            "Vale, unable to pay her debts, sold the mill.",
            ["Vale sold the mill.", "Vale was unable to pay her debts."],
        ),
        (
            "The old mill, now a museum, draws thousands of visitors.",
            ["The old mill draws thousands of visitors.", "The old mill is now a museum."],
        ),
    ],
)
def test_what_a_subject_is_besides_is_a_claim(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The island of Vik, home to 3,000 people, has no doctor.", id="two nouns"),
        pytest.param("Two men, unable to swim, drowned in the lake.", id="no definite noun"),
        pytest.param(
            "The minister, responsible for the police since 2019, has resigned.", id="since when"
        ),
        pytest.param("Berg and Vale, unable to swim, drowned in the lake.", id="joined names"),
        pytest.param("The council met Lofsted, tired of its rain, in May.", id="not listed"),
    ],
)
def test_what_may_be_about_something_else_stays(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ines Vale, the mayor, and Tom Berg, her deputy, met in Rome.",
            [
                "Ines Vale and Tom Berg met in Rome.",
                "Ines Vale is the mayor.",
                "Tom Berg is her deputy.",
            ],
        ),
        (
            "The prize went to Ines Vale, a chemist from Lyon, and Tom Berg, a physicist.",
            [
                "The prize went to Ines Vale and Tom Berg.",
                "Ines Vale is a chemist from Lyon.",
                "Tom Berg is a physicist.",
            ],
        ),
    ],
)
def test_joined_names_with_a_description_each_are_a_claim_each(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Ines Vale, the mayor, and Tom Berg met in Rome.", id="one of two"),
        pytest.param("Ines Vale and Tom Berg, the mayors, met in Rome.", id="both at once"),
        pytest.param(
            "The rebels freed Ann Vale, a nurse, Tom Berg, a driver, and two monks.",
            id="a list with others",
        ),
    ],
)
def test_joined_names_stay_where_one_has_no_description(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Anna Holm, the President of the Port Board, met the mayor.",
            "Anna Holm is the President of the Port Board.",
        ),
        ("The mill belongs to Anna Holm, Minister of Trade.", "Anna Holm is Minister of Trade."),
        (
            "The port is lost, according to Ines Vale, director of the port.",
            "Ines Vale is director of the port.",
        ),
        (
            "The port is lost, said Ines Vale, a historian at the University of Oslo.",
            "Ines Vale is a historian at the University of Oslo.",
        ),
        (
            "According to Ines Vale, who runs the mill, the port is lost.",
            "Ines Vale runs the mill.",
        ),
    ],
)
def test_the_office_of_a_source_is_a_claim(sentence: str, said: str) -> None:
    assert said in claims(sentence)


def test_a_name_beside_a_name_is_no_office() -> None:
    whole = "Anna Holm, Lake of Trees, is a picture in Rome."
    assert claims(whole) == [whole]
