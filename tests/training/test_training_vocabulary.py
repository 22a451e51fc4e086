from typing import Any

import pytest

from training.vocabulary import is_kept, pruned, special_of

_TOKENIZER: dict[str, Any] = {
    "truncation": {"max_length": 128},
    "padding": {"length": 128},
    "post_processor": {"type": "TemplateProcessing"},
    "added_tokens": [{"id": 0, "content": "[PAD]"}, {"id": 4, "content": "[MASK]"}],
    "model": {
        "type": "WordPiece",
        "vocab": {
            "[PAD]": 0, "[unused0]": 1, "[UNK]": 2, "[CLS]": 3, "[MASK]": 4, "[SEP]": 5,
            "[": 6, "court": 7, "国": 8, "##s": 9, "##د": 10,
        },
    },
}  # fmt: skip


@pytest.mark.parametrize("piece", ["court", "##ing", "é", "ß", "λ", "3", "##5", "$", "—", "º", "["])
def test_pieces_of_english_text_are_kept(piece: str) -> None:
    assert is_kept(piece)


@pytest.mark.parametrize("piece", ["国", "##د", "я", "##क", "の", "[unused7]", "[MASK]", "。"])
def test_pieces_of_other_scripts_are_left_out(piece: str) -> None:
    assert not is_kept(piece)


def test_kept_pieces_are_numbered_in_their_old_order() -> None:
    small, kept = pruned(_TOKENIZER)
    assert kept == (0, 2, 3, 5, 6, 7, 9)
    assert small["model"]["vocab"] == {
        "[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "[": 4, "court": 5, "##s": 6,
    }  # fmt: skip
    assert small["added_tokens"] == [{"id": 0, "content": "[PAD]"}]


def test_a_pruned_tokenizer_adds_and_cuts_nothing() -> None:
    small, _ = pruned(_TOKENIZER)
    assert [small[name] for name in ("truncation", "padding", "post_processor")] == [None] * 3


def test_special_pieces_are_found_by_name() -> None:
    special = special_of(pruned(_TOKENIZER)[0])
    assert (special.begin, special.end, special.unknown) == (2, 3, 1)
