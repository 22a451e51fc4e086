"""Rewrite an optimised graph in fewer steps. In: a graph. Out: the same graph, changed.

An optimiser must keep to what holds for any input. Here it is known that sentences come one at a
time, so that nothing is padded and nothing needs a mask, and how wide the layers are.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper

Node = Any  # onnx names no types for what a graph holds


def rewrite(graph: onnx.GraphProto) -> None:
    """Rewrite *graph* in place; from then on it takes one sentence at a time."""
    for split in [node for node in graph.node if node.op_type == "Split"]:
        _attend(graph, split)
    _drop_mask(graph)
    _choose_words(graph)
    _drop_unused(graph)


def _attend(graph: onnx.GraphProto, split: Node) -> None:
    """Turn query, key and value of one layer together, and scale their product as it is made."""
    cut = [_user(graph, part, "Reshape") for part in split.output]
    turned = [_user(graph, one.output[0], "Transpose").output[0] for one in cut]
    product = _user(graph, turned[0])
    shares = product
    while shares.op_type != "Softmax":  # behind a scale and a mask
        shares = _user(graph, shares.output[0])
    mixed = _user(graph, shares.output[0])
    back = _user(graph, mixed.output[0], "Transpose")
    joined = _user(graph, back.output[0])
    hidden = int(_value(graph, split.input[1])[0])
    heads = int(_value(graph, _maker(graph, cut[0].input[1]).input[2])[0])
    width = hidden // heads
    name, parts = split.name, [f"{split.name}/{part}" for part in "qkv"]
    _replace(
        graph,
        split,
        (
            _step("Reshape", [split.input[0], _shape(graph, 0, 0, 3, heads, width)], [f"{name}/r"]),
            _step("Transpose", [f"{name}/r"], [f"{name}/t"], perm=[2, 0, 3, 1, 4]),
            _step("Split", [f"{name}/t", _shape(graph, 1, 1, 1)], parts, axis=0),
        ),
    )
    query, key, value = parts  # each [1, sentence, head, piece, number]
    scale = float(np.float32(width) ** np.float32(-0.5))
    fused = _step("FusedMatMul", [query, key], [f"{name}/scores"], transB=1, alpha=scale)
    fused.domain = "com.microsoft"
    _replace(graph, product, (fused,))
    shares.input[0] = fused.output[0]
    mixed.input[1] = value
    turned_back = _step("Transpose", mixed.output, back.output, perm=[0, 1, 3, 2, 4])
    _replace(graph, back, (turned_back,))
    joined.input[1] = _shape(graph, 1, -1, hidden)


def _drop_mask(graph: onnx.GraphProto) -> None:
    """Leave out what rules out padding as a head: there is none."""
    masked = _maker(graph, "arcs")
    scores = _maker(graph, masked.input[0])
    graph.node.remove(masked)
    scores.output[0] = "arcs"


def _choose_words(graph: onnx.GraphProto) -> None:
    """Take the vectors of the first pieces whole, not number by number."""
    chosen = next(node for node in graph.node if node.op_type == "GatherElements")
    places = f"{chosen.output[0]}/places"
    _replace(
        graph,
        chosen,
        (
            _step("Squeeze", ["firsts", _shape(graph, 0)], [places]),
            _step("Gather", [chosen.input[0], places], chosen.output, axis=1),
        ),
    )


def _step(operation: str, inputs: Sequence[str], outputs: Sequence[str], **settings: Any) -> Node:
    return helper.make_node(operation, inputs, outputs, name=outputs[0], **settings)


def _replace(graph: onnx.GraphProto, node: Node, steps: Sequence[Node]) -> None:
    place = list(graph.node).index(node)
    graph.node.remove(node)
    for distance, step in enumerate(steps):
        graph.node.insert(place + distance, step)


def _shape(graph: onnx.GraphProto, *sizes: int) -> str:
    """Return the name of a constant of *sizes*: 0 stands for as many as there are."""
    name = f"sizes {' '.join(map(str, sizes))}"
    if all(tensor.name != name for tensor in graph.initializer):
        graph.initializer.append(numpy_helper.from_array(np.array(sizes, np.int64), name))
    return name


def _value(graph: onnx.GraphProto, name: str) -> np.ndarray:
    tensor = next(tensor for tensor in graph.initializer if tensor.name == name)
    return numpy_helper.to_array(tensor)


def _maker(graph: onnx.GraphProto, name: str) -> Node:
    return next(node for node in graph.node if name in node.output)


def _user(graph: onnx.GraphProto, name: str, operation: str = "") -> Node:
    users = (node for node in graph.node if name in node.input)
    return next(node for node in users if node.op_type.startswith(operation))


def _drop_unused(graph: onnx.GraphProto) -> None:
    """Drop the steps and the constants that nothing needs any more."""
    needed = {output.name for output in graph.output}
    for node in reversed(list(graph.node)):
        if needed.isdisjoint(node.output):
            graph.node.remove(node)
        else:
            needed.update(node.input)
    for tensor in [one for one in graph.initializer if one.name not in needed]:
        graph.initializer.remove(tensor)
