"""Identifiers and links: what is found, where it ends, and its normal form."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.citations import find_identifiers
from marks import unmark

FOUND = [
    ("The data (⟦10.1234/Abc.Def-9⟧) are open.", "doi", "10.1234/abc.def-9"),
    ("数据见⟦10.1234/abc⟧。", "doi", "10.1234/abc"),
    ("See doi:⟦10.1234/a(b)c⟧).", "doi", "10.1234/a(b)c"),
    ("⟦https://doi.org/10.5555/XYZ⟧.", "doi", "10.5555/xyz"),
    ("as in ⟦arXiv:2301.01234v2⟧, which", "arxiv", "arXiv:2301.01234v2"),
    ("⟦arXiv:hep-th/0301123⟧", "arxiv", "arXiv:hep-th/0301123"),
    ("the note ⟦math.AG/0301123v3⟧ says", "arxiv", "arXiv:math/0301123v3"),
    ("⟦https://arxiv.org/abs/2301.01234⟧ holds", "arxiv", "arXiv:2301.01234"),
    ("⟦ISBN 0-306-40615-2⟧", "isbn", "9780306406157"),
    ("⟦ISBN: 0-8044-2957-X⟧", "isbn", "9780804429573"),
    ("⟦978-0-306-40615-7⟧", "isbn", "9780306406157"),
    ("⟦PMID: 1234567⟧", "pmid", "1234567"),
    ("⟦PMC1234567⟧", "pmcid", "PMC1234567"),
    ("⟦https://pubmed.ncbi.nlm.nih.gov/1234567/⟧", "pmid", "1234567"),
    ("(see ⟦https://example.org/a_(b)⟧)", "url", "https://example.org/a_(b)"),
    ("请看⟦http://example.org/x⟧，谢谢", "url", "http://example.org/x"),
    ("as ⟦doi.org/10.1000/Ab1⟧ says.", "doi", "10.1000/ab1"),
    ("⟦https://doi.org/10.1000/182?via=ihub⟧", "doi", "10.1000/182"),
    ("⟦https://doi.org/10.1000%2F182⟧", "doi", "10.1000/182"),
    ("⟦https://doi.org/doi:10.1000/182⟧", "doi", "10.1000/182"),
    (
        "(⟦10.1002/(SICI)15(1998)46:4/5<49::AID-P4>3.0.CO;2-P⟧)",
        "doi",
        "10.1002/(sici)15(1998)46:4/5<49::aid-p4>3.0.co;2-p",
    ),
    (
        "⟦https://doi.org/10.1002/(SICI)15(1998)46:4<49::AID-P4>3.0.CO;2-P⟧.",
        "doi",
        "10.1002/(sici)15(1998)46:4<49::aid-p4>3.0.co;2-p",
    ),
    ("⟦https://doi.org/10.1002/15%3C49::AID%3E3.0.CO;2-P⟧", "doi", "10.1002/15<49::aid>3.0.co;2-p"),
    ("at ⟦arxiv.org/abs/2301.01234⟧,", "arxiv", "arXiv:2301.01234"),
    ("⟦https://export.arxiv.org/html/2301.01234v2⟧", "arxiv", "arXiv:2301.01234v2"),
    ("⟦arXiv 2301.01234⟧", "arxiv", "arXiv:2301.01234"),
    ("⟦hep-lat/9901001⟧ and", "arxiv", "arXiv:hep-lat/9901001"),
    ("⟦hep-th/1601.07616⟧ and", "arxiv", "arXiv:1601.07616"),
    ("⟦cond-mat.mes-hall/0309136⟧ and", "arxiv", "arXiv:cond-mat/0309136"),
    ("⟦ISBN 978‑0‑306‑40615‑7⟧", "isbn", "9780306406157"),
    ("⟦ISBN：978-0-306-40615-7⟧", "isbn", "9780306406157"),
    ("⟦PubMed ID: 1234567⟧", "pmid", "1234567"),
    ("⟦pubmed.ncbi.nlm.nih.gov/1234567⟧", "pmid", "1234567"),
    ("⟦https://pmc.ncbi.nlm.nih.gov/articles/pmc1234567/⟧", "pmcid", "PMC1234567"),
    ("⟦https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/?x=1⟧", "pmcid", "PMC1234567"),
    ("(⟦hdl.handle.net/10013/epic.1⟧)", "handle", "10013/epic.1"),
    ("“⟦https://example.org/?q=1⟧!”", "url", "https://example.org/?q=1"),
]


@pytest.mark.parametrize(("marked", "scheme", "value"), FOUND)
def test_an_identifier_is_found_with_its_normal_form(marked: str, scheme: str, value: str) -> None:
    text, spans = unmark(marked)
    (citation,) = find_identifiers(text)
    assert (citation.span,) == spans
    assert citation.identifier is not None
    assert (citation.identifier.scheme, citation.identifier.value) == (scheme, value)


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 978-0-306-40615-8",
        "ISBN 0-306-40615-3",
        "ISBN 97803064061X7 ",
        "ISBN 03064061521",
        "0306406152 alone",
        "version 110.1234/abc",
        "http://",
        "http://...",
        "see arxiv.org/list/cs and doi.org/about",
        "PubMed 35 million",
        "2011ApJS…192K ended",
        "rose 10.1234 points",
    ],
)
def test_what_only_looks_like_an_identifier_is_none(text: str) -> None:
    assert find_identifiers(text) == ()


def test_an_identifier_inside_a_link_is_the_links() -> None:
    (citation,) = find_identifiers("https://example.org/10.1234/abc")
    assert citation.identifier is not None
    assert citation.identifier.scheme == "url"


def test_identifiers_of_all_kinds_are_in_reading_order() -> None:
    text = "PMID: 1234567, http://a.example/b, 10.1234/x and ISBN 0-306-40615-2"
    schemes = [found.identifier.scheme for found in find_identifiers(text) if found.identifier]
    assert schemes == ["pmid", "url", "doi", "isbn"]


@given(st.text(alphabet="htps:/.10()[]abISBNXPMC-9 \n，"))
def test_identifiers_are_ordered_and_do_not_overlap(text: str) -> None:
    spans = [citation.span for citation in find_identifiers(text)]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("marked", "scheme", "value"),
    [
        ("See ⟦hdl:10013/epic.10033⟧.", "handle", "10013/epic.10033"),
        ("⟦https://hdl.handle.net/10013/Epic.33⟧", "handle", "10013/Epic.33"),
        ("in ⟦ISSN 0378-5955⟧, 2001-2003", "issn", "0378-5955"),
        ("⟦2434-561x⟧", "issn", "2434-561X"),
        ("⟦ads:2011ApJS..192...18K⟧", "ads", "2011ApJS..192...18K"),
        ("⟦1992ApJ…400L…1W⟧ found", "ads", "1992ApJ...400L...1W"),
        ("⟦https://adsabs.harvard.edu/abs/2011ApJS..192...18K⟧", "ads", "2011ApJS..192...18K"),
        ("⟦https://orcid.org/0000-0002-1825-009x⟧", "orcid", "0000-0002-1825-009X"),
        ("⟦ORCID: 0000-0002-1825-0097⟧", "orcid", "0000-0002-1825-0097"),
        ("⟦urn:nbn:de:101:1-201102033592⟧,", "urn", "urn:nbn:de:101:1-201102033592"),
    ],
)  # fmt: skip
def test_registries_of_libraries_and_sciences_are_known(
    marked: str, scheme: str, value: str
) -> None:
    text, spans = unmark(marked)
    found = [c for c in find_identifiers(text) if c.identifier and c.identifier.scheme == scheme]
    assert [(c.span, c.identifier and c.identifier.value) for c in found] == [(spans[0], value)]


@pytest.mark.parametrize(
    "text",
    [
        "from 1996-1999 on",
        "call 0378-5956 now",
        "2011 was better than 2012",
        "urn:isbn:x",
        "hdl: no",
    ],
)
def test_years_and_numbers_with_a_wrong_check_digit_are_no_identifiers(text: str) -> None:
    assert find_identifiers(text) == ()


def test_one_identifier_is_found_once() -> None:
    text = "arXiv:2301.12345 and 2011ApJS..192...18K, ISSN 0378-5955, PMID: 12345678"
    assert len(find_identifiers(text)) == 4
