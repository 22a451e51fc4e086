from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.citation import Citation, CitationKind, citation_id
from factcheck.model.claim import Claim, claim_id
from factcheck.model.document import Document, document_id
from factcheck.model.finding import Finding, finding_id
from factcheck.model.flag import FLAG_KEYS, Flag, flag_for
from factcheck.model.span import Span
from factcheck.model.verdict import DEFAULT_SCALE

ANY_TEXT = st.text(st.characters(exclude_categories=()))
TEXT = "The fund was frozen in May."
DOCUMENT = "d1:63d10bb2e52ac0b3b1f40cbbbf2a9db0"


def test_ids_are_the_same_on_every_machine_and_in_every_release() -> None:
    assert document_id("") == "d1:e3b0c44298fc1c149afbf4c8996fb924"
    assert document_id(TEXT) == "d1:e043dd998e6d73c948e0ae7577c4c891"
    assert document_id("港口 🙂\ud800") == "d1:cba78932c102f0b34ddc672c683d76d7"
    assert (
        claim_id(DOCUMENT, (Span(0, 8), Span(20, 26)), "The fund é 🙂 \ud800")
        == "c1:dfddb9e8777d4f1ddc88483c"
    )
    assert (
        citation_id(DOCUMENT, Citation(CitationKind.LAW, Span(4, 9)))
        == "r1:c5369919441e30e781d28965"
    )
    assert (
        finding_id(DOCUMENT, Finding("rhetoric.loaded", Span(4, 9), "why"))
        == "f1:4c7a86b5d8182ecfb7478f60"
    )


def test_the_id_of_a_document_is_that_of_its_text_alone() -> None:
    assert Document(TEXT, "a", "b").id == Document(TEXT, "c", "d").id == document_id(TEXT)


@given(ANY_TEXT, ANY_TEXT)
def test_texts_share_an_id_only_when_they_are_the_same(one: str, other: str) -> None:
    assert (document_id(one) == document_id(other)) is (one == other)
    assert (claim_id("d", (), one) == claim_id("d", (), other)) is (one == other)


def test_document_spans_and_wording_decide_the_id_of_a_claim() -> None:
    ids = {
        claim_id("d1:a", (Span(0, 1),), "x"),
        claim_id("d1:b", (Span(0, 1),), "x"),
        claim_id("d1:a", (Span(0, 2),), "x"),
        claim_id("d1:a", (Span(0, 1), Span(1, 2)), "x"),
        claim_id("d1:a", (Span(0, 1),), "y"),
    }
    assert len(ids) == 5


def test_place_and_rule_or_kind_decide_the_ids_of_findings_and_citations() -> None:
    findings = {
        finding_id(document, Finding(rule, span, "why"))
        for document in ("d1:a", "d1:b")
        for rule in ("rhetoric.loaded", "rhetoric.hedge")
        for span in (Span(0, 1), Span(0, 11), Span(1, 11))
    }
    citations = {
        citation_id(document, Citation(kind, span))
        for document in ("d1:a", "d1:b")
        for kind in CitationKind
        for span in (Span(0, 1), Span(0, 11), Span(1, 11))
    }
    assert len(findings) == 2 * 2 * 3
    assert len(citations) == 2 * len(CitationKind) * 3
    same = Finding("rhetoric.loaded", Span(0, 1), "another message", strength=0.9, claims=(1,))
    assert finding_id("d1:a", same) in findings


def test_a_claim_starts_where_its_first_span_starts() -> None:
    assert Claim("x", (Span(7, 9), Span(12, 13))).start == 7


def test_every_flag_has_one_key() -> None:
    assert sorted(FLAG_KEYS.values()) == sorted(Flag)
    assert all(len(key) == 1 for key in FLAG_KEYS)


def test_confirming_a_finding_sets_the_flag_of_its_family() -> None:
    assert flag_for("rhetoric.loaded") is Flag.RHETORICAL
    assert flag_for("unsupported.statistic") is Flag.UNSUPPORTED
    assert flag_for("rhetorical") is Flag.UNSUPPORTED


def test_the_default_scale_has_one_name_and_one_key_for_each_verdict() -> None:
    assert [one.key for one in DEFAULT_SCALE] == ["1", "2", "3", "4", "5", "6"]
    assert len({one.verdict for one in DEFAULT_SCALE}) == 6
    assert {one.needs for one in DEFAULT_SCALE} == {"", "any", "supports", "refutes"}
    ratings = [one.rating for one in DEFAULT_SCALE]
    assert ratings == [5, 4, 2, 1, None, None]
