"""Run the whole training. In: arguments of the command line. Out: the files of the model."""

import argparse
import json
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import torch

from factcheck.segment.parser import (
    GRAPH_FILE,
    MODEL_FILE,
    NAMES_FILE,
    TOKENIZER_FILE,
    network_of,
)
from factcheck.segment.parsing import Network, parse_with
from training.calibrate import temperatures
from training.card import Card, render
from training.conllu import Sentence, read_treebank
from training.encoder import DIGEST, copy_weights, find_encoder, read_tokenizer
from training.examples import Reader
from training.export import write_onnx
from training.graph import write_graph
from training.labels import labels_of
from training.measure import figures, reliability
from training.model import Parser, Size
from training.names import described
from training.own_words import own_word_figures
from training.state import Best
from training.train import Settings, train
from training.vocabulary import piece_finder, pruned, special_of

CARD_FILE = "model-card.md"
_STATE_FILE = "training.state"
# Transcripts of the Santa Barbara Corpus may not be adapted (CC BY-ND); all others may.
_EXCLUDED = frozenset({"GUM_court_carpet"})

Treebanks = dict[str, tuple[Sentence, ...]]  # by file name


def main() -> None:
    """Read the command line, train, and write model and model card."""
    options = _arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    training, development = (_read(options.treebanks, part) for part in ("train", "dev"))
    best, parser, reader = _train(training, development, options)
    parser.load_state_dict(best.weights)
    write_onnx(parser, options.out / MODEL_FILE)
    write_graph(options.out / MODEL_FILE, options.out / GRAPH_FILE)
    network = _calibrated(reader, _joined(development), options.out)
    card = _card(network, (training, development), best, options)
    (options.out / CARD_FILE).write_text(render(card), encoding="utf-8")
    print(render(card))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of CoNLL-U files")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--date", type=date.fromisoformat, default=datetime.now(UTC).date(), help="of the card"
    )
    return parser.parse_args()


def _read(folder: Path, part: str) -> Treebanks:
    """Return the sentences of the treebanks in *folder* that are of *part*: train or dev."""
    return {
        path.name: tuple(
            sentence for sentence in read_treebank(path) if sentence.document not in _EXCLUDED
        )
        for path in sorted(folder.glob(f"*-{part}.conllu*"))
    }


def _joined(treebanks: Treebanks) -> tuple[Sentence, ...]:
    return tuple(sentence for sentences in treebanks.values() for sentence in sentences)


def _train(
    training: Treebanks, development: Treebanks, options: argparse.Namespace
) -> tuple[Best, Parser, Reader]:
    folder = find_encoder()
    tokenizer, kept = pruned(read_tokenizer(folder))
    written = json.dumps(tokenizer, ensure_ascii=False)
    (options.out / TOKENIZER_FILE).write_text(written, encoding="utf-8")
    sentences = _joined(training)
    reader = Reader(labels_of(sentences), special_of(tokenizer), piece_finder(tokenizer))
    torch.manual_seed(options.seed)
    parser = Parser(Size(len(kept)), reader.labels)
    copy_weights(parser, folder, kept)
    settings = Settings(options.epochs, options.seed)
    state = options.out / _STATE_FILE
    best = train(parser, reader, sentences, _joined(development), settings, state)
    return best, parser, reader


def _calibrated(reader: Reader, development: tuple[Sentence, ...], out: Path) -> Network:
    """Write the names with fitted temperatures; return the network as the program loads it."""
    graph, names = out / GRAPH_FILE, out / NAMES_FILE
    tokenizer = (out / TOKENIZER_FILE).read_text(encoding="utf-8")
    raw = network_of(str(graph), described(reader, 1.0, 1.0), tokenizer)
    fitted = described(reader, *temperatures(raw, development))
    names.write_text(fitted, encoding="utf-8")
    return network_of(str(graph), fitted, tokenizer)


def _card(
    network: Network, parts: tuple[Treebanks, Treebanks], best: Best, options: argparse.Namespace
) -> Card:
    training, development = (_joined(part) for part in parts)
    trees = {
        name: parse_with(network, [sentence.words for sentence in sentences])
        for name, sentences in parts[1].items()
    }
    everything = tuple(tree for of_one in trees.values() for tree in of_one)
    return Card(
        date=options.date.isoformat(),
        command=_command(options),
        epochs=options.epochs,
        chosen_epoch=best.epoch,
        minutes=best.seconds / 60,
        sentences=len(training),
        words=sum(len(sentence.words) for sentence in training),
        model_bytes=(options.out / MODEL_FILE).stat().st_size,
        arc_temperature=network.names.arc_temperature,
        relation_temperature=network.names.relation_temperature,
        digests=_digests(parts, options),
        figures={name: figures(parts[1][name], trees[name]) for name in trees},
        own_words={name: own_word_figures(network, parts[1][name]) for name in trees},
        reliability=reliability(development, everything),
    )


def _digests(parts: tuple[Treebanks, Treebanks], options: argparse.Namespace) -> dict[str, str]:
    """Return the digests of what went in and of what came out."""
    treebanks = {name: _digest(options.treebanks / name) for part in parts for name in part}
    names = (MODEL_FILE, GRAPH_FILE, NAMES_FILE, TOKENIZER_FILE)
    files = {name: _digest(options.out / name) for name in names}
    return {**treebanks, "model.safetensors of the encoder": DIGEST, **files}


def _command(options: argparse.Namespace) -> str:
    """Return the command that repeats this training, without paths of this machine."""
    return (
        "python -m training --treebanks TREEBANKS --out OUT "
        f"--epochs {options.epochs} --seed {options.seed} --threads {options.threads} "
        f"--date {options.date}"
    )


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
