"""Kinds, modality, check-worthiness and subjectivity of claims."""

import pytest
from hypothesis import given

from factcheck.annotate import describe
from factcheck.model.claim import Claim, ClaimKind, Modality
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span
from hostile_texts import HOSTILE
from lined import attributed, lined

KINDS = [
    ("The mayor opened the bridge.", "event"),
    ("The port lost 14 percent of its trade.", "quantity"),
    ("The crew saved twelve sailors.", "quantity"),
    ("The bridge is the longest in the county.", "comparison"),
    ("The storm caused the flood.", "causal"),
    ("The rate will rise again.", "prediction"),
    ("The bridge is due to open in May.", "prediction"),
    ("The fire is due to a fault.", "causal"),
    ("The licence was due to expire in May.", "event"),
    ("The union called for a strike.", "position"),
    ("Roy said that the port lost money.", "position"),
    ("Roy said, “The port lost money.”", "quotation"),
    ("I think the bridge is ugly.", "opinion"),
    ("Make no mistake, the bridge falls.", "rhetorical"),
    ("Who paid for the bridge?", "question"),
    ("Records show the port lost 14 percent.", "quantity"),
    ("According to the port, 12 million people live near it.", "quantity"),
    ("More than 200 people saw the bridge.", "quantity"),
    ("As many as two hundred sailors were saved.", "quantity"),
    ("It cost more than $3 million.", "quantity"),
    ("The repair took more than a year.", "event"),
    ("More than any other town, Dale needs a bridge.", "comparison"),
    ("Dale has more than twice as many sailors as Marlow.", "comparison"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_claim_has_the_kind_by_which_it_is_checked(text: str, kind: str) -> None:
    _, (claim,) = describe(text, *attributed(text))
    assert claim.kind == kind


ZH_KINDS = [
    ("该市新增就业12万人。", "quantity"),
    ("暴雨导致列车停运。", "causal"),
    ("这是全国最大的桥。", "comparison"),
    ("我认为这座桥很丑。", "opinion"),
]


@pytest.mark.parametrize(("text", "kind"), ZH_KINDS)
def test_chinese_claims_have_kinds(text: str, kind: str) -> None:
    _, (claim,) = describe(text, *lined(text, "zh"))
    assert claim.kind == kind


MODALITY = [
    ("The bridge opened.", ["asserted"]),
    ("The bridge may open.", ["hedged"]),
    ("The bridge opens if it rains.", ["conditional"]),
    ("The bridge did not open.", ["asserted", "negated"]),
    ("The board has no confidence in the mayor.", ["asserted", "negated"]),
    ("The mayor lost a vote of no confidence in May.", ["asserted"]),
    ("The bridge cost no more than €2 million.", ["asserted"]),
    ("The bridge will open whether or not it is paid for.", ["asserted"]),
    ("The bridge might not open unless it rains.", ["hedged", "conditional", "negated"]),
    ("Not only the bridge opened.", ["asserted"]),
    ("The bridge will likely open.", ["hedged"]),
    ("Sailors are twice as likely to swim as bankers.", ["asserted"]),
    ("Sailors are more likely to swim.", ["asserted"]),
    ("The book is about sailors.", ["asserted"]),
    ("It cost about 30 crowns.", ["hedged"]),
]


@pytest.mark.parametrize(("text", "modality"), MODALITY)
def test_a_claim_says_how_it_is_put(text: str, modality: list[str]) -> None:
    _, (claim,) = describe(text, *lined(text))
    assert list(claim.modality) == modality


def _rank(text: str) -> float:
    _, (claim,) = describe(text, *lined(text))
    return claim.check_worthiness


def test_figures_and_accusations_rank_above_events_and_those_above_feelings() -> None:
    figure = _rank("The fund lost 14 percent of its value in 2021.")
    accusation = _rank("The director took bribes from the Dale Trust.")
    event = _rank("The mayor opened the bridge in the town.")
    feeling = _rank("I think we should all be very sad about this terrible bridge!")
    assert min(figure, accusation) > 0.5 > event > feeling


def test_features_are_the_strongest_first() -> None:
    text = "The fund lost 14 percent in May because the bank was not open."
    _, (claim,) = describe(text, *lined(text))
    weights = [abs(weight) for _, weight in claim.features]
    assert weights == sorted(weights, reverse=True)
    assert {"share", "date"} & {name for name, _ in claim.features} == {"share"}


def test_a_question_and_an_unresolved_word_count_against_a_claim() -> None:
    text = "Did the port lose 14 percent in 2021?"
    claim = Claim(text, (Span(0, len(text)),), needs_context=("the port",))
    _, (described,) = describe(text, lined(text)[0], (claim,))
    features = dict(described.features)
    assert features["question"] < features["unresolved words"] < 0


def test_judgements_are_more_subjective_than_reports() -> None:
    text = "This shameful, utterly pathetic plan is really awful.\nThe council met on 3 May 2021."
    (first, second), _ = describe(text, *lined(text))
    assert first.subjectivity > 0.6
    assert second.subjectivity < 0.4


def test_a_language_without_lists_and_a_heading_stay_as_they_are() -> None:
    text = "Der Hafen verlor 14 Prozent."
    assert describe(text, *lined(text, "de")) == lined(text, "de")
    heading = (Segment(Span(0, len(text)), Role.HEADING, "en"),)
    assert describe(text, heading, ()) == (heading, ())


def test_a_language_that_is_not_known_is_read_by_its_script() -> None:
    text = "这座桥可能很危险。"
    _, (claim,) = describe(text, *lined(text, None))
    assert claim.modality == (Modality.HEDGED,)


def test_claims_without_segments_come_back_unchanged() -> None:
    claim = Claim("It rained.", (Span(0, 10),))
    assert describe("It rained.", (), (claim,)) == ((), (claim,))


@given(HOSTILE)
def test_description_changes_neither_places_nor_words(text: str) -> None:
    segments, claims = lined(text, None)
    described, after = describe(text, segments, claims)
    assert [one.span for one in described] == [one.span for one in segments]
    assert [(one.text, one.spans) for one in after] == [(one.text, one.spans) for one in claims]
    assert all(0 <= one.subjectivity <= 1 for one in described)
    assert all(0 <= one.check_worthiness <= 1 for one in after)
    assert all(one.kind in ClaimKind and one.modality for one in after)
