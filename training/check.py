"""Check what needs torch: `make train-check`. Trains tiny networks on a treebank made up here."""

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from factcheck.segment.parser import network_of
from factcheck.segment.parsing import Network, parse_with
from factcheck.segment.pieces import Special
from factcheck.segment.tree import Tree
from training.calibrate import Scored, best_temperature, temperatures
from training.conllu import Sentence, parse_conllu
from training.encoder import PACKAGE, copy_weights, find_encoder, read_tokenizer
from training.examples import Reader, batch_of, epoch, varied, without_stop
from training.export import write_onnx
from training.graph import write_graph
from training.labels import Labels, labels_of
from training.loss import loss
from training.measure import figures
from training.model import Parser, Size
from training.names import described
from training.network import as_network
from training.own_words import own_word_figures
from training.schedule import FALLING_EPOCHS
from training.state import restore
from training.step import learn
from training.train import Settings, train
from training.vocabulary import piece_finder, pruned

_TREEBANK = """\
1 Rain NOUN NN 2 nsubj
2 stopped VERB VBD 0 root
3 play NOUN NN 2 obj
4 . PUNCT . 2 punct

1 The DET DT 2 det
2 court NOUN NN 3 nsubj
3 ruled VERB VBD 0 root

1 Prices NOUN NNS 2 nsubj
2 fell VERB VBD 0 root
3 and CCONJ CC 4 cc
4 rose VERB VBD 2 conj
5 . PUNCT . 2 punct
"""
_SPECIAL = Special(begin=1, end=2, unknown=3)
_SIZE = Size(
    pieces=40, hidden=24, inner=32, layers=2, attention_heads=2, positions=64, shape=4, arc=16,
    relation=8, tag=8, dropout=0.0, head_dropout=0.0,
)  # fmt: skip


def _sentences() -> tuple[Sentence, ...]:
    rows = []
    for line in _TREEBANK.splitlines():
        cells = line.split()
        if cells:
            place, word, upos, xpos, head, relation = cells
            row = (place, word, word, upos, xpos, "_", head, relation, "_", "_")
            rows.append("\t".join(row))
        else:
            rows.append("")
    return tuple(parse_conllu(rows))


def _reader() -> Reader:
    sentences = _sentences()
    words = sorted({word for sentence in sentences for word in sentence.words})
    numbers = {word: place + 4 for place, word in enumerate(words)}
    labels = labels_of(sentences * 5)
    return Reader(labels, _SPECIAL, lambda word: [numbers.get(word, 3), 39])


def _parser(seed: int = 1) -> Parser:
    torch.manual_seed(seed)
    return Parser(_SIZE, _reader().labels)


def _learned(parser: Parser, file: Path) -> Network:
    reader = _reader()
    state = restore(file, parser, seed=1)
    batch = batch_of([reader.example(sentence) for sentence in _sentences()])
    for group in state.optimizer.param_groups:
        group["full"] = 5e-3  # the rates for a trained encoder are too small for a random one
    for _ in range(80):
        learn(state, batch, 1.0, half_precision=False)
    return as_network(parser, reader, 900)


def _trees(network: Network) -> tuple[Tree, ...]:
    return parse_with(network, [sentence.words for sentence in _sentences()])


def test_a_network_learns_a_tiny_treebank(tmp_path: Path) -> None:
    measured = figures(_sentences(), _trees(_learned(_parser(), tmp_path / "none")))
    assert (measured.las, measured.upos, measured.xpos) == (100, 100, 100)


_WORD_PIECE = {
    "type": "WordPiece",
    "vocab": {"[UNK]": 0},
    "unk_token": "[UNK]",
    "continuing_subword_prefix": "##",
    "max_input_chars_per_word": 100,
}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_exported_network_parses_as_the_trained_one(tmp_path: Path) -> None:
    parser, path, graph = _parser(), tmp_path / "parser.onnx", tmp_path / "parser.graph"
    trees = _trees(_learned(parser, tmp_path / "none"))
    write_onnx(parser, path)
    assert [file.name for file in tmp_path.iterdir()] == ["parser.onnx"]
    write_graph(path, graph)
    tokenizer = {"version": "1.0", "added_tokens": [], "model": _WORD_PIECE}
    loaded = network_of(str(graph), described(_reader(), 1.0, 1.0), json.dumps(tokenizer))
    pieces_of = _reader().pieces_of
    small = Network(
        loaded.names, loaded.special, lambda words: [pieces_of(w) for w in words], loaded.run, 1
    )
    assert [tree.heads for tree in _trees(small)] == [tree.heads for tree in trees]
    assert [tree.relations for tree in _trees(small)] == [tree.relations for tree in trees]
    assert own_word_figures(small, _sentences()) == (100.0, 100.0)
    assert all(0.4 < one < 4.1 for one in temperatures(small, _sentences()))


