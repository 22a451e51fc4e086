"""Who is made responsible for a claim, by which words, for what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import describe
from factcheck.annotate.attribution import find_attributions
from factcheck.annotate.chinese import chinese
from factcheck.annotate.sources import is_named
from factcheck.model.claim import Attribution, Claim
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span
from hostile_texts import HOSTILE
from lined import lined
from marks import unmark

# Drawn in reading order: source, cue and content, whichever comes first in the text.
SPEECH = [
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


def test_a_lead_in_of_another_language_names_nobody() -> None:
    text = "The board said it had:\n- built homes;"
    assert find_attributions(text, lined(text, "de")[0]) == ()


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


@pytest.mark.parametrize(
    "text",
    [
        "Roy said that the port lost money.",
        "该公司被称为巨头。",
        "部分居民对噪音问题表示担忧。",
        "王强对救援表示衷心感谢。",
        "王强表示，”",
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
    text = "王强表示，桥梁已经修好。"
    segments, (whole,) = lined(text, "zh")
    content = Claim("桥梁已经修好。", (Span(5, 12),))
    _, (inner, outer) = describe(text, segments, (content, whole))
    assert inner.attribution is not None
    assert outer.attribution is None


def test_a_claim_that_was_not_split_carries_the_attribution() -> None:
    text = "王强表示，桥梁已经修好。"
    _, (claim,) = describe(text, *lined(text, "zh"))
    assert claim.attribution is not None
    assert claim.text == text


def test_what_is_found_in_the_sentence_itself_stays() -> None:
    text = "MAYOR LEE: Crime fell, Roy said."
    own = Attribution(
        named=True, source=(Span(23, 26),), cue=(Span(27, 31),), content=(Span(11, 21),)
    )
    segments = _transcript(text, "MAYOR LEE: ")
    claim = Claim("Crime fell, Roy said.", (Span(11, 32),), attribution=own)
    assert describe(text, segments, (claim,))[1][0].attribution == own


@pytest.mark.parametrize(
    "lead",
    [
        "The board did not say it had:",
        "The board said it had, and Roy said it was:",
        "More than the board said it had:",
        "If said so it had:",
    ],
)
def test_a_lead_in_that_leaves_it_open_names_nobody(lead: str) -> None:
    text = f"{lead}\n- built homes;"
    assert find_attributions(text, lined(text)[0]) == ()


def test_a_quotation_in_chinese_has_the_speaker_beside_it() -> None:
    text = "王强说：“桥梁已经修好，可以通车了。”\n“河水”很深。\n“桥梁”很长。"
    found = find_attributions(text, lined(text, "zh")[0])
    assert {one.source[0].of(text) for one in found} == {"王强"}


@given(HOSTILE)
def test_attributions_lie_in_the_text(text: str) -> None:
    for one in find_attributions(text, lined(text, None)[0]):
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
