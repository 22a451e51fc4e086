import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.span import Span, pairs, spans_from, trimmed
from marks import unmark

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))


@pytest.mark.parametrize(
    ("marked", "overlap", "inside"),
    [
        pytest.param("⟦The ⟧⟦fund⟧ fell.", False, False, id="touching"),
        pytest.param("⟦The ⟧fund ⟦fell⟧.", False, False, id="apart"),
        pytest.param("⟦The ⟦fund⟧ fell⟧.", True, True, id="nested"),
        pytest.param("⟦⟦The⟧ fund⟧ fell.", True, False, id="same start"),
    ],
)
def test_two_spans_overlap_or_hold_each_other(marked: str, overlap: bool, inside: bool) -> None:
    _, (first, second) = unmark(marked)
    assert first.overlaps(second) is overlap
    assert second.overlaps(first) is overlap
    assert first.contains(second) is inside


@given(SPANS, SPANS)
def test_overlapping_means_sharing_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) is bool(shared)
    assert one.contains(one)
    assert one.contains(other) <= (shared == set(range(other.start, other.end)))


@given(SPANS, st.integers(0, 9))
def test_shifting_moves_both_ends(span: Span, by: int) -> None:
    text = "x" * by + "0123456789" * 4
    assert span.shifted(by).of(text) == span.of(text[by:])
    assert span.shifted(by).shifted(-by) == span


@pytest.mark.parametrize(
    "marked",
    ["a⟦  ⟦word of⟧ \n⟧b", "⟦⟦word⟧⟧", "⟦⟦🙂⟧\u3000⟧", "⟦\t⟦港口⟧⟧"],
)
def test_trimming_leaves_the_words(marked: str) -> None:
    text, (first, second) = unmark(marked)
    outer, inner = (first, second) if first.contains(second) else (second, first)
    assert trimmed(outer, text) == inner


@given(st.text("ab \n\u3000", max_size=40), SPANS)
def test_trimmed_is_inside_and_has_no_blank_at_its_ends(text: str, span: Span) -> None:
    bounded = Span(min(span.start, len(text)), min(span.end, len(text)))
    inner = trimmed(bounded, text)
    assert bounded.contains(inner)
    assert inner.of(text) == bounded.of(text).strip()


@given(st.lists(SPANS))
def test_spans_come_back_from_pairs(spans: list[Span]) -> None:
    assert spans_from(pairs(spans)) == tuple(spans)


def test_spans_sort_in_reading_order() -> None:
    assert sorted([Span(3, 4), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 4)]
