"""Relative clauses about what was done to their noun, happened at it, or to a part of it."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "The bridge the army built in 2010 collapsed on Monday.",
            "the army built the bridge in 2010.",
        ),
        (
            "Police searched the house that Berg bought last year.",
            "Berg bought the house last year.",
        ),
        ("The clock he made in May was shown in Rome.", "he made the clock in May."),
    ],
)
def test_what_somebody_did_to_the_noun_is_a_claim_too(sentence: str, said: str) -> None:
    assert claims(sentence) == [sentence, said]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The day he left the town was a Monday.", id="a day is no object"),
        pytest.param("The largest ship the navy built sank in 1912.", id="there were others"),
        pytest.param("The only ship the navy built sank in 1912.", id="nothing without its clause"),
        pytest.param("The laws the town passed in May are void.", id="which laws, the clause says"),
        pytest.param("A ship the navy built sank in 1912.", id="no definite noun"),
        pytest.param("Keep the bill you get with the book, or the town fines you.", id="anybody"),
        pytest.param("The bill the town would pass in May is void.", id="what might be done"),
        pytest.param("The man they spoke to in May is a baker.", id="a preposition is left over"),
        pytest.param("The bank the thieves never found was in Dale.", id="what was not done"),
        pytest.param("The plan that the mayor said would fail is back.", id="a clause inside"),
    ],
)
def test_a_noun_that_is_not_there_or_not_the_object_gets_no_claim(sentence: str) -> None:
    assert not any(claim != sentence and "the " in claim[:4] for claim in claims(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The storm, in which 14 people died, hit the coast on Monday.",
            ["The storm hit the coast on Monday.", "14 people died in the storm."],
        ),
        (
            "Vale led the inquiry, for which the city paid €2 million.",
            ["Vale led the inquiry.", "the city paid €2 million for the inquiry."],
        ),
        (
            "The group published the files, some of which were false.",
            ["The group published the files.", "some of the files were false."],
        ),
    ],
)
def test_a_clause_with_a_preposition_is_said_of_its_noun(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The bank made 40 loans, most of which were repaid.", id="most of any loans"),
        pytest.param("The storm, in which many could die, is near the coast.", id="what may be"),
        pytest.param(
            "The price of the car, for which Vale paid €900, rose in May.", id="two nouns before it"
        ),
        pytest.param(
            "The town in which Vale lived in 1990 has no school.", id="without commas it picks out"
        ),
        pytest.param("The files, each of which he read, are lost.", id="not the subject"),
    ],
)
def test_a_clause_with_a_preposition_stays_where_its_noun_is_not_certain(sentence: str) -> None:
    assert claims(sentence) == [sentence]
