"""Appositions: which say what something is, which stay."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Nordic Council of Ministers (NCM), an intergovernmental body, met.",
            [
                "The Nordic Council of Ministers (NCM) met.",
                "The Nordic Council of Ministers (NCM) is an intergovernmental body.",
            ],
        ),
        (
            "Ines Roy, the port's director, resigned on Friday.",
            [
                "Ines Roy resigned on Friday.",
                "Ines Roy is the port's director.",
            ],
        ),
        (
            "The port's director, Ines Roy, resigned on Friday.",
            [
                "Ines Roy resigned on Friday.",
                "Ines Roy is the port's director.",
            ],
        ),
        (
            "Karesh, a town of 30,000 people, lies on a river.",
            [
                "Karesh lies on a river.",
                "Karesh is a town of 30,000 people.",
            ],
        ),
        (
            "Sunfish, the maker of a fitness app, lost the data of two million users.",
            [
                "Sunfish lost the data of two million users.",
                "Sunfish is the maker of a fitness app.",
            ],
        ),
        (
            "Tom Berg, one of the club's founders, died in 2019.",
            [
                "Tom Berg died in 2019.",
                "Tom Berg is one of the club's founders.",
            ],
        ),
        (
            "The brothers, the owners of the mill, sold it in 1990.",
            [
                "The brothers sold it in 1990.",
                "The brothers are the owners of the mill.",
            ],
        ),
        (
            "Claudio Renzi, director of the city museum, opened the fair.",
            [
                "Claudio Renzi opened the fair.",
                "Claudio Renzi is director of the city museum.",
            ],
        ),
        (
            "The minister met Anna Diaz, an economist at the bank, in Lima.",
            [
                "The minister met Anna Diaz in Lima.",
                "Anna Diaz is an economist at the bank.",
            ],
        ),
        (
            "The suspect — a former soldier — fled to Spain.",
            [
                "The suspect fled to Spain.",
                "The suspect is a former soldier.",
            ],
        ),
    ],
)
def test_an_apposition_says_what_something_is(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Institute of Tides (IOT) published the map.",
        "Hale, 54, was arrested at the airport.",
        "The firm moved to Austin, Texas, in 2020.",
        "Five states, including Ohio and Utah, have banned the drug.",
        "Two of the companies, Taro Oil and Delta Gas, are based in Dubai.",
        "The poet Rosa Lind wrote the text.",
    ],
)
def test_an_apposition_stays_where_it_may_be_something_else(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Vale, 61, a nurse, was fined on Monday.",
            ["Vale, 61, was fined on Monday.", "Vale is a nurse."],
        ),
        (
            "Police arrested Tom Vale, 61, a nurse, on Monday.",
            ["Police arrested Tom Vale, 61, on Monday.", "Tom Vale is a nurse."],
        ),
        ("Police arrested Vale, 61, a nurse.", ["Police arrested Vale, 61.", "Vale is a nurse."]),
        (
            "Ines Roy, 41, who led the bank, quit.",
            ["Ines Roy, 41, quit.", "Ines Roy led the bank."],
        ),
    ],
)
def test_an_age_keeps_both_of_its_commas(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


def test_who_somebody_is_stays_where_it_may_be_what_it_means() -> None:
    assert claims("The mill's owner, Ray Dunn, bought it in 2011.") == [
        "The mill's owner, Ray Dunn, bought it in 2011.",
        "Ray Dunn is the mill's owner.",
    ]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Carla Bell, the mayor of Vik and a member of the boards of Acme and Bolt, left.",
            [
                "Carla Bell is the mayor of Vik.",
                "Carla Bell is a member of the boards of Acme and Bolt.",
            ],
        ),
        (
            "Police met Ann Vale, a nurse and a mother of two, in May.",
            ["Ann Vale is a nurse.", "Ann Vale is a mother of two."],
        ),
        (
            "Carla Bell, an economist and former minister, left in May.",
            ["Carla Bell is an economist and former minister."],
        ),
    ],
)
def test_two_things_that_somebody_is_are_two_claims(sentence: str, said: list[str]) -> None:
    assert claims(sentence)[1:] == said


@pytest.mark.parametrize(
    "sentence",
    [
        "Carla Bell, the mayor and a member of the board voted for it.",
        "Bell, the mayor, and a lawyer, left in May.",
        "Bell, Roy and a lawyer, left in May.",
    ],
)
def test_several_people_stay_several(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_what_is_said_again_with_the_same_word_describes_nothing() -> None:
    whole = "She gave the club all her money, all her time in May."
    assert claims(whole) == [whole]


def test_commas_of_a_list_inside_a_name_close_nothing() -> None:
    text = (
        "Also, an independent who belongs to no camp, Edward Vale of the Planning, Roads and Land "
        "seat, beat Berg and was elected."
    )
    assert "Edward Vale of the Planning, Roads and Land seat was elected." in claims(text)


def test_whose_owner_somebody_is_stays_with_what_is_owned() -> None:
    text = "Police traced the cash to Dale Homes, whose owner, Tom Berg, was convicted of bribery."
    assert not any("is whose" in claim for claim in claims(text))


def test_a_member_of_a_party_is_no_name() -> None:
    assert claims("Tom Vale, a Liberal Democrat, won the seat.") == [
        "Tom Vale won the seat.",
        "Tom Vale is a Liberal Democrat.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Alma went six games without a win, their worst run in a decade.", id="sum"),
        pytest.param(
            "Vidal praised the driver, a woman who qualified in May, for braking in time.",
            id="what stands behind goes on with the sentence",
        ),
    ],
)
def test_what_may_tell_of_more_than_the_noun_is_no_apposition(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_the_stop_of_an_abbreviation_goes_with_it() -> None:
    assert claims("The farmer, known only as Michel B., was questioned by police.") == [
        "The farmer was questioned by police.",
        "The farmer is known only as Michel B.",
    ]
