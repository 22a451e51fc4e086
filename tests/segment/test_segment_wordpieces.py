import unicodedata
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from factcheck.segment.parser import TOKENIZER_FILE
from factcheck.segment.pieces import readable
from factcheck.segment.wordpieces import cutter

_FOLDER = resources.files("factcheck.segment") / "model"
_TOKENIZER = (_FOLDER / TOKENIZER_FILE).read_text(encoding="utf-8")
_PEER = Tokenizer.from_str(_TOKENIZER)
_CUT = cutter(_TOKENIZER)


def _peer(word: str) -> tuple[int, ...]:
    return tuple(_PEER.encode(word, add_special_tokens=False).ids)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("minister", id="one piece"),
        pytest.param("unmistakably", id="several pieces"),
        pytest.param("COVID-19", id="capitals, a mark and a figure"),
        pytest.param("Élysée", id="accents"),
        pytest.param("naïveté…", id="accents and a mark that is not ASCII"),
        pytest.param("ΟΔΟΣ", id="a sigma at the end"),
        pytest.param("北京", id="Chinese"),
        pytest.param("New北York", id="Chinese within"),
        pytest.param("soft\u00adhyphen", id="an invisible character"),
        pytest.param("a\ufffdb\x00c", id="what stands for nothing"),
        pytest.param("one\u00a0two\tthree", id="white space"),
        pytest.param("🙂", id="an emoji"),
        pytest.param("zqxj" * 30, id="longer than the method allows"),
        pytest.param("\u200b", id="nothing to be seen"),
        pytest.param("", id="nothing"),
    ],
)
def test_words_are_cut_as_by_the_library_of_the_encoder(word: str) -> None:
    assert _CUT(readable(word)) == _peer(readable(word))


# The library knows the characters of another version of Unicode; these blocks are old.
_OLD = st.characters(max_codepoint=0x24F) | st.sampled_from("αβγΣςжшЯ“”‘’—–…€™ﬁ①²中文かな한🙂")


@given(st.text(_OLD, max_size=20))
def test_any_word_is_cut_as_by_the_library_of_the_encoder(word: str) -> None:
    assert _CUT(readable(word)) == _peer(readable(word))


@given(st.text(max_size=60))
def test_the_pieces_of_a_word_are_numbers_of_the_vocabulary(word: str) -> None:
    size = _PEER.get_vocab_size()
    assert all(0 <= piece < size for piece in _CUT(word))


def test_accents_and_capitals_do_not_count() -> None:
    assert _CUT("Élysée") == _CUT(unicodedata.normalize("NFD", "élysée")) == _CUT("elysee")