def test_padding_changes_nothing() -> None:
    parser = _parser()
    together = as_network(parser, _reader(), 900)
    alone = as_network(parser, _reader(), 1)
    for one, other in zip(_trees(together), _trees(alone), strict=True):
        assert one.heads == other.heads
        assert one.arc_probabilities == pytest.approx(other.arc_probabilities, abs=1e-5)


def test_a_training_goes_on_where_it_stopped(tmp_path: Path) -> None:
    epochs = FALLING_EPOCHS + 1

    def run(file: str, count: int) -> dict[str, torch.Tensor]:
        settings = Settings(count, seed=3, half_precision=False)
        file_path = tmp_path / file
        return train(_parser(), _reader(), _sentences(), _sentences(), settings, file_path).weights

    whole = run("whole", epochs)
    state = restore(tmp_path / "whole", _parser(2), seed=3)
    assert (state.epoch, state.step) == (epochs, epochs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.train._measure", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            run("parts", epochs + 1)
    parts = run("parts", epochs)
    assert all(torch.equal(whole[name], parts[name]) for name in whole)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_state_past_the_end_of_a_training_is_an_error(tmp_path: Path) -> None:
    settings = Settings(0, seed=1, half_precision=False)
    with pytest.raises(ValueError, match="more than 0 epochs"):
        train(_parser(), _reader(), _sentences(), _sentences(), settings, tmp_path / "state")


def test_the_loss_counts_words_and_not_padding() -> None:
    parser, reader = _parser().eval(), _reader()
    examples = [reader.example(sentence) for sentence in _sentences()]
    alone = [loss(parser, batch_of([example])).item() for example in examples]
    weights = [len(example.heads) - 1 for example in examples]
    together = loss(parser, batch_of(examples)).item()
    assert together == pytest.approx(np.average(alone, weights=weights), rel=1e-4)


def test_an_epoch_holds_every_sentence_once() -> None:
    batches = epoch(_sentences() * 20, _reader(), 40, Random(1))
    assert sum(len(batch.heads) for batch in batches) == 60
    assert all(batch.inputs.pieces.size <= 40 for batch in batches)
    again = epoch(_sentences() * 20, _reader(), 40, Random(1))
    assert all(
        np.array_equal(one.inputs.pieces, other.inputs.pieces)
        for one, other in zip(batches, again, strict=True)
    )


def test_varied_sentences_keep_their_trees() -> None:
    first = _sentences()[0]
    random = Random(1)
    forms = {varied(first, random) for _ in range(500)}
    texts = {" ".join(form.words) for form in forms}
    assert texts == {
        "Rain stopped play .", "RAIN STOPPED PLAY .", "Rain Stopped Play .", "Rain stopped play"
    }  # fmt: skip
    assert all(form.heads == first.heads[: len(form.words)] for form in forms)


def test_a_stop_that_heads_a_word_stays() -> None:
    odd = Sentence("", ("Yes", "."), (True, True), ("X", "X"), ("X", "X"), (1, -1), ("x", "root"))
    assert without_stop(odd) is odd


def test_the_temperature_is_found_that_the_scores_were_made_with() -> None:
    generator = np.random.default_rng(1)
    scores = generator.normal(0, 2, (20_000, 5))
    odds = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    answers = (generator.random((20_000, 1)) > odds.cumsum(axis=1)).sum(axis=1)
    assert best_temperature([Scored(scores * 2.0, answers)]) == pytest.approx(2.0, rel=0.06)


def test_the_encoder_is_the_pinned_one_and_its_weights_are_copied() -> None:
    folder = find_encoder()
    tokenizer, kept = pruned(read_tokenizer(folder))
    parser = Parser(Size(len(kept)), Labels(("X",), ("FW",), ("root",)))
    before = parser.encoder.pieces.weight.clone()
    copy_weights(parser, folder, kept)
    assert not torch.equal(before, parser.encoder.pieces.weight)
    full = Tokenizer.from_file(str(folder / "tokenizer.json"))
    full.no_padding()
    for word in ("Parliament", "re-elected", "café", "£3.5bn", "n't", "Łódź", "…"):
        expected = full.encode(word, add_special_tokens=False).ids
        assert [kept[piece] for piece in piece_finder(tokenizer)(word)] == expected


def test_another_encoder_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.encoder.DIGEST", "0" * 64)
    with pytest.raises(ValueError, match="digest"):
        find_encoder()
    monkeypatch.setattr("training.encoder.PACKAGE", PACKAGE + "_missing")
    with pytest.raises(FileNotFoundError, match="pip install"):
        find_encoder()
