"""ClaimReview, Web Annotation, AVeriTeC, FEVER: valid, and true to what is known."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from factcheck.export.claimreview import Publication, claimreview
from factcheck.export.datasets import averitec, fever
from factcheck.export.options import Options, chosen
from factcheck.export.webannotation import webannotation
from factcheck.model.records import AttributionRecord, ClaimRecord
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.model.verdict import DEFAULT_SCALE
from hostile_texts import HOSTILE
from report_samples import CLAIM, DOI, FILE, FULL, LINK, REFUTED, REPORT, SEARCH, swapped
from validators import validator

PLACE = Publication(
    url="https://desk.example/checks/12",
    publisher="Example Desk",
    publisher_url="https://desk.example",
    claimant="Example News",
    article_url="https://news.example/harbour",
    article_date="2026-02-27",
)
SCALE = tuple(one.verdict for one in DEFAULT_SCALE)


def judged(verdict: str, **changes: Any) -> ClaimRecord:
    assessment = replace(REFUTED, verdict=verdict)
    decided = replace(CLAIM, verdict=verdict, status="decided", assessments=(assessment,))
    return replace(decided, **changes)


def all_verdicts() -> Report:
    claims = (replace(judged(one), number=i) for i, one in enumerate(SCALE, 1))
    return replace(REPORT, claims=tuple(claims))


def reviews(report: Report, place: Publication = PLACE) -> list[dict[str, Any]]:
    graph = json.loads("\n".join(claimreview(report, place)))["@graph"]
    assert graph[0]["@type"] == "DefinedTermSet"
    return graph[1:]  # type: ignore[no-any-return]


def test_each_rating_has_its_number_and_unproven_has_none() -> None:
    found = reviews(all_verdicts())
    ratings = {one["url"]: one["reviewRating"] for one in found}
    assert [(one.get("ratingValue"), one["alternateName"]) for one in ratings.values()] == [
        (5, "True"), (4, "Mostly true"), (2, "Misleading"), (1, "False"), (None, "Unproven"),
    ]  # fmt: skip
    assert "bestRating" not in ratings["https://desk.example/checks/12#claim-5"]
    assert not any(url.endswith("#claim-6") for url in ratings)


def test_claims_without_a_verdict_get_no_review() -> None:
    claims = (CLAIM, replace(CLAIM, status="disagreement"), judged("of another scale"))
    assert reviews(replace(REPORT, claims=claims)) == []


def test_the_scale_is_published_with_the_reviews() -> None:
    graph = json.loads("\n".join(claimreview(all_verdicts(), PLACE)))["@graph"]
    terms = {one["name"]: one.get("termCode") for one in graph[0]["hasDefinedTerm"]}
    assert terms == {
        "True": "5", "Mostly true": "4", "Misleading": "2", "False": "1", "Unproven": None,
    }  # fmt: skip


def test_who_claimed_it_is_named_with_where_and_when() -> None:
    said = judged("refuted", attribution=AttributionRecord(True, "Ines\n Roy", "said"))
    unnamed = judged("refuted", attribution=AttributionRecord(False, "critics", "say"))
    found = reviews(replace(REPORT, claims=(said, unnamed, judged("refuted"))))
    claimed = [one["itemReviewed"] for one in found]
    names = [one["author"]["name"] for one in claimed]
    assert names == ["Ines Roy", "Example News", "Example News"]
    assert {one["datePublished"] for one in claimed} == {"2026-02-27"}
    assert {one["appearance"]["url"] for one in claimed} == {"https://news.example/harbour"}


def test_what_is_not_known_is_left_out() -> None:
    place = Publication(url="https://desk.example/1", publisher="Example Desk")
    found = reviews(replace(REPORT, claims=(judged("refuted"),)), place)[0]
    assert found["itemReviewed"].keys() == {"@type", "appearance"}
    assert "url" not in found["itemReviewed"]["appearance"]
    assert "citation" not in found
    assert "url" not in found["author"]
    bare = judged("refuted", assessments=())
    rating = reviews(replace(REPORT, claims=(bare,)))[0]["reviewRating"]
    assert "ratingExplanation" not in rating


def test_nobody_reviews_a_claim_of_their_own() -> None:
    own = judged("refuted", attribution=AttributionRecord(True, "EXAMPLE desk", "said"))
    assert reviews(replace(REPORT, claims=(own,))) == []


def test_sources_are_cited_once_each_and_only_those_with_an_address() -> None:
    claim = judged("refuted", evidence=(LINK, LINK, DOI, FILE, SEARCH))
    found = reviews(replace(REPORT, claims=(claim,)))[0]
    assert found["citation"] == [LINK.source, "https://doi.org/10.1000/182%233"]


CLAIMREVIEW = validator("claimreview")
# From the documentation of Google's Fact Check, "ClaimReview with a single claim".
FLAT = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://example.com/news/science/worldisflat.html",
    "claimReviewed": "The world is flat",
    "itemReviewed": {
        "@type": "Claim",
        "author": {
            "@type": "Organization",
            "name": "Square World Society",
            "sameAs": "https://example.flatworlders.com/we-know-that-the-world-is-flat",
        },
        "datePublished": "2016-06-20",
        "appearance": {
            "@type": "OpinionNewsArticle",
            "url": "https://example.com/news/a122121",
            "headline": "Square Earth - Flat earthers for the Internet age",
            "datePublished": "2016-06-22",
        },
    },
    "author": {"@type": "Organization", "name": "Example.com science watch"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "1",
        "bestRating": "5",
        "worstRating": "1",
        "alternateName": "False",
    },
}


def test_the_example_of_the_documentation_and_every_review_of_ours_are_valid() -> None:
    CLAIMREVIEW.validate(FLAT)
    for one in reviews(replace(FULL, claims=(*FULL.claims, *all_verdicts().claims))):
        CLAIMREVIEW.validate(one)


@pytest.mark.parametrize(
    "change",
    [
        {"url": ""},
        {"url": "javascript:alert(1)"},
        {"claimReviewed": ""},
        {"reviewRating": {"@type": "Rating", "ratingValue": 1}},
        {"reviewRating": {"@type": "Rating", "ratingValue": 3, "alternateName": "Unproven"}},
        {"author": {"name": "Example Desk"}},
        {"itemReviewed": {"@type": "Person"}},
        {"rating": 5},
    ],
)
def test_broken_reviews_are_refused(change: dict[str, Any]) -> None:
    assert not CLAIMREVIEW.is_valid({**FLAT, **change})


@given(HOSTILE)
@settings(max_examples=60)
def test_no_text_leaves_its_place_in_a_review(text: str) -> None:
    report = swapped(FULL, lambda _: text)
    written = "\n".join(claimreview(replace(report, scale=DEFAULT_SCALE), PLACE))
    assert "<" not in written
    assert all(
        one["claimReviewed"] == text for one in reviews(replace(report, scale=DEFAULT_SCALE))
    )


ANNOTATION = validator("webannotation")
TEXT = "Das Café 🙂 schloss. The fund was frozen in May. Then it was not."
FROZEN = Span(TEXT.index("The fund"), TEXT.index(" Then"))
# The examples of the recommendation for the two selectors.
W3C_QUOTE = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://example.org/anno23",
    "type": "Annotation",
    "body": "http://example.org/comment1",
    "target": {
        "source": "http://example.org/page1",
        "selector": {
            "type": "TextQuoteSelector",
            "exact": "anotation",
            "prefix": "this is an ",
            "suffix": " that has some",
        },
    },
}
W3C_POSITION = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://example.org/anno24",
    "type": "Annotation",
    "body": "http://example.org/review1",
    "target": {
        "source": "http://example.org/ebook1",
        "selector": {"type": "TextPositionSelector", "start": 412, "end": 795},
    },
}


def annotations(report: Report, text: str, source: str = "") -> list[dict[str, Any]]:
    collection = json.loads("\n".join(webannotation(report, text, source)))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    items: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(items)
    return items


def test_the_examples_of_the_recommendation_and_ours_are_valid() -> None:
    for example in (W3C_QUOTE, W3C_POSITION, *annotations(FULL, "x" * 300)):
        ANNOTATION.validate(example)


@pytest.mark.parametrize(
    "change",
    [
        {"target": None},
        {"type": "Note"},
        {"motivation": "shouting"},
        {"id": "no address"},
        {"body": {"type": "TextualBody"}},
        {"target": {"selector": {}}},
        {"target": {"source": "http://a.example", "selector": {"type": "TextQuoteSelector"}}},
        {"created": "yesterday"},
    ],
)
def test_broken_annotations_are_refused(change: dict[str, Any]) -> None:
    assert not ANNOTATION.is_valid({**W3C_QUOTE, **change})


def test_both_selectors_select_the_words_of_the_claim() -> None:
    claim = judged("refuted", spans=(FROZEN,), evidence=(LINK, FILE), flags=FULL.claims[0].flags)  # type: ignore[index]
    found = annotations(replace(REPORT, claims=(claim,)), TEXT, "https://news.example/a")[0]
    target = found["target"]
    assert target["source"] == "https://news.example/a"
    quote, place = target["selector"]
    assert TEXT[place["start"] : place["end"]] == quote["exact"] == "The fund was frozen in May."
    assert TEXT.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
    bodies = {one.get("purpose"): one for one in found["body"]}
    assert bodies["assessing"]["value"] == "Refuted: The audit says 4.1 per cent."
    assert bodies["assessing"]["creator"] == {"type": "Person", "name": "Ada"}
    assert bodies["linking"]["source"] == LINK.source
    assert [one["value"] for one in found["body"] if one["purpose"] == "tagging"] == [
        "outdated", "unsupported",
    ]  # fmt: skip


def test_a_claim_in_two_pieces_has_two_targets_and_one_without_a_place_is_left_out() -> None:
    pieces = replace(CLAIM, spans=(Span(0, 8), FROZEN))
    found = annotations(replace(REPORT, claims=(pieces, replace(CLAIM, spans=()))), TEXT)
    assert [len(one["target"]) for one in found] == [2]
    assert found[0]["motivation"] == "identifying"


def test_the_same_claim_has_the_same_name_on_every_machine() -> None:
    first, second = (annotations(FULL, TEXT * 9) for _ in range(2))
    assert first == second
    assert len({one["id"] for one in first}) == 2  # of two ids in the sample


AVERITEC, FEVER = validator("averitec"), validator("fever")


def test_averitec_has_its_four_labels_and_leaves_opinions_out() -> None:
    report = all_verdicts()
    found = [json.loads(line) for line in averitec(report)]
    assert [one["label"] for one in found] == [
        "Supported", "Supported", "Conflicting Evidence/Cherrypicking", "Refuted",
        "Not Enough Evidence",
    ]  # fmt: skip
    for one in found:
        AVERITEC.validate(one)
    assert found[0]["questions"] == []
    assert found[0]["original_claim_url"] is None


def test_averitec_answers_are_the_evidence() -> None:
    noted = replace(FILE, quote="", note="A note.")
    claim = judged("refuted", evidence=(LINK, noted, SEARCH), kind="quantity",
                   attribution=AttributionRecord(True, "Ines Roy", "said"))  # fmt: skip
    web = replace(REPORT, article=replace(REPORT.article, source="https://news.example/a"))
    found = json.loads(next(averitec(replace(web, claims=(claim,)))))
    AVERITEC.validate(found)
    assert [one["answer_type"] for one in found["questions"][0]["answers"]] == [
        "Extractive", "Abstractive", "Unanswerable",
    ]  # fmt: skip
    assert (found["speaker"], found["claim_types"]) == ("Ines Roy", ["Numerical Claim"])
    assert found["original_claim_url"] == "https://news.example/a"


def test_fever_has_its_three_labels_and_no_middle() -> None:
    claims = tuple(all_verdicts().claims)
    claims = (replace(claims[0], evidence=(LINK, DOI)), *claims[1:])
    found = [json.loads(line) for line in fever(replace(REPORT, claims=claims))]
    for one in found:
        FEVER.validate(one)
    assert [one["label"] for one in found] == ["SUPPORTS", "SUPPORTS", "REFUTES", "NOT ENOUGH INFO"]
    assert found[0]["evidence"] == [
        [[1, 1, LINK.source, None]], [[1, 2, "https://doi.org/10.1000/182%233", None]],
    ]  # fmt: skip
    assert found[3]["evidence"] == [[[5, None, None, None]]]


# The first line of the training set of FEVER.
PRINTED = {
    "id": 75397,
    "verifiable": "VERIFIABLE",
    "label": "SUPPORTS",
    "claim": "Nikolaj Coster-Waldau worked with the Fox Broadcasting Company.",
    "evidence": [[[92206, 104971, "Nikolaj_Coster-Waldau", 7]]],
}


def test_the_example_of_fever_is_valid_and_broken_ones_are_not() -> None:
    FEVER.validate(PRINTED)
    for change in ({"label": "HALF TRUE"}, {"evidence": [[[1, 2]]]}, {"verifiable": "MAYBE"}):
        assert not FEVER.is_valid({**PRINTED, **change})
    whole = json.loads(next(averitec(all_verdicts())))
    for broken in ({"label": "True"}, {"questions": [{"question": ""}]}, {"more": 1}):
        assert not AVERITEC.is_valid({**whole, **broken})


def test_only_what_was_chosen_is_written() -> None:
    report = chosen(all_verdicts(), Options(verdicts=("refuted",), names=False))
    assert [one["reviewRating"]["alternateName"] for one in reviews(report)] == ["False"]
    assert "Ada" not in json.dumps(annotations(report, TEXT))
