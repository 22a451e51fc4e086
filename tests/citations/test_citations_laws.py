"""Bills and laws: what is one, and what only looks like one."""

import pytest

from factcheck.citations.laws import find_laws
from marks import unmark

LAWS = [
    ("The House passed ⟦H.R. 2⟧ in May.", "bill", "hr2"),
    ("Lawmakers amended ⟦H.J.Res. 5⟧.", "bill", "hjres5"),
    ("The Senate took up ⟦S. 5⟧ in the 117th Congress.", "bill", "117-s5"),
    ("It voted on ⟦H.R.77 (Clean Ports Act)⟧, a bill.", "bill", "hr77"),
    ("Under ⟦Public Law 117-58⟧ the state pays.", "law", "117-58"),
    ("It broke ⟦18 U.S.C. § 1001⟧.", "law", "18-1001"),
    ("The ⟦Safe Harbors Act of 1998⟧ bans it.", "law", None),
    ("They cited the ⟦Vienna Convention⟧.", "law", None),
    ("依据⟦《食品安全法》⟧处罚。", "law", None),
]


@pytest.mark.parametrize(("marked", "kind", "value"), LAWS)
def test_a_bill_or_law_is_found(marked: str, kind: str, value: str | None) -> None:
    text, spans = unmark(marked)
    citation = find_laws(text)[0]
    assert (citation.span,) == spans
    assert citation.kind == kind
    assert (citation.identifier.value if citation.identifier else None) == value


@pytest.mark.parametrize(
    ("marked", "section"),
    [
        ("Under ⟦Article 17 of the Treaty on European Union⟧ it acts.", "17"),
        ("The ⟦Convention on the Law of the Sea⟧ binds it.", ""),
        ("It broke the ⟦Geneva Protocol for the Prohibition of Gas⟧, he said.", ""),
        ("⟦Section 230 of the Clean Ports Act⟧ says so.", "230"),
    ],
)
def test_agreements_of_states_and_parts_of_laws_are_found(marked: str, section: str) -> None:
    text, spans = unmark(marked)
    (found,) = find_laws(text)
    assert (found.span,) == spans
    assert [s.of(text) for name, s in found.fields if name == "section"] == [section] * bool(
        section
    )


def test_what_is_written_with_points_is_a_bill_wherever_it_stands() -> None:
    text = "See also H.R. 1516 and S. Con. Res. 4; S. 5 is a room."
    assert [found.span.of(text) for found in find_laws(text)] == ["H.R. 1516", "S. Con. Res. 4"]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. 5 years ago was different.",
        "Room S. 5 is upstairs.",
        "This Act shall apply.",
        "The Dress Code says nothing.",
        "He put on an act in the House.",
        "《白日梦》",
    ],
)
def test_what_only_looks_like_a_law_is_none(text: str) -> None:
    assert find_laws(text) == ()


def test_a_bill_with_its_name_has_the_name_as_title_and_a_year_is_the_date() -> None:
    bill = "The House passed H.R.77 (Clean Ports Act)."
    (first,) = find_laws(bill)[:1]
    assert [(name, span.of(bill)) for name, span in first.fields] == [
        ("number", "H.R.77"),
        ("title", "Clean Ports Act"),
    ]
    act = "The Safe Harbors Act of 1998 bans it."
    (second,) = find_laws(act)
    assert [(name, span.of(act)) for name, span in second.fields] == [
        ("title", "Safe Harbors Act"),
        ("date", "1998"),
    ]
