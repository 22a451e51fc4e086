"""What a claim says that its sources do not, with the spellings that were looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.claimed import SourceText, missing
from factcheck.evidence.texts import cleaned
from factcheck.evidence.words import in_line, words_of

SOURCE = SourceText(
    "On March 14, 2019 the port of Velden lost 4,700,000 euros, said Ines Roy. Three cranes ran,"
    " and 1.5 billion was spent. “We will not pay for sand that nobody weighed.” 2020-05-03. 47%"
)


@pytest.mark.parametrize(
    "words",
    [
        "The port lost 4.7 million euros on 14 March 2019, Ms Roy said.",
        "In March 2019, 3 cranes ran; 4700000 were lost and 1,500,000,000 spent.",
        "On 3 May 2020 it was 47 percent, or 4,700 thousand.",
        "Roy said “we will not … sand that nobody weighed”.",
        "“Sand” is a word.",
        "Yesterday was fine.",
        "",
    ],
)
def test_what_the_source_holds_in_any_spelling_is_not_missing(words: str) -> None:
    assert missing(words, (SOURCE,)) == ()


@pytest.mark.parametrize(
    ("words", "kind", "named", "tried"),
    [
        ("It lost 4.8 million euros.", "number", "4.8 million", "4800000"),
        ("It had 12 cranes.", "number", "12", "twelve"),
        ("It had 13 cranes.", "number", "13", "13"),
        ("It lost 25,500,000 euros.", "number", "25,500,000", "25.5 million"),
        ("It lost 2.1234 thousand euros.", "number", "2.1234 thousand", "2.1234thousand"),
        ("It was on 15 March 2019.", "date", "15 March 2019", "2019-03-15"),
        ("It was on March 15.", "date", "March 15", "15 Mar"),
        ("It was in April 2019.", "date", "April 2019", "Apr 2019"),
        ("The mayor Tomas Weil spoke.", "name", "Tomas Weil", "Weil"),
        ("They came from Ostra’s pier.", "name", "Ostra’s", "Ostra"),
        ("Roy said “we will pay for sand that nobody weighed”.", "quotation",
         "we will pay for sand that nobody weighed", "we will pay for sand that nobody weighed"),
    ],
)  # fmt: skip
def test_what_no_source_holds_is_named(words: str, kind: str, named: str, tried: str) -> None:
    [found] = missing(words, (SOURCE,))
    assert (found.kind, found.span.of(words)) == (kind, named)
    assert tried in found.looked_for


def test_one_source_that_has_it_suffices() -> None:
    assert missing("Tomas Weil", (SOURCE, SourceText("Mr Weil came."))) == ()


@given(st.text(max_size=300))
def test_a_text_is_never_missing_in_itself(text: str) -> None:
    found = missing(text, (SourceText(text),))
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)


@pytest.mark.parametrize("words", ["1" * 50_000, "A " * 20_000, "“" * 20_000, "March 1" * 1_000])
def test_a_long_claim_of_nothing_is_read(words: str) -> None:
    assert isinstance(missing(words, (SOURCE,)), tuple)


def slowly(text: str) -> str:
    keys = [word.key.strip("-−–+$€£¥₹₽%‰°") or word.key for word in words_of(text)]
    return " " + "".join(key + " " for key in keys)


PIECES = (
    *(
        "$ 5",
        "−4 °",
        "1,250,000",
        "12,34",
        "3.5%",
        "don’t",
        "İstanbul",
        "& ",
        "三千",
        "€",
        "+",
        "\n",
    ),
    *("a-b", "5 %", "10 ", " ", "7:30", "Straße", "%", "abc", "né", "x5", "y_"),
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5))).map("".join))
def test_the_words_of_a_long_text_are_cut_as_those_of_a_short_one(text: str) -> None:
    assert in_line(cleaned(text)).split() == slowly(cleaned(text)).split()


def test_a_comma_after_a_number_is_no_part_of_it() -> None:
    [one] = missing("In 2018, cranes ran.", (SOURCE,))
    assert one.span.of("In 2018, cranes ran.") == "2018"


@pytest.mark.parametrize(
    "words",
    [
        "1" * 500_000 + "a1",
        "1," * 250_000 + "a1",
        "March " * 100_000,
        "“a" * 100_000,
        "A" * 500_000,
    ],
)
def test_a_claim_of_a_megabyte_is_looked_through(words: str) -> None:
    assert all(one.span.end <= len(words) for one in missing(words, (SOURCE,)))
