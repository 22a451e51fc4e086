"""Rewrite an optimised graph in fewer steps. In: a graph. Out: the same numbers to the last bit.

An optimiser must keep to what holds for any input. Here it is known that sentences come one at a
time, so that nothing is padded and nothing needs a mask, and how wide the layers are. Sums keep
their order, because the last bit of one can move a rounding to int8, and that moves a tree.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper

Node = Any  # onnx names no types for what a graph holds


def rewrite(graph: onnx.GraphProto) -> None:
    """Rewrite *graph* in place; from then on it takes one sentence at a time.

    `relations` comes out as [sentence, dependant and relation, head].
    """
    for split in [node for node in graph.node if node.op_type == "Split"]:
        _attend(graph, split)
    _score_relations(graph)
    for joined in [node for node in graph.node if node.op_type == "Concat"]:
        _append_one(graph, joined)
    _drop_unused(graph)


def _attend(graph: onnx.GraphProto, split: Node) -> None:
    """Turn query, key and value of one layer together, and scale their product as it is made."""
    cut = [_user(graph, part) for part in split.output]
    turned = [_user(graph, one.output[0]).output[0] for one in cut]
    product = _user(graph, turned[0])
    masked = _user(graph, _user(graph, product.output[0]).output[0])
    mixed = _user(graph, _user(graph, masked.output[0]).output[0])
    joined = _user(graph, _user(graph, mixed.output[0]).output[0])
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
            *(_step("Squeeze", [part, _shape(graph, 0)], [f"{part}/turned"]) for part in parts),
        ),
    )
    query, key, value = (f"{part}/turned" for part in parts)
    scale = float(np.float32(width) ** np.float32(-0.5))
    fused = _step("FusedMatMul", [query, key], [masked.output[0]], transB=1, alpha=scale)
    fused.domain = "com.microsoft"
    _replace(graph, product, (fused,))
    graph.node.remove(masked)
    mixed.input[1] = value
    joined.input[1] = _shape(graph, 0, 0, hidden)


def _score_relations(graph: onnx.GraphProto) -> None:
    """Multiply with the weights of all relations at once: one large product is the faster one."""
    scores = _maker(graph, "relations")
    product = _maker(graph, scores.input[0])
    weights = _value(graph, product.input[1])[0]  # [relation, dependant, head]
    side = weights.shape[1]
    flat = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(side, -1))
    graph.initializer.append(numpy_helper.from_array(flat, "relations of dependants"))
    dependants = _maker(graph, product.input[0]).input[0]
    rows = [f"{product.output[0]}/rows", _shape(graph, 0, -1, side)]
    _replace(
        graph,
        product,
        (
            _step("MatMul", [dependants, "relations of dependants"], rows[:1]),
            _step("Reshape", rows, [product.output[0]]),
        ),
    )
    scores.input[1] = _maker(graph, scores.input[1]).input[0]
    output = next(one for one in graph.output if one.name == "relations")
    shape = ["sentence", "word and relation", "word"]
    output.CopyFrom(helper.make_tensor_value_info("relations", onnx.TensorProto.FLOAT, shape))


def _append_one(graph: onnx.GraphProto, joined: Node) -> None:
    """Append the constant of a linear part without a tensor of ones."""
    made = [node for node in graph.node if node.output[0] == joined.input[-1]]
    if made and made[0].op_type == "ConstantOfShape":
        one = "one"
        if all(tensor.name != one for tensor in graph.initializer):
            graph.initializer.append(numpy_helper.from_array(np.array(1, np.float32), one))
        inputs = [joined.input[0], _shape(graph, 0, 0, 0, 0, 0, 1), one]
        _replace(graph, joined, (_step("Pad", inputs, joined.output),))


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


def _user(graph: onnx.GraphProto, name: str) -> Node:
    return next(node for node in graph.node if name in node.input)


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
