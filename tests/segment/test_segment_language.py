"""Languages: script first, little words next, langdetect last, and never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.segment.language import language_of

CASES = [
    ("The council voted on the plan of the harbour and the mayor left.", "en"),
    ("COUNCIL VOTES ON HARBOUR PLAN AND WIDENS ROAD NEAR STATION", "en"),
    ("Le conseil municipal a voté le budget hier soir après un long débat.", "fr"),
    ("Der Stadtrat hat gestern Abend nach langer Debatte den Haushalt beschlossen.", "de"),
    (
        "Records from Lisbon show that Quay, a firm in Porto, lost money and ships in May.",
        "en",
    ),
    ("Byen har to huse og en have for alle, som and og gæs besøger hver dag om vinteren.", "da"),
    ("市议会昨晚通过了预算，Harbour Group 公司表示欢迎。", "zh"),
    ("The Academy (科学院) of the city has the right to refuse, said the mayor.", "en"),
    ("市議会は昨夜、予算を可決しました。", "ja"),
    ("시의회는 어젯밤 예산안을 통과시켰다.", "ko"),
    ("Городской совет вчера вечером принял бюджет после долгих споров.", "ru"),
]


@pytest.mark.parametrize(("paragraph", "language"), CASES)
def test_a_paragraph_has_its_language(paragraph: str, language: str) -> None:
    assert language_of(paragraph, None) == language


@pytest.mark.parametrize("short", ["", "Ines Roy", "12,5 %", "😀"])
def test_a_short_paragraph_has_the_language_of_the_one_before(short: str) -> None:
    assert language_of(short, "fr") == "fr"
    assert language_of(short, None) is None


def test_a_heading_in_an_english_article_is_english() -> None:
    assert language_of("Harbour Group Quarterly Results", "en") == "en"


def test_a_paragraph_with_one_english_word_goes_on_in_english() -> None:
    names = "Minutes from " + "Harbour Group Lisbon Porto Faro Braga Setubal Evora " * 3
    assert language_of(names, "en") == "en"


def test_printed_marks_say_nothing_about_the_language() -> None:
    names = "Minutes from “Harbour Group” – Lisbon, Porto, Faro, Braga… " * 3
    assert language_of(names, "en") == "en"
    french = (
        "Le conseil a voté « un budget » for l’année – après un long débat hier soir à Lyon. " * 2
    )
    assert language_of(french, "en") == "fr"


def test_letters_that_tell_nothing_leave_the_language_of_the_one_before() -> None:
    nothing = "".join(map(chr, range(0x10A0, 0x10C0)))
    assert language_of(nothing, "fr") == "fr"


@given(st.text(max_size=60), st.sampled_from([None, "en", "fr"]))
def test_no_text_is_an_error_and_the_answer_is_always_the_same(
    text: str, previous: str | None
) -> None:
    assert language_of(text, previous) == language_of(text, previous)
