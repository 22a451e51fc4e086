"""A wording laid at the article: exact spans, and everything else is an insertion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.alignment import Quoted, aligned, with_brackets
from factcheck.model.span import Span
from hostile_texts import HOSTILE

TEXT = "The mayor cut the budget in May and has since closed two libraries."


def whole(text: str) -> list[Quoted]:
    return [Quoted(Span(0, len(text)), text)]


@pytest.mark.parametrize(
    ("wording", "spans", "shown"),
    [
        pytest.param(TEXT, [TEXT], TEXT, id="the same words"),
        pytest.param(
            "The mayor has since closed two libraries.",
            ["The mayor", "has since closed two libraries."],
            "The mayor has since closed two libraries.",
            id="a shared subject",
        ),
        pytest.param(
            "The mayor cut the budget in May.",
            ["The mayor cut the budget in May"],
            "The mayor cut the budget in May⟨.⟩",
            id="a full stop alone is no place",
        ),
        pytest.param(
            "Anna Meier, the mayor, cut the budget.",
            ["mayor", "cut the budget"],
            "⟨Anna Meier, the⟩ mayor⟨,⟩ cut the budget⟨.⟩",
            id="inserted words",
        ),
        pytest.param("Prices rose.", [TEXT], "⟨Prices rose.⟩", id="nothing shared"),
        pytest.param("Maybe", [TEXT], "⟨Maybe⟩", id="part of a word is no word"),
    ],
)
def test_words_that_stand_in_the_article_are_spans(
    wording: str, spans: list[str], shown: str
) -> None:
    claim = aligned(whole(TEXT), wording)
    assert [span.of(TEXT) for span in claim.spans] == spans
    assert with_brackets(claim.text, claim.insertions) == shown


def test_line_breaks_of_the_article_are_spaces_of_the_wording() -> None:
    text = "The port\n  lost money."
    claim = aligned(whole(text), "The port lost money.")
    assert (claim.spans, claim.insertions) == ((Span(0, len(text)),), ())


def test_words_run_together_are_not_the_words_of_the_article() -> None:
    claim = aligned(whole("well - being"), "well-being")
    assert [span.of("well - being") for span in claim.spans] == ["well", "being"]


def test_no_span_reaches_over_two_pieces() -> None:
    pieces = [Quoted(Span(5, 8), "One"), Quoted(Span(20, 23), "two")]
    assert aligned(pieces, "One two").spans == (Span(5, 8), Span(20, 23))


def test_chinese_is_laid_character_by_character() -> None:
    claim = aligned(whole("渡轮每天多运送了三千名乘客。"), "渡轮运送了乘客。")
    assert with_brackets(claim.text, claim.insertions) == "渡轮运送了乘客。"
    assert len(claim.spans) == 3


def test_two_pages_without_anything_in_common_are_not_compared_word_by_word() -> None:
    text, wording = "a b " * 5000, "b a " * 2000
    claim = aligned(whole(text), "x " + wording + "y")
    assert claim.spans == (Span(0, len(text)),)


@given(HOSTILE, HOSTILE)
def test_every_word_is_in_a_span_or_an_insertion(text: str, typed: str) -> None:
    wording = " ".join(typed.split())
    claim = aligned(whole(text), wording)
    assert list(claim.spans) == sorted(claim.spans)
    assert all(0 <= span.start <= span.end <= len(text) for span in claim.spans)
    left = list(wording)
    for span in claim.insertions:
        left[span.start : span.end] = " " * (span.end - span.start)
    kept = "".join("".join(left).split())
    quoted = "".join("".join(span.of(text) for span in claim.spans).split())
    # What is no insertion is what the spans say; where nothing is shared they are the whole text.
    assert kept in {quoted, ""}


@given(st.text(st.sampled_from("ab ,."), max_size=60), st.data())
def test_words_left_out_of_the_text_leave_only_spans(text: str, data: st.DataObject) -> None:
    words = text.split()
    kept = [word for word in words if data.draw(st.booleans())]
    if any(map(str.isalnum, "".join(kept))):
        claim = aligned(whole(text), " ".join(kept))
        assert all(span.of(text).strip() for span in claim.spans)
