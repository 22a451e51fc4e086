"""The article with marks, and the list of changes."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.export.annotated import annotated
from factcheck.export.changes import changes
from factcheck.export.options import Options
from factcheck.model.records import ClaimRecord, FlagRecord
from factcheck.model.span import Span
from factcheck.model.verdict import DEFAULT_SCALE, Verdict
from factcheck.model.visible import one_line
from hostile_texts import HOSTILE
from markdown_structure import COMMONMARK, GENEROUS, structure, words
from report_samples import CLAIM, FULL, LINK, NOON, REFUTED, REPORT, SEARCH, swapped

TEXT = "The fund was frozen in May. Nobody said why.\n\nThen it was not."


def lines(*claims: ClaimRecord, text: str = TEXT, **options: Any) -> list[str]:
    return list(annotated(replace(REPORT, claims=claims), text, Options(**options)))


def body(written: list[str]) -> list[str]:
    """Return the lines of the article itself: between the rules."""
    first, last = written.index("---"), len(written) - written[::-1].index("---") - 1
    return written[first + 2 : last - 1]


def test_marks_stand_at_the_exact_words_with_their_numbers() -> None:
    found = lines(
        replace(CLAIM, number=1, spans=(Span(0, 8), Span(20, 27))),
        replace(CLAIM, number=12, spans=(Span(4, 27),)),
    )
    assert body(found) == [
        "¹⟦The ¹²⟦fund⟧[^1] was frozen ¹⟦in May.⟧[^1]⟧[^12] Nobody said why.",
        "",
        "Then it was not.",
    ]


def test_a_mark_at_the_end_of_a_line_stays_in_it_and_one_at_the_start_as_well() -> None:
    text = "One.\nTwo."
    found = lines(
        replace(CLAIM, number=1, spans=(Span(0, 4),)),
        replace(CLAIM, number=2, spans=(Span(5, 9),)),
        replace(CLAIM, number=3, spans=(Span(2, 2),)),
        text=text,
    )
    assert body(found) == ["¹⟦One.⟧[^1]", "²⟦Two.⟧[^2]"]


def test_notes_say_what_came_of_each_claim() -> None:
    found = "\n".join(annotated(FULL, "x" * 300, Options()))
    assert "[^1]: **Refuted.** The harbour fund lost" in found
    assert "Rationale: The audit says 4.1 per cent." in found
    assert "Refutes, link, primary source: [Annual audit 2025](https://audit.example" in found
    assert ", p. 4: “The fund lost 4.1 per cent.”" in found
    assert "Flags: unsupported, outdated" in found
    assert "[^3]: **Deferred.**" in found


def test_every_mark_has_its_note() -> None:
    found = "\n".join(annotated(FULL, "x" * 300, Options()))
    tokens = GENEROUS.parse(found)
    assert structure(tokens).count("footnote_open") == len({one.number for one in FULL.claims})


_MARKS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+⟦|⟧")
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=5)


@given(HOSTILE.filter(lambda text: not re.search("[⁰¹²³⁴⁵⁶⁷⁸⁹⟦⟧]", text)), SPANS)
@settings(max_examples=150)
def test_without_its_marks_the_article_is_the_article(text: str, places: Any) -> None:
    claims = [
        replace(CLAIM, number=n, text="x", spans=(Span(min(a, len(text)), min(a + b, len(text))),))
        for n, (a, b) in enumerate(places, 1)
    ]
    for line, original in zip(body(lines(*claims, text=text)), text.split("\n"), strict=True):
        bare = re.sub(r"\[\^\d+\]", "", _MARKS.sub("", line))
        shown = words(COMMONMARK.parse(f"x {bare}"))[1:]
        assert "".join(shown.split()) == "".join(one_line(original).split())


@given(HOSTILE)
@settings(max_examples=60)
def test_no_text_from_outside_becomes_markup(text: str) -> None:
    report = swapped(replace(FULL, corrections=None), lambda _: text)
    for writer in (annotated, changes):
        for tokens in (COMMONMARK.parse("\n".join(writer(report, text, Options()))),):
            assert not any(one.startswith(("html", "image", "fence")) for one in structure(tokens))


def rated(rating: int | None, name: str = "") -> Verdict:
    return replace(DEFAULT_SCALE[0], verdict="it", rating=rating, alternate_name=name)


@pytest.mark.parametrize(
    ("rating", "name", "expected"),
    [
        (1, "False", "Correct it or take it out"),
        (2, "Misleading", "Say what is missing"),
        (3, "Half true", "Say what is missing"),
        (4, "Mostly true", "Mend the detail"),
        (5, "True", ""),
        (None, "Unproven", "Name a source, attribute it"),
        (None, "", ""),
    ],
)
def test_what_to_change_is_told_from_the_rating(
    rating: int | None, name: str, expected: str
) -> None:
    claim = replace(CLAIM, verdict="it", status="decided")
    report = replace(REPORT, claims=(claim,), scale=(rated(rating, name),))
    written = "\n".join(changes(report, TEXT, Options()))
    assert (expected in written) if expected else ("Nothing needs to be changed" in written)


def flagged(*flags: str, **about: Any) -> ClaimRecord:
    return replace(CLAIM, flags=tuple(FlagRecord(one, "Ada", NOON) for one in flags), **about)


def test_flags_ask_for_changes_without_a_verdict() -> None:
    claims = (flagged("altered-quote", "outdated"), flagged("not-a-claim"), flagged("of a desk"))
    written = list(changes(replace(REPORT, claims=claims), TEXT, Options()))
    assert written[4] == (
        "1. **Line 1, Claim 1:** Restore the words of the source. Bring it up to date "
        "(altered quote, outdated)"
    )
    assert written[-1] == "1 change, 3 of the claims without a verdict."


def test_a_change_has_its_place_reason_and_sources() -> None:
    place = Span(TEXT.index("Then"), len(TEXT))
    claim = replace(CLAIM, verdict="refuted", status="decided", spans=(place,),
                    assessments=(REFUTED, replace(REFUTED, rationale=" ")),
                    evidence=(LINK, SEARCH))  # fmt: skip
    report = replace(REPORT, claims=(claim, replace(claim, spans=(), assessments=(), evidence=())))
    written = "\n".join(changes(report, TEXT, Options()))
    assert "1. **Line 3, Claim 1:** Correct it or take it out (Refuted)" in written
    assert written.count("- Reason: The audit says 4.1 per cent.") == 1
    assert "- Refutes, link, primary source: [Annual audit 2025]" in written
    assert "- Context, search: `court register, 2019 to 2025`" in written
    assert "2. **Line 1, Claim 1:**" in written
