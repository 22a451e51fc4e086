"""Datelines in front of a report: what is left of its first sentence."""

import pytest

from factcheck.model.span import Span
from factcheck.segment.datelines import after_dateline

REPORT = "The port lost money in May."


def _left(text: str) -> str:
    return after_dateline(text, Span(0, len(text))).of(text)


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON, March 3 (Reuters) – ",
        "WASHINGTON - ",
        "WASHINGTON, D.C. - ",
        "BONN, 3 May 2023 -- ",
        "SAO PAULO, Brazil, Jan. 3 (UPI) -- ",
        "HALIFAX, Nova Scotia (Reuters) - ",
        "ST. JOHN'S, Newfoundland and Labrador (Reuters) - ",
        "Berlin (dpa) - ",
        "New York (AP) — ",
        "Nairobi, May 4 (Xinhua) -- ",
        "Kabul, Afghanistan – ",
        "(CNN) -- ",
        "(CNN Business) — ",
        "(CNN)",
    ],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    assert _left(dateline + REPORT) == REPORT


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslo – that is where it began.",
        "Roy, Berg – they both left.",
        "The port (BMF) - the largest - lost money.",
        "(BMF) The port lost money.",
        "(CNN) reported it first - in May.",
        "NATO-led troops left.",
        "A - B",
    ],
)
def test_what_only_looks_like_a_dateline_stays(sentence: str) -> None:
    assert _left(sentence) == sentence


def test_a_dateline_is_looked_for_at_the_beginning_only() -> None:
    text = f"{'A' * 130} - {REPORT}"
    assert _left(text) == text
