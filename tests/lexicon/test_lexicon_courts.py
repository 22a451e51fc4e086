"""What a court citation may look like, before anybody looks closer."""

import pytest

from factcheck.lexicon.courts import may_cite_case


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("See 12 Neb. App. 64 (2004).", True),
        ("Under 2007-NMCERT-008 it stands.", True),
        ("T.C. Memo. 2019-233", True),
        ("He was born on 7 Jan. 1984.", False),
        ("The crash on U.S. 50 killed two.", False),
        ("The port lost €2 m in 2020.", False),
    ],
)
def test_a_text_may_cite_a_case_where_an_abbreviation_stands_between_numbers(
    text: str, may: bool
) -> None:
    assert may_cite_case(text) is may
