"""Fit how sure the network may be. In: a network and sentences. Out: temperatures.

A network that was trained to the end is surer than it is right. Its scores are divided by the
temperature that makes the reference most probable (Guo et al. 2017).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from factcheck.segment.parsing import (
    Network,
    encode_all,
    probabilities,
    relation_scores,
    rooted_arcs,
)
from factcheck.segment.pieces import padded
from training.conllu import Sentence
from training.labels import Labels

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

_COLDEST, _HOTTEST, _STEPS = 0.5, 4.0, 71
_LONGEST = 120  # words; longer sentences are lists and tables


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of one sentence: a row for each word, and the right column of each."""

    scores: Floats
    answers: Rows


def temperatures(network: Network, sentences: Sequence[Sentence]) -> tuple[float, float]:
    """Return the temperatures of arcs and of relations that fit *sentences* best."""
    labels = Labels(network.names.upos, network.names.xpos, network.names.relations)
    arcs: list[Scored] = []
    relations: list[Scored] = []
    short = [sentence for sentence in sentences if len(sentence.words) <= _LONGEST]
    encoded = encode_all(network, [sentence.words for sentence in short])
    for sentence, numbers in zip(short, encoded, strict=True):
        outputs = network.run(padded([numbers]))
        heads = np.array(sentence.heads) + 1
        names = np.array([labels.relation(name) for name in sentence.relations])
        arcs.append(Scored(rooted_arcs(outputs, 0, len(heads)), heads))
        relations.append(Scored(relation_scores(outputs, 0, heads, network.names), names))
    return best_temperature(arcs), best_temperature(relations)


def best_temperature(scored: Sequence[Scored]) -> float:
    """Return the temperature at which the answers of *scored* are most probable."""
    candidates = np.geomspace(_COLDEST, _HOTTEST, _STEPS)
    surprises = [
        sum(_surprise(one, float(candidate)) for one in scored) for candidate in candidates
    ]
    return round(float(candidates[int(np.argmin(surprises))]), 3)


def _surprise(scored: Scored, temperature: float) -> float:
    odds = probabilities(scored.scores, temperature)
    right = odds[np.arange(len(scored.answers)), scored.answers]
    return float(-np.log(np.maximum(right, 1e-12)).sum())
