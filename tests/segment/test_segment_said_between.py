"""Quotations on both sides of who says it: what is put together, what stays."""

import pytest

from decomposed import claims
from factcheck.segment import claims_of, split


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("“The ship,” Berg said, “was lost at sea.”", ["The ship was lost at sea."]),
        (
            '"Rain came in," said Berg, "and the pier broke."',
            ["Rain came in.", "the pier broke."],
        ),
        (
            '"If it rains," Roy said, "the pier will break."',
            ["If it rains, the pier will break."],
        ),
        (
            '"The mill was cold," Roy said, "because the stove was out."',
            ["The mill was cold because the stove was out."],
        ),
        (
            "“We have no ships,” said Tom Berg, the mayor, “but we have a port.”",
            ["We have no ships.", "we have a port."],
        ),
    ],
)
def test_what_is_quoted_around_the_speaker_is_claimed(sentence: str, said: list[str]) -> None:
    found = claims_of(sentence, split(sentence))
    spoken = [claim for claim in found if claim.attribution is not None]
    assert [claim.text for claim in spoken] == said
    assert sentence in [claim.text for claim in found] or "Tom Berg" in found[0].text


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param('"The port," Roy did not say, "was sold."', id="not said"),
        pytest.param('"The port," Roy denied, "was sold."', id="denied"),
        pytest.param('"No," Roy said, "not the port."', id="no clause"),
        pytest.param('"No," Roy said, "it was not sold."', id="one of two is no clause"),
        pytest.param('The "port" was, Roy said, "sold".', id="words around the first"),
        pytest.param('"The port," it was found in May, "was sold."', id="nobody says it"),
        pytest.param('"The port" was sold "again".', id="no tag"),
        pytest.param(
            '"The port," Roy said when he came back and read the report of the board, "was sold."',
            id="the tag says something itself",
        ),
        pytest.param('"The port," Roy said, "was sold" on Monday.', id="words behind"),
        pytest.param('"The port was old," Roy said, "a heap of stones."', id="two things in one"),
        pytest.param('"The rain," Roy said, "and the port was sold."', id="a clause and no other"),
        pytest.param('"... was it sold," Roy said, "..."', id="only dots in the second"),
    ],
)
def test_other_quotations_are_not_put_together(sentence: str) -> None:
    assert not any("The port was sold" in claim for claim in claims(sentence))
