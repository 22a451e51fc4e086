"""Keep the state of a training in a file. In: a path. Out: the state as it was."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor

from training.model import Parser

# All chosen on the development parts of the treebanks.
_ENCODER_RATE = 8e-5
_REST_RATE = 1.5e-3
_ENCODER_DECAY = 0.01
_REST_BETAS = (0.9, 0.98)


@dataclass(frozen=True, slots=True)
class Best:
    """The weights that did best on the development sentences."""

    weights: dict[str, Tensor]
    choice: float
    epoch: int
    seconds: float  # how long the training took until then


@dataclass(slots=True)
class State:
    """All that changes in a training."""

    parser: Parser
    optimizer: torch.optim.AdamW
    random: Random
    mean: dict[str, Tensor]  # of the weights of the last steps
    step: int = 0
    epoch: int = 0
    seconds: float = 0.0
    best: Best | None = None


def restore(file: Path, parser: Parser, seed: int) -> State:
    """Return the state in *file*, or the first state of *parser* if there is no such file."""
    torch.manual_seed(seed)
    random = Random(seed)
    mean = {name: weight.detach().clone() for name, weight in parser.state_dict().items()}
    state = State(parser, _optimizer(parser), random, mean)
    if file.exists():
        _restore(state, torch.load(file, weights_only=False))
    return state


def _restore(state: State, saved: dict[str, Any]) -> None:
    state.parser.load_state_dict(saved["parser"])
    state.optimizer.load_state_dict(saved["optimizer"])
    state.random.setstate(saved["random"])
    torch.set_rng_state(saved["torch_random"])
    state.mean, state.best = saved["mean"], saved["best"]
    state.step, state.epoch, state.seconds = saved["step"], saved["epoch"], saved["seconds"]


def save(state: State, file: Path) -> None:
    """Write *state* to *file*; the file is whole at any time."""
    saved = {
        "parser": state.parser.state_dict(),
        "optimizer": state.optimizer.state_dict(),
        "random": state.random.getstate(),
        "torch_random": torch.get_rng_state(),
        "mean": state.mean,
        "best": state.best,
        "step": state.step,
        "epoch": state.epoch,
        "seconds": state.seconds,
    }
    part = file.with_suffix(".part")
    torch.save(saved, part)
    part.replace(file)


def _optimizer(parser: Parser) -> torch.optim.AdamW:
    named = list(parser.named_parameters())
    encoder = [weight for name, weight in named if name.startswith("encoder.")]
    rest = [weight for name, weight in named if not name.startswith("encoder.")]
    groups = [
        {"params": encoder, "full": _ENCODER_RATE, "weight_decay": _ENCODER_DECAY},
        {"params": rest, "full": _REST_RATE, "betas": _REST_BETAS, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, fused=True)
