"""The network of the parser. In: padded sentences. Out: scores for arcs, relations and tags.

A BERT encoder of six layers with a learned mix of its layers; for each word the vector of its
first piece and its shape; deep biaffine scores for heads and relations (Dozat and Manning 2017);
linear scores for tags.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from factcheck.segment.pieces import SHAPES
from training.labels import Labels

# Large enough to rule out what is masked, small enough for half precision.
_MASKED = -1e4


@dataclass(frozen=True, slots=True)
class Size:
    """The sizes of the network; those of the encoder are given by its weights."""

    pieces: int
    hidden: int = 384
    inner: int = 1536
    layers: int = 6
    attention_heads: int = 12
    positions: int = 512
    shape: int = 32
    arc: int = 400
    relation: int = 100
    tag: int = 200
    dropout: float = 0.1
    head_dropout: float = 0.33


class Layer(nn.Module):
    """One layer of the encoder: attention, then a feed-forward network."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.attention_heads = size.attention_heads
        self.width = size.hidden // size.attention_heads
        self.query_key_value = nn.Linear(size.hidden, 3 * size.hidden)
        self.attended = nn.Linear(size.hidden, size.hidden)
        self.attended_norm = nn.LayerNorm(size.hidden, 1e-12)
        self.widen = nn.Linear(size.hidden, size.inner)
        self.narrow = nn.Linear(size.inner, size.hidden)
        self.narrow_norm = nn.LayerNorm(size.hidden, 1e-12)
        self.dropout = nn.Dropout(size.dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return new states; *mask* is added to the attention scores."""
        count, length, _ = states.shape
        query, key, value = (
            part.reshape(count, length, self.attention_heads, self.width).transpose(1, 2)
            for part in self.query_key_value(states).split(self.attention_heads * self.width, -1)
        )
        weights = ((query @ key.transpose(-1, -2)) * self.width**-0.5 + mask).softmax(-1)
        mixed = (weights @ value).transpose(1, 2).flatten(2)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        wide = functional.gelu(self.widen(states))
        normed: Tensor = self.narrow_norm(states + self.dropout(self.narrow(wide)))
        return normed


class Encoder(nn.Module):
    """Word pieces to one vector each. The names of its parameters begin with `encoder.`."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.pieces = nn.Embedding(size.pieces, size.hidden)
        self.positions = nn.Embedding(size.positions, size.hidden)
        self.norm = nn.LayerNorm(size.hidden, 1e-12)
        self.dropout = nn.Dropout(size.dropout)
        self.layers = nn.ModuleList([Layer(size) for _ in range(size.layers)])

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        """Return the states before the first layer and after each; *shapes* are vectors."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.dropout(self.norm(self.pieces(pieces) + self.positions(positions) + shapes))
        after = [states]
        for layer in self.layers:
            after.append(layer(after[-1], mask))
        return after


class Parser(nn.Module):
    """The whole network."""

    def __init__(self, size: Size, labels: Labels) -> None:
        super().__init__()
        self.encoder = Encoder(size)
        self.piece_shapes = nn.Embedding(SHAPES, size.hidden)
        nn.init.zeros_(self.piece_shapes.weight)  # the encoder starts as it was trained
        self.mix = nn.Parameter(torch.zeros(size.layers + 1))
        self.scale = nn.Parameter(torch.ones(1))
        self.word_shapes = nn.Embedding(SHAPES, size.shape)
        width = size.hidden + size.shape
        self.arc_dependant = nn.Linear(width, size.arc)
        self.arc_head = nn.Linear(width, size.arc)
        self.relation_dependant = nn.Linear(width, size.relation)
        self.relation_head = nn.Linear(width, size.relation)
        self.tag = nn.Linear(width, size.tag)
        self.arc = nn.Parameter(torch.zeros(size.arc + 1, size.arc))
        nn.init.xavier_uniform_(self.arc)
        count, side = len(labels.relations), size.relation + 1
        self.relation = nn.Parameter(torch.zeros(count, side, side))
        self.upos = nn.Linear(size.tag, len(labels.upos))
        self.xpos = nn.Linear(size.tag, len(labels.xpos))
        self.dropout = nn.Dropout(size.head_dropout)

    def words(self, pieces: Tensor, piece_shapes: Tensor, firsts: Tensor, shapes: Tensor) -> Tensor:
        """Return one vector for each word."""
        mask = (piece_shapes == 0)[:, None, None, :].to(torch.float32) * _MASKED
        states = self.encoder(pieces, self.piece_shapes(piece_shapes), mask)
        weights = self.mix.softmax(0)
        mixed = weights[0] * states[0]
        for place in range(1, len(states)):
            mixed = mixed + weights[place] * states[place]
        mixed = mixed * self.scale
        first = torch.gather(mixed, 1, firsts[:, :, None].expand(-1, -1, mixed.shape[-1]))
        vectors: Tensor = self.dropout(torch.cat([first, self.word_shapes(shapes)], -1))
        return vectors

    def _part(self, layer: nn.Linear, words: Tensor) -> Tensor:
        part: Tensor = self.dropout(functional.gelu(layer(words)))
        return part

    def arcs(self, words: Tensor, shapes: Tensor) -> Tensor:
        """Return for each word (row) the scores of its possible heads (columns)."""
        dependants = self._part(self.arc_dependant, words)
        heads = self._part(self.arc_head, words)
        scores = functional.linear(dependants, self.arc[:-1].t(), self.arc[-1]) @ heads.transpose(
            1, 2
        )
        return scores + (shapes == 0)[:, None, :].to(scores.dtype) * _MASKED

    def sides(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return the vectors that relations are scored from: as dependant, as head."""
        dependants = self._part(self.relation_dependant, words)
        return dependants, self._part(self.relation_head, words)

    def asked(self, dependants: Tensor) -> Tensor:
        """Return what each of *dependants* asks of its head: weights of its vector, and a constant.

        They come as [..., relation, weight and constant]. One wide product is several times
        faster than one for each relation.
        """
        count, side, _ = self.relation.shape
        flat = self.relation.permute(1, 0, 2).reshape(side, count * side)
        product = functional.linear(dependants, flat[:-1].t(), flat[-1])
        return product.reshape(*dependants.shape[:-1], count, side)

    def tags(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return for each word the scores of universal and of Penn tags."""
        part = self._part(self.tag, words)
        return self.upos(part), self.xpos(part)

    def forward(
        self, pieces: Tensor, piece_shapes: Tensor, firsts: Tensor, word_shapes: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return arc scores, the two sides of relation scores, and the scores of both tags.

        The two sides are what each word asks of its head, and its vector as a head. Only the arcs
        of the tree need their product.
        """
        words = self.words(pieces, piece_shapes, firsts, word_shapes)
        dependants, heads = self.sides(words)
        return self.arcs(words, word_shapes), self.asked(dependants), heads, *self.tags(words)
