"""Pronouns and bare nouns: which get the name they stand for, which are only pointed out."""

import pytest

from factcheck.model.claim import Claim
from factcheck.segment import claims_of, split
from factcheck.segment.bodies import bodies, body_named


def _last(text: str) -> Claim:
    return claims_of(text, split(text))[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ines Roy lost a vote on Monday. She resigned in May.", "Ines Roy resigned in May."),
        (
            "Ines Roy lost a vote, and she moved to Rome in May.",
            "Ines Roy moved to Rome in May.",
        ),
        (
            "The port hired Tom Vale. Vale had studied in Rome. He left in May.",
            "Tom Vale left in May.",
        ),
        ("Residents sued in May. They lost the case.", "Residents lost the case."),
        (
            "Roy Bell lost the vote in May.\n\nHe moved to Rome in June.",
            "Roy Bell moved to Rome in June.",
        ),
        (
            "The driver, a man from Dale, met Ines Roy. She resigned.",
            "Ines Roy resigned.",
        ),
        ("The mother of two lost her job. She sued in May.", "The mother of two sued in May."),
        (
            "Mr Tom Vale lost his post in June.\n\nHe sued the port in May.",
            "Mr Tom Vale sued the port in May.",
        ),
        (
            "The cave was found by farmers. It contains paintings.",
            "The cave contains paintings.",
        ),
        (
            "The Supreme Court ruled in May. The court said the law was void.",
            "the law was void.",
        ),
        (
            "The Alpine Institute measured the ice. The institute has moved to Bern.",
            "The Alpine Institute has moved to Bern.",
        ),
        (
            "Acme Tools Inc sold its plant in May. The company moved to Bern.",
            "Acme Tools Inc moved to Bern.",
        ),
    ],
)
def test_the_only_candidate_is_put_in(text: str, expected: str) -> None:
    claim = _last(text)
    assert (claim.text, claim.needs_context[:1]) == (
        expected,
        claim.needs_context[:1] if expected.startswith("the law") else (),
    )


def test_one_word_may_be_the_name_of_a_land() -> None:
    text = "Jordan closed its border on Monday. He said that the road was unsafe."
    assert _last(text).text == "the road was unsafe."
    assert "He said that the road was unsafe." in [one.text for one in claims_of(text, split(text))]


def test_one_of_several_is_one_who_is_not_named() -> None:
    text = "I visited Georgia Vale on Monday. One of the sailors said that he was ill."
    assert _last(text).text == "he was ill."


def test_the_name_is_an_insertion_and_the_pronoun_no_span() -> None:
    text = "Ines Roy lost a vote on Monday. She resigned in May."
    claim = _last(text)
    assert [claim.text[one.start : one.end] for one in claim.insertions] == ["Ines Roy "]
    assert [span.of(text) for span in claim.spans] == ["resigned in May."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Roy met Tom Vale in May. He left in June.", "He", id="two people"),
        pytest.param("The port lost money in May. It closed in June.", "It", id="two things"),
        pytest.param("He resigned. Roy was glad. He left in June.", "He", id="someone else before"),
        pytest.param("Roy sold it. It closed in June.", "It", id="something else before"),
        pytest.param("The vote failed. It was a surprise to many.", "It", id="perhaps the fact"),
        pytest.param("Officials met residents. They left in June.", "They", id="two groups"),
        pytest.param(
            "Roy Bell won.\n\nAnn Vale lost.\n\nThe vote failed.\n\nHe left in June.",
            "He",
            id="named too far back",
        ),
        pytest.param(
            "The Supreme Court ruled. The Labour Court agreed. The court said it was late.",
            "The court",
            id="two courts",
        ),
        pytest.param(
            "The Supreme Court overruled a lower court. The court sat in May.",
            "The court",
            id="a court without a name",
        ),
        pytest.param("The court sat in May.", "The court", id="no court"),
        pytest.param("Two ships sank. One of them was raised in May.", "them", id="a part"),
        pytest.param(
            "Police said the nurse had left the town.\n\nShe won the prize in May.",
            "She",
            id="no name in the paragraph before",
        ),
        pytest.param("The pilot, a man of 40, lost. She sued.", "She", id="a man beside it"),
        pytest.param("The pilot was a man. She sued in May.", "She", id="said to be a man"),
        pytest.param("Vale was known as a fisherman. She sued.", "She", id="known as a man"),
        pytest.param("The mother left the town. He sued in May.", "He", id="a mother"),
        pytest.param("Mr Vale left the town. She sued in May.", "She", id="Mr"),
        pytest.param(
            "Ms. Ann Vale left the port in May.\n\nHe sued the town.",
            "He",
            id="Ms. of the one before",
        ),
        pytest.param("Kim Vale lost her job. He sued in May.", "He", id="spoken of as her"),
        pytest.param(
            "Roy Vale lost his job in May.\n\nShe sued the port.", "She", id="spoken of as his"
        ),
    ],
)
def test_two_candidates_or_none_are_pointed_out(text: str, words: str) -> None:
    named = [one for claim in claims_of(text, split(text)) for one in claim.needs_context]
    assert words in named


