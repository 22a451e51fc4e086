"""Learn from one batch. In: the state of a training and a batch. Out: the loss; the state moves."""

import torch

from training.examples import Batch
from training.loss import loss
from training.state import State

_LONGEST_GRADIENT = 2.0
# One epoch has some 500 steps; the mean looks back over about a fifth of one.
_MEAN_EVERY = 5
_MEAN_KEEPS = 0.95
# Until so many updates the mean follows the weights more closely, for they begin far off.
_MEAN_RISING = 10


def learn(state: State, batch: Batch, factor: float, *, half_precision: bool) -> float:
    """Move the weights of *state* by one step at *factor* of the full rates."""
    for group in state.optimizer.param_groups:
        group["lr"] = group["full"] * factor
    state.parser.train()
    with torch.autocast("cpu", torch.bfloat16, enabled=half_precision):
        value = loss(state.parser, batch)
    state.optimizer.zero_grad(set_to_none=True)
    value.backward()  # type: ignore[no-untyped-call]  # torch ships it untyped
    torch.nn.utils.clip_grad_norm_(state.parser.parameters(), _LONGEST_GRADIENT)
    state.optimizer.step()
    if state.step % _MEAN_EVERY == 0:
        _update_mean(state)
    return float(value.detach())


def _update_mean(state: State) -> None:
    updates = state.step // _MEAN_EVERY
    keeps = min(_MEAN_KEEPS, updates / (updates + _MEAN_RISING))
    current = state.parser.state_dict()
    with torch.no_grad():
        for name, weight in state.mean.items():
            weight.lerp_(current[name], 1 - keeps)
