"""The loss of the network on one batch. In: the network and a batch. Out: one number."""

import torch
from torch import Tensor
from torch.nn import functional

from factcheck.segment.pieces import Padded, Rows
from training.examples import Batch
from training.model import Parser

# Tags are easy and only help; at full weight they would draw the encoder away from the trees.
_TAG_WEIGHT = 0.3


def tensors(inputs: Padded) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the inputs of the network in the order of its arguments."""
    arrays = inputs.pieces, inputs.piece_shapes, inputs.firsts, inputs.word_shapes
    pieces, piece_shapes, firsts, word_shapes = (torch.from_numpy(array) for array in arrays)
    return pieces, piece_shapes, firsts, word_shapes


def loss(parser: Parser, batch: Batch) -> Tensor:
    """Return the sum of the losses on arcs, relations of the right arcs, and tags."""
    inputs = tensors(batch.inputs)
    words = parser.words(*inputs).float()
    heads = torch.from_numpy(batch.heads)
    real = heads >= 0
    arcs = functional.cross_entropy(parser.arcs(words, inputs[3])[real], heads[real])
    dependants, sides = parser.sides(words)
    places = heads.clamp(min=0)[:, :, None].expand(-1, -1, sides.shape[-1])
    relations = _relation_scores(dependants[real], torch.gather(sides, 1, places)[real], parser)
    upos, xpos = parser.tags(words)
    tags = _error(upos[real], batch.upos, real) + _error(xpos[real], batch.xpos, real)
    return arcs + _error(relations, batch.relations, real) + _TAG_WEIGHT * tags


def _relation_scores(dependants: Tensor, heads: Tensor, parser: Parser) -> Tensor:
    """Return scores of all relations for arcs given by the vectors of their two ends."""
    asked = parser.asked(dependants)
    return (asked[..., :-1] * heads[:, None]).sum(-1) + asked[..., -1]


def _error(scores: Tensor, answers: Rows, real: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float(), torch.from_numpy(answers)[real])
