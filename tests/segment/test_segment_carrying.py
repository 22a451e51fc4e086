"""Speakers go on speaking: quotations over sentences and paragraphs."""

import pytest

from factcheck.segment import claims_of, split

CARRIED = [
    # Both sentences stand between one pair of marks; the second names the speaker.
    ("“The port is closed. We are sorry,” Roy said.", ["The port is closed", "We are sorry"]),
    ("Roy said: “The port is closed. We are sorry.”", ["The port is closed", "We are sorry"]),
    # The quotation stops and goes on.
    ("“The port is closed,” Roy said. “We are sorry.”", ["The port is closed", "We are sorry"]),
    ("Roy said the port was closed. “We are very sorry.”", ["was closed", "We are very sorry"]),
    # A paragraph that is not closed goes on in the next.
    ("Roy said: “The port is closed.\n\n“We are sorry.”", ["The port is closed", "We are sorry"]),
    # A colon announces the next paragraph.
    ("Roy wrote to the council:\n\n“The port is closed. It is old.”", ["is closed", "It is old"]),
    ("Ines Roy was blunt:\n\n“The port is closed. It is old.”", ["is closed", "It is old"]),
    (
        "“The port is closed,” Roy said. “We are sorry.” “We will sell it.”",
        ["The port is closed", "We are sorry", "We will sell it"],
    ),
]


# A line that says what language the text is in.
LEADER = "The port of Dale lost money in 2022, and the town had to pay for it.\n\n"


def speakers(text: str) -> list[tuple[str, str]]:
    """Return source and wording of each claim of *text* that has a source."""
    text = LEADER + text
    return [
        (claim.attribution.source[0].of(text), claim.text)
        for claim in claims_of(text, split(text))
        if claim.attribution is not None
    ]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_a_quotation_keeps_its_speaker(text: str, expected: list[str]) -> None:
    found = speakers(text)
    assert {source for source, _ in found} <= {"Roy", "Ines Roy"}
    assert [any(words in claim for _, claim in found) for words in expected] == [True] * len(
        expected
    )


@pytest.mark.parametrize(
    "text",
    [
        "“The port is closed. It is very old.”",
        "Roy left the room.\n\n“The port is closed. It is very old.”",
        "Roy said the port was closed.\n\n“The town is glad of it.”",
        "The sign was old:\n\n“The port is closed. It is very old.”",
        "Roy said the port was closed and Tom said it was not. “The town is glad of it.”",
        "Roy said the port was closed. “Sea Song” is a film.",
        "Roy said the port was closed. “Sorry.”",
        ":\n\n“The port is closed. It is very old.”",
    ],
)
def test_where_another_could_speak_nobody_is_named(text: str) -> None:
    text = LEADER + text
    quoted = [
        claim
        for claim in claims_of(text, split(text))
        if claim.attribution is not None and "“" in claim.text
    ]
    assert quoted == []


def test_the_content_of_a_long_quotation_is_all_of_it() -> None:
    text = "“The port is closed. We are sorry,” Roy said."
    contents = {
        " … ".join(span.of(text) for span in claim.attribution.content)
        for claim in claims_of(text, split(text))
        if claim.attribution is not None
    }
    assert contents == {"The port is closed. We are sorry,"}


def test_thousands_of_quotations_are_read() -> None:
    text = "“The port is closed,” Roy said. “We are sorry.” " * 300
    assert {source for source, _ in speakers(text)} == {"Roy"}


def test_a_text_that_opens_with_a_quotation_names_nobody() -> None:
    text = "“The port of Dale is closed, and we are sorry that the town has to pay for it.”"
    assert {claim.attribution for claim in claims_of(text, split(text))} == {None}
