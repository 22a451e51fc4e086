"""Participles with a subject of their own, and what else stands beside a sentence."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The port closed in May, with 400 workers losing their jobs.",
            ["The port closed in May.", "400 workers were losing their jobs."],
        ),
        (
            "The parties met in Bonn, with talks expected to last three days.",
            ["The parties met in Bonn.", "talks were expected to last three days."],
        ),
    ],
)
def test_it_is_a_claim_in_the_time_of_the_main_verb(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Roy could close the port, with 400 workers losing jobs.", id="supposed"),
        pytest.param("Roy did not cut the rent, with a law expected next month.", id="denied"),
        pytest.param("Roy cut the rent, with some expecting a law.", id="of nobody known"),
        pytest.param("Roy met Vale, with both in tears.", id="without a verb"),
    ],
)
def test_it_stays_where_it_is_not_stated_or_not_clear(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Roy has cut rents while Vale has raised wages.",
            ["Roy has cut rents.", "Vale has raised wages."],
        ),
        (
            "Built in 1890, the old bridge carries 300 lorries a day.",
            ["the old bridge carries 300 lorries a day.", "the old bridge was built in 1890."],
        ),
        (
            "Ann Vale, a nurse from Irving, Texas, was elected in May.",
            ["Ann Vale was elected in May.", "Ann Vale is a nurse from Irving, Texas."],
        ),
        (
            "Acme was founded in 2012, went public in 2019 and now employs 600.",
            [
                "Acme was founded in 2012.",
                "Acme went public in 2019.",
                "Acme now employs 600.",
            ],
        ),
        (
            "Ministers promised to cut waiting lists, to hire nurses and to build 12 clinics.",
            [
                "Ministers promised to cut waiting lists.",
                "Ministers promised to hire nurses.",
                "Ministers promised to build 12 clinics.",
            ],
        ),
        (
            "The party has a plan to cut rents, to hire nurses and to build clinics.",
            [
                "The party has a plan to cut rents.",
                "The party has a plan to hire nurses.",
                "The party has a plan to build clinics.",
            ],
        ),
        (
            "The vaccine, developed in Lund, cut severe cases by 64 percent.",
            ["The vaccine cut severe cases by 64 percent.", "The vaccine was developed in Lund."],
        ),
    ],
)
def test_marks_that_leave_no_doubt_outweigh_an_unsure_arc(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Roy may cut rents while Vale has raised wages.",
        "Roy lived in Rome for a year while he studied law.",
        "The firm has no plans to cut jobs and to sell ships.",
        "The party has a plan to cut rents, hire nurses so that clinics open, and build schools.",
    ],
)
def test_what_may_belong_to_more_than_one_part_keeps_the_sentence_whole(sentence: str) -> None:
    assert sentence in claims(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "With the harvest finished, the farmers of the valley left for the coast.",
            ["the harvest was finished.", "the farmers of the valley left for the coast."],
        ),
        (
            "The council met on Monday, with the mayor absent from the town.",
            ["The council met on Monday.", "the mayor was absent from the town."],
        ),
    ],
)
def test_with_may_open_a_sentence_or_say_how_things_are(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected
