"""Fact-checks of others: read from pages, answers and tables, whatever stands in them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, InputError, UsageError
from factcheck.model.checked import FactCheck, check_id
from factcheck.model.evidence import is_web_link
from factcheck.sources.checks import LONGEST_CLAIM, checks_from
from hostile_texts import HOSTILE

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The dam is safe",
    "author": {"@type": "Organization", "name": "Checkers"},
    "url": "https://checkers.example/dam",
    "datePublished": "2024-03-02T08:00:00Z",
    "inLanguage": "en",
    "itemReviewed": {"@type": "Claim", "author": [{"name": "Ana"}, {"name": "Ben"}]},
    "reviewRating": {
        "ratingValue": 1, "worstRating": "1", "bestRating": 5, "alternateName": "False",
    },
}  # fmt: skip
READ = FactCheck(
    "The dam is safe", "Ana, Ben", "False", "1 of 1–5", "Checkers",
    "https://checkers.example/dam", "2024-03-02", "en",
)  # fmt: skip


def from_json(value: object) -> tuple[FactCheck, ...]:
    return checks_from(json.dumps(value).encode(), name="x.json").found


def review(**fields: object) -> dict[str, object]:
    return REVIEW | fields


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(REVIEW, id="one"),
        pytest.param([REVIEW, REVIEW], id="twice in an array"),
        pytest.param({"@context": "https://schema.org", "@graph": [REVIEW]}, id="graph"),
        pytest.param({"@graph": [{"@graph": [[REVIEW]]}]}, id="nested graphs"),
        pytest.param({"@type": "NewsArticle", "review": {"item": [REVIEW]}}, id="in an article"),
        pytest.param(review(**{"@type": ["Review", "ClaimReview"]}), id="several types"),
        pytest.param(review(**{"@type": "schema:ClaimReview"}), id="prefixed type"),
        pytest.param(review(**{"@type": "https://schema.org/ClaimReview"}), id="type as a link"),
        pytest.param(review(author="Checkers"), id="author as words"),
        pytest.param(review(author=None, publisher={"legalName": "Checkers"}), id="publisher"),
        pytest.param(review(claimReviewed={"@value": "The dam is safe", "@language": "en"}),
                     id="value with a language"),
        pytest.param([review(author={"@id": "#o"}), {"@id": "#o", "name": "Checkers"}], id="id"),
        pytest.param([review(author="#o"), {"@id": "#o", "name": "Checkers"}], id="id as words"),
        pytest.param(
            [review(reviewRating="#r"), REVIEW["reviewRating"] | {"@id": "#r"}],  # type: ignore[operator]
            id="rating by id"),
        pytest.param(
            review(claimReviewed="", itemReviewed={"text": "The dam is safe",
                                                   "author": {"name": "Ana, Ben"}}),
            id="claim in the item"),
        pytest.param({"schema:" + key if key[0] != "@" else key: value
                      for key, value in REVIEW.items()}, id="prefixed fields"),
    ],
)  # fmt: skip
def test_a_review_is_found_however_it_is_wrapped(value: object) -> None:
    assert from_json(value) == (READ,)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"url": "javascript:alert(1)"}, {"url": ""}),
        ({"url": "https://bank.example@thief.example"}, {"url": ""}),
        ({"url": "https://a.example/" + "x" * 2000}, {"url": ""}),
        ({"datePublished": "2 March 2024"}, {"date": "2 March 2024"}),
        ({"datePublished": "2024-02-31"}, {"date": "2024-02-31"}),
        ({"datePublished": "x" * 400}, {"date": "x" * 299 + "…"}),
        ({"reviewRating": {"ratingValue": 2, "name": "Mixed"}}, {"rating": "2",
                                                                 "verdict": "Mixed"}),
        ({"reviewRating": {"ratingValue": 10**400}}, {"rating": "", "verdict": ""}),
        ({"reviewRating": {"ratingValue": True}}, {"rating": "", "verdict": ""}),
        ({"reviewRating": 3}, {"rating": "", "verdict": ""}),
        ({"author": [[[[["Deep"]]]]]}, {"publisher": ""}),
        ({"author": {"name": {"name": {"name": {"name": {"name": "Deep"}}}}}}, {"publisher": ""}),
        ({"author": []}, {"publisher": ""}),
        ({"author": {"@id": "#nobody"}}, {"publisher": ""}),
        ({"claimReviewed": "lone \ud800\x1b[2J\n surrogate"},
         {"claim": "lone \ufffd\x1b[2J surrogate"}),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_field_stays_in_that_field(
    fields: dict[str, object], expected: dict[str, str]
) -> None:
    [found] = from_json(review(**fields))
    assert {name: getattr(found, name) for name in expected} == expected


def test_a_node_that_refers_to_itself_comes_to_an_end() -> None:
    many = [{"@id": "#a"}] * 1000
    [found] = from_json([review(author={"@id": "#a"}), {"@id": "#a", "name": many}])
    assert found.publisher == ""


ANSWER = {
    "claims": [
        {
            "text": "The dam is safe",
            "claimant": "Ana",
            "claimDate": "2024-01-01T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": "Checkers", "site": "checkers.example"},
                    "url": "https://checkers.example/dam",
                    "reviewDate": "2024-03-02T00:00:00Z",
                    "textualRating": "False",
                    "languageCode": "en",
                },
                {"publisher": {"site": "other.example"}, "textualRating": "Mostly false"},
                "no review",
            ],
        },
        {"text": "", "claimReview": [{}]},
        {"text": "not reviewed"},
        {"text": "nor this", "claimReview": "later"},
    ]
}


def test_an_answer_of_the_fact_check_tools_is_read() -> None:
    read = checks_from(json.dumps(ANSWER).encode(), name="answer.json")
    assert read.found == (
        FactCheck("The dam is safe", "Ana", "False", "", "Checkers",
                  "https://checkers.example/dam", "2024-03-02", "en"),
        FactCheck("The dam is safe", "Ana", "Mostly false", "", "other.example"),
    )  # fmt: skip
    assert read.left_out == 2


def test_json_lines_are_read() -> None:
    lines = "\n\n".join(json.dumps(one) for one in (REVIEW, ANSWER))
    assert len(checks_from(lines.encode(), name="feed.jsonl").found) == 3


SCRIPT = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    "html",
    [
        SCRIPT.replace("{}", json.dumps(REVIEW)),
        "<!doctype html><SCRIPT>var x = '<p>'</SCRIPT>" + SCRIPT.upper().replace(
            "{}", json.dumps(REVIEW)),
        SCRIPT.replace("{}", "\n<!-- " + json.dumps(REVIEW) + " -->"),
        SCRIPT.replace("{}", "//<![CDATA[\n" + json.dumps(REVIEW, indent=1) + "\n//]]>"),
        SCRIPT.replace("{}", json.dumps(REVIEW).replace('"', "&quot;")),
        SCRIPT.replace("{}", json.dumps(REVIEW).replace("dam is", "dam\\u0020is") + "\n"),
        SCRIPT.replace("{}", "{broken") + SCRIPT.replace("{}", json.dumps(REVIEW)),
    ],
)  # fmt: skip
def test_the_scripts_of_a_page_are_read(html: str) -> None:
    assert checks_from(html.encode(), name="page.html").found == (READ,)


def test_a_broken_review_of_a_page_is_counted() -> None:
    html = SCRIPT.replace("{}", '{"@type": "ClaimReview"') + SCRIPT.replace("{}", json.dumps(
        [REVIEW, {"@type": "ClaimReview"}, review(claimReviewed="x" * (LONGEST_CLAIM + 1)),
         review(claimReviewed=" … ")]))  # fmt: skip
    read = checks_from(html.encode(), name="page.html")
    assert (read.found, read.left_out) == ((READ,), 4)


TABLE = "Claim Reviewed;Textual Rating;Publisher;Link\n\n"


@pytest.mark.parametrize(
    ("table", "columns", "expected"),
    [
        (TABLE + '"The dam; it is ""safe""";False;Checkers;https://a.example\n;;;\n', {},
         FactCheck('The dam; it is "safe"', "", "False", "", "Checkers", "https://a.example")),
        ("statement\tspeaker\tlabel\nThe dam is safe\tAna\tpants-fire\n", {},
         FactCheck("The dam is safe", "Ana", "pants-fire")),
        ("﻿What,Claim\nThe dam is safe,No\n", {"claim": "What", "verdict": "claim"},
         FactCheck("The dam is safe", "", "No")),
        ("claim,verdict,date\nThe dam is safe,False\n", {},
         FactCheck("The dam is safe", verdict="False")),
        ("claim\nThe dam is safe\n", {}, FactCheck("The dam is safe")),
        ("主张,claim\nA,B\n", {"claim": "主张"}, FactCheck("A")),
    ],
)  # fmt: skip
def test_a_table_is_read_by_its_header(
    table: str, columns: dict[str, str], expected: FactCheck
) -> None:
    assert checks_from(table.encode(), name="t.csv", columns=columns).found == (expected,)


