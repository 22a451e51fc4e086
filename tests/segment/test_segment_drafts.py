"""Drafts as claims: which marks they keep, where spaces and full stops are put."""

import pytest

from factcheck.model.span import Span
from factcheck.segment.drafts import Draft, pieces_of
from factcheck.segment.parsed import Parsed, parsed
from factcheck.segment.parsing import flat_tree
from factcheck.segment.soundness import is_sound
from factcheck.segment.tokens import tokenize
from factcheck.segment.wording import worded


def sentence(text: str) -> Parsed:
    spans = tokenize(text, Span(0, len(text)))
    return parsed(text, spans, flat_tree(len(spans)))


@pytest.mark.parametrize(
    ("text", "pieces", "wording"),
    [
        ('He "sang well" today.', (0, 1, 2, 4, 5), 'He "sang" today.'),
        ('He "sang well" today.', (0, 1, 2), "He sang."),
        ('He "sang well" today.', (0, 1, 2, 3), 'He "sang well".'),
        ("He “sang well,” Roy said.", (0, 1, 2, 3, 4, 5), "He “sang well.”"),
        ("— He sang, Roy said.", (0, 1, 2, 3), "He sang."),
        ("He sang, today, well.", (0, 1, 2, 5, 6), "He sang, well."),
        ("He sang, fast, well!", (0, 1, 2, 4, 6), "He sang."),
        ("Today he sang.", (1, 2, 0, 3), "he sang today."),
        ("USA he sang.", (1, 2, 0), "he sang USA."),
        ("The U.S. sang, he said", (0, 1, 2), "The U.S. sang."),
        ("He left the U.S. on Monday.", (0, 1, 2, 3), "He left the U.S."),
        ("He (Roy) sang (well).", (0, "is", 2), "He is Roy."),
        ("The man's hat fell.", (3, "'s", 4), "hat's fell."),
    ],
)
def test_a_draft_reads_as_a_sentence(
    text: str, pieces: tuple[int | str, ...], wording: str
) -> None:
    assert worded(text, pieces_of(sentence(text), Draft(pieces, 0))).text == wording


@pytest.mark.parametrize(
    ("text", "pieces", "sound"),
    [
        ("The port closed.", (0, 1, 2, 3), True),
        ("The port closed.", (1, 2), False),
        ("The port closed.", (0, 1, "was", 3), False),
        ("which closed the port", (0, 1, 2, 3), False),
        ("The port closed by", (0, 1, 2, 3), False),
        ("The port (closed", (0, 1, 2, 3), False),
        ("The port) closed (now", (0, 1, 2, 3, 4, 5), False),
        (". . . .", (0, 1, 2, 3), False),
    ],
)
def test_a_draft_without_verb_words_or_pairs_is_not_sound(
    text: str, pieces: tuple[int | str, ...], sound: bool
) -> None:
    assert is_sound(sentence(text), Draft(pieces, 2)) is sound
