"""What is passive where it has no object, and whose "was" it shares."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            (
                "Kessler was arrested at Leeds airport in March, charged with fraud and remanded in"
                " custody."
            ),
            ["was arrested at Leeds airport in March", "was charged with", "was remanded in"],
        ),
        (
            (
                "They were questioned over two days, brought before a judge and ordered to remain"
                " in custody."
            ),
            ["were questioned over two", "were brought before a", "were ordered to remain"],
        ),
        (
            "Mendes was sent off for dissent, booed by his own fans and later fined €5,000.",
            ["was sent off for dissent", "was booed by", "was later fined €5,000"],
        ),
        (
            "The mill was built in 1911, closed in 1990 and turned into flats.",
            ["was built in 1911", "was closed in 1990", "was turned into flats"],
        ),
    ],
)
def test_a_series_of_what_is_done_to_somebody_shares_its_auxiliary(
    sentence: str, said: list[str]
) -> None:
    found = claims(sentence)
    assert len(found) == len(said)
    assert all(words in claim for claim, words in zip(found, said, strict=True))


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("The court was set up in 1950 and ordered talks.", "The court ordered talks."),
        (
            "The bank was founded in 1911 and fined Acme 5 million dollars.",
            "The bank fined Acme 5 million dollars.",
        ),
        ("The mayor was elected in 2010 and rejected the plan.", "The mayor rejected the plan."),
        (
            "The blast killed 14 people, wounded 60 and left 200 homeless.",
            "The blast left 200 people homeless.",
        ),
        ("Roy wrote two plays, directed a film and won a prize.", "Roy won a prize."),
    ],
)
def test_with_an_object_it_is_active(sentence: str, last: str) -> None:
    assert claims(sentence)[-1] == last


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm was founded in 1990 and made cars.",
        "Roy was born and brought up in Leeds and was a baker.",
        "The firm bought Acme, founded in 1990, and left the town.",
        "He met the man, wanted by police and lost his job.",
        "The team was founded in 1950, moved to Bergen and employs 40.",
    ],
)
def test_where_both_are_possible_the_sentence_stays(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_a_series_may_end_in_the_passive() -> None:
    sentence = "Roy translated nine novels, won the prize in 1998 and was named a citizen of Brno."
    assert claims(sentence) == [
        "Roy translated nine novels.",
        "Roy won the prize in 1998.",
        "Roy was named a citizen of Brno.",
    ]
