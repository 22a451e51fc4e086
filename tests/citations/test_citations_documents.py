"""Documents: standards by number or description, and sources named by what they are."""

import pytest

from factcheck.citations.documents import find_documents
from factcheck.model.citation import Citation
from factcheck.model.span import Span
from lined import lined
from marks import unmark


def _found(text: str) -> tuple[Citation, ...]:
    return find_documents(text, lined(text)[0])


DOCUMENTS = [
    ("Valves meet ⟦ISO 4126-1:2013⟧ now.", "standard"),
    ("符合⟦GB/T 12345-2018 《水表通用要求》⟧。", "standard"),
    ("- ⟦Water meters — national standard issued in 2016⟧. It was late.", "standard"),
    ("- ⟦Water meters (industry standard⟧).", "standard"),
    ("⟦A Harbour Trust web post⟧ noted it.", "post"),
    ("A B ⟦C D E F G H I J report⟧ came.", "report"),
    ("It drew on ⟦Spanish and Irish databases⟧.", "database"),
    ("It drew on ⟦three national Irish registries⟧.", "database"),
    ("They quote ⟦an Acme press release⟧.", "press-release"),
    ("⟦The 2021 report by the Audit Office⟧ was blunt.", "report"),
    ("⟦A press release issued by Siemens⟧ on Monday was blunt.", "press-release"),
    ("In ⟦his now-deleted post on Truth Social⟧ he denied it.", "post"),
    ("⟦Harbour Trust reports⟧ show it.", "report"),
    ("⟦Two Harbour Trust reports⟧, both old, show it.", "report"),
    ("They read a ⟦report from Oxfam Ireland⟧ first.", "report"),
]


@pytest.mark.parametrize(("marked", "kind"), DOCUMENTS)
def test_a_document_that_can_be_looked_up_is_found(marked: str, kind: str) -> None:
    text, spans = unmark(marked)
    (citation,) = _found(text)
    assert citation.span.of(text).removeprefix("a ") == spans[0].of(text)
    assert citation.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "She filed a report.",
        "A press release said so.",
        "Annual reports are dull.",
        "The Harbour Post reports rising prices.",
        "Prices rose, Harbour News reports.",
        "Police report that he left.",
        "The BS 5 bus is late.",
        "of database",
        "He got the best report card.",
        "and of the report",
    ],
)
def test_a_document_without_an_owner_is_none(text: str) -> None:
    assert _found(text) == ()


def test_the_issuer_of_a_report_and_the_date_of_a_standard_are_fields() -> None:
    text = "A report by the Audit Office was blunt.\n- Water meters — national standard of 2016"
    fields = [(name, span.of(text)) for citation in _found(text) for name, span in citation.fields]
    assert sorted(fields) == [
        ("author", "the Audit Office"),
        ("date", "2016"),
        ("title", "Water meters"),
    ]


ISSUERS = [
    ("A CAS web post noted it.", "CAS"),
    ("The Audit Office’s 2021 report was blunt.", "Audit Office"),
    ("They quote a leaked Pentagon memo.", "Pentagon"),
    ("A Port of Dover Chinese-language press release said so.", "Port of Dover"),
    ("They quote a British report.", None),
    ("The PubMed database lists it.", None),
    ("In a Facebook post he denied it.", None),
]


@pytest.mark.parametrize(("text", "issuer"), ISSUERS)
def test_whose_document_it_is_stands_before_it(text: str, issuer: str | None) -> None:
    (citation,) = _found(text)
    assert dict(citation.fields).get("author") == (
        None if issuer is None else Span(text.index(issuer), text.index(issuer) + len(issuer))
    )
