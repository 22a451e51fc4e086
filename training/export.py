"""Write the network as an int8 ONNX file. In: a trained network. Out: the file.

Weights are quantised per channel and in the range that older processors can multiply without
overflow.
"""

from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from factcheck.segment.pieces import Encoded, padded
from training.loss import tensors
from training.model import Parser

INPUTS = ("pieces", "piece_shapes", "firsts", "word_shapes")
OUTPUTS = ("arcs", "asked", "heads", "upos", "xpos")
# Old enough for the oldest onnxruntime that the extra `parser` allows.
_OPERATION_SET = 17
_AXES = {
    "pieces": {0: "sentence", 1: "piece"},
    "piece_shapes": {0: "sentence", 1: "piece"},
    "firsts": {0: "sentence", 1: "word"},
    "word_shapes": {0: "sentence", 1: "word"},
    "arcs": {0: "sentence", 1: "word", 2: "word"},
    "asked": {0: "sentence", 1: "word"},
    "heads": {0: "sentence", 1: "word"},
    "upos": {0: "sentence", 1: "word"},
    "xpos": {0: "sentence", 1: "word"},
}
# Two sentences of different lengths, so that no length is taken for a constant.
_SAMPLES = (
    Encoded((1, 5, 6, 7, 2), (1, 3, 2, 2, 1), (0, 1, 3), (1, 3, 2)),
    Encoded((1, 5, 2), (1, 3, 1), (0, 1), (1, 3)),
)


def write_onnx(parser: Parser, path: Path) -> None:
    """Write *parser* to *path* with int8 weights; files beside it hold the steps between."""
    full, prepared = path.with_suffix(".full.onnx"), path.with_suffix(".prepared.onnx")
    parser.eval()
    with torch.inference_mode():
        torch.onnx.export(
            parser,
            tensors(padded(_SAMPLES)),
            full,
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes=_AXES,
            opset_version=_OPERATION_SET,
            dynamo=False,
        )
    quant_pre_process(full, prepared, skip_symbolic_shape=True)
    quantize_dynamic(
        prepared,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    full.unlink()
    prepared.unlink()
