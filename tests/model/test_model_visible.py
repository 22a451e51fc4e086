import sys
import unicodedata

import pytest
from hypothesis import given

from factcheck.model.visible import one_line, storable, visible
from hostile_texts import HOSTILE

# Bidirectional classes of characters that turn the order of others, or have no width at all.
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN", "B", "S"}
_CATEGORIES = {"Cc", "Cs", "Zl", "Zp"}


def _is_dangerous(character: str) -> bool:
    return (
        unicodedata.category(character) in _CATEGORIES
        or unicodedata.bidirectional(character) in _TURNING
        or character in "\u200e\u200f\u061c"
    )


def test_every_dangerous_character_is_replaced_by_one_that_is_not() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    for character, shown in zip(everything, visible(everything), strict=True):
        assert not _is_dangerous(shown), hex(ord(character))
        assert shown == character or _is_dangerous(character) or not character.isprintable()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[2J", "␛[2J"),
        ("a\tb\nc", "a␉b␊c"),
        ("\x00\x7f\x9b", "␀␡�"),
        ("a\u202eb\u200bc\ufeff", "a�b�c�"),
        ("so\u00adft", "so�ft"),
        ("Café 港口 🙂 e\u0301", "Café 港口 🙂 e\u0301"),
        ("\ud800", "�"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(HOSTILE)
def test_visible_keeps_offsets_true_and_is_done_once(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(map(_is_dangerous, shown))
    assert visible(shown) == shown
    assert shown.encode().decode() == shown


@given(HOSTILE)
def test_one_line_is_one_line_without_blanks_at_its_ends(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == " ".join(line.split())
    assert one_line(line) == line


@given(HOSTILE)
def test_storable_changes_lone_surrogates_only(text: str) -> None:
    kept = storable(text)
    assert kept.encode().decode() == kept
    assert all(
        new == old or (new == "\ufffd" and unicodedata.category(old) == "Cs")
        for new, old in zip(kept, text, strict=True)
    )
