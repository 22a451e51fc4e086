"""Clauses that leave out the "was" or "were" of the one before."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("12 people were killed and 30 injured.", "30 people were injured."),
        (
            "Twelve people were taken to hospital in Raha and 30 treated at the scene.",
            "30 people were treated at the scene.",
        ),
        (
            "Nine passengers were killed and the driver seriously injured.",
            "the driver was seriously injured.",
        ),
        (
            "The mayor was fined and his deputy jailed for two years.",
            "his deputy was jailed for two years.",
        ),
    ],
)
def test_the_auxiliary_is_said_again_with_the_right_number(sentence: str, last: str) -> None:
    first, second = claims(sentence)
    assert second == last
    assert first == f"{sentence.split(' and ', maxsplit=1)[0]}."


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The men were not killed and 30 injured.", id="denied"),
        pytest.param("12 ships were sunk and 30 damaged.", id="what is counted is not people"),
        pytest.param("The men were arrested, three charged and one freed.", id="more than one"),
        pytest.param("12 people were killed or 30 injured.", id="or"),
    ],
)
def test_where_it_is_not_certain_the_sentence_stays(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_a_past_tense_with_a_subject_of_its_own_needs_no_auxiliary() -> None:
    sentence = "His career was cut short in 1966, and he passed away in 1983."
    assert claims(sentence)[-1] == "he passed away in 1983."
