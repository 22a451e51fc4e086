"""Pronouns that point out of a claim: named, so that a reader knows what to look up."""

import pytest

from factcheck.segment import claims_of, split


def pointing(text: str) -> list[tuple[str, ...]]:
    return [claim.needs_context for claim in claims_of(text, split(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("His brother runs the mill in the north of the town.", [("His",)]),
        ("Its roof has leaked since the winter of 2010.", [("Its",)]),
        ("Police arrested him in the north of the town.", [("him",)]),
        ("Vale sued her in May and the town paid for it.", [("her",), ("it",)]),
        ("Their town has paid for the mill since May.", [("Their",)]),
        ("Her mother took the train in May, and the town paid her.", [("Her",), ("her",)]),
    ],
)
def test_whose_and_whom_nobody_names_is_said(text: str, words: list[tuple[str, ...]]) -> None:
    assert pointing(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "His Majesty's ship left the port of the town in May.",
        "The baker said that police had arrested him in the town.",
        "Berg met the teacher of the town and thanked her for the books.",
        "The police of the town arrested her brother in May.",
    ],
)
def test_whom_a_claim_names_itself_is_not_pointed_out(text: str) -> None:
    assert not any({"His", "him", "her"} & {*words} for words in pointing(text)[:1])
