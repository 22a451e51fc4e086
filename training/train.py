"""Train the network. In: sentences, a network and settings. Out: the weights that did best.

The weights that are measured and kept are a running mean of those of the last steps. After each
epoch the whole state is written to a file; with that file in place, training goes on from there
and comes to the same weights as without the break.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from torch import Tensor

from factcheck.segment.parsing import parse_with
from training.conllu import Sentence
from training.examples import Reader, epoch
from training.measure import figures
from training.model import Parser
from training.network import as_network
from training.schedule import Schedule
from training.state import Best, State, restore, save
from training.step import learn

BATCH_SIZE = 900  # pieces; larger batches gain no speed on a processor and learn less an epoch
# Longer sentences are lists and tables; one would fill several batches.
_LONGEST = 120
_REPORT_EVERY = 50


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train."""

    epochs: int
    seed: int
    half_precision: bool = True  # bfloat16: twice as fast where the processor has it


def train(
    parser: Parser,
    reader: Reader,
    sentences: Sequence[Sentence],
    development: Sequence[Sentence],
    settings: Settings,
    file: Path,
) -> Best:
    """Train *parser* on *sentences*; return the weights that did best on *development*.

    The state is kept in *file*; if that exists, training goes on from it.
    """
    short = [sentence for sentence in sentences if len(sentence.words) <= _LONGEST]
    steps = len(epoch(short, reader, BATCH_SIZE, Random(settings.seed)))
    schedule = Schedule(settings.epochs, steps)
    state = restore(file, parser, settings.seed)
    while state.epoch < settings.epochs:
        _run_epoch(state, reader, short, schedule, half_precision=settings.half_precision)
        if schedule.is_measured(state.epoch):
            _measure(state, reader, development)
        save(state, file)
    if state.best is None:
        raise ValueError(
            f"{file}: the state is of a training of more than {settings.epochs} epochs"
        )
    return state.best


def _run_epoch(
    state: State,
    reader: Reader,
    sentences: Sequence[Sentence],
    schedule: Schedule,
    *,
    half_precision: bool,
) -> None:
    began = time.monotonic()
    for batch in epoch(sentences, reader, BATCH_SIZE, state.random):
        value = learn(state, batch, schedule.factor(state.step), half_precision=half_precision)
        state.step += 1
        if state.step % _REPORT_EVERY == 0:
            seconds = time.monotonic() - began
            print(
                f"step {state.step} of {schedule.steps}, {value:.3f}, {seconds:.0f} s", flush=True
            )
    state.epoch += 1
    state.seconds += time.monotonic() - began


def _measure(state: State, reader: Reader, development: Sequence[Sentence]) -> None:
    """Measure the mean weights; keep them if they are the best so far."""
    own = _copied(state.parser.state_dict())
    state.parser.load_state_dict(state.mean)
    words = [sentence.words for sentence in development]
    trees = parse_with(as_network(state.parser, reader, BATCH_SIZE), words)
    state.parser.load_state_dict(own)
    measured = figures(development, trees)
    print(f"epoch {state.epoch}: {measured}", flush=True)
    if state.best is None or measured.choice > state.best.choice:
        state.best = Best(_copied(state.mean), measured.choice, state.epoch, state.seconds)


def _copied(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: weight.detach().clone() for name, weight in weights.items()}
