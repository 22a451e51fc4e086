"""Lists of named objects: which are taken apart, which stay."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Chelsea signed Marta Silva, Jane Dow and Kim Park.",
            [
                "Chelsea signed Marta Silva.",
                "Chelsea signed Jane Dow.",
                "Chelsea signed Kim Park.",
            ],
        ),
        (
            "The jury praised Ana Sousa, Leo Brandt and Rosa Prado.",
            [
                "The jury praised Ana Sousa.",
                "The jury praised Leo Brandt.",
                "The jury praised Rosa Prado.",
            ],
        ),
        (
            "The president dismissed Omar Haddad, Lina Costa and Petr Novak.",
            [
                "The president dismissed Omar Haddad.",
                "The president dismissed Lina Costa.",
                "The president dismissed Petr Novak.",
            ],
        ),
        (
            "Rovers sold Tim Osei, Paul Marsh and Leo Brandt.",
            [
                "Rovers sold Tim Osei.",
                "Rovers sold Paul Marsh.",
                "Rovers sold Leo Brandt.",
            ],
        ),
        (
            "The senator visited Leeds, York and Hull.",
            [
                "The senator visited Leeds.",
                "The senator visited York.",
                "The senator visited Hull.",
            ],
        ),
    ],
)
def test_each_of_three_or_more_names_at_the_end_is_a_claim(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The fund bought Marks and Spencer.",
        "The group includes Peru, Chile and Bolivia.",
        "The firm makes pumps, valves and pipes.",
        "The treaty linked Peru, Chile and Bolivia.",
        "The team did not sign Marta Silva, Jane Dow and Kim Park.",
        "The senator visited Kenya, Uganda and Rwanda in May.",
        "Roy met Ana Sousa or Leo Brandt.",
    ],
)
def test_a_list_stays_whole_where_the_items_may_belong_together(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_an_item_keeps_what_stands_behind_a_dash() -> None:
    text = "The following boats were sunk by Roy:\n\n- Aurora – built in 1990\n- Bella\n"
    assert claims(text) == ["Aurora – built in 1990 – was sunk by Roy.", "Bella was sunk by Roy."]
    assert claims(text.replace("–", "-")) == [
        "Aurora - built in 1990 - was sunk by Roy.",
        "Bella was sunk by Roy.",
    ]
