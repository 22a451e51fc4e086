"""Where quoted words stand in a text: all the places, and no more looking than is bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence import passages
from factcheck.evidence.passages import places
from factcheck.evidence.texts import cleaned
from factcheck.evidence.worddiff import taken
from factcheck.evidence.words import words_of
from factcheck.model.span import Span

PIECES = ("tax", "Tax", "well", "known", "wellknown", "3", "20", "三", "十", "it", "I")
Pieces = list[tuple[str, str]]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", "-", ", "))), min_size=1)


def _joined(pieces: Pieces) -> str:
    return cleaned("".join(word + mark for word, mark in pieces).strip(" ,-"))


def _anywhere(quote: str, text: str) -> set[Span]:
    """Return the places of *quote*, begun at every word of *text*."""
    words, source = words_of(quote), words_of(text)
    counts = [taken(source[i : i + len(words)], words) for i in range(len(source))]
    return {
        Span(source[i].start, source[i + count - 1].end)
        for i, count in enumerate(counts)
        if count and not passages._cuts_a_number(source, i, i + count)
    }


@given(TEXTS, TEXTS)
def test_all_places_are_found_wherever_they_begin(quoted: Pieces, around: Pieces) -> None:
    quote = _joined(quoted)
    text = cleaned(f"{_joined(around)} {quote.replace('-', '')} {quote} {_joined(around)}")
    assert set(places(words_of(quote), text)) == _anywhere(quote, text)


@pytest.mark.parametrize("text", ["tax fell " * 3_000, "3 3 " * 5_000, "a-" * 10_000 + "b"])
def test_words_over_and_over_are_compared_a_bounded_number_of_times(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(source: object, words: object, **how: object) -> int:
        asked.append(1)
        return 0

    monkeypatch.setattr(passages, "taken", counted)
    words = words_of(cleaned(text[:9_000] + " at last"))
    assert list(places(words, cleaned(text * 2))) == []
    assert len(asked) * len(words) <= 2_200_000
