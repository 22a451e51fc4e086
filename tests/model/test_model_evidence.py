import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import EvidenceGateError, FactcheckError, InputError, StoreError, UsageError
from factcheck.model.evidence import (
    Evidence,
    EvidenceKind,
    Primacy,
    Stance,
    evidence_from,
    is_web_link,
)
from hostile_texts import HOSTILE


@pytest.mark.parametrize(
    ("typed", "kind", "source"),
    [
        ("https://a.example/x?y=1#z", EvidenceKind.LINK, "https://a.example/x?y=1#z"),
        ("  HTTP://A.example ", EvidenceKind.LINK, "HTTP://A.example"),
        ("http://[::1]:8080/x", EvidenceKind.LINK, "http://[::1]:8080/x"),
        ("https://例子.example/中", EvidenceKind.LINK, "https://例子.example/中"),
        ("10.1000/182", EvidenceKind.DOI, "10.1000/182"),
        ("doi:10.1000/182", EvidenceKind.DOI, "doi:10.1000/182"),
        ("DOI:10.1000/182", EvidenceKind.DOI, "DOI:10.1000/182"),
        ("10.pdf", EvidenceKind.FILE, "10.pdf"),
        ("minutes 2025.pdf", EvidenceKind.FILE, "minutes 2025.pdf"),
        ("C:\\court\\file.pdf", EvidenceKind.FILE, "C:\\court\\file.pdf"),
        ("Roy v. Port: judgment.pdf", EvidenceKind.FILE, "Roy v. Port: judgment.pdf"),
        (":x", EvidenceKind.FILE, ":x"),
        ("Searched: court register", EvidenceKind.SEARCH, "court register"),
        ("searched:a: b", EvidenceKind.SEARCH, "a: b"),
    ],
)
def test_the_kind_of_evidence_is_told_from_its_form(
    typed: str, kind: EvidenceKind, source: str
) -> None:
    assert evidence_from(typed, Stance.CONTEXT) == Evidence(kind, source, Stance.CONTEXT)


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "JavaScript://a.example/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example/x",
        "mailto:a@b.example",
        "https:a.example",
        "https://",
        "http:///x",
        "http://user@a.example/",
        "http://user:secret@a.example/",
        "https://@a.example/",
        "https://bank.example\\@thief.example/",
        "https://bank.example\\.thief.example/",
        "https://a.example/a b",
        "https://a.example/\tb",
        "https://a.example/\x1b[2J",
        "https://a.example/\u202egpj",
        "https://a.example/\ud800",
        "http://[::1",
        "http://::1]/",
        "http://a]b/",
    ],
)
def test_a_link_that_could_mislead_is_refused(typed: str) -> None:
    assert not is_web_link(typed)
    with pytest.raises(UsageError, match="no link that can be used") as caught:
        evidence_from(typed, Stance.SUPPORTS)
    assert "https://" in caught.value.hint


def test_an_at_sign_behind_the_host_is_no_user() -> None:
    assert is_web_link("https://a.example/@desk?mail=a@b.example#@")


@pytest.mark.parametrize("typed", ["", "  \n", "searched:", " Searched:  ", "doi:", "DOI: "])
def test_evidence_without_a_source_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="the evidence has no source"):
        evidence_from(typed, Stance.CONTEXT)


@pytest.mark.parametrize("stance", [Stance.SUPPORTS, Stance.REFUTES])
def test_a_search_that_found_nothing_proves_nothing(stance: Stance) -> None:
    with pytest.raises(UsageError, match="neither supports nor refutes") as caught:
        evidence_from("searched: the court register", stance)
    assert caught.value.hint == "give it the stance `context`"


def test_details_are_kept() -> None:
    evidence = evidence_from(
        "a.pdf",
        Stance.REFUTES,
        title="A",
        quote="q",
        locator="p. 4",
        note="n",
        primacy=Primacy.PRIMARY,
    )
    assert evidence == Evidence(
        EvidenceKind.FILE, "a.pdf", Stance.REFUTES, "A", "q", "p. 4", "n", Primacy.PRIMARY
    )


@given(HOSTILE | HOSTILE.map("https://{}".format) | HOSTILE.map("http://a.example/{}".format))
def test_whatever_is_typed_is_evidence_or_a_usage_error(typed: str) -> None:
    try:
        evidence = evidence_from(typed, Stance.CONTEXT)
    except UsageError as error:
        got: Evidence | UsageError = error
    else:
        got = evidence
    if isinstance(got, Evidence) and got.kind is EvidenceKind.LINK:
        assert got.source.lower().startswith(("http://", "https://"))
        assert got.source.isprintable()
    else:
        assert isinstance(got, UsageError) or got.source.strip()


@given(st.sampled_from([InputError, UsageError, StoreError, EvidenceGateError]), HOSTILE, HOSTILE)
def test_every_error_says_what_happened_and_what_to_try(
    kind: type[FactcheckError], message: str, hint: str
) -> None:
    error = kind(message, hint=hint)
    assert isinstance(error, FactcheckError)
    assert (str(error), error.message, error.hint) == (message, message, hint)
