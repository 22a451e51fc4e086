"""Claims: which segments make them, in which words, resting on which spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.claim import Claim
from factcheck.model.span import Span
from factcheck.segment import claims_of, split
from factcheck.segment.wording import folded, worded
from hostile_texts import HOSTILE

PORT = "Records list several papers that were funded by the Port of Lisbon and Quay researchers"


def read(text: str) -> tuple[Claim, ...]:
    return claims_of(text, split(text))


def claims(text: str) -> list[str]:
    return [claim.text for claim in read(text)]


def quoted(text: str, claim: Claim) -> list[str]:
    return [span.of(text) for span in claim.spans]


def without_insertions(claim: Claim) -> str:
    kept, start = [], 0
    for insertion in claim.insertions:
        kept.append(claim.text[start : insertion.start])
        start = insertion.end
    return folded(" ".join((*kept, claim.text[start:])))


def test_a_sentence_is_one_claim_in_its_own_words() -> None:
    text = "The ferry sank.\n\nNobody was\nhurt.  "
    first, second = read(text)
    assert (first.text, first.spans, first.insertions) == ("The ferry sank.", (Span(0, 15),), ())
    assert (second.text, quoted(text, second)) == ("Nobody was hurt.", ["Nobody was\nhurt."])


@pytest.mark.parametrize(
    "text",
    [
        "Libraries to Close in the North\n\n",
        "By Ines Roy\n\n",
        "Photo: Ines Roy\n\n",
        "Who pays for it?\n\n",
        "Click here to subscribe.\n\n",
        "-----\n\n",
        "- Home\n- About us\n- ***\n1. ***\n\n",
        "...\n\n",
    ],
)
def test_what_asserts_nothing_makes_no_claim(text: str) -> None:
    assert claims(text + "The ferry sank off the coast on Monday night.") == [
        "The ferry sank off the coast on Monday night."
    ]


def test_dots_for_words_left_out_before_a_sentence_are_no_part_of_its_claim() -> None:
    text = "The ferry sank near Leeds. . . . Nobody was hurt. … It was late in May."
    assert claims(text)[1:] == ["Nobody was hurt.", "It was late in May."]


def test_a_quotation_is_a_claim_word_for_word_without_its_marks() -> None:
    text = "The mayor was brief:\n> We had no\n> choice at all.\n> The money is gone."
    first, second = read(text)
    assert first.text == "We had no choice at all."
    assert quoted(text, first) == ["We had no", "choice at all."]
    assert second.text == "The money is gone."


def test_an_item_that_is_a_sentence_needs_no_lead_in() -> None:
    text = "Examples include:\n- The port, founded in 1850, closed the pier.\n- Trade fell by half"
    assert claims(text) == [
        "The port closed the pier.",
        "The port was founded in 1850.",
        "Trade fell by half",
    ]


@pytest.mark.parametrize(
    "item",
    [
        "Two members of the committee voted for a cut",
        "Three boats sank in the bay",
        "Rovers lost at home",
        "The fund closed in May.",
    ],
)
def test_an_item_without_a_final_mark_is_a_claim_where_its_tree_is_a_clause(item: str) -> None:
    text = f"The council met on Monday.\n\n• {item}\n• 12 boats"
    assert [claim.text for claim in claims_of(text, split(text))][1:] == [item]


@pytest.mark.parametrize(
    "item",
    [
        "Man charged with murder",
        "Five ships from the port",
        "A bridge built in 1911",
        "People who moved to the town",
        "Closed on Mondays",
        "Roy to stand again",
        "Drei Schiffe sanken im Hafen",
    ],
)
def test_an_item_that_is_no_clause_asserts_nothing_by_itself(item: str) -> None:
    text = f"The council met on Monday.\n\n• {item}\n• 12 boats"
    assert len(claims_of(text, split(text))) == 1


def test_an_item_may_have_further_sentences() -> None:
    text = "Examples include:\n- The port closed the pier. It is rotten."
    assert claims(text) == ["The port closed the pier.", "It is rotten."]


@pytest.mark.parametrize(
    ("lead", "predicate"),
    [
        (
            f"{PORT} (or their students) in the fields of trade and fog.",
            "was funded by the Port of Lisbon and Quay researchers",
        ),
        (
            "Papers were funded by Acme, Quay and the Port, records show.",
            "was funded by Acme, Quay and the Port",
        ),
        ("Boats that are owned by the city during the winter.", "is owned by the city"),
        ("Laws which have been upheld by courts in Spain.", "has been upheld by courts in Spain"),
        ("Cities that have banned cars.", "has banned cars"),
        (
            "Studies that were jointly paid by the Port, and retracted.",
            "was jointly paid by the Port",
        ),
        ("Studies that were retracted in 2020, after a vote.", "was retracted in 2020"),
        ("Several people trained by the navy.", "was trained by the navy"),
    ],
)
def test_a_bare_lead_in_leaves_the_predicate_to_the_sentence_before(
    lead: str, predicate: str
) -> None:
    item = "- Tides and Trade in Fog, Ocean Letters 5 (2021)."
    text = f"{lead}\n\nA non-exhaustive list of examples includes:\n{item}"
    claim = read(text)[-1]
    assert claim.text == f'"Tides and Trade in Fog" {predicate}.'
    assert quoted(text, claim) == ["Tides and Trade in Fog"]
    assert [insertion.of(claim.text) for insertion in claim.insertions] == ['"', f'" {predicate}.']


@pytest.mark.parametrize(
    "before",
    [
        "The port grew.",
        "Ships that are slow were hit by boats that were owned by the city.",
        "Boats that were owned by Acme met ships that were owned by Quay.",
        "The series was funded by Acme.",
        "Nothing paid by Acme.",
        "Boats have been late.",
        "Nobody drowned by day.",
        "A man trained by Acme.",
        "Boats that have been late.",
    ],
)
def test_an_item_keeps_its_own_words_where_no_predicate_is_certain(before: str) -> None:
    claim = read(f"{before}\n\nExamples include:\n- Tides and Trade, Ocean Letters 5 (2021).")[-1]
    if "hit by" in before:
        assert claim.text == '"Tides and Trade" was owned by the city.'
        return
    assert claim.text == "Tides and Trade, Ocean Letters 5 (2021)."
    assert claim.needs_context == ("Examples include:",)
    assert claim.insertions == ()


def test_a_heading_stands_between_a_list_and_the_sentence_before() -> None:
    text = f"{PORT}.\n\nWhat Came Next\n\nExamples include:\n- Tides (2021)"
    assert read(text)[-1].needs_context == ("Examples include:",)


def test_a_name_is_the_subject_of_what_the_lead_in_says() -> None:
    text = (
        "Other examples of sailors from the Institute of Tides trained by the navy include:\n"
        "- Captain Ines van Roy, Institute of Tides, class of 2019. Roy is an expert on fog."
    )
    assert claims(text) == [
        "Captain Ines van Roy was trained by the navy.",
        "Roy is an expert on fog.",
    ]


def test_an_example_is_an_example_of_what_the_lead_in_names() -> None:
    items = "- Peniche;\n- Olhão and\n- “Old Harbour,” Sea Journal, 2020"
    text = f"Some examples of fishing ports include:\n{items}"
    assert claims(text) == [
        "Peniche is an example of fishing ports.",
        "Olhão is an example of fishing ports.",
        "Old Harbour is an example of fishing ports.",
    ]


def test_what_an_unfinished_lead_in_says_goes_on_in_each_item() -> None:
    items = "- ban single-use nets,\n- Require that boats are insured.\n- fines of up to €500"
    text = f"The bill would:\n{items}"
    assert claims(text) == [
        "The bill would ban single-use nets.",
        "The bill would: Require that boats are insured.",
        "The bill would fines of up to €500.",
    ]


def test_a_question_does_not_end_a_list_and_prose_does() -> None:
    items = "- ban nets\n- Why so late?\n- fine boats"
    text = f"The bill would:\n{items}\n\nIt passed on Monday.\n\n- ban cars"
    assert claims(text) == [
        "The bill would ban nets.",
        "The bill would fine boats.",
        "It passed on Monday.",
    ]


@pytest.mark.parametrize(
    ("lead", "claim"),
    [
        ("The following agencies did not report:", "Acme did not report."),
        ("The following ports do not pay tax:", "Acme does not pay tax."),
        ("The following firms have banned cars:", "Acme has banned cars."),
        ("The following old ferries were sold in 2019:", "Acme was sold in 2019."),
        ("These banks refused to sign:", "Acme refused to sign."),
        ("These banks closed early in May:", "Acme closed early in May."),
    ],
)
def test_an_item_is_the_subject_of_what_is_said_of_the_following(lead: str, claim: str) -> None:
    assert claims(f"{lead}\n- Acme;\n- Quay, and\n- Ines (2019)")[0] == claim
    assert len(claims(f"{lead}\n- Acme;\n- Quay, and\n- Ines (2019)")) == 3


@pytest.mark.parametrize(
    "lead",
    [
        "The following is a list:",
        "The following agency did not report:",
        "The following boats are the ones listed:",
        "The following boats were sold, and the port sank:",
        "The following boats sail the sea:",
    ],
)
def test_an_item_is_no_subject_where_that_is_not_certain(lead: str) -> None:
    (claim,) = read(f"{lead}\n- Acme")
    assert (claim.text, claim.needs_context) == ("Acme", (lead,))


def test_an_item_goes_on_after_had_with_its_participle() -> None:
    items = "1. Built 1,200 homes in 2023;\n2. closed 14 piers, and\n3. Hired 300, of whom 9 left."
    text = f"The board said it had:\n{items}\n4. 12 boats\n5. Boats were sold in May."
    assert claims(text) == [
        "The board said it had: Built 1,200 homes in 2023.",
        "The board said it had closed 14 piers.",
        "The board said it had: Hired 300, of whom 9 left.",
        "The board said it had 12 boats.",
        "Boats were sold in May.",
    ]


def test_what_depends_on_other_words_needs_its_lead_in() -> None:
    lead = "The crew grew in the following way:"
    (claim,) = read(f"{lead}\n- of whom 12 are old.")
    assert (claim.text, claim.needs_context) == ("of whom 12 are old.", (lead,))
    assert read("- of whom 12 are old.") == ()


def test_what_joins_an_item_to_the_next_is_left_out() -> None:
    text = "It closed these piers:\n- Mill Lane was shut;\n- the “old pier”, or\n- 10% and"
    assert claims(text) == ["Mill Lane was shut", "the “old pier”", "10%"]


@pytest.mark.parametrize(
    ("item", "title"),
    [
        (
            "Tides: a Study of Fog, Proceedings of the Port Conference, Porto, Portugal (2020).",
            "Tides: a Study of Fog",
        ),
        ("Tides (and the Fog, too) of May, Sea Review 12", "Tides (and the Fog, too) of May"),
        ("Tides of the Fog], Sea Review 12 (2020)", "Tides of the Fog]"),
        ("Tides, Fog, and Trade, preprint (2024).", "Tides, Fog, and Trade"),
        (
            "Safe Harbours – Port Guide — National standard issued in 2018.",
            "Safe Harbours – Port Guide",
        ),
        ("The Fog of May (2021)", "The Fog of May"),
        ("“The Fog of May,” Sea Journal, 2020.", "The Fog of May"),
    ],
)
def test_a_work_is_named_by_its_title(item: str, title: str) -> None:
    text = f"{PORT}.\n\nExamples include:\n- {item}"
    claim = read(text)[-1]
    assert quoted(text, claim) == [title]
    assert claim.text.startswith(f'"{title}" was funded')


@pytest.mark.parametrize(
    ("item", "subject"),
    [
        ("Lisbon (2019)", "Lisbon"),
        ("Ines Roy, Ocean Research.", "Ines Roy"),
        ("“A” b", "“A” b"),
        (
            "a very long item " + "of words " * 200,
            ("a very long item " + "of words " * 200).strip(),
        ),
        ("(2019)", "(2019)"),
    ],
)
def test_what_is_no_work_is_named_without_quotation_marks(item: str, subject: str) -> None:
    claim = read(f"{PORT}.\n\nExamples include:\n- {item}")[-1]
    assert claim.text == f"{subject} was funded by the Port of Lisbon and Quay researchers."


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They left on Monday.", ("They",)),
        ("“He also resigned,” the paper wrote.", ("He",)),
        ("This was denied.", ("This",)),
        ("It sank on Monday.", ("It",)),
        ("The company denied it.", ("The company",)),
        ("This program was stopped.", ("This program",)),
        ("他说议会没有表决。", ("他",)),
        ("该公司表示没有损失。", ("该公司",)),
        ("It is likely that the port closes.", ()),
        ("It was not clear whether the port closed.", ()),
        ("It seems the port closed.", ()),
        ("It is hard to say.", ()),
        ("It was sold to Acme.", ("It",)),
        ("The company of Ines Roy denied it.", ()),
        ("The Harbour Company denied it.", ()),
        ("The ferry sank.", ()),
        ("This week the ferry sank.", ()),
        ("These boats sank.", ()),
        ("It.", ()),
        ("12 boats sank.", ()),
        ("That already happened.", ()),
        ("That really happened.", ("That",)),
        ("These also sank.", ("These",)),
    ],
)
def test_words_that_point_back_are_named(sentence: str, words: tuple[str, ...]) -> None:
    assert read(sentence)[-1].needs_context == words if read(sentence) else words == ()


def test_two_spans_side_by_side_are_joined_by_a_space() -> None:
    claim = worded("a b  c", (Span(0, 1), Span(2, 6), "!"))
    assert (claim.text, claim.insertions) == ("a b c!", (Span(5, 6),))


LISTS = st.lists(
    st.sampled_from(
        [
            "Examples include:\n",
            "The bill would:\n",
            "Papers that were funded by Acme include:\n",
            "Some examples of ports are:\n",
            "- ",
            "– ",
            "1. ",
            "Tides and Fog (2021).\n",
            "\n\n",
            "Tides, Sea Journal 5 (2020)\n",
            "ban nets,\n",
            "Ines Roy, Institute of Fog.\n",
            "> ",
            "“Tides,” ",
            "The port closed. ",
            "Who? ",
            "(2019)",
            "\ud800",
            "。",
            "\t",
            "They left.\n",
        ]
    )
).map("".join)


@given(LISTS | HOSTILE | st.text())
def test_the_wording_without_its_insertions_is_the_wording_of_the_spans(text: str) -> None:
    for claim in read(text):
        spans = " ".join(folded(span.of(text)) for span in claim.spans)
        assert without_insertions(claim) == folded(spans)


@given(LISTS | HOSTILE | st.text())
def test_claims_lie_inside_segments_in_reading_order(text: str) -> None:
    segments = split(text)
    found = claims_of(text, segments)
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)
    for claim in found:
        whole = Span(claim.spans[0].start, claim.spans[-1].end)
        assert any(segment.span.contains(whole) for segment in segments)
        assert all(span.of(text).strip() == span.of(text) != "" for span in claim.spans)


@given(st.text(st.characters(exclude_characters="-*+•‣⁃▪▫◦●○■□·∙–—>\n")))
def test_a_text_without_lists_makes_plain_slices(text: str) -> None:
    for claim in read(text):
        if not claim.insertions:
            assert claim.text == folded(claim.spans[0].of(text))
