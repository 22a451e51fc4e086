"""Who is made responsible for a claim, by which words, for what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import describe
from factcheck.annotate.attribution import find_attributions
from factcheck.annotate.chinese import chinese
from factcheck.annotate.sources import is_named
from factcheck.model.claim import Claim
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span
from hostile_texts import HOSTILE
from lined import lined
from marks import unmark

# Drawn in reading order: source, cue and content, whichever comes first in the text.
SPEECH = [
    ("⟦Ines Roy⟧ ⟦said⟧ that ⟦the port lost money⟧.", "sqc", True),
    ("⟦Ines Roy⟧ ⟦has said⟧ on Friday that ⟦the port lost money⟧.", "sqc", True),
    ("⟦The harbour board⟧ ⟦says⟧ ⟦it will pay⟧.", "sqc", True),
    ("⟦She⟧ ⟦told⟧ reporters ⟦the port lost money⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦told⟧ the Dale Times that ⟦the port lost money⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦warned⟧ the council that ⟦ships would leave⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦said⟧ Monday ⟦the port lost money⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦noted⟧ ⟦the port has closed⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦believes⟧ ⟦the port will close⟧.", "sqc", True),
    ("⟦A survey of nurses⟧ ⟦found⟧ that ⟦most are tired⟧.", "sqc", False),
    ("⟦Court records⟧ ⟦show⟧ ⟦he paid the fine⟧.", "sqc", False),
    ("⟦Experts⟧ ⟦say⟧ ⟦the dam is weak⟧.", "sqc", False),
    ("⟦The dam is weak⟧, ⟦court records⟧ ⟦show⟧.", "csq", False),
    ("⟦The dam is weak⟧, ⟦Ines Roy⟧ ⟦said⟧ on Friday.", "csq", True),
    ("⟦According to⟧ ⟦Ines Roy⟧, ⟦the dam is weak⟧.", "qsc", True),
    ("⟦According to⟧ ⟦Ines Roy, the engineer⟧, ⟦dams leak⟧.", "qsc", True),
    ("⟦According to⟧ ⟦experts⟧, ⟦the dam, which leaks, is weak⟧.", "qsc", False),
    ("⟦The dam is weak⟧, ⟦according to⟧ ⟦the water board⟧.", "cqs", True),
    ("⟦It is widely believed that⟧ ⟦the dam is weak⟧.", "qc", False),
    ("⟦Roy⟧ ⟦said⟧, “⟦The dam is weak.⟧”", "sqc", True),
    ("⟦Roy⟧ ⟦said⟧ ⟦a “second look” is needed⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦said⟧ “⟦a second look” is needed⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦said⟧ that ⟦Marsh said it rained⟧.", "sqc", True),
    ("据⟦新华社⟧⟦报道⟧，⟦桥梁已经修好⟧。", "sqc", True),
    ("⟦王强⟧⟦表示⟧，⟦桥梁已经修好⟧。", "sqc", True),
    ("⟦上海市政府⟧5日⟦宣布⟧，⟦将新建20座公园⟧。", "sqc", True),
    ("⟦王强⟧⟦昨日表示⟧，⟦桥梁已经修好⟧。", "sqc", True),
    ("⟦王强⟧日前⟦表示⟧，⟦桥梁已经修好⟧。", "sqc", True),
    ("新华社记者电话采访时，⟦王强⟧⟦指出⟧，⟦桥梁已经修好⟧。", "sqc", True),
    ("⟦外交部⟧就此事⟦表示⟧，⟦将继续谈判⟧。", "sqc", True),
    ("⟦人社部就业司⟧⟦表示⟧，⟦岗位增加了⟧。", "sqc", True),
    ("⟦反对党⟧⟦表示⟧，⟦法案有缺陷⟧。", "sqc", True),
    ("⟦王强⟧⟦表示⟧：“⟦桥梁已经修好。这是事实。⟧”他走了。", "sqc", True),
    ("⟦王强⟧⟦表示⟧：“⟦桥梁已经修好⟧”。", "sqc", True),
    ("⟦王强⟧⟦表示⟧，⟦“绿色”桥梁已经修好⟧。", "sqc", True),
    ("⟦王强⟧⟦表示⟧，⟦桥梁已经修好⟧”，随后离开。", "sqc", True),
    ("⟦王强⟧⟦表示⟧：“⟦桥梁已经修好⟧。", "sqc", True),
    ("⟦王强⟧⟦表示⟧⟦桥梁已经修好，他又说⟧“没有问题。", "sqc", True),
    ("⟦有专家⟧⟦认为⟧，⟦桥梁不安全⟧。", "sqc", False),
]


def _language(text: str) -> str:
    return "en" if text[0].isascii() or text[0] in "“⟦" else "zh"


@pytest.mark.parametrize(("marked", "order", "named"), SPEECH)
def test_an_attribution_has_source_cue_and_content(marked: str, order: str, named: bool) -> None:
    text, spans = unmark(marked)
    drawn = dict(zip(order, spans, strict=True))
    found = find_attributions(text, lined(text, _language(text))[0])
    assert found
    widest = found[0]
    assert [widest.named, widest.cue[0]] == [named, drawn["q"]]
    assert widest.source == ((drawn["s"],) if "s" in drawn else ())
    assert widest.content[0].of(text).rstrip(".") == drawn["c"].of(text).rstrip(".")


def test_a_source_between_two_halves_has_both_as_content() -> None:
    for text in (
        "The bank, critics say, was reckless.",
        "The bank, according to Roy, was reckless.",
    ):
        (found,) = find_attributions(text, lined(text)[0])
        assert [piece.of(text) for piece in found.content] == ["The bank", "was reckless"]


def test_a_second_verb_of_the_same_source_ends_the_first_content() -> None:
    text = "Roy said the dam is weak, and added that it leaks."
    contents = [one.content[0].of(text) for one in find_attributions(text, lined(text)[0])]
    assert contents == ["the dam is weak", "it leaks"]


def _transcript(text: str, *labels: str) -> tuple[Segment, ...]:
    """Return the segments of a text whose *labels* are fragments before one sentence each."""
    pieces: list[Segment] = []
    for segment in lined(text)[0]:
        label = next((one for one in labels if segment.span.of(text).startswith(one)), "")
        start = segment.span.start + len(label)
        if label:
            pieces.append(Segment(Span(segment.span.start, start), Role.FRAGMENT, "en"))
        pieces.append(Segment(Span(start, segment.span.end), segment.role, "en"))
    return tuple(pieces)


def test_a_label_says_who_speaks_in_its_line() -> None:
    text = "MAYOR LEE: Crime fell. It is low.\nThe room was full.\nQ: Is it?\nA: It is low."
    found = find_attributions(text, _transcript(text, "MAYOR LEE: ", "Q: ", "A: "))
    assert [(one.source[0].of(text), one.content[0].of(text)) for one in found] == [
        ("MAYOR LEE", "Crime fell."),
        ("MAYOR LEE", "It is low."),
    ]
    assert all(one.named and one.cue == () for one in found)


def test_a_label_that_was_not_set_off_says_nothing() -> None:
    text = "MAYOR LEE: Crime fell."
    assert find_attributions(text, lined(text)[0]) == ()


def test_the_words_after_a_label_are_attributed_to_its_name() -> None:
    text = "MAYOR LEE: Crime fell."
    segments = _transcript(text, "MAYOR LEE: ")
    _, (claim,) = describe(text, segments, (Claim("Crime fell.", (Span(11, 22),)),))
    assert claim.attribution is not None
    assert claim.attribution.source == (Span(0, 9),)


def test_the_items_of_a_list_are_said_by_whom_its_lead_in_names() -> None:
    items = "- built homes;\n- sold boats. It rained.\n- Who?"
    text = f"The board said it had:\n{items}\nIt rained.\n- shut"
    found = find_attributions(text, lined(text)[0])
    assert [(one.source[0].of(text), one.content[0].of(text)) for one in found] == [
        ("The board", "built homes"),
        ("The board", "sold boats."),
        ("The board", "Who?"),
    ]


@pytest.mark.parametrize("lead", ["The board had:", "The board said:"])
def test_items_under_a_lead_in_without_open_words_are_nobodys(lead: str) -> None:
    text = f"{lead}\n- built homes;"
    assert find_attributions(text, lined(text)[0]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "I cannot tell you the color of the paper.",
        "The bank did not say that it would pay.",
        "Roy never said that the port was sold.",
    ],
)
def test_what_somebody_did_not_say_is_nobodys(text: str) -> None:
    assert find_attributions(text, lined(text)[0]) == ()


def test_a_lead_in_of_another_language_names_nobody() -> None:
    text = "The board said it had:\n- built homes;"
    assert find_attributions(text, lined(text, "de")[0]) == ()


def test_a_line_of_thousands_of_quotations_is_read() -> None:
    text = 'Roy said "the dam is weak" and "old" ' * 3_000
    widest = find_attributions(text, lined(text)[0])[0]
    assert widest.source[0].of(text) == "Roy"
    assert widest.content[0].end == len(text.rstrip(' "'))


def test_a_report_without_a_source_is_nobodys() -> None:
    text = "据报道，桥梁已经修好。"
    (found,) = find_attributions(text, lined(text, "zh")[0])
    assert (found.named, found.source) == (False, ())


@given(st.text(alphabet="王强表示说“”「」，。据报道对昨日电"))
def test_what_is_said_in_chinese_has_no_mark_without_its_partner(text: str) -> None:
    for one in chinese(text, Span(0, len(text))):
        said = one.content[0].of(text)
        assert 0 <= one.content[0].start < one.content[0].end <= len(text)
        marks = [sign in "“「" for sign in said if sign in "“”「」"]
        assert marks.count(True) == marks.count(False)


def test_reportedly_is_nobody() -> None:
    text = "The plan was reportedly dropped."
    (found,) = find_attributions(text, lined(text)[0])
    assert (found.named, found.source) == (False, ())
    assert [piece.of(text) for piece in found.content] == ["The plan was", "dropped"]


@pytest.mark.parametrize(
    "text",
    [
        "The claims rose by a tenth.",
        "It was said in haste.",
        "Roy said nothing.",
        "Roy noted the hour.",
        "Roy found her keys.",
        "The committee found that out late.",
        "Roy said",
        ", according to Roy.",
        "According to Roy,",
        "In a note, Roy said.",
        "The song “Roy said that it rained” is old.",
        "The plan, more than Roy said.",
        "Roy has spoken and said that.",
        "该公司被称为巨头。",
        "部分居民对噪音问题表示担忧。",
        "王强对救援表示衷心感谢。",
        "王强表示，”",
        "This, that and the other say.",
    ],
)
def test_where_it_is_not_certain_there_is_none(text: str) -> None:
    assert find_attributions(text, lined(text, _language(text))[0]) == ()


def test_other_languages_and_headings_are_not_read() -> None:
    text = "Roy said that the port lost money."
    heading = (Segment(Span(0, len(text)), Role.HEADING, "en"),)
    assert find_attributions(text, lined(text, "de")[0]) == ()
    assert find_attributions(text, heading) == ()


NAMES = [
    ("Ines Roy", True),
    ("the company", True),
    ("he", True),
    ("the scientists", True),
    ("the media", False),
    ("Experts", False),
    ("records", False),
    ("a senior White House official", False),
    ("an official, Ines Roy", True),
    ("a driver", False),
    ("专家", False),
    ("王强", True),
    ("—", False),
]


@pytest.mark.parametrize(("source", "named"), NAMES)
def test_a_named_source_is_one_that_could_be_asked(source: str, named: bool) -> None:
    assert is_named(source, Span(0, len(source))) is named


def test_a_claim_that_is_the_content_is_attributed_and_the_saying_itself_is_not() -> None:
    text = "Roy said that the port lost money."
    segments, (whole,) = lined(text)
    content = Claim("The port lost money.", (Span(14, 33),))
    _, (inner, outer) = describe(text, segments, (content, whole))
    assert inner.attribution is not None
    assert outer.attribution is None


def test_a_claim_that_was_not_split_carries_the_attribution() -> None:
    text = "Roy said that the port lost money."
    _, (claim,) = describe(text, *lined(text))
    assert claim.attribution is not None
    assert claim.text == text


@given(HOSTILE)
def test_attributions_lie_in_the_text(text: str) -> None:
    for one in find_attributions(text, lined(text, None)[0]):
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
