"""Cut the vocabulary of the encoder to what English text needs.

In: a `tokenizer.json`, parsed. Out: the same without the pieces left out, and which rows of the
embedding table remain.

Only pieces that hold no Latin or Greek letter, digit, mark or symbol are left out, and the
encoder's unused numbers: what remains cuts every English word exactly as before. A word in
another script becomes the piece for unknown words.
"""

import json
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

from tokenizers import Tokenizer

from factcheck.segment.pieces import Special, readable

_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
# Where the blocks of Latin letters and common signs end.
_LATIN = 0x0250
# Where the blocks of East Asian scripts begin, with their own marks and symbols.
_EAST_ASIAN = 0x2E80


def is_kept(piece: str) -> bool:
    """Say whether *piece* can occur in English text."""
    if piece.startswith("["):
        return piece in {*_SPECIAL, "["}
    return all(_is_western(character) for character in piece.removeprefix("##"))


def _is_western(character: str) -> bool:
    if ord(character) >= _EAST_ASIAN:
        return False
    if ord(character) >= _LATIN and unicodedata.category(character)[0] in "LM":
        return unicodedata.name(character, "").startswith(
            ("LATIN", "GREEK", "COMBINING", "MODIFIER")
        )
    return True


def pruned(tokenizer: dict[str, Any]) -> tuple[dict[str, Any], tuple[int, ...]]:
    """Return *tokenizer* with the kept pieces numbered anew, and their old numbers in order."""
    vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
    kept = sorted((number, piece) for piece, number in vocabulary.items() if is_kept(piece))
    renumbered = {piece: number for number, (_, piece) in enumerate(kept)}
    added = [
        {**token, "id": renumbered[token["content"]]}
        for token in tokenizer["added_tokens"]
        if token["content"] in renumbered
    ]
    small = {
        **tokenizer,
        "truncation": None,
        "padding": None,
        "post_processor": None,
        "added_tokens": added,
        "model": {**tokenizer["model"], "vocab": renumbered},
    }
    return small, tuple(number for number, _ in kept)


def special_of(tokenizer: dict[str, Any]) -> Special:
    """Return the numbers of the special pieces of *tokenizer*."""
    vocabulary = tokenizer["model"]["vocab"]
    return Special(vocabulary["[CLS]"], vocabulary["[SEP]"], vocabulary["[UNK]"])


def piece_finder(tokenizer: dict[str, Any]) -> Callable[[str], tuple[int, ...]]:
    """Return the function that gives the numbers of the pieces of a word."""
    loaded = Tokenizer.from_str(json.dumps(tokenizer))

    @cache
    def pieces(word: str) -> tuple[int, ...]:
        return tuple(loaded.encode(readable(word), add_special_tokens=False).ids)

    return pieces
