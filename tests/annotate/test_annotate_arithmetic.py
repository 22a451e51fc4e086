"""Amounts and dates: what does not come out is remarked on, what does is left alone."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate.almanac import find_almanac
from factcheck.annotate.arithmetic import find_arithmetic
from factcheck.annotate.consistency import find_disagreements
from factcheck.annotate.dates import MONTHS, WEEKDAYS, dates
from factcheck.annotate.measures import find_measures
from factcheck.annotate.naming import find_names
from factcheck.annotate.quantities import Sort, place_of, quantities, template
from factcheck.annotate.rules import RULES
from factcheck.model.finding import Finding
from factcheck.model.span import Span
from hostile_texts import HOSTILE
from lined import lined_reading
from marks import unmark

CASES = Path(__file__).parents[1] / "eval/flags/arithmetic.txt"
ANNOTATORS = (find_arithmetic, find_almanac, find_measures, find_disagreements, find_names)
DRAWN = [
    (label, words.replace("\\n", "\n"))
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for label, words in [line.split(" ", 1)]
]


def _found(text: str, language: str | None = "en") -> list[Finding]:
    reading = lined_reading(text, language)
    return [one for annotate in ANNOTATORS for one in annotate(reading)]


@pytest.mark.parametrize(("label", "text"), [case for case in DRAWN if case[0] != "0"])
def test_what_does_not_come_out_is_found(label: str, text: str) -> None:
    assert label in {one.rule.partition(".")[2] for one in _found(text)}


@pytest.mark.parametrize("text", [text for label, text in DRAWN if label == "0"])
def test_what_comes_out_is_left_alone(text: str) -> None:
    assert _found(text) == []


def test_there_are_a_hundred_cases_and_half_of_them_are_right() -> None:
    right = [text for label, text in DRAWN if label == "0"]
    assert len(DRAWN) >= 100
    assert len(right) * 2 >= len(DRAWN)


def test_every_rule_is_drawn() -> None:
    named = {name for rule in RULES for kind, _, name in [rule.partition(".")] if kind in KINDS}
    assert {label for label, _ in DRAWN} - {"0"} == named


KINDS = {"arithmetic", "consistency"}

PLAIN = [
    "A total of 3 cats, 4 dogs and $9.",
    "He took 5 of 3 apples, or 20 percent.",
    "It rose from 0 to 12, an increase of 50 percent.",
    "It rose from 0 to 2 percent, a rise of 4 percent.",
    "It doubled from 0 to 4.",
    "It doubled from $4 to 20 percent.",
    "The price fell by €4, from $12 to $9.",
    "The fund grew from 2010 to 2012, a rise of 40 percent.",
    "It rose from $4 to €2.",
    "They sold 4 boats at $5 each, for a total of €90.",
    "He paid between $50 and $2 million.",
    "The pact (1998-1995 BC) is old.",
    "A race of 5 km (3 lb).",
    "It was 20 °C (30 °C) there.",
    "It rose by 20 °C (36 °F).",
    "She has $4 ($9 million).",
    "She has £0 (€9 million).",
    "The walk took 6 feet 1 inch (1.85 m).",
    "On 5 May the hall, and on 6 May 1700, a Monday, the tower burned.",
    "In the year 1990 it began, for 3 years.",
    "The road rose from 12 to 12.",
    "The tower is 40 m (131 ft) tall.",
    "About 12 percent of the 1,000 seats, or some 130, were free.",
    "born in 1950 aged 5 in 1960 " * 100,
    "It is dated 2021-13-05.",
    "The fair runs from 20 June to 12 July, or from 3 May 2020 to 2 May 2021.",
    "The 50 guests included 20 men and 12 women.",
    "There were 50 guests, and 20 of them sang.",
    "Rates fell from 12 to 9 in 2001.",
    "They came: Anna Lind at www.Anna.Lind.Brown.com and Anna Lynd-Brown at Dale.",
    "The dam of Dale cost 40 euros. The dam of Dale cost 60 percent more.",
    "The dam of Dale cost $40 once. The dam of Dale cost €60 once.",
    "The dam of Dale cost 40 euros in May. The dam of Dale cost 40 euros.",
    "More than 20 percent of the 5,000 members, or 1,200, voted.",
    "Germany gave $40, France gave €25, totalling $75.",
    "Anna Lindgren saw Lindgren. Mayor Anna Lind and Mayor Annabel Lind met.",
    "He stayed for nearly ten years, from 1990 to 1999.",
    "He stayed for about ten years, from 1990 to 2001.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_amounts_that_do_not_belong_together_are_not_compared(text: str) -> None:
    assert _found(text) == []


FOUND = [
    ("arithmetic.percentage", "There were 50 guests, and 70 of them sang."),
    ("arithmetic.change", "Sales rose by 40 percent, from 100 to 120."),
    ("arithmetic.change", "Turnout fell from 56 percent to 51 percent, or 8 percentage points."),
    ("arithmetic.change", "The rate rose from 4 percent to 6 percent, an increase of 12 percent."),
    ("arithmetic.date", "It happened on 2021-02-30."),
    ("arithmetic.weekday", "It happened on Wed 2 May 2015."),
    ("arithmetic.duration", "In 1990 it began and in 2010, nearly ten years later, it closed."),
    ("arithmetic.sum", "The two gave $3 million and $4 million, together $9 million."),
    ("arithmetic.unit", "The lake holds 12 million gallons (90 million liters)."),
]


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_other_ways_of_saying_it_are_understood(rule: str, text: str) -> None:
    assert rule in {one.rule for one in _found(text)}


def test_the_words_that_do_not_fit_are_the_finding_and_the_message_has_the_right_ones() -> None:
    text, (span,) = unmark("Of the members, 45 of 180, or ⟦35 percent⟧, voted.")
    (found,) = _found(text)
    assert found.span == span
    assert found.message == "45 of 180 is 25 percent"


def test_other_languages_are_not_read() -> None:
    text = "Der Anteil stieg von 4 auf 6 Prozent, um 2 Prozent, am Montag, 4. März 2025."
    assert _found(text, "de") == []
    assert (
        _found(
            "失业率从4%上升到6%，上升了9%（5 miles (90 km)，4 March 2025）。这座桥很危险。", "zh"
        )
        == []
    )


AMOUNTS = [
    ("⟦$1.2bn⟧", Sort.MONEY, 1.2e9),
    ("⟦£300k⟧", Sort.MONEY, 3e5),
    ("⟦40 dollars⟧", Sort.MONEY, 40.0),
    ("⟦twenty-five⟧ men", Sort.COUNT, 25.0),
    ("⟦two million⟧ men", Sort.COUNT, 2e6),
    ("about ⟦12 per cent⟧", Sort.PERCENT, 12.0),
    ("⟦3 percentage points⟧", Sort.POINTS, 3.0),
    ("in ⟦1999⟧", Sort.YEAR, 1999.0),
    ("⟦two-thirds⟧ of it", Sort.FRACTION, 200 / 3),
    ("a ⟦12,500⟧ strong army", Sort.COUNT, 12500.0),
]


@pytest.mark.parametrize(("marked", "sort", "value"), AMOUNTS)
def test_an_amount_has_a_sort_and_a_value(marked: str, sort: Sort, value: float) -> None:
    text, (span,) = unmark(marked)
    (found,) = quantities(text, Span(0, len(text)))
    assert (found.span, found.sort) == (span, sort)
    assert found.value == pytest.approx(value)


def test_a_template_has_two_signs_in_place_of_each_amount() -> None:
    text = "from 4 to 6 percent"
    found = quantities(text, Span(0, len(text)))
    pattern = template(text, Span(0, len(text)), found)
    assert len(pattern) == len("from  to ") + 4
    assert [place_of(sign) for sign in pattern if sign >= "\ue100"] == [0, 1]


@given(st.dates())
def test_no_weekday_that_is_right_is_remarked_on(day: date) -> None:
    text = (
        f"On {WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year:04} it rained."
    )
    assert list(find_almanac(lined_reading(text))) == []


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_no_share_that_is_right_is_remarked_on(part: int, rest: int) -> None:
    whole = part + rest
    text = f"In Dale, {part:,} of {whole:,} people, or {100 * part / whole:.1f} percent, voted."
    assert list(find_arithmetic(lined_reading(text))) == []


@given(st.integers(2, 900), st.integers(2, 900))
def test_no_sum_that_is_right_is_remarked_on(one: int, other: int) -> None:
    text = f"They saw {one} cats and {other} dogs, a total of {one + other}."
    assert list(find_arithmetic(lined_reading(text))) == []


@given(HOSTILE)
def test_any_text_can_be_recomputed(text: str) -> None:
    for one in _found(text, "en"):
        assert one.span.of(text)
        assert one.rule in RULES
    assert all(1 <= day.month <= 12 for day in dates(text, Span(0, len(text))))
