"""Publications: entries of lists, lines of references, and works named in running text."""

import pytest

from factcheck.citations.publications import find_publications
from factcheck.model.citation import Citation, CitationKind
from lined import lined
from marks import unmark


def _found(text: str) -> tuple[Citation, ...]:
    return find_publications(text, lined(text)[0])


ENTRIES = [
    (
        "- ⟦Why Rivers Bend: A Short History, Journal of Streams 12 (2019)⟧.",
        {
            "title": "Why Rivers Bend: A Short History",
            "container": "Journal of Streams",
            "volume": "12",
            "date": "2019",
        },
    ),
    (
        "- ⟦Of Rivers, A Special Issue], Journal of Streams (2019)⟧.",
        {"title": "Of Rivers, A Special Issue", "container": "Journal of Streams", "date": "2019"},
    ),
    (
        "- ⟦Is Sleep Enough? Sleep and School, preprint (2020)⟧",
        {
            "title": "Is Sleep Enough? Sleep and School",
            "container": "preprint",
            "date": "2020",
        },
    ),
    (
        "- ⟦Of Mice, Men and Maize, Proceedings of the 9th Crop Conference (2011)⟧. It was noted.",
        {
            "title": "Of Mice, Men and Maize",
            "container": "Proceedings of the 9th Crop Conference",
            "date": "2011",
        },
    ),
    (
        "[3] ⟦Roy, I., & Marsh, T. (2011). The port and its people. Harbour Studies, 4, 1–20.⟧",
        {
            "volume": "4",
            "pages": "1–20",
            "author": "Roy, I., & Marsh, T.",
            "date": "2011",
            "title": "The port and its people",
            "container": "Harbour Studies",
        },
    ),
    (
        "[^a]: ⟦Roy, I. (2011). The port and its people. *Harbour Studies*, 4(2).⟧",
        {
            "author": "Roy, I.",
            "date": "2011",
            "title": "The port and its people",
            "container": "Harbour Studies",
        },
    ),
    (
        "⟦Roy, I. (2011). The port and its people. Harbour Studies, 4, 1–20.⟧",
        {
            "volume": "4",
            "pages": "1–20",
            "author": "Roy, I.",
            "date": "2011",
            "title": "The port and its people",
            "container": "Harbour Studies",
        },
    ),
    (
        "- ⟦Roy, Ines. “The Port at Night.” Harbour Review 4.2 (2010): 1–10.⟧",
        {
            "volume": "4.2",
            "pages": "1–10",
            "author": "Roy, Ines",
            "title": "The Port at Night.",
            "container": "Harbour Review",
            "date": "2010",
        },
    ),
    (
        "- ⟦“The Port at Night,” Harbour Review, 2010⟧",
        {
            "title": "The Port at Night",
            "container": "Harbour Review",
            "date": "2010",
        },
    ),
]


@pytest.mark.parametrize(("marked", "fields"), ENTRIES)
def test_an_entry_is_found_whole_with_its_fields(marked: str, fields: dict[str, str]) -> None:
    text, spans = unmark(marked)
    (citation,) = _found(text)
    assert (citation.span,) == spans
    assert citation.kind is CitationKind.PUBLICATION
    assert {name: span.of(text).rstrip(".") for name, span in citation.fields} == {
        name: value.rstrip(".") for name, value in fields.items()
    }


PROSE = [
    ("They wrote a paper titled ⟦“Bees at Dusk”⟧ on it.", "publication"),
    ("Its report, ⟦“Bees at Risk”⟧, came out.", "report"),
    ("The ⟦study was published in the journal Bee World⟧ in May.", "publication"),
    ("They cite a ⟦paper by Ines Roy in 2011⟧.", "publication"),
    ("It lowers yields ⟦(Roy et al., 2019)⟧.", "publication"),
    ("⟦Roy and Marsh (2019)⟧ disagree.", "publication"),
    ("Her book, ⟦“Bees at Dusk” (Ash Books, 2018)⟧, sold.", "publication"),
    ("他写了⟦《城市交通拥堵问题研究》⟧一书。", "publication"),
]


def test_each_of_several_works_in_one_pair_of_brackets_is_found() -> None:
    text = "Others agree (Kahn, 2011; Thal & Sunder, 2008; Roy et al., 2019)."
    found = [citation.span.of(text) for citation in _found(text)]
    assert found == ["Kahn, 2011", "Thal & Sunder, 2008", "Roy et al., 2019"]


@pytest.mark.parametrize(("marked", "kind"), PROSE)
def test_a_work_named_in_prose_is_found(marked: str, kind: str) -> None:
    text, spans = unmark(marked)
    (citation,) = _found(text)
    assert (citation.span,) == spans
    assert citation.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "- The mayor, Berlin (2019).",
        "- Word, Journal of Streams (2019).",
        "- “Never again,” she said, in 2010 and 2011.",
        "In Doe v. Roe, 410 U.S. 113 (1973). The court held so. Others did not.",
        "Sales fell (March 2020).",
        "He said “Bees at Dusk” twice.",
        "《人民日报》《中华人民共和国数据安全法》",
        "\n\n",
        "- \n",
    ],
)
def test_a_line_with_a_year_or_marks_is_no_publication(text: str) -> None:
    assert _found(text) == ()
