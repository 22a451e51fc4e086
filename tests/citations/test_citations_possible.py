"""Expressions that are asked for only where a cheaper question says yes: nothing is lost by it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.citations import documents, identify, said
from factcheck.citations.reporters import _POSSIBLE, _REPORTERS, cited
from factcheck.lexicon.patterns import has_sign

_STANDARDS = (
    "ISO/IEC ", "IEEE Std ", "GB/T ", "BS EN ", "NIST SP ", "YD/T ", "DIN EN ", "ITU-T ", "27001",
    "9001:2015", "X.509", " ", "in ", "(",
)  # fmt: skip


@pytest.mark.parametrize("name", _REPORTERS)
def test_a_case_by_any_reporter_is_possible(name: str) -> None:
    for written in (name, name.replace(".", ""), name.replace(" ", ""), name.replace(". ", "")):
        text = f"See 12 {written} 345."
        assert _POSSIBLE.search(text)
        assert len(cited(text)) == 1


@given(st.lists(st.sampled_from(_STANDARDS), max_size=8).map("".join))
def test_every_standard_is_possible(text: str) -> None:
    found = re.finditer(documents._STANDARD, text)
    assert all(has_sign(one.group(), documents._STANDARD_BODIES) for one in found)


@given(
    st.from_regex(r"(?:ads: )?(?:19|20)[0-9]{2}[A-Za-z][A-Za-z0-9.&…]{5,13}[A-Z]", fullmatch=True)
)
def test_every_bibcode_is_possible(code: str) -> None:
    assert re.fullmatch(identify._BIBCODE, code)
    assert identify._YEAR_AND_NAME.search(code)


@pytest.mark.parametrize("verb", said._CALLING)
def test_whoever_calls_something_so_is_its_speaker(verb: str) -> None:
    text = f"Mayor Roy {verb} the sale “a plain waste of money”."
    ((quotation, speaker),) = said.attributed(text)
    assert quotation.span.of(text).strip("“”") == "a plain waste of money"
    assert speaker is not None
    assert speaker.of(text) == "Mayor Roy"
