"""What somebody did in a present participle behind a comma: "…, reaching the final"."""

import pytest

from decomposed import claims
from factcheck.segment import claims_of, split


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Rovers beat Alma 2-1 on Wednesday, reaching the final for the first time since 1987.",
            ["Rovers beat Alma 2-1 on Wednesday.", "Rovers reached the final for the first time"],
        ),
        (
            "Police have raided nine houses, arresting seven people and seizing 12 guns.",
            [
                "Police have raided nine houses.",
                "Police have arrested seven people.",
                "Police have seized 12 guns.",
            ],
        ),
        (
            "They have won nine of their last eleven matches, losing only to United.",
            ["They have won nine of their last eleven matches.", "They have lost only to United."],
        ),
        (
            "Ines Roy finished third in Rome, becoming the first Irish woman to win a medal.",
            ["Ines Roy finished third in Rome.", "Ines Roy became the first Irish woman to win"],
        ),
        (
            "A bomb exploded in a market in Kabul on Sunday, killing six people and injuring 20.",
            [
                "A bomb exploded in a market in Kabul on Sunday.",
                "A bomb killed six people.",
                "A bomb injured 20 people.",
            ],
        ),
        (
            "A quake struck the coast on Friday, destroying 300 homes and leaving 2,000 homeless.",
            [
                "A quake struck the coast on Friday.",
                "A quake destroyed 300 homes.",
                "A quake left 2,000 homeless.",
            ],
        ),
    ],
)
def test_the_participle_takes_the_time_of_the_verb(sentence: str, expected: list[str]) -> None:
    found = claims(sentence)
    assert len(found) == len(expected)
    assert all(
        claim.startswith(start.rstrip(".")) for claim, start in zip(found, expected, strict=True)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The KM Harapan sank off Java, killing 23.", id="no ship kills"),
        pytest.param("The party could win in May, gaining 40 seats.", id="possible"),
        pytest.param("The team did not play well, losing the match.", id="denied"),
        pytest.param("Services were suspended until noon, causing delays.", id="passive"),
        pytest.param("Roy runs the port, earning 40,000 euros a year.", id="present"),
        pytest.param("Police found a man in a car, killing his dog.", id="found doing so"),
        pytest.param("Roy cut rents, ending the row and winning the vote.", id="one is no act"),
        pytest.param("If Rovers won the match, reaching the final, Roy left.", id="supposed"),
    ],
)
def test_it_stays_where_it_may_be_about_something_else(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_what_is_joined_to_the_verb_is_taken_off_before() -> None:
    assert claims("The storm hit Cuba, killing three men, and moved north.") == [
        "The storm hit Cuba.",
        "The storm moved north.",
        "The storm killed three men.",
    ]


def test_it_stays_behind_a_clause_with_a_subject_of_its_own() -> None:
    sentence = "Varga scored as Rovers beat Alma, reaching the final."
    assert all("reached" not in claim for claim in claims(sentence))


@pytest.mark.parametrize(
    ("sentence", "letters", "ending"),
    [
        ("A bomb exploded in Kabul, killing six people.", "kill", "ed "),
        ("Rovers beat Alma, winning the cup.", "w", "on "),
        ("A rocket was fired at noon and a missile flew over, hitting a ship.", "hit", ""),
    ],
)
def test_the_first_letters_are_the_articles_and_the_ending_is_put_in(
    sentence: str, letters: str, ending: str
) -> None:
    claim = claims_of(sentence, split(sentence))[-1]
    assert letters in [span.of(sentence).split()[0] for span in claim.spans]
    inserted = [span.of(claim.text) for span in claim.insertions]
    assert not ending or ending in inserted


def test_a_comma_before_the_second_participle_stays_out() -> None:
    found = claims("A bomb exploded in Kabul, killing six people, and injuring 20 soldiers.")
    assert found == [
        "A bomb exploded in Kabul.",
        "A bomb killed six people.",
        "A bomb injured 20 soldiers.",
    ]
