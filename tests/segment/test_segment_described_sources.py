"""Relative clauses behind a source: they are about nobody but the source."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        (
            '"Measles is not harmless," said Ann Cole, who has treated more than 60 children.',
            "Ann Cole has treated more than 60 children.",
        ),
        ('"We are ready," said Ann Cole, who runs the clinic.', "Ann Cole runs the clinic."),
        (
            "Ines Roy, an engineer from Leeds, who joined Acme in 2010, was named chief executive.",
            "Ines Roy is an engineer from Leeds.",
        ),
        (
            '"We are ready," said Mina Daud, a lawyer at the charity Shelter, who knows the law.',
            "Mina Daud is a lawyer at the charity Shelter.",
        ),
    ],
)
def test_who_behind_a_tag_is_the_source(sentence: str, last: str) -> None:
    assert last in claims(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Police arrested Ben Hale, a friend of Tom Berg, who lives in Rome.", id="or the friend"
        ),
        pytest.param(
            '"It is late," said the wife of the mayor, who is 54.', id="the wife or the mayor"
        ),
    ],
)
def test_two_who_may_be_meant_keep_the_clause(sentence: str) -> None:
    assert not any(
        claim.endswith(("Berg lives in Rome.", "is 54.")) and "who" not in claim
        for claim in claims(sentence)
    )


def test_an_age_is_not_said_again() -> None:
    sentence = '"I learned to swim here," said Gary Tull, 44, who runs a garage in the High Street.'
    assert claims(sentence)[-1] == "Gary Tull runs a garage in the High Street."
