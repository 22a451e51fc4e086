import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.conllu import Sentence, parse_conllu, read_treebank
from training.labels import labels_of

_TREEBANK = """\
# newdoc id = court
# sent_id = 1
# text = The judge didn't rule.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t2:det\t_
2\tjudge\tjudge\tNOUN\tNN\t_\t5\tnsubj\t5:nsubj\t_
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\tVBD\t_\t5\taux\t5:aux\t_
4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t5:advmod\t_
5\trule\trule\tVERB\tVB\t_\t0\troot\t0:root\tSpaceAfter=No
5.1\truled\trule\tVERB\tVB\t_\t_\t_\t5:conj\t_
6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t5:punct\t_

# newdoc id = market
# sent_id = 2
1-2\tcant\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tca\tcan\tAUX\tMD\t_\t0\troot\t0:root\t_
2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t1:advmod\t_
3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t1:punct\t_"""


def _sentences() -> tuple[Sentence, ...]:
    return tuple(parse_conllu(_TREEBANK.splitlines(keepends=True)))


def test_a_sentence_has_its_words_tags_and_tree() -> None:
    first, _ = _sentences()
    assert first == Sentence(
        document="court",
        words=("The", "judge", "did", "n't", "rule", "."),
        spaces=(True, True, False, True, False, True),
        upos=("DET", "NOUN", "AUX", "PART", "VERB", "PUNCT"),
        xpos=("DT", "NN", "VBD", "RB", "VB", "."),
        heads=(1, 4, 4, 4, -1, 4),
        relations=("det", "nsubj", "aux", "advmod", "root", "punct"),
    )


def test_the_text_is_put_together_from_the_words() -> None:
    assert [sentence.text for sentence in _sentences()] == ["The judge didn't rule.", "cant!"]


def test_words_are_spelled_as_the_text_spells_them() -> None:
    assert _sentences()[1].words == ("ca", "nt", "!")


def test_a_document_lasts_until_the_next_begins() -> None:
    assert [sentence.document for sentence in _sentences()] == ["court", "market"]


@pytest.mark.parametrize("name", ["tiny.conllu", "tiny.conllu.gz"])
def test_plain_and_packed_files_are_read_alike(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    content = _TREEBANK.encode()
    path.write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    assert read_treebank(path) == _sentences()


@given(st.text("abc", min_size=1, max_size=8), st.lists(st.text("xyz", min_size=1), max_size=5))
def test_words_of_one_group_spell_its_form(form: str, words: list[str]) -> None:
    words = words[: len(form)] or ["x"]
    rows = [f"1-{len(words)}\t{form}" + "\t_" * 8]
    rows += [
        f"{place}\t{word}\t_\tX\tFW\t_\t{place - 1}\tdep\t_\t_"
        for place, word in enumerate(words, start=1)
    ]
    (sentence,) = parse_conllu(rows)
    assert "".join(sentence.words) == form
    assert len(sentence.words) == len(words)
    assert all(sentence.words)


def test_labels_are_sorted_and_rare_relations_fall_back() -> None:
    labels = labels_of(_sentences() * 4)
    assert labels.upos == ("AUX", "DET", "NOUN", "PART", "PUNCT", "VERB")
    assert labels.relations == ("advmod", "dep", "punct", "root")
    assert labels.relations[labels.relation("advmod:lmod")] == "advmod"
    assert labels.relations[labels.relation("nsubj")] == "dep"


def test_labels_without_a_fallback_are_an_error() -> None:
    labels = labels_of(())
    with pytest.raises(ValueError, match="known relation"):
        type(labels)((), (), ("root",)).relation("nsubj")
