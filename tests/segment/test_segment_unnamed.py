"""Subjects that only the words around a claim explain: named, so that a reader looks them up."""

import pytest

from factcheck.segment import claims_of, split


def pointing(text: str) -> dict[str, tuple[str, ...]]:
    return {claim.text: claim.needs_context for claim in claims_of(text, split(text))}


@pytest.mark.parametrize(
    ("text", "claim", "words"),
    [
        (
            "In the end they sold the mill to the town.",
            "In the end they sold the mill to the town.",
            ("they",),
        ),
        (
            "In May 2019 she sold the mill and left the town of Vik for good.",
            "In May 2019 she left the town of Vik for good.",
            ("she",),
        ),
        (
            "She sold the mill in May, and in the summer she left the town.",
            "in the summer she left the town.",
            ("she",),
        ),
        (
            "After some years in Rome, he went back to the coast.",
            "After some years in Rome, he went back to the coast.",
            ("he",),
        ),
        (
            "The ships of Vik were sold, and those of its rival were burned.",
            "those of its rival were burned.",
            ("those",),
        ),
        (
            "The firm sold its old ships, and some were burned in May.",
            "some were burned in May.",
            ("some",),
        ),
        (
            "Lind finished no course but held eleven honorary ones.",
            "Lind held eleven honorary ones.",
            ("ones",),
        ),
        (
            "The tenants wanted no songs and no flowers, and there were none.",
            "there were none.",
            ("none",),
        ),
        ("Tom Lind, her deputy, resigned in May.", "Tom Lind is her deputy.", ("her",)),
        (
            "The town spoke of the dealer that sold the mill.",
            "the dealer sold the mill.",
            ("the dealer",),
        ),
    ],
)
def test_a_subject_that_a_claim_does_not_name_is_pointed_out(
    text: str, claim: str, words: tuple[str, ...]
) -> None:
    assert pointing(text)[claim] == words


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "In Oslo, Roy sold the mill before he left.",
            "In Oslo, Roy sold the mill before he left.",
        ),
        (
            "In May it rained in the town all day long.",
            "In May it rained in the town all day long.",
        ),
        (
            "In May it became clear to all that the mill was lost.",
            "In May it became clear to all that the mill was lost.",
        ),
        (
            "According to the tenants of Vik, they sold the mill.",
            "they sold the mill.",
        ),
        (
            "With the ships that Roy had bought, he sold the mill.",
            "With the ships that Roy had bought, he sold the mill.",
        ),
        ("Ticket prices rose, and some say the firm lost money.", "Ticket prices rose."),
        ("Tom Lind, my deputy, resigned in May.", "Tom Lind is my deputy."),
        (
            "The town lost the war that began in May.",
            "the war began in May.",
        ),
        (
            "The prices of the mill and of all its ships rose, and both of them fell in May.",
            "both of them fell in May.",
        ),
    ],
)
def test_what_a_claim_names_or_nothing_names_is_not_pointed_out(text: str, claim: str) -> None:
    found = pointing(text)
    assert claim in found
    assert not {"he", "it", "some", "both", "my"} & {*found[claim]}
