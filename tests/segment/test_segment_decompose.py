"""Sentences with several traps at once, and sentences that must stay as they are."""

import pytest
from hypothesis import given, settings

from decomposed import claims
from factcheck.annotate import describe
from factcheck.segment import claims_of, split
from hostile_texts import HOSTILE


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ana Diaz, an economist and former minister, resigned.",
            ["Ana Diaz resigned.", "Ana Diaz is an economist and former minister."],
        ),
        (
            "The ships, which carry grain, left the port.",
            ["The ships left the port.", "The ships carry grain."],
        ),
        (
            "In 2019, unlike its rivals, the firm sold ships and bought land.",
            [
                "In 2019, unlike its rivals, the firm sold ships.",
                "In 2019, the firm bought land.",
            ],
        ),
        (
            "The bank lost money, so the board closed two branches.",
            ["The bank lost money.", "the board closed two branches."],
        ),
        (
            "The result is clear: the plan was rejected.",
            ["The result is clear.", "the plan was rejected."],
        ),
        (
            "The fund - a trust for miners - was frozen.",
            ["The fund was frozen.", "The fund is a trust for miners."],
        ),
        (
            "After meeting Roy, who leads the port, the mayor left the town.",
            ["After meeting Roy, the mayor left the town.", "Roy leads the port."],
        ),
        (
            "The fund (FOF), which holds €2 billion, was frozen.",
            ["The fund (FOF) was frozen.", "The fund (FOF) holds €2 billion."],
        ),
        (
            "\"The plan, which cost millions, was dropped,\" Roy said.",
            [
                "\"The plan, which cost millions, was dropped,\" Roy said.",
                "\"The plan, which cost millions, was dropped.\"",
            ],
        ),
        (
            "Roy said the plan was ready but warned that prices would rise.",
            [
                "Roy said the plan was ready.",
                "Roy warned that prices would rise.",
                "the plan was ready.",
                "prices would rise.",
            ],
        ),
        (
            "The minister met Roy's brother, a former judge, in Sabrina.",
            [
                "The minister met Roy's brother in Sabrina.",
                "Roy's brother is a former judge.",
            ],
        ),
        (
            "Roy called the plan \"bold,\" and the mayor called the vote \"a joke.\"",
            [
                "Roy called the plan \"bold.\"",
                "the plan is \"bold.\"",
                "the mayor called the vote \"a joke.\"",
                "the vote is \"a joke.\"",
            ],
        ),
        (
            "The book, published in 1610, although based on earlier texts, marks the trend.",
            [
                "The book, although based on earlier texts, marks the trend.",
                "The book was published in 1610.",
            ],
        ),
        (
            "The judge said that, if guilty, he would resign and that he had lied.",
            [
                "The judge said that, if guilty, he would resign and that he had lied.",
                "if guilty, he would resign.",
                "The judge had lied.",
            ],
        ),
    ],
)  # fmt: skip
def test_what_one_rule_leaves_another_takes_apart(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The brothers, a band from Leeds, split up.",
        "They, the owners of the mill, sold it.",
        "The directors, Ines Roy, resigned on Friday.",
        "The council met and voted on Monday.",
        "There was a fire in the mill and destroyed the roof.",
        "There was a storm and flooded the town.",
        (
            "The club has strongly opposed a stadium plan of Leeds, yet Derby, which to this day"
            " has never officially said that they want seats, ranks around fifth in ticket sales."
        ),
        "Ann, who left, cried.",
        "The well-known fund closed.",
        "Tea and sugar, which was cheap, were sold in the market.",
        "The man, whose house he bought, left the town.",
        "The mines, where he worked, closed in May.",
        "The study, which costs millions and were late, was stopped.",
        "The fund, whose shares Acme bought, was frozen.",
        "The fund, whose shares it sold in May, was frozen.",
        "He left (and she stayed).",
        "The town was poor, and so was the region.",
        "Roy, who sold the ships and a friend who bought them, left.",
        "The firms, one of which is based in Oslo, merged.",
        "L’usine, qui a fermé en mai, a été vendue et démolie.",
        "该公司在五月关闭了工厂，并出售了土地。",
        "The port and the town were built, " * 40 + "which was bad.",
    ],
)  # fmt: skip
def test_what_is_not_certain_stays_one_claim(sentence: str) -> None:
    assert claims(sentence) == [sentence.strip()]


def test_the_capital_of_the_first_word_goes_where_it_does_not_stand_first() -> None:
    text = "The judge, Maria Lopez, left."
    first, second = claims_of(text, split(text))
    assert (first.text, second.text) == ("Maria Lopez left.", "Maria Lopez is the judge.")
    assert [one.of(second.text) for one in second.insertions] == [" is the judge."]


def test_a_clause_on_the_way_is_its_source_s_only_in_a_quotation() -> None:
    text = "Roy said the fund, which holds €2 billion, was frozen."
    segments = split(text)
    _, found = describe(text, segments, claims_of(text, segments))
    sources = {
        claim.text: claim.attribution and claim.attribution.source[0].of(text) for claim in found
    }
    assert sources == {
        text: None,
        "the fund was frozen.": "Roy",
        "the fund holds €2 billion.": None,
    }


def test_the_lines_of_a_quotation_make_one_sentence_without_their_marks() -> None:
    text = "The mayor wrote:\n> The fund, which\n> holds €2 billion, was frozen."
    first, second = claims_of(text, split(text))
    assert (first.text, second.text) == ("The fund was frozen.", "The fund holds €2 billion.")
    assert [span.of(text) for span in second.spans] == ["The fund", "holds €2 billion"]


@settings(max_examples=50)
@given(HOSTILE)
def test_hostile_words_between_english_sentences_break_nothing(words: str) -> None:
    text = f"The fund, which holds €2 billion, was frozen. {words} Roy said the port lost money."
    for claim in claims_of(text, split(text)):
        assert claim.text.strip() == claim.text != ""
