"""Numbers whose noun stands in another clause: there, a sentence stays whole."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    "sentence",
    [
        "The pump, built to run 100 hours, stopped after 40.",
        "In 2019, the port lost 12 ships; in 2023, it lost 30.",
        "Acme bought 40 ships in May and scrapped twelve in June.",
        "The quake killed 12 people and 40 soldiers and injured 60.",
        "On Friday three soldiers were killed and one wounded near Gao.",
        "Vale scored in the 12th minute and was sent off in the 80th.",
    ],
)
def test_a_bare_number_stays_with_the_noun_it_counts(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("Acme hired 40 people in May and lost 12 ships in June.", "Acme lost 12 ships in June."),
        ("Acme hired 40 people in May and moved to Rome in 2019.", "Acme moved to Rome in 2019."),
        ("Roy, who had 12 children, died at 54.", "Roy had 12 children."),
        ("Acme scored 40 and conceded 12.", "Acme conceded 12."),
        ("Acme hired 40 people and won 12 of them back.", "Acme won 12 of them back."),
        ("Acme lost 40 people and paid $12 in May.", "Acme paid $12 in May."),
    ],
)
def test_a_year_an_age_and_a_number_with_its_noun_go_alone(sentence: str, last: str) -> None:
    assert claims(sentence)[-1] == last


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        (
            "In 2019, the union lost 12 members; in 2023, it lost 30.",
            "in 2023, it lost 30 members.",
        ),
        ("Acme hired 40 people in May and dismissed twelve in June.", "twelve people in June."),
        ("The crash killed six people and injured more than 20.", "injured more than 20 people."),
        (
            "More than 3,000 people signed the petition, and about 200 gathered outside the hall.",
            "about 200 people gathered outside the hall.",
        ),
    ],
)
def test_people_are_named_again_behind_a_number_that_counts_them(sentence: str, last: str) -> None:
    assert claims(sentence)[-1].endswith(last)
