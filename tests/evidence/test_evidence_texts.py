"""The letters that are compared: as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.texts import cleaned


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("oﬃce ﬁne", "office fine"),
        ("in\u00advisible\u200b", "invisible"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("１２％", "12%"),
        ("inter\ufffe\r\nnational", "international"),
        ("10²", "10²"),
        ("e\u0301", "é"),
        ("a \t b\fc\0", "a b\nc"),
        ("  x \n  y  ", "x\ny"),
    ],
)
def test_text_is_cleaned_to_what_is_seen(text: str, clean: str) -> None:
    assert cleaned(text) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
