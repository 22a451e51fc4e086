"""Clauses behind ", where": what they say happened at the place before the comma."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        (
            "She sent photographs to Amsterdam, where the painter was named by a museum.",
            "the painter was named by a museum in Amsterdam.",
        ),
        ("He moved to Berlin in 1921, where he met his wife.", "he met his wife in Berlin."),
        (
            "Kharkiv lies near the border, where fighting has gone on for months.",
            "fighting has gone on for months near the border.",
        ),
        (
            (
                "The suspect was driven to the police station in Mill Street, where he was"
                " questioned for six hours."
            ),
            "for six hours at the police station in Mill Street.",
        ),
        (
            "He died in Aleppo, a city near the border, where he had worked as a nurse.",
            "he had worked as a nurse in Aleppo.",
        ),
    ],
)
def test_the_place_is_said_behind_the_clause(sentence: str, last: str) -> None:
    found = claims(sentence)
    assert not any("where" in claim for claim in found)
    assert any(claim.endswith(last) for claim in found)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Roy lives in a house in Rome, where he was born.", id="one of two places"),
        pytest.param("He lived in London and then Leeds, where he studied law.", id="joined"),
        pytest.param("He moved to FC Dale in 2006, where he won two cups.", id="a club"),
        pytest.param("In 2002 he moved to Acme in England, where he built ships.", id="two"),
        pytest.param("The firm has an office beside Dale, where he works.", id="beside it"),
        pytest.param("He was taken to a hotel, where he could work.", id="possible"),
        pytest.param("The firm is in a situation, where it has to sell ships.", id="no place"),
        pytest.param("The army shelled the town, where 4,000 people live.", id="no preposition"),
    ],
)
def test_where_the_place_is_not_clear_the_clause_stays(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "The family's base was in Malad, where his uncle owned ships and had 5,000 acres.",
            "his uncle owned ships in Malad.",
        ),
    ],
)
def test_a_clause_that_surely_hangs_on_a_name_may_go_on(sentence: str, said: str) -> None:
    assert said in claims(sentence)
