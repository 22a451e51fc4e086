"""Quotations: exact, joined, altered and absent are told apart, and no changed sense is exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.quotes import compare
from factcheck.evidence.texts import cleaned
from factcheck.model.quotecheck import Outcome, Piece
from quote_cases import HARDER, cases

TEXT = cleaned(
    """The minister said that growth reached 37 percent in 2021. “We did not know of any inter-
national agreement,” she added, and the well-
known office refused to comment. The cost was $3.5 million, down 5% from −4 °C levels. He is not
guilty of any crime. THE CITY BUILT 12 NEW SCHOOLS LAST YEAR. The word (…) was missing. They don’t
owe 1,250,000 euros. A state-of-the-
art harbour, said I.
该公司去年亏损三千万元，没有支付股息。"""
)


@pytest.mark.parametrize(
    "quote",
    [
        "growth reached 37 percent in 2021",
        "Growth reached 37 percent in 2021.",
        "“growth reached 37 percent”",
        "we did not know of any international agreement",
        "the well-known office refused to comment",
        "a state-of-the-art harbour",
        "They don't owe 1250000 euros",
        "The minister said [sic] that growth",
        "The minister said that [sic!] growth",
        "[T]he minister said that growth",
        "He is [Not] guilty of any crime",
        "The city built 12 new schools last year",
        "The word … was missing",
        "levels. He is not guilty",
        "down 5 % from -4 °C",
        "亏损三千万元",
        "I",
    ],
)
def test_the_same_words_are_exact(quote: str) -> None:
    check = compare(quote, TEXT)
    assert (check.outcome, check.changes) == (Outcome.EXACT, ())
    assert check.score == 1.0


@pytest.mark.parametrize(
    ("quote", "left_out"),
    [
        ("The minister said … 37 percent in 2021", ("that growth reached",)),
        ("The minister said [...] 37 percent", ("that growth reached",)),
        ("The minister … 37 percent … agreement", None),
        ("… the minister said. . . 37 percent …", ("that growth reached",)),
        ("The minister said that … growth reached", ("",)),
    ],
)
def test_parts_in_order_are_joined(quote: str, left_out: tuple[str, ...] | None) -> None:
    check = compare(quote, TEXT)
    assert check.outcome is Outcome.JOINED
    if left_out is not None and left_out != ("",):
        assert check.left_out == left_out


@pytest.mark.parametrize(
    ("quote", "kinds", "source", "quoted"),
    [
        ("growth reached 73 percent in 2021", ("number",), "37", "73"),
        ("growth reached 37 per cent in 2021", ("unit",), "percent", "per cent"),
        ("We did know of any international agreement", ("negation",), "not", ""),
        ("The cost was 3.5 million", ("number", "unit"), "$3.5", "3.5"),
        ("The cost was $5 million, down 5%", ("number", "unit"), "$3.5", "$5"),
        ("down 5% from 4 °C levels", ("number", "unit"), "−4 °", "4 °"),
        ("million, down 5 from −4 °C levels", ("number", "unit"), "5%", "5"),
        ("The minister said that Growth reached", ("case",), "growth", "Growth"),
        ("in 2021 … growth reached", ("order",), "", "in 2021 … growth reached"),
        ("growth fell … 37 percent in 2021", ("words",), "reached", "fell"),
        ("He is [Mr Roy] guilty of any crime", ("negation", "name"), "not", "[Mr Roy]"),
        ("growth reached 37 percent in 2021 [not 2012]", ("number", "negation"), "", "[not 2012]"),
        ("[Nobody said] growth reached 37 percent", ("negation", "name"), "", "[Nobody said]"),
        ("亏损三万元，没有支付股息", ("number",), "千", ""),
        ("亏损三千万元，支付股息", ("negation",), "没有", ""),
        ("The minister [and] guilty of any crime", ("negation",), None, "[and]"),
    ],
)
def test_every_other_word_is_named(
    quote: str, kinds: tuple[str, ...], source: str | None, quoted: str
) -> None:
    check = compare(quote, TEXT)
    assert check.outcome is Outcome.ALTERED
    change = check.changes[0]
    if source is not None:
        assert (change.source, change.quote) == (source, quoted)
    assert set(change.kinds) & set(kinds)


@pytest.mark.parametrize(
    "quote",
    [
        "The moon is made of green cheese and old milk",
        "guilty growth",
        "guilty … moon … cheese … milk … bread",
        "zzz",
    ],
)
def test_what_the_source_does_not_say_is_absent(quote: str) -> None:
    assert compare(quote, TEXT).outcome is Outcome.ABSENT


def test_absent_words_come_with_the_nearest_passage() -> None:
    check = compare("The treasurer wrote that growth of moss reached a record", TEXT)
    assert check.outcome is Outcome.ABSENT
    assert "growth reached" in check.passage


def test_the_sources_own_sic_is_none_of_its_words() -> None:
    text = "“The man was tyred [sic] and unfit,” said Roth."
    for quote in ("The man was tyred and unfit", "The man was tyred [sic] and unfit"):
        assert compare(quote, text).outcome is Outcome.EXACT


@pytest.mark.parametrize("quote", ["", " … ", "“”", "[sic]", "\n"])
def test_a_quotation_without_words_is_not_compared(quote: str) -> None:
    assert compare(quote, TEXT).outcome is Outcome.UNCHECKED


def test_an_empty_source_holds_nothing() -> None:
    assert compare("some words here", "").outcome is Outcome.ABSENT


@pytest.mark.parametrize(
    ("quote", "remark"),
    [
        ("guilty of any crime", "the source has “not” just before these words"),
        ("in 2021. “We did", "the source has “not” just after these words"),
        ("We did … know", "what is left out holds “not”"),
        ("The minister [of trade] said", "“[of trade]” is the quoter’s own"),
        ("the office refused to comment [on Monday]", None),
    ],
)
def test_what_turns_true_words_round_is_remarked(quote: str, remark: str | None) -> None:
    assert remark is None or remark in compare(quote, TEXT).remarks


def test_the_diff_keeps_every_word_that_both_have() -> None:
    check = compare("We have never had a plan", 'Roth told them: "We never had a plan for it."')
    assert check.diff == (
        (Piece.SAME, "We"),
        (Piece.QUOTE, "have"),
        (Piece.SAME, "never had a plan"),
    )


def test_the_diff_shows_both_wordings() -> None:
    check = compare("growth reached 73 percent in 2021", TEXT)
    assert check.diff == (
        (Piece.SAME, "growth reached"),
        (Piece.SOURCE, "37"),
        (Piece.QUOTE, "73"),
        (Piece.SAME, "percent in 2021"),
    )


def test_capitals_that_change_a_word_are_shown_though_the_headline_is_in_capitals() -> None:
    check = compare("The city built 13 new schools last year", TEXT)
    assert check.outcome is Outcome.ALTERED
    assert [(change.source, change.quote) for change in check.changes] == [("12", "13")]


@pytest.mark.parametrize("seed", range(3))
def test_drawn_quotations_are_told_apart(seed: int) -> None:
    drawn = cases(400, seed)
    wrong = [
        (case.how, case.quote)
        for case in drawn
        if compare(case.quote, cleaned(case.text)).outcome is not case.outcome
    ]
    assert len(wrong) <= len(drawn) / 100, wrong


@pytest.mark.parametrize("seed", range(3))
def test_dressed_bracketed_and_chinese_quotations_are_told_apart(seed: int) -> None:
    drawn = cases(400, seed, HARDER)
    found = [compare(case.quote, cleaned(case.text)).outcome for case in drawn]
    wrong = [
        (case.how, case.quote, str(outcome))
        for case, outcome in zip(drawn, found, strict=True)
        if outcome is not case.outcome
    ]
    held = {str(Outcome.EXACT), str(Outcome.JOINED)}
    assert [one for one in wrong if one[2] in held] == []
    assert len(wrong) <= len(drawn) / 100, wrong


@pytest.mark.parametrize("seed", range(3, 6))
def test_no_drawn_alteration_passes_as_exact(seed: int) -> None:
    altered = [case for case in cases(400, seed) if case.outcome is Outcome.ALTERED]
    held = {Outcome.EXACT, Outcome.JOINED}
    passed = [case for case in altered if compare(case.quote, cleaned(case.text)).outcome in held]
    assert passed == []


@given(st.text(max_size=200), st.text(max_size=400))
def test_nothing_breaks_the_comparison(quote: str, text: str) -> None:
    check = compare(quote, cleaned(text))
    assert 0.0 <= check.score <= 1.0
    assert check.outcome in Outcome


@given(st.integers(0, 999_999), st.integers(0, 999_999))
def test_another_number_is_never_exact(written: int, quoted: int) -> None:
    text = f"The board counted {written:,} votes on Monday."
    outcome = compare(f"The board counted {quoted} votes on Monday", text).outcome
    assert (outcome is Outcome.EXACT) == (written == quoted)


@given(st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=30))
def test_any_stretch_of_the_text_is_exact(words: list[str]) -> None:
    text = " ".join(words)
    check = compare(text, cleaned(f"Before it. {text} after it."))
    assert check.outcome in {Outcome.EXACT, Outcome.JOINED, Outcome.UNCHECKED}


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "a " * 300_000,
        "not " * 250_000,
        "1" * 1_000_000,
        "三" * 300_000,
        "-\n" * 400_000,
    ],
)
def test_a_long_source_of_nothing_is_compared(text: str) -> None:
    assert compare("not a single one of us, said 1", cleaned(text)).outcome is Outcome.ABSENT


@pytest.mark.parametrize(
    "quote",
    ["a" * 100_000, "a b " * 20_000, "[" * 50_000, "… " * 30_000 + "a"],
    ids=["one word", "short words", "brackets", "marks of omission"],
)
def test_a_long_quotation_of_nothing_is_compared(quote: str) -> None:
    assert compare(quote, TEXT).outcome in Outcome


def test_a_source_that_ends_within_the_quotation_is_altered() -> None:
    check = compare("The office refused to comment on Monday", "The office refused to comment on")
    assert check.outcome is Outcome.ALTERED
    assert check.changes[0].quote == "Monday"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("增长了百分之三", "增长了百分之三十。"),
        ("十年没有增长", "二十年没有增长。"),
        ("they lost twenty", "Then they lost twenty-one boats."),
        ("they lost 3", "Then they lost 3½ tonnes."),
        ("they lost 3", "Then they lost 3.5 tonnes."),
        ("20 percent of them", "Of 10-20 percent of them."),
    ],
)
def test_a_number_cut_at_the_edge_of_a_quotation_is_not_exact(quote: str, text: str) -> None:
    check = compare(quote, text)
    assert check.outcome not in {Outcome.EXACT, Outcome.JOINED}
    assert "number" in check.changes[0].kinds


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("won 2-0 seats", "won 20 seats"),
        ("won 20 seats", "won 2-0 seats"),
        ("rose 5 percent", "rose .5 percent"),
        ("rose 0.5 percent", "rose 5 percent"),
        ("cost 50 a piece", "cost 50¢ a piece"),
        ("about 6 long", "about 6″ long"),
        ("took 20 days", "took ~20 days"),
        ("took 20 days", "took ≈20 days"),
        ("fell by 35 today", "fell by ３．５ today"),
        ("lost 100 today", "lost ￥100 today"),
        ("was 10 2 then", "was 102 then"),
        ("was 102 then", "was 10² then"),
        ("was 12 then", "was ½ then"),
        ("on 1/2 of it", "on 12 of it"),
        ("at 3:0 then", "at 30 then"),
    ],
)
def test_no_mark_in_or_at_a_number_is_passed_over(quote: str, source: str) -> None:
    check = compare(f"The boats {quote} of them", cleaned(f"The boats {source} of them."))
    assert check.outcome is Outcome.ALTERED


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("rose 0.5 percent", "rose .5 percent"),
        ("fell by 3.5% today", "fell by ３．５％ today"),
        ("lost ¥100 today", "lost ￥100 today"),
        ("a world-wide web", "a worldwide web"),
        ("then .5 more", "then …0.5 more"),
    ],
)
def test_numbers_and_words_in_another_typography_are_the_same(quote: str, source: str) -> None:
    check = compare(f"The boats {quote} of them", cleaned(f"The boats {source} of them."))
    assert check.outcome is Outcome.EXACT


def test_words_at_the_end_of_the_source_begin_no_quotation() -> None:
    assert compare("on Monday", "Monday on").outcome is Outcome.ABSENT


@pytest.mark.parametrize("text", ["zzzz" * 20, "一二三四五" * 20])
def test_words_with_no_letter_in_the_source_are_absent(text: str) -> None:
    assert compare("aaa bbb ccc", text).outcome is Outcome.ABSENT
