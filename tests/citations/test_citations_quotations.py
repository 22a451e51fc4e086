"""Direct quotations: whose exact words they are, and which marks quote nobody."""

import pytest

from factcheck.citations.quotations import find_quotations
from marks import unmark

QUOTED = [
    ("“⟦The bridge is safe now⟧,” ⟦Ines Roy⟧ said.", True),
    ('"⟦The bridge is safe now⟧," said ⟦Ines Roy⟧, the engineer.', True),
    ("⟦The engineer⟧ told reporters: “⟦The bridge is safe⟧.”", True),
    ("⟦Roy⟧ said it was ‘⟦a bridge too far gone⟧’.", True),
    ("⟦市长王强⟧表示：“⟦我们将继续修建新的桥梁⟧。”", True),
    ("“⟦The bridge is safe now⟧,” according to ⟦Ines Roy⟧, the engineer.", True),
    ("According to ⟦Dr. Ines Roy⟧, the bridge is “⟦a bridge too far gone⟧”.", True),
    ("In the words of ⟦the mayor⟧, it was “⟦a bridge too far gone⟧”.", True),
    ("According to ⟦the 2021 report⟧, the quay “⟦is beyond any repair⟧”.", True),
    ("It rained. ⟦Berg⟧ called the quay “⟦a disgrace to the town⟧”.", True),
    ("⟦He⟧ described the deal as “⟦a complete waste of money⟧”.", True),
    ("Once dismissed as “⟦a complete waste of money⟧”, the quay pays.", False),
    ("The town has a plan branded “⟦the leap of the port⟧”.", False),
    ("A man described in the report as “⟦fit to work again⟧” left.", False),
    ("据⟦市长王强⟧介绍，“⟦码头明年将重新开放给公众⟧”。", True),
    ("According to which “⟦the bridge is safe now⟧”.", False),
    ("According to Roy, it rained. It was “⟦a bridge too far gone⟧”.", False),
    ("The law speaks of 「⟦不可抗力造成的损失⟧」.", False),
    ("It was built “⟦at no cost to anyone⟧”.", False),
]


@pytest.mark.parametrize(("marked", "spoken"), QUOTED)
def test_a_quotation_is_its_words_and_its_speaker(marked: str, spoken: bool) -> None:
    text, spans = unmark(marked)
    (citation,) = find_quotations(text)
    drawn = {span.of(text) for span in spans}
    found = {citation.span.of(text).rstrip(",.。")} | {span.of(text) for _, span in citation.fields}
    assert found == drawn
    assert [name for name, _ in citation.fields] == (["speaker"] if spoken else [])


def test_both_halves_of_a_divided_quotation_are_their_speakers() -> None:
    text = "“The old quay,” said Ines Roy, “is not going to be closed.” It “was not so good”."
    speakers = [dict(found.fields).get("speaker") for found in find_quotations(text)]
    assert [each and each.of(text) for each in speakers] == ["Ines Roy", "Ines Roy", None]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “reform” failed.",
        "They dubbed “very old news” then.",
        "The “Star of the North” sails.",
        "It uses ‘three short words’ only.",
        "他说“好”。",
        "The boys’ boat and the girls’ boat.",
        'A 5" pipe and a 6" pipe.',
    ],
)
def test_terms_titles_and_inches_are_no_quotations(text: str) -> None:
    assert find_quotations(text) == ()
