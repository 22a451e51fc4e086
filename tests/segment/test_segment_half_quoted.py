"""Quotations over several sentences: each claim has both of their marks or none."""

import pytest

from factcheck.segment import claims_of, split


def _claims(text: str) -> list[str]:
    return [claim.text for claim in claims_of(text, split(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Roy said: "The port is shut. Ships that wait will leave again."',
            [
                'Roy said: "The port is shut."',
                "The port is shut.",
                "Ships that wait will leave again.",
            ],
        ),
        (
            "“The port is shut. Ships will leave again,” said Roy.",
            [
                "The port is shut.",
                "“Ships will leave again,” said Roy.",
                "Ships will leave again.",
            ],
        ),
        ("Roy smiled. “Nobody asked us.", ["Roy smiled.", "Nobody asked us."]),
    ],
)
def test_a_mark_whose_other_half_is_elsewhere_goes_or_gets_it(
    text: str, expected: list[str]
) -> None:
    assert _claims(text) == expected


def test_a_mark_that_is_put_in_is_an_insertion() -> None:
    text = "Roy said: “The port is shut. Ships wait.”"
    first, *_ = claims_of(text, split(text))
    assert [span.of(first.text) for span in first.insertions] == ["”"]
    assert [span.of(text) for span in first.spans] == ["Roy said: “The port is shut."]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The port is shut,” said Roy.",
        "Roy called the port “a shut” and “a lost” one.",
        'The screen is 5" wide and 3" high.',
        "”",
    ],
)
def test_other_marks_stay(sentence: str) -> None:
    assert sentence in _claims(sentence) or not _claims(sentence)
