"""Participles in commas: which say what was done, which stay."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The bridge, built in 1902, collapsed on Tuesday.",
            [
                "The bridge collapsed on Tuesday.",
                "The bridge was built in 1902.",
            ],
        ),
        (
            "The study, published in the journal Nature, found no effect.",
            [
                "The study found no effect.",
                "The study was published in the journal Nature.",
            ],
        ),
        (
            "Located on the Danube, the town floods every spring.",
            [
                "the town floods every spring.",
                "the town is located on the Danube.",
            ],
        ),
        (
            "Rice grass, also known as cordgrass, grows in salt marshes.",
            [
                "Rice grass grows in salt marshes.",
                "Rice grass is also known as cordgrass.",
            ],
        ),
        (
            "Istria Road, formerly known as Canal Street, was closed.",
            [
                "Istria Road was closed.",
                "Istria Road was formerly known as Canal Street.",
            ],
        ),
        (
            "Founded in 1921, the newspaper employs 40 people.",
            [
                "the newspaper employs 40 people.",
                "the newspaper was founded in 1921.",
            ],
        ),
        (
            "The film, directed by Ana Sousa and produced in Lisbon, won two awards.",
            [
                "The film won two awards.",
                "The film was directed by Ana Sousa.",
                "The film was produced in Lisbon.",
            ],
        ),
        (
            "The ships, sold to a Greek family in 2001, are in Malta.",
            [
                "The ships are in Malta.",
                "The ships were sold to a Greek family in 2001.",
            ],
        ),
        (
            "The firm, based in Oslo, makes pumps.",
            [
                "The firm makes pumps.",
                "The firm is based in Oslo.",
            ],
        ),
        (
            "The program is a similar initiative for students, launched in 2021.",
            [
                "The program is a similar initiative for students.",
                "The program was launched in 2021.",
            ],
        ),
        (
            "The library in Mill Street, opened in 1931, is a listed building.",
            [
                "The library in Mill Street is a listed building.",
                "The library in Mill Street was opened in 1931.",
            ],
        ),
    ],
)
def test_a_participle_in_commas_says_what_was_done(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Angered by this decision, she left the party.",
        "Built in 1990, it is said that the tower leans.",
        "Given the losses, the board closed the plant.",
        "Asked about the raid, the general refused to answer.",
        "The ferry sank quickly, killing 12 people.",
        "Compared with May, sales rose in June.",
        "A truce signed in May collapsed on Friday.",
        "If convicted, Hale faces 30 years in prison.",
        "They, driven out in 1950, never returned.",
        "The cave, found, was closed.",
    ],
)
def test_a_participle_stays_where_it_asserts_nothing_for_sure(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "The map, drawn by monks and sold to a bank in May, is lost.",
            ["The map was drawn by monks.", "The map was sold to a bank in May."],
        ),
        ("The boat, built and sold in Rome, sank.", []),
        (
            "The plan, drawn up in 2019 and never carried out, cost a million.",
            ["The plan was drawn up in 2019.", "The plan was never carried out."],
        ),
        (
            "The map, drawn by monks or sold by a bank, is lost.",
            ["The map was drawn by monks or sold by a bank."],
        ),
    ],
)
def test_two_participles_with_words_of_their_own_are_two_claims(
    sentence: str, said: list[str]
) -> None:
    assert claims(sentence)[1:] == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The mayor of Vik, elected in 2019, left the party.", "The mayor of Vik was elected in "),
        ("The owner of the mill, arrested in May, fled.", "The owner of the mill was arrested in "),
        ("The author of the report, published in May, quit.", "the report was published in May."),
        ("A book by Tom Vale, published in 1990, was banned.", "A book by Tom Vale was published "),
        ("The town of Vik, founded in 1048, has a mill.", "The town of Vik was founded in 1048."),
        ("The University of Oslo, founded in 1811, closed.", "The University of Oslo was founded"),
        ("The head of the Alpine Ice Institute, founded in 1990, quit.", "the Alpine Ice Institut"),
        ("The factory in Lund, built in 1950, was closed.", "The factory in Lund was built in 195"),
    ],
)
def test_behind_two_nouns_a_name_or_a_person_decides(sentence: str, said: str) -> None:
    assert any(claim.startswith(said) for claim in claims(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales of the drug, sold as Relivo, doubled last year.",
        "The price of the car, built in Lund by Acme, rose in May.",
        "The brother of the mayor, arrested in May, left the town.",
        "The wife of Tom Vale, arrested in May, left the town.",
        "The bridge over the river, known as the Old Lady, collapsed.",
        "A copy of the letter, seen by two lawyers, names the bank.",
        "The history of Oslo, written in 1990, names the mill.",
    ],
)
def test_behind_two_nouns_that_fit_nothing_is_said_of_either(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("Founded in 1970 in Oslo, it merged with a bank.", "it was founded in 1970 in Oslo."),
        (
            "Trained by his father in Oslo, he won the race.",
            "he was trained by his father in Oslo.",
        ),
    ],
)
def test_a_participle_that_opens_for_a_pronoun_is_a_claim_about_it(
    sentence: str, last: str
) -> None:
    assert claims(sentence)[-1] == last
