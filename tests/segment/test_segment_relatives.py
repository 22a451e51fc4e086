"""Relative clauses: which become claims about their antecedent, which stay."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The fund, which holds €2 billion, was frozen.",
            [
                "The fund was frozen.",
                "The fund holds €2 billion.",
            ],
        ),
        (
            "Harbor Group, which operates 40 ports, signed the lease in March.",
            [
                "Harbor Group signed the lease in March.",
                "Harbor Group operates 40 ports.",
            ],
        ),
        (
            "The mayor, who was elected last year, has resigned.",
            [
                "The mayor has resigned.",
                "The mayor was elected last year.",
            ],
        ),
        (
            "The mayor, whose term ends in June, will not run again.",
            [
                "The mayor will not run again.",
                "The mayor's term ends in June.",
            ],
        ),
        (
            "The virus, which scientists first described in 1976, has killed 15,000 people.",
            [
                "The virus has killed 15,000 people.",
                "scientists first described the virus in 1976.",
            ],
        ),
        (
            "The project was funded by the regional government, which spent €2 million on it.",
            [
                "The project was funded by the regional government.",
                "the regional government spent €2 million on it.",
            ],
        ),
        (
            "The actor moved to Rome, where he died in 1990.",
            [
                "The actor moved to Rome.",
                "The actor died in 1990 in Rome.",
            ],
        ),
        (
            "The unions, whose members work at the port, called a strike.",
            [
                "The unions called a strike.",
                "The unions' members work at the port.",
            ],
        ),
        (
            "The heatwave, which lasted 19 days, killed trees and dried up springs.",
            [
                "The heatwave killed trees.",
                "The heatwave dried up springs.",
                "The heatwave lasted 19 days.",
            ],
        ),
    ],
)
def test_a_relative_clause_in_commas_is_a_claim_about_its_antecedent(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The law that banned plastic bags was repealed in May.",
            [
                "The law that banned plastic bags was repealed in May.",
                "The law banned plastic bags.",
            ],
        ),
        (
            "The fund that paid for the trial has supported the institute since 2010.",
            [
                "The fund that paid for the trial has supported the institute since 2010.",
                "The fund paid for the trial.",
            ],
        ),
        (
            "The pilot who landed the plane was praised by the minister.",
            [
                "The pilot who landed the plane was praised by the minister.",
                "The pilot landed the plane.",
            ],
        ),
    ],
)
def test_a_restrictive_clause_stays_and_is_a_claim_too_where_its_noun_is_definite(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Workers who joined before 2010 keep their pensions.",
        "At least one witness who saw the crash has moved abroad.",
        "The disease is spread by mosquitoes that bite at night.",
        "A man who sold guns was arrested.",
        "The agency tested 40 samples, half of which contained lead.",
        "They, who had lost everything, left the valley.",
        "The army shelled the town, where 4,000 people live.",
        "The company sold the ships it had bought in 2015.",
        "The owner of a ship that sank last year has paid the families of the crew.",
    ],
)
def test_a_relative_clause_stays_where_it_cannot_stand_alone(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_nobody_is_called_which() -> None:
    work = "The oldest work is a song by Vale, which was printed in 1917."
    assert not any(claim.startswith("Vale was") for claim in claims(work))
    whole = "Roy met the chairwoman of the Dale Trust, which is the oldest fund in the town."
    assert claims(whole) == [whole]
    assert claims("Roy met the head of the Dale Trust, which is the oldest fund in the town.") == [
        "Roy met the head of the Dale Trust.",
        "the Dale Trust is the oldest fund in the town.",
    ]


def test_who_behind_a_name_and_an_office_means_one_person() -> None:
    sentence = (
        "The breach was discovered by Noor Haddad, a researcher in Berlin, who found the data for "
        "sale online."
    )
    assert claims(sentence) == [
        "The breach was discovered by Noor Haddad.",
        "Noor Haddad found the data for sale online.",
        "Noor Haddad is a researcher in Berlin.",
    ]
    whole = "Roy met Tom Berg, the brother of the mayor, who lives in Rome."
    assert claims(whole) == [whole]


@pytest.mark.parametrize(
    "sentence",
    [
        "Output of the mill, which doubled in May, made it rich.",
        "The price of the car, which rose in May, fell in June.",
        "The mayor and the head of the union, who met in May, signed the deal.",
    ],
)
def test_a_verb_that_fits_both_nouns_is_said_of_neither(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Ines Vale, who runs the mill and who once led the bank, resigned on Monday.",
            ["Ines Vale runs the mill.", "Ines Vale once led the bank."],
        ),
        (
            "The tug, which sank in 1994 and lies at a depth of 80 metres, was found.",
            ["The tug sank in 1994.", "The tug lies at a depth of 80 metres."],
        ),
        (
            "Roy met Ann Vale, who runs the mill and who owns two boats.",
            ["Ann Vale runs the mill.", "Ann Vale owns two boats."],
        ),
    ],
)
def test_two_relatives_joined_by_and_are_two_claims(sentence: str, said: list[str]) -> None:
    assert claims(sentence)[1:] == said


@pytest.mark.parametrize(
    "sentence",
    [
        "Roy Vale, whom Berg hired and who left in May, was fined.",
        "The mill, which Roy Vale built and which burned in May, is lost.",
        "The bank, which lost money and whose owner fled, closed.",
        "Roy Vale, who lied and who knows why, left the town.",
        "The study, which costs millions and were late, was stopped.",
    ],
)
def test_relatives_with_two_parts_in_the_sentence_stay(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "The date of the plan, which is part of a fund in Dale, was changed.",
            id="the parser chose the first of two nouns",
        ),
        pytest.param(
            "Edward Vale of the Planning, Roads and Land board, who was elected in May, has left.",
            id="a noun torn off its name",
        ),
    ],
)
def test_a_noun_that_is_not_all_there_is_said_nothing_of(sentence: str) -> None:
    assert not any(
        claim.startswith(("board", "The date of the plan is")) for claim in claims(sentence)
    )
