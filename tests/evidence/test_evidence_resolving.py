"""Resolving: what is asked about a reference, and how far each candidate agrees."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.answers import arxiv_works, crossref_works, openlibrary_works
from factcheck.evidence.resolving import candidates, questions
from factcheck.model.candidate import Candidate, Reference

CROSSREF = json.dumps(
    {"message": {"items": [
        {"DOI": "10.1/moss", "title": ["Limits of Growth in Moss"],
         "author": [{"given": "Eva", "family": "Lind"}, {"family": "Roy"}],
         "container-title": ["Journal of Bryology"],
         "published-print": {"date-parts": [[2019, 4]]}},
        {"DOI": "10.1/other", "title": ["Stones"], "publisher": "Quarry Press"},
    ]}}
)  # fmt: skip
ARXIV = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"
 xmlns:arxiv="http://arxiv.org/schemas/atom"><entry><id>http://arxiv.org/abs/1901.00001v2</id>
 <title>Limits of
  Growth in Moss</title><author><name>Eva Lind</name></author>
 <published>2019-01-02T00:00:00Z</published></entry>
 <entry><id>http://arxiv.org/api/errors#incorrect</id><title>Error</title></entry>
 <entry><title>No id</title></entry></feed>"""
BOOKS = json.dumps(
    {"docs": [
        {"key": "/works/OL1W", "title": "Limits of growth in moss", "author_name": ["Eva Lind"],
         "publisher": ["Quarry Press"], "first_publish_year": 2018, "isbn": ["9780000000001"]},
        {"key": "/works/OL2W", "title": "Limits of Growths in Mosses"},
    ]}
)  # fmt: skip
MOSS = Reference("Limits of Growth in Moss", ("Eva Lind",), "Journal of Bryology", "2019")


@pytest.mark.parametrize(
    ("reference", "services", "part"),
    [
        (Reference(scheme="doi", identifier="10.1/a b"), ["crossref"], "/works/10.1%2Fa%20b"),
        (Reference(scheme="arxiv", identifier="1901.1"), ["arxiv"], "id_list=1901.1"),
        (Reference(scheme="isbn", identifier="978"), ["openlibrary"], "isbn=978"),
        (MOSS, ["crossref", "arxiv"], "query.bibliographic=Limits+of+Growth+in+Moss"),
        (Reference("A: Title"), ["crossref", "arxiv", "openlibrary"], "rows=3"),
        (Reference(), [], ""),
    ],
)
def test_a_registry_is_asked_for_what_it_knows(
    reference: Reference, services: list[str], part: str
) -> None:
    asked = list(questions(reference))
    assert [question.service for question in asked] == services
    assert not part or part in asked[0].link


def test_candidates_come_with_what_differs_the_likeliest_first() -> None:
    found = candidates(MOSS, [("crossref", CROSSREF), ("arxiv", ARXIV), ("openlibrary", BOOKS)])
    assert [(work.identifier, work.verdict) for work in found] == [
        ("doi:10.1/moss", "match"),
        ("arXiv:1901.00001v2", "differs"),
        ("ISBN 9780000000001", "differs"),
        ("/works/OL2W", "near"),
    ]
    assert found[0].authors == ("Eva Lind", "Roy")
    assert found[1].differing == (("container", "Journal of Bryology", "arXiv"),)
    assert found[2].differing == (("container", "Journal of Bryology", "Quarry Press"),)
    assert found[3].differing[0] == (
        "title", "Limits of Growth in Moss", "Limits of Growths in Mosses",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reference", "fields"),
    [
        (Reference("Limits of growth in moss", year="2018"), []),
        (Reference("Limits of growth in moss", year="2014"), ["year"]),
        (Reference("Limits of growth in moss", authors=("Lind, Eva",)), []),
        (Reference("Limits of growth in moss", authors=("Tomas Weil", "")), ["author"]),
        (Reference("Another work", scheme="doi", identifier="10.1/moss"), ["title"]),
    ],
)
def test_the_fields_that_differ_are_named(reference: Reference, fields: list[str]) -> None:
    found = candidates(reference, [("crossref", CROSSREF)])[0]
    assert [name for name, _, _ in found.differing] == fields


def test_a_single_work_is_read_as_a_list_of_one() -> None:
    answer = json.dumps(
        {"message": {"DOI": "10.1/x", "title": "One", "issued": {"date-parts": [[None]]}}}
    )
    assert list(crossref_works(answer)) == [
        Candidate("crossref", "doi:10.1/x", "https://doi.org/10.1/x", "One", (), "", "")
    ]


@pytest.mark.parametrize("read", [crossref_works, openlibrary_works, arxiv_works])
@pytest.mark.parametrize(
    "answer",
    ["", "null", "[]", "{", '{"message": []}', '{"docs": {"a": 1}}', "<feed>", "<a/>", "[" * 99_999,
     '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
)  # fmt: skip
def test_an_answer_in_other_words_holds_no_works(read, answer: str) -> None:  # type: ignore[no-untyped-def]
    assert list(read(answer)) == []


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda c: (
            st.lists(c, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "message",
                        "items",
                        "DOI",
                        "title",
                        "author",
                        "issued",
                        "date-parts",
                        "docs",
                        "isbn",
                    ]
                ),
                c,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_no_answer_breaks_the_reading(value: object) -> None:
    answer = json.dumps(value)
    assert isinstance(list(crossref_works(answer)) + list(openlibrary_works(answer)), list)
