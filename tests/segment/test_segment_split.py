"""Segments: what each part of an article is, and that the parts tile it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.document import Role
from factcheck.segment import claims_of, split
from hostile_texts import HOSTILE

LONG = "The council voted on Monday to close two libraries in the north of the city. It was close."


def roles(text: str) -> list[tuple[str, str]]:
    return [(segment.role.value, segment.span.of(text).strip()) for segment in split(text)]


def roles_of(text: str, words: str) -> set[str]:
    return {role for role, found in roles(text) if words in found}


@pytest.mark.parametrize(
    "heading",
    [
        "Libraries to Close in the North",
        "COUNCIL CLOSES LIBRARIES",
        "Two libraries to close after vote",
        "# Two libraries to close",
        "图书馆将关闭",
    ],
)
def test_a_short_line_before_prose_is_a_heading(heading: str) -> None:
    for gap in ("\n", "\n\n", "\n\nBy Ines Roy\n\n"):
        assert roles_of(heading + gap + LONG, heading) == {"heading"}


def test_a_line_with_a_rule_under_it_is_a_heading() -> None:
    text = f"{LONG}\n\nwhat they said, in short\n---\nNothing\n"
    assert roles_of(text.replace("what", "What"), "in short") == {"heading"}
    assert roles_of(text.replace("what", "What"), "---") == {"separator"}


@pytest.mark.parametrize(
    "line",
    [
        "The vote was close.",
        "it was close",
        "Was it close?",
        "The vote, the mayor said,",
        "“It was close.”",
        "Officials who had been there since the early morning told us nothing at all of the vote",
    ],
)
def test_what_begins_or_ends_like_a_sentence_is_no_heading(line: str) -> None:
    assert "heading" not in roles_of(f"{line}\n\n{LONG}", line)


def test_a_line_that_nothing_follows_is_no_heading() -> None:
    assert roles_of(f"{LONG}\n\nHarbour Street", "Harbour Street") == {"fragment"}


def test_a_table_pasted_as_text_is_made_of_fragments() -> None:
    text = "Year\tSales\n2020\t5\n2021\t7\n\n| a | b |\n| 1 | 2 |\n\nLeeds     12     15\n"
    assert {role for role, _ in roles(text)} == {"fragment"}


@pytest.mark.parametrize(
    "byline",
    [
        "By Ines Roy",
        "By Ines Roy, Harbour Correspondent",
        "By May Lund, Oslo",
        "LONDON, 3 May 2023 (Agency) —",
        "Tom Berg in Rome contributed to this report.",
        "Tuesday, March 8, 2011",
        "2023-05-03",
        "2023年5月3日",
        "Published: 3 May 2023 10:15",
        "(Reporting by Ines Roy; Editing by Tom Lind)",
        "本报记者 王明",
        "*By Ines Roy, staff writer*",
        "— Council transcript, 12 May 2024",
        "— Ines Roy, 12 May 2024",
    ],
)
def test_who_when_and_where_is_a_byline(byline: str) -> None:
    assert roles_of(f"{byline}\n\n{LONG}", byline) == {"byline"}


@pytest.mark.parametrize(
    "sentence",
    [
        "By May, the port had lost money and sold its boats.",
        "By Tuesday three people had died.",
        "By June 2022 the fund had closed.",
        "By Norwegian law, the fund must keep its boats.",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(sentence: str) -> None:
    assert roles(sentence) == [("sentence", sentence)]


def test_a_dateline_before_a_sentence_stays_in_it() -> None:
    text = "LONDON, 3 May 2023 (Agency) — The council voted on Monday to close two libraries."
    assert roles(text) == [("sentence", text)]


def test_the_author_is_introduced_at_the_end_only() -> None:
    note = "Ines Roy is a reporter for the Harbour Post covering ports."
    assert roles_of(f"{LONG}\n\n{note}", note) == {"byline"}
    assert roles_of(f"{note}\n\n{LONG}\n\n{LONG}", note) == {"sentence"}
    assert roles_of(note, note) == {"sentence"}


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: Ines Roy",
        "Image by Harbour Post",
        "图：王明",
        "Fig. 2: Loans by year",
        '![Loans](loans.png "Loans by year")',
        "[![Loans in May](loans_(1).png)](https://port.example/loans)",
    ],
)
def test_what_belongs_to_a_picture_is_a_caption(caption: str) -> None:
    assert roles_of(f"{LONG}\n\n{caption}\n\n{LONG}", caption) == {"caption"}


@pytest.mark.parametrize(
    "pieces",
    [
        ("The library in May. ", "Image: Harbour Post."),
        ("The library in May. It was empty. ", "(Photo: Harbour Post)"),
        ("The library and the mayor ", "Image: Harbour Post"),
        ("Photo: Ines Roy. ", "The library in May."),
    ],
)
def test_a_caption_is_read_sentence_by_sentence_and_its_credit_apart(
    pieces: tuple[str, ...],
) -> None:
    caption = "".join(pieces)
    read = roles(f"{LONG}\n\n{caption}\n\n{LONG}")
    assert {role for role, words in read if words.strip() in caption} == {"caption"}
    assert pieces[-1] in {words.strip() for _, words in read}


def test_the_label_of_a_figure_is_no_part_of_its_sentence() -> None:
    text = "Figure 1.5 Residents of Leeds met at the port in May."
    assert [role for role, _ in roles(text)] == ["caption", "sentence"]
    assert len(roles("Figure 8 Island voted against the plan in May.")) == 1


def test_marks_of_notes_change_no_role() -> None:
    text = "Who paid for it? [2] The council of Leeds did. [3] [4–6] It was dear.¹²"
    assert [role for role, _ in roles(text)] == ["question", "sentence", "sentence"]


def test_the_date_behind_a_headline_is_a_byline() -> None:
    title = "Ines Roy: An Interview with the New Director of the Port"
    assert roles(f"{title} Saturday, January 31, 2009\n\n{LONG}")[:2] == [
        ("heading", title),
        ("byline", "Saturday, January 31, 2009"),
    ]
    for heading in (
        "Agenda of the Port Council’s Meeting in Leeds for Monday, May 4, 2009",
        "Port of Leeds in 2009",
        "Port of Leeds 2",
    ):
        assert roles(f"{heading}\n\n{LONG}")[0] == ("heading", heading)


def test_the_name_behind_the_closing_words_of_a_letter_is_no_heading() -> None:
    read = roles(f"{LONG}\n\nBest regards, Ines Roy\n\n{LONG}")
    assert read[2:4] == [("fragment", "Best regards,"), ("fragment", "Ines Roy")]


def test_prose_with_wide_gaps_or_bars_in_it_is_read() -> None:
    prose = "The mayor <|1|> <|2|>   left in May. He moved   to Leeds. The council met on Friday."
    assert [role for role, _ in roles(prose)] == ["sentence"] * 3
    for row in ("Leeds   12   It rose.", "| He left. It rose. She came. | 12 |"):
        assert [role for role, _ in roles(row)] == ["fragment"]
    cells = "He left in May. | She came in June. It rose fast. | They met."
    assert [role for role, _ in roles(cells)] == ["fragment"]


def test_a_name_and_a_colon_alone_are_a_fragment() -> None:
    text = "Ines Roy 03/15/2001 04:11 PM Carol: The ferry sank near the port."
    assert [role for role, _ in roles(text)] == ["fragment"] * 3 + ["sentence"]


def test_the_label_of_a_speaker_is_a_fragment_of_its_own() -> None:
    text = "**MAYOR LEE:** Good morning. Crime fell by half.\n\nQ: Did it?\n\nA: No. It rose."
    assert roles(text) == [
        ("fragment", "**MAYOR LEE:**"),
        ("fragment", "Good morning."),
        ("sentence", "Crime fell by half."),
        ("fragment", "Q:"),
        ("question", "Did it?"),
        ("fragment", "A:"),
        ("fragment", "No."),
        ("sentence", "It rose."),
    ]


@pytest.mark.parametrize(
    "dateline",
    ["新华社上海3月5日电（记者李明）", "本报讯（记者李明）", "南京3月5日电 ", "（记者李明）"],
)
def test_a_chinese_dateline_is_a_byline_of_its_own(dateline: str) -> None:
    text = f"{dateline}市政府宣布，将新建20座公园。"
    assert roles(text) == [
        ("byline", dateline.strip()),
        ("sentence", "市政府宣布，将新建20座公园。"),
    ]


@pytest.mark.parametrize(
    "text", ["新华社记者电话采访了市长王强。", "报社电脑昨晚坏了三台。", "本报讯（记者李明）"]
)
def test_a_chinese_sentence_that_only_begins_like_a_dateline_stays(text: str) -> None:
    assert [words for _, words in roles(text)] == [text]


def test_a_note_is_no_speaker() -> None:
    text = "Note: Crime fell by half."
    assert roles(text) == [("sentence", text)]


def test_a_sentence_with_an_image_in_it_is_no_caption() -> None:
    text = "Loans fell ![a chart](loans.png) by half in May."
    assert roles(text) == [("sentence", text)]


@pytest.mark.parametrize(
    "line",
    [
        "Contact: press@port.example",
        "Media inquiries: +44 20 7946 0000",
        "press@port.example",
        "https://port.example/news",
        "联系电话：010-12345678",
        "[^1]: Roy, I. (2020). The port and fog. *Harbour Studies*, 5(2).",
        "Roy, I., & Lind, T. (2020). The port and fog. Harbour Studies, 5(2).",
        "[2] 吕安, 唐宁, 等. 码头沉降的测量方法[J]. 港工学刊, 2017, 12(4): 88-93.",
        "唐宁. 旧桥要拆了吗[N/OL]. 江城晚报, 2011-03-09(5).",
        "3. Lind RA, Sato PT, et al. Silt in gates after storms. Coast Res. 2002 Jun;93(1-2):4-6.",
        "Harbour Health Office. (2021, March 12). Salt in drinking water. Health Press.",
    ],
)
def test_addresses_and_references_are_fragments(line: str) -> None:
    assert roles_of(f"{LONG}\n\n{line}\n\n{LONG}", line) == {"fragment"}


@pytest.mark.parametrize(
    "line",
    [
        "Contact: the crew had lost it by noon.",
        "The crew wrote to press@port.example as the ferry sank.",
        "Roy, who sailed (2020), sank the ferry.",
        "据报道[J]，该市去年投资三千万元。",
        "Lind RA, Sato PT. The two sank the ferry in May of 2002.",
        "Harbour Health Office. It closed (2021) for a week.",
        "Contact: press@port.example was no address of the port, as the council found on Monday.",
    ],
)
def test_sentences_that_only_begin_like_addresses_stay(line: str) -> None:
    assert "fragment" not in roles_of(f"{LONG}\n\n{line}\n\n{LONG}", line.partition(". ")[0])


def test_a_long_reference_is_read() -> None:
    text = "Roy, I. (2020). " + LONG * 12
    assert "sentence" in {role for role, _ in roles(text)}


def test_a_note_that_says_something_is_an_item_without_its_mark() -> None:
    text = f"{LONG}\n\n[^2]: The port was closed in 2020."
    assert roles(text)[-1] == ("list-item", "[^2]: The port was closed in 2020.")
    assert claims_of(text, split(text))[-1].text == "The port was closed in 2020."


def test_a_long_paragraph_is_no_caption() -> None:
    text = "Source: " + LONG * 6
    assert "caption" not in {role for role, _ in roles(text)}


@pytest.mark.parametrize(
    "bullet", ["- ", "* ", "• ", "•", "– ", "— ", "1. ", "1) ", "(a) ", "(2) "]
)
def test_a_line_with_a_bullet_is_an_item(bullet: str) -> None:
    text = f"The council closed:\n{bullet}two libraries\n{bullet}a swimming pool\n"
    assert [role for role, _ in roles(text)] == ["lead-in", "list-item", "list-item"]


@pytest.mark.parametrize("bullet", ["一、", "（1）", "①"])
def test_a_chinese_number_opens_an_item(bullet: str) -> None:
    text = f"委员会关闭了：\n{bullet}两座图书馆\n{bullet}一个游泳池\n"
    assert [role for role, _ in roles(text)] == ["lead-in", "list-item", "list-item"]


def test_a_lead_in_is_the_last_sentence_of_its_paragraph() -> None:
    text = "The vote was close. The council closed:\n- two libraries\n- a pool"
    assert [role for role, _ in roles(text)] == ["sentence", "lead-in", "list-item", "list-item"]


def test_an_item_goes_on_in_the_next_line() -> None:
    text = "- the library in Harbour Street, which\nwas built in 1950. It leaks.\n- the pool"
    assert [words for _, words in roles(text)] == [
        "- the library in Harbour Street, which\nwas built in 1950.",
        "It leaks.",
        "- the pool",
    ]


def test_lines_marked_as_quoted_are_a_quotation() -> None:
    text = "The mayor was brief:\n> We had no choice.\n> The money is gone.\n\n" + LONG
    assert [role for role, _ in roles(text)][:3] == ["lead-in", "quotation", "quotation"]


def test_paragraphs_that_open_with_quotation_marks_are_quoted_after_a_colon() -> None:
    text = f"The mayor was brief:\n\n“We had no choice.\n\n“The money is gone.”\n\n{LONG}"
    found = [role for role, _ in roles(text)]
    assert found == ["lead-in", "quotation", "quotation", "sentence", "sentence"]


def test_what_says_more_than_that_a_quotation_follows_is_a_sentence() -> None:
    text = f"Roy has called the sale “absurd” and “rash”:\n\n“We have no choice.”\n\n{LONG}"
    assert [role for role, _ in roles(text)][:2] == ["sentence", "quotation"]


def test_a_text_that_is_announced_is_quoted_up_to_the_next_heading() -> None:
    text = (
        "A letter of the port described the day (translated):\n\nThe sea was calm that day.\n\n"
        f"Nobody saw the fog.\n\nWhat Happened Next\n\n{LONG}"
    )
    assert roles_of(text, "translated") == {"lead-in"}
    assert roles_of(text, "The sea was") | roles_of(text, "the fog") == {"quotation"}
    assert roles_of(text, "two libraries") == {"sentence"}


@pytest.mark.parametrize(
    "second", ["The mayor said that nobody was hurt.", "According to the police, it was late."]
)
def test_the_quotation_ends_where_the_voice_of_the_article_may_be_back(second: str) -> None:
    quoted = f"The sea was calm.\n\n{second}"
    text = f"A statement described the day:\n\n{quoted}\n\nWhat Came Next\n\n{LONG}"
    assert roles_of(text, "The sea was") == {"quotation"}
    assert roles_of(text, second) == {"sentence"}


def test_words_of_speech_announce_one_paragraph() -> None:
    text = (
        f"The mayor wrote:\n\nThe sea was calm.\n\nThe fog came later.\n\nWhat Came Next\n\n{LONG}"
    )
    assert roles_of(text, "The sea was") == {"quotation"}
    assert roles_of(text, "The fog") == {"sentence"}


def test_a_quotation_without_an_end_in_sight_is_one_paragraph() -> None:
    text = "A statement of the port read:\n\n" + "The sea was calm.\n\n" * 9
    assert [role for role, _ in roles(text)].count("quotation") == 1


@pytest.mark.parametrize(
    "text", ["There is one rule:\n\nThe sea wins.", "The mayor wrote:", "He said:\n***"]
)
def test_a_colon_that_announces_no_quotation_ends_a_sentence(text: str) -> None:
    assert roles(text)[0][0] == "sentence" or roles(text)[0][0] == "fragment"
    assert "quotation" not in {role for role, _ in roles(text)}


@pytest.mark.parametrize("question", ["Who pays for it?", "“Who pays for it?”", "谁来付钱？"])
def test_a_question_is_a_question(question: str) -> None:
    assert roles_of(f"{LONG} {question}", question) == {"question"}


def test_a_sentence_that_quotes_a_question_is_none() -> None:
    text = "The mayor asked the council, “Who pays for it?”"
    assert roles(text) == [("sentence", text)]


@pytest.mark.parametrize(
    "courtesy",
    [
        "Click here to subscribe.",
        "Dear readers,",
        "Hello!",
        "Good morning.",
        "Thank you for coming.",
        "Thank you all very much.",
        "No.",
        "For more information, contact the port.",
        "Join the conversation on Facebook.",
        "This story has been updated to include a statement from the mayor.",
        "详情请见 https://port.example/a 。",
        "欢迎访问官网了解更多。",
    ],
)
def test_courtesies_are_fragments(courtesy: str) -> None:
    assert roles_of(f"{courtesy}\n\n{LONG}", courtesy) == {"fragment"}


@pytest.mark.parametrize(
    "sentence",
    [
        "No ferry sank on Monday.",
        "Thank you notes from the crew filled the hall.",
        "详情并未公布。",
    ],
)
def test_sentences_that_begin_like_courtesies_stay(sentence: str) -> None:
    assert roles_of(f"{sentence}\n\n{LONG}", sentence) == {"sentence"}


@pytest.mark.parametrize("rule", ["***", "-----", "* * *", "====", "___"])
def test_a_rule_is_a_separator(rule: str) -> None:
    assert roles_of(f"{LONG}\n\n{rule}\n\n{LONG}", rule) == {"separator"}


def test_white_space_before_the_first_word_is_a_separator() -> None:
    assert [segment.role for segment in split(" \n\n It sank.")] == [Role.SEPARATOR, Role.SENTENCE]
    assert [segment.role for segment in split(" \n ")] == [Role.SEPARATOR]
    assert split("") == ()


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The council voted on Monday evening to close the libraries in\n"
        "Harbour Street and Mill Lane. The vote was close. Nobody from\n"
        "the public spoke.\n"
    )
    assert [words.count("\n") for _, words in roles(text)] == [1, 0, 1]


def test_a_wrapped_line_may_begin_with_any_word() -> None:
    text = (
        "The council voted on Monday evening to close a library built\n"
        "by Ines Roy and Tom Lind after the war, when the harbour was\n"
        "image and source of the wealth of the city.\n"
    )
    assert len(roles(text)) == 1


def test_one_paragraph_a_line_stays_apart() -> None:
    prose = "The council voted on Monday to close them. It was late."
    text = f"Council closes two libraries\n{prose}\nIt rained."
    assert [role for role, _ in roles(text)] == ["heading", "sentence", "sentence", "sentence"]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("the council closed the library", "sentence"),
        ("a library in Leeds", "fragment"),
        ("It's late", "sentence"),
        ("we know it's late", "sentence"),
        ("the council, it's said, closed it", "sentence"),
        ("the council visited Leeds", "sentence"),
        ("a library, closed the day before", "fragment"),
        ("the old reports", "fragment"),
        ("le conseil a fermé la bibliothèque hier soir à Lyon", "sentence"),
        ("bibliothèque fermée", "fragment"),
        ("议会昨晚关闭了图书馆", "sentence"),
        ("图书馆", "fragment"),
        ("😀😀", "fragment"),
        ("The end. 😀", "sentence"),
    ],
)
def test_words_without_a_mark_are_a_sentence_if_they_read_like_one(words: str, role: str) -> None:
    assert roles(words)[0][0] == role


def test_a_paragraph_hands_its_language_on() -> None:
    text = f"{LONG}\n\nInes Roy\n\n市议会昨晚通过了预算。\n\nLe conseil a voté le budget hier soir."
    assert [segment.language for segment in split(text)] == ["en", "en", "en", "zh", "fr"]


HARD = {
    "5,000 words": "word " * 5_000,
    "punctuation": "?!.,;:" * 500,
    "emoji": "😀👩‍👩‍👧 " * 300,
    "mixed scripts": "Ferry 渡轮 паром フェリー عبارة. " * 100,
    "code": "def f(x):\n    return {'a': [1, 2]}\n" * 50,
    "capitals": "THE COUNCIL CLOSED THE LIBRARY. IT WAS LATE.\n" * 50,
    "zero width": "\u200b\u200d\ufeff" * 100,
    "surrogates": "\ud800 \udfff." * 100,
    "one long line": "The ferry sank (it was 1.5 km out; “so far”) " * 2_000,
    "brackets": "(" * 5_000,
    "colons": "he said:\n" * 500,
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_hard_texts_are_tiled_too(text: str) -> None:
    segments = split(text)
    assert "".join(segment.span.of(text) for segment in segments) == text


@given(HOSTILE | st.text())
def test_segments_tile_the_text_and_none_is_empty(text: str) -> None:
    segments = split(text)
    assert "".join(segment.span.of(text) for segment in segments) == text
    assert all(segment.span.start < segment.span.end for segment in segments)
    assert all(segment.subjectivity == 0 for segment in segments)


@given(HOSTILE | st.text())
def test_white_space_belongs_to_the_segment_before_it(text: str) -> None:
    later = split(text)[1:]
    assert not any(segment.span.of(text)[0].isspace() for segment in later)