def test_nothing_is_put_into_a_quotation() -> None:
    text = "Ines Roy lost a vote. “She lied to us,” said Tom Vale."
    assert "“She lied to us.”" in [claim.text for claim in claims_of(text, split(text))]


@pytest.mark.parametrize(
    "text",
    [
        "It is likely there are more boats in the port.",
        "It is unclear who paid.",
        "It is time for the boats to leave.",
    ],
)
def test_an_empty_it_needs_no_context(text: str) -> None:
    assert _last(text).needs_context == ()


def test_a_dateline_is_no_part_of_the_claim() -> None:
    text = "LONDON, March 3 (Reuters) – The port lost money in May."
    assert _last(text).text == "The port lost money in May."


def test_a_name_in_capitals_before_a_dash_inside_a_sentence_stays() -> None:
    sentence = "The NATO – UN talks ended in May."
    assert _last(sentence).text == sentence


def test_a_body_is_known_from_its_first_name_to_the_next_one() -> None:
    text = "Then the Lund Institute moved. The Lund Institute of Ice met the Bern Institute."
    known = bodies(text)
    assert body_named(known, "institute", 0) == ""
    assert body_named(known, "institute", 30) == "the Lund Institute"
    assert body_named(known, "institute", len(text)) == ""
    assert body_named(known, "court", len(text)) == ""


@pytest.mark.parametrize("word", ["companies", "institutes", "institute"])
def test_bodies_without_a_name_come_in_between(word: str) -> None:
    known = bodies(f"The Alpine Institute and the Alpine Company paid two {word}. Then")
    kind = "company" if word == "companies" else "institute"
    assert known[kind].until < 70


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acme Tools bought a ship in May and sold it in June.", ("it",)),
        ("Acme Tools bought two ships and sold them in June.", ("them",)),
        ("Acme Tools bought a ship in May and sold the mill in June.", ()),
        ("Acme Tools lost money in May and told the port about it in June.", ()),
    ],
)
def test_an_object_whose_name_went_with_another_claim_is_pointed_out(
    text: str, words: tuple[str, ...]
) -> None:
    assert _last(text).needs_context == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "New Dale's Prime Minister John Kay said he believes the flag has a point.",
            "he believes the flag has a point.",
            id="a land is nobody, and its minister is somebody",
        ),
        pytest.param(
            "A bank in Dale met Vik Group in May. It has sold 40 ships since the war.",
            "It has sold 40 ships since the war.",
            id="what acts without a name",
        ),
        pytest.param(
            "Many teachers say they've been pushed too far in the north.",
            "they've been pushed too far in the north.",
            id="a verb written together with its pronoun",
        ),
        pytest.param(
            "Senator Ann Vale said the navy knew, and she demanded an inquiry in May.",
            "Senator Ann Vale demanded an inquiry in May.",
            id="a name with an office is that of a person",
        ),
    ],
)
def test_a_name_is_put_in_for_nobody_else(text: str, expected: str) -> None:
    found = [claim.text for claim in claims_of(text, split(text))]
    assert expected in found