def test_a_row_without_a_claim_is_counted() -> None:
    read = checks_from((TABLE + ";False;;\nThe dam;;;\n").encode(), name="t.csv")
    assert read.left_out == 1


@pytest.mark.parametrize(
    ("table", "columns", "error", "said"),
    [
        ("a,b\n1,2\n", {}, InputError, "t.csv: no column is known to hold the claim"),
        ("", {}, InputError, "no column"),
        ("claim\n\n", {}, InputError, "it holds no fact-check"),
        ("claim,x\n,2\n", {}, InputError, "its 1 reviews name no claim"),
        ('claim\n"' + "x" * 200_000 + '"\n', {}, InputError, "the table cannot be read: line 2"),
        ("claim\nx\n", {"clam": "claim"}, UsageError, "has no 'clam'"),
        ("claim\nx\n", {"claim": "Clam"}, UsageError, "no column 'Clam'"),
        ("[" * 100_000, {}, InputError, "nested too deep"),
        ('{"a": ', {}, InputError, "it is no JSON"),
        ("[1]", {}, InputError, "it holds no fact-check"),
        ("<p>Words</p>", {}, InputError, "it holds no fact-check"),
        ("<script " * 100_000, {}, InputError, "it holds no fact-check"),
        ("<script>" * 100_000, {}, InputError, "it holds no fact-check"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(
    table: str, columns: dict[str, str], error: type[FactcheckError], said: str
) -> None:
    with pytest.raises(error, match=said):
        checks_from(table.encode(), name="t.csv", columns=columns)


def test_a_nested_json_line_is_no_json() -> None:
    with pytest.raises(InputError, match="it is no JSON"):
        checks_from(b"{}\n" + b"[" * 100_000, name="x")


def test_an_encoding_can_be_named() -> None:
    data = "claim\nDas Café schloß\n".encode("cp1252")
    assert checks_from(data, name="x", encoding="cp1252").found[0].claim == "Das Café schloß"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | HOSTILE,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("@type", "@id", "name", "claimReviewed", "author", "claimReview",
                             "text", "reviewRating", "ratingValue", "url", "@value")),
            inner | st.just("ClaimReview"), max_size=5)
    ),
)  # fmt: skip


@given(VALUES)
def test_whatever_stands_in_json_is_read_or_refused(value: object) -> None:
    data = json.dumps([value, REVIEW]).encode()
    found = checks_from(data, name="x").found
    assert READ in found
    assert all(not one.url or is_web_link(one.url) for one in found)


def checks_or_none(data: bytes) -> tuple[FactCheck, ...]:
    try:
        return checks_from(data, name="x").found
    except InputError:
        return ()


@given(HOSTILE)
def test_whatever_stands_in_a_file_is_read_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    found = checks_or_none(b"claim,url\n" + data)
    assert all(one.claim == " ".join(one.claim.split()) != "" for one in found)


def test_the_same_check_has_the_same_id() -> None:
    assert check_id(READ) == check_id(FactCheck(**{n: getattr(READ, n) for n in READ.__slots__}))
    assert check_id(READ) != check_id(FactCheck(READ.claim))
