"""Court cases: by reporter, by their parties, with and without eyecite, and what only looks so."""

import pytest
from eyecite import get_citations
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.citations import casebook
from factcheck.citations.cases import find_cases, may_need_casebook
from factcheck.citations.reporters import cited
from factcheck.model.citation import Citation, CitationKind
from hostile_texts import MARKUP
from marks import unmark

CASES = [
    ("The court followed ⟦Doe v. Roe⟧.", None),
    ("In ⟦Doe v. Roe, 410 U.S. 113 (1973)⟧, it held so.", "410 U.S. 113"),
    ("It was decided earlier, ⟦21 F.3d 55⟧.", "21 F.3d 55"),
    ("See ⟦Marlow v. City of Dale, 9 F. Supp. 2d 12, 15 (D. Me. 1998)⟧.", "9 F. Supp. 2d 12"),
    ("🙂 So ⟦9 F Supp 2d 12 [D Me 1998]⟧ says.", "9 F. Supp. 2d 12"),
    ("⟦Hall v. Acme Tools, Inc., 576 F.3d 123 (9th Cir. 2009)⟧", "576 F.3d 123"),
    ("⟦Hall v. Pine, No. 22-451, 603 U.S. ___ (2024)⟧ ended it.", None),
    ("It is settled by ⟦597 U.S. ___ (2022)⟧.", None),
    ("⟦In re A.B. (2009) 1 Cal.4th 7⟧ is older.", "1 Cal. 4th 7"),
    ("⟦Ex parte Mallory, 71 U.S. 2 (1866)⟧", "71 U.S. 2"),
    ("⟦Hall v. Pine, 5 U.S. (1 Cranch) 137 (1803)⟧ is the first.", "5 U.S. 137"),
    ("⟦Hall v. Pine, 2021 WL 1234 (D. Me. Jan. 3, 2021)⟧", "2021 WL 1234"),
    ("⟦Hall v. Pine, 576 US 644 (2015)⟧ was cited.", "576 U.S. 644"),
    ("They quote ⟦410 U.S., at 115⟧ twice.", None),
    ("⟦7 Mass. 12⟧", "7 Mass. 12"),
    ("The appeal in ⟦R v Smith⟧ failed.", None),
]


@pytest.mark.parametrize("with_casebook", [False, True])
@pytest.mark.parametrize(("marked", "value"), CASES)
def test_a_case_is_found_with_its_names(
    marked: str, value: str | None, *, with_casebook: bool
) -> None:
    text, spans = unmark(marked)
    (citation,) = find_cases(text, with_casebook=with_casebook)
    assert (citation.span,) == spans
    assert citation.kind is CitationKind.CASE
    assert _value(citation) == value


NONE = [
    "Rovers v. United ended 2-1.",
    "Pages 3 to 5 of volume 7.",
    "The crash on U.S. 50 killed two.",
    "Room S. 5 is upstairs.",
    "He paid 20 U.S. 50 times.",
    "In 2021 US 300 troops left.",
    "It fell to 20 F. 3 people froze.",
    "He won 5 Mass. 10 seats.",
    "About 1,410 U.S. 113 soldiers",
    "It cost $20 U.S. 50 years ago.",
    "The sample held 12 Pa. 5 of them broke.",
    "Born on 7 Jan. 1984 in Rome.",
    "Seen at 5 St. 12 and 7 Ave. 9.",
    "In re Marlow it said nothing.",
]


@pytest.mark.parametrize("with_casebook", [False, True])
@pytest.mark.parametrize("text", NONE)
def test_a_road_a_sum_and_a_match_are_no_case(text: str, *, with_casebook: bool) -> None:
    assert find_cases(text, with_casebook=with_casebook) == ()


@pytest.mark.parametrize(
    "marked",
    [
        "The judges cited ⟦Doe v. Wader⟧. See also the other ruling.",
        "The court decided ⟦Doe v. St. Roch Dept. Stores⟧. It said so.",
        "The ruling in ⟦Doe v. J. Roe⟧, he said.",
    ],
)
def test_the_point_that_ends_a_sentence_ends_the_names(marked: str) -> None:
    text, spans = unmark(marked)
    assert tuple(found.span for found in find_cases(text)) == spans


def test_a_reporter_after_other_words_has_no_names() -> None:
    text = "In Doe v. Roe the court ruled otherwise than in 21 F.3d 55."
    assert [found.span.of(text) for found in find_cases(text)] == ["21 F.3d 55", "Doe v. Roe"]


def test_the_parts_of_a_case_are_fields_and_stand_in_the_text() -> None:
    text = "🙂 As in Hall v. Acme Tools, Inc., 576 F.3d 123, 130 n.2 (9th Cir. 2009)."
    (citation,) = find_cases(text)
    assert [(name, span.of(text)) for name, span in citation.fields] == [
        ("parties", "Hall v. Acme Tools, Inc."),
        ("volume", "576"),
        ("reporter", "F.3d"),
        ("page", "123"),
        ("court", "9th Cir."),
        ("date", "2009"),
    ]


