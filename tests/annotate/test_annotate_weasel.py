"""What is said by nobody: which sentences are searched for it."""

import pytest

from factcheck.annotate.weasel import sourceless
from factcheck.model.span import Span
from marks import unmark


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("⟦Some of the analysts said⟧ it would rain.", id="how many of a group"),
        pytest.param("⟦Other experts say⟧ it would rain.", id="other people of a group"),
        pytest.param("⟦Others argue⟧ it would rain.", id="others"),
        pytest.param("⟦Many say⟧ it would rain.", id="how many of nobody"),
        pytest.param("⟦Recent reports suggest⟧ it would rain.", id="documents"),
        pytest.param("⟦It is widely believed⟧ that it rains.", id="nobody at all"),
        pytest.param("The dam ⟦is often criticised⟧.", id="a habit"),
        pytest.param("The dam ⟦is said to⟧ leak.", id="a passive"),
        pytest.param("The dam was built in May, and it leaks.", id="nothing of it"),
        pytest.param("The dam was considered by the council.", id="a passive with its speaker"),
    ],
)
def test_words_that_name_no_source_are_found(marked: str) -> None:
    text, spans = unmark(marked)
    found = set(sourceless(text, Span(0, len(text))))
    assert set(spans) <= found
    assert bool(spans) == bool(found)
