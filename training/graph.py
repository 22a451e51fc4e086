"""Write what the program loads of an ONNX file. In: the file. Out: its graph, optimised.

Loading costs as much as parsing several sentences, so what it can do only once is done here: the
graph is optimised and rewritten, and the int8 weights stay where they are and are mapped into
memory from there, at the offsets that the graph gives.
"""

from pathlib import Path
from typing import Final

import onnx
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

from training.rewriting import rewrite

# What is smaller is read with the graph, in bytes.
_SMALLEST_APART: Final = 1024
# Numbers of one byte may lie anywhere; numbers of four must not, and lie at odd offsets.
_OF_ONE_BYTE: Final = frozenset([onnx.TensorProto.UINT8, onnx.TensorProto.INT8])
# What is in the graph; files name all that onnxruntime knows, which an older one does not.
_OPERATIONS: Final = frozenset(["", "com.microsoft"])
# A sum and its norm in one step take three times as long as one after the other.
_SLOWER: Final = ["SkipLayerNormFusion"]


def write_graph(model: Path, graph: Path) -> None:
    """Write the graph of *model* to *graph*, which must stay in the same folder."""
    optimised = onnx.load(_optimised(model, graph))
    rewrite(optimised.graph)
    content = model.read_bytes()
    for tensor in optimised.graph.initializer:
        if tensor.data_type in _OF_ONE_BYTE and len(tensor.raw_data) >= _SMALLEST_APART:
            _refer(tensor, model.name, content.find(tensor.raw_data))
    known = [one for one in optimised.opset_import if one.domain in _OPERATIONS]
    del optimised.opset_import[:]
    optimised.opset_import.extend(known)
    del optimised.graph.value_info[:]  # shapes that only an optimiser asks for
    graph.write_bytes(optimised.SerializeToString(deterministic=True))


def _optimised(model: Path, path: Path) -> Path:
    """Write *model* to *path* with the optimisations that hold on every processor."""
    options = SessionOptions()
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(path)
    options.log_severity_level = 3  # a warning about what holds on one processor only
    InferenceSession(
        str(model), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )
    return path


def _refer(tensor: onnx.TensorProto, file: str, offset: int) -> None:
    """Let *tensor* stand for bytes of *file*, if the optimiser left them as they were."""
    if offset < 0:
        return
    place = {"location": file, "offset": offset, "length": len(tensor.raw_data)}
    tensor.ClearField("raw_data")
    tensor.data_location = onnx.TensorProto.EXTERNAL
    for key, value in place.items():
        tensor.external_data.add(key=key, value=str(value))
