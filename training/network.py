"""Use the network as the run time does. In: a network or an ONNX file. Out: a `Network`."""

import torch

from factcheck.segment.parsing import Names, Network, Outputs
from factcheck.segment.pieces import Padded
from training.examples import Reader
from training.loss import tensors
from training.model import Parser


def as_network(parser: Parser, reader: Reader, batch_size: int) -> Network:
    """Return *parser*, not trained any further, as the run time uses networks."""

    def run(inputs: Padded) -> Outputs:
        parser.eval()
        with torch.inference_mode():
            return Outputs(*(part.numpy() for part in parser(*tensors(inputs))))

    labels = reader.labels
    return Network(
        Names(labels.upos, labels.xpos, labels.relations),
        reader.special,
        lambda words: [reader.pieces_of(word) for word in words],
        run,
        batch_size,
    )