def test_a_case_in_two_reporters_is_cited_in_each() -> None:
    text = "See Hall v. Pine, 531 U.S. 98, 121 S. Ct. 525 (2000) and 2 U.S. 3, 4-5 (3 Mass. 33)."
    assert [(found.span.of(text), _value(found)) for found in find_cases(text)] == [
        ("Hall v. Pine, 531 U.S. 98", "531 U.S. 98"),
        ("121 S. Ct. 525 (2000)", "121 S. Ct. 525"),
        ("2 U.S. 3, 4-5", "2 U.S. 3"),
        ("3 Mass. 33", "3 Mass. 33"),
    ]


ONLY_EYECITE = [
    ("It cites 🙂 ⟦Hall v. Pine, 12 Neb. App. 64 (2004)⟧.", "12 Neb. Ct. App. 64", "12", "64"),
    ("Under ⟦2007-NMCERT-008⟧ it stands.", "2007-NMCERT-008", "2007", "008"),
    ("The tax court did in ⟦T.C. Memo. 2019-233⟧ too.", "T.C. Memo. 2019-233", "2019", "233"),
    ("Read ⟦31 Ohio C. C. 270⟧\nand stop.", "31 Ohio C.C. 270", "31", "270"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "value", "volume", "page"), ONLY_EYECITE)
def test_other_reporters_are_known_with_eyecite_alone(
    marked: str, value: str, volume: str, page: str
) -> None:
    text, spans = unmark(marked)
    assert may_need_casebook(text)
    assert all(found.identifier is None for found in find_cases(text))
    (citation,) = find_cases(text, with_casebook=True)
    fields = {name: span.of(text) for name, span in citation.fields}
    assert (citation.span,) == spans
    assert (_value(citation), fields["volume"], fields["page"]) == (value, volume, page)


def test_several_places_in_one_stretch_are_read_together_and_far_ones_apart() -> None:
    cases = ["12 Neb. App. 64 (2004)", "13 Neb. App. 65 (2005)", "14 Neb. App. 66 (2006)"]
    text = f"{cases[0]}; Id. at 5; {cases[1]}; {'and so on ' * 20}{cases[2]} {'and so on ' * 20}"
    assert [found.span.of(text) for found in find_cases(text, with_casebook=True)] == cases


def test_many_cases_in_one_line_are_all_found() -> None:
    text = "; ".join(f"Hall v. Pine, {number} Neb. App. 64 (2004)" for number in range(1, 90))
    found = find_cases(text, with_casebook=True)
    assert [each.span.of(text) for each in found] == text.split("; ")


def test_a_blank_page_has_no_normal_form() -> None:
    text = "Hall v. Pine, 12 Neb. App. ___ (2004)"
    (citation,) = find_cases(text, with_casebook=True)
    assert citation.span.of(text) == text
    assert citation.identifier is None


def test_eyecite_loads_only_where_an_unknown_reporter_may_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(casebook, "_reader", lambda: pytest.fail("it was asked"))
    for text in ("The port lost €2 m in 2020.", "Doe v. Roe, 410 U.S. 113 (1973)", *NONE[:5]):
        assert not may_need_casebook(text)
        find_cases(text, with_casebook=True)


def test_without_eyecite_nothing_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casebook, "find_spec", lambda name: None)
    assert find_cases("See 12 Neb. App. 64 (2004).", with_casebook=True) == ()


def test_a_text_that_eyecite_cannot_read_has_no_more_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(words: str) -> None:
        raise ValueError(words)

    monkeypatch.setattr(casebook, "_reader", lambda: fails)
    assert find_cases("See 12 Neb. App. 64 (2004).", with_casebook=True) == ()


REPORTERS = (
    "U.S.",
    "U. S.",
    "F.3d",
    "F. 3d",
    "F.Supp.2d",
    "S.Ct.",
    "N.E.2d",
    "N. Y. S. 2d",
    "So.2d",
)


@pytest.mark.parametrize("reporter", REPORTERS)
def test_the_normal_form_is_that_of_eyecite(reporter: str) -> None:
    text = f"12 {reporter} 345"
    (own,) = cited(text)
    (theirs,) = get_citations(text)
    assert own.value == theirs.corrected_citation()  # type: ignore[no-untyped-call]


PIECES = st.sampled_from(
    ["410 U.S. 113", "12 Neb. App. 64", "(1973)", "Doe v. Roe, ", "In re A.B. ", " ", "\n", "5 ",
     "U.S. ", "Id. at 5", "2007-NMCERT-008",
     "T.C. Memo. 2019-2", "(9th Cir. 2009)", "🙂", "\ud800", "; ",
     "No. 5", "9999 Mass. 1", "1 Cranch 1", "[92 Cal.Rptr.3d 784]", ", 4-5"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES | MARKUP, max_size=12).map("".join))
@example("1 How. 1 (9999)")
def test_eyecite_adds_cases_and_changes_none(text: str) -> None:
    without = find_cases(text)
    found = find_cases(text, with_casebook=True)
    assert {found.span.start for found in without if _value(found)} <= {
        each.span.start for each in found
    }
    for citation in found:
        assert 0 <= citation.span.start < citation.span.end <= len(text)
        for _, span in citation.fields:
            assert citation.span.start <= span.start < span.end <= citation.span.end
    if not may_need_casebook(text):
        assert found == without


def _value(citation: Citation) -> str | None:
    return citation.identifier.value if citation.identifier else None
