"""Coordinated predicates, clauses and infinitives: which become claims, which stay."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The mayor cut the budget in May and has since closed two libraries.",
            [
                "The mayor cut the budget in May.",
                "The mayor has since closed two libraries.",
            ],
        ),
        (
            "The striker scored twice and was named player of the match.",
            [
                "The striker scored twice.",
                "The striker was named player of the match.",
            ],
        ),
        (
            "Regulators approved the vaccine in March but have not released the data.",
            [
                "Regulators approved the vaccine in March.",
                "Regulators have not released the data.",
            ],
        ),
        (
            "The bank will raise its fees and may close three branches.",
            [
                "The bank will raise its fees.",
                "The bank may close three branches.",
            ],
        ),
        (
            "The team measured the ice in June and published the figures in July.",
            [
                "The team measured the ice in June.",
                "The team published the figures in July.",
            ],
        ),
        (
            "The firm moved to Bergen in 1990, sold its ships and employs 40 people.",
            [
                "The firm moved to Bergen in 1990.",
                "The firm sold its ships.",
                "The firm employs 40 people.",
            ],
        ),
        (
            "On Monday, the army shelled the town and blocked the only road.",
            [
                "On Monday, the army shelled the town.",
                "On Monday, the army blocked the only road.",
            ],
        ),
        (
            "The fund not only bought shares but also sold land.",
            [
                "The fund bought shares.",
                "The fund sold land.",
            ],
        ),
    ],
)
def test_joined_predicates_are_claims_that_share_the_subject(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The council voted to close the library, and the mayor signed the order on Friday.",
            [
                "The council voted to close the library.",
                "the mayor signed the order on Friday.",
            ],
        ),
        (
            "The rebels took the airport, but the army recaptured it the next day.",
            [
                "The rebels took the airport.",
                "the army recaptured it the next day.",
            ],
        ),
        (
            "Shares fell on Monday; the company had warned of lower profits.",
            [
                "Shares fell on Monday.",
                "the company had warned of lower profits.",
            ],
        ),
        (
            "But the court rejected the appeal.",
            [
                "the court rejected the appeal.",
            ],
        ),
        (
            "The clinic closed in May, and its patients were sent to Leeds.",
            [
                "The clinic closed in May.",
                "its patients were sent to Leeds.",
            ],
        ),
        (
            "Each dose costs $4, and four doses are needed.",
            [
                "Each dose costs $4.",
                "four doses are needed.",
            ],
        ),
    ],
)
def test_clauses_joined_by_and_or_but_are_claims_of_their_own(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police arrested and questioned the student.",
            [
                "Police arrested the student.",
                "Police questioned the student.",
            ],
        ),
        (
            "Divers found and photographed the wreck.",
            [
                "Divers found the wreck.",
                "Divers photographed the wreck.",
            ],
        ),
    ],
)
def test_verbs_side_by_side_share_their_object(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The club hopes to sell the ground and to pay its debts.",
            [
                "The club hopes to sell the ground.",
                "The club hopes to pay its debts.",
            ],
        ),
        (
            "The group plans to buy the port and to hire 800 workers.",
            [
                "The group plans to buy the port.",
                "The group plans to hire 800 workers.",
            ],
        ),
        (
            "The council voted on Monday to close two schools and to sell the buildings.",
            [
                "The council voted on Monday to close two schools.",
                "The council voted on Monday to sell the buildings.",
            ],
        ),
        (
            "Roy travelled to Rome to see the pope and buy a car.",
            ["Roy travelled to Rome to see the pope and buy a car."],
        ),
        (
            "The party wants to cut taxes and raise pensions.",
            [
                "The party wants to cut taxes.",
                "The party wants to raise pensions.",
            ],
        ),
    ],
)
def test_joined_infinitives_share_their_verb(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "If the bill passes, the tax would rise and the fund would close.",
        "The bank did not lend to farmers or buy bonds.",
        "The team won in May, lost in June.",
        "Austria refused any agreement, and so did Tsar Alexander.",
        "The firm could prevent it, but don't count on it.",
        "The man resigned and left the country.",
        "The firm was founded in Oslo, moved to Bergen in 1990 and employs 40 people.",
        "Neither the army nor the rebels fired on the convoy.",
        "He neither confirmed nor denied the report.",
        "The minister did not promise to cut taxes and to hire nurses.",
        "The soup was hot and salty.",
        "The valley has schools, shops and a clinic.",
        "The rule applies to firms that employ 50 people and export arms.",
        "The studio may sell the film or release it online.",
    ],
)
def test_what_is_joined_stays_joined_where_a_part_would_be_false(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_who_said_the_one_thing_said_the_other() -> None:
    text = 'Roy said the road was old "for a town", and said it was "a shame that Dale waits".'
    assert 'Roy said it was "a shame that Dale waits".' in claims(text)


def test_but_joins_clauses_whatever_it_is_taken_for() -> None:
    assert claims('"We gave everything but we were tired," Brandt said.')[1:] == [
        '"We gave everything."',
        "we were tired.",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The city will open a shelter after the winter and hire nine nurses.",
            ["The city will open a shelter after the winter.", "The city will hire nine nurses."],
        ),
        (
            "Vale was jailed for fraud in 2011 but freed on appeal two years later.",
            ["Vale was jailed for fraud in 2011.", "Vale was freed on appeal two years later."],
        ),
        (
            "Berg was arrested in May and died in prison.",
            ["Berg was arrested in May.", "Berg died in prison."],
        ),
        (
            "Two men were arrested on Tuesday, charged with fraud and released on bail.",
            [
                "Two men were arrested on Tuesday.",
                "Two men were charged with fraud.",
                "Two men were released on bail.",
            ],
        ),
        (
            "The rents rose in May, while wages fell.",
            ["The rents rose in May.", "wages fell."],
        ),
        ("The rents rose and the wages fell.", ["The rents rose.", "the wages fell."]),
        (
            "Berg owned a mill in Dale & sold it in May.",
            ["Berg owned a mill in Dale.", "Berg sold it in May."],
        ),
    ],
)
def test_verbs_that_can_have_one_subject_alone_are_parted(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Berg was born in Rome and moved to Oslo.", id="was moved, or moved"),
        pytest.param("He was arrested, charged with fraud and fled to Spain.", id="he fled"),
        pytest.param("The boat was found on Monday, damaged by ice and low on fuel.", id="no verb"),
        pytest.param("So many people came that the hall was closed and the band left.", id="so"),
    ],
)
def test_verbs_that_may_have_another_form_or_subject_stay(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "So the council closed the pier and sold it.",
            ["the council closed the pier.", "the council sold it."],
        ),
        (
            "So, the council closed the pier and sold the lamps.",
            ["the council closed the pier.", "the council sold the lamps."],
        ),
        (
            "Of course, the mayor cut the budget and closed two libraries.",
            ["Of course, the mayor cut the budget.", "the mayor closed two libraries."],
        ),
        (
            "WHO says the virus spreads in the north.",
            ["WHO says the virus spreads in the north.", "the virus spreads in the north."],
        ),
        (
            "The mill was sold in May, and Berg is a man whom the town relied on.",
            ["The mill was sold in May.", "Berg is a man whom the town relied on."],
        ),
    ],
)
def test_how_a_sentence_begins_or_ends_keeps_it_not_whole(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


def test_what_follows_a_bank_s_report_is_not_done_by_the_bank() -> None:
    text = 'The centre said the storm was "a threat" and could become a flood in the north.'
    assert claims(text)[1:] == [
        'the storm was "a threat".',
        "the storm could become a flood in the north.",
    ]
