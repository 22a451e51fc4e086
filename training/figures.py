"""Measure the model that ships: `python -m training.figures FILE.conllu…`. Prints figures."""

import argparse
from pathlib import Path

from factcheck.segment.parser import shipped_network
from factcheck.segment.parsing import parse_with
from training.conllu import read_treebank
from training.measure import DECIDING, figures
from training.own_words import own_word_figures


def main() -> None:
    """Print the figures of the shipped model for each file."""
    parser = argparse.ArgumentParser(prog="python -m training.figures", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="CoNLL-U, gzip or plain")
    network = shipped_network()
    for path in parser.parse_args().files:
        sentences = read_treebank(path)
        measured = figures(sentences, parse_with(network, [one.words for one in sentences]))
        words, las = own_word_figures(network, sentences)
        print(f"{path.name}: {measured}; own words {words:.2f}, LAS on them {las:.2f}")
        print(*(f"{name} {measured.relations.get(name, 0.0):.1f}" for name in DECIDING), sep=", ")


if __name__ == "__main__":
    main()
