"""Parse English sentences. In: sentences as words. Out: one dependency tree for each.

The model ships with the program, in `factcheck/segment/model`; it is loaded at the first sentence
and kept. Importing this module loads neither the model nor the libraries that run it.
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Final

from factcheck.segment.tree import Tree

if TYPE_CHECKING:
    from factcheck.segment.parsing import Network, Outputs
    from factcheck.segment.pieces import Padded

MODEL_FILE: Final = "parser.onnx"
GRAPH_FILE: Final = "parser.graph"  # the graph of the model, optimised; the weights stay there
NAMES_FILE: Final = "parser.json"
TOKENIZER_FILE: Final = "tokenizer.json"
# The network rounds to a scale that it takes from all it is given at a time. Alone, a sentence
# gets the same tree wherever it stands; together, every fourth depends on its neighbours.
_BATCH_SIZE: Final = 1


def parse(sentences: Sequence[Sequence[str]]) -> tuple[Tree, ...]:
    """Return one tree for each of *sentences*, in their order."""
    return tuple(parse_in_turn(sentences))


def parse_in_turn(sentences: Sequence[Sequence[str]]) -> Iterator[Tree]:
    """Yield one tree for each of *sentences*, in their order, while the next ones are parsed.

    The words should be those that `tokens.tokenize` finds. A tree depends on the words of its own
    sentence only. A sentence of more than 180 words, or of more pieces than the network reads,
    gets a flat tree whose probabilities are all 0.
    """
    if not sentences:
        return
    # numpy starts a thread for each processor as it loads, for products that nobody asks it for.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from factcheck.segment.parsing import parse_in_turn_with

    yield from parse_in_turn_with(shipped_network(), sentences)


@cache
def shipped_network() -> "Network":
    """Return the network that ships with the program."""
    from factcheck import segment

    names, tokenizer = (
        (get_data(__name__, f"model/{name}") or b"").decode("utf-8")
        for name in (NAMES_FILE, TOKENIZER_FILE)
    )
    return network_of(f"{segment.__path__[0]}/model/{GRAPH_FILE}", names, tokenizer)


def network_of(model: str, names: str, tokenizer: str) -> "Network":
    """Return a network from the path of its graph and the content of the two other files."""
    from factcheck.segment.parsing import Names, Network
    from factcheck.segment.pieces import Special

    described = json.loads(names)
    return Network(
        names=Names(
            upos=tuple(described["upos"]),
            xpos=tuple(described["xpos"]),
            relations=tuple(described["relations"]),
            arc_temperature=described["arc_temperature"],
            relation_temperature=described["relation_temperature"],
        ),
        special=Special(**described["special"]),
        pieces_of=_pieces_with(tokenizer),
        run=_run_with(model),
        batch_size=_BATCH_SIZE,
        workers=_cores(),
    )


def _pieces_with(tokenizer: str) -> Callable[[Sequence[str]], list[tuple[int, ...]]]:
    """Return the function that cuts words into pieces."""
    from factcheck.segment.wordpieces import cutter

    cut = cutter(tokenizer)

    def pieces(words: Sequence[str]) -> list[tuple[int, ...]]:
        return [cut(word) for word in words]

    return pieces


def _run_with(model: str) -> "Callable[[Padded], Outputs]":
    """Return the function that runs the ONNX file at *model*, one sentence at a time.

    Threads may call it together.
    """
    from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

    from factcheck.segment.parsing import Outputs

    options = SessionOptions()
    options.intra_op_num_threads = 1  # whole sentences are shared out among the processors instead
    options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_DISABLE_ALL  # done already
    session = InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def run(inputs: "Padded") -> Outputs:
        arrays = {
            "pieces": inputs.pieces,
            "piece_shapes": inputs.piece_shapes,
            "firsts": inputs.firsts,
            "word_shapes": inputs.word_shapes,
        }
        return Outputs(*session.run(["arcs", "asked", "heads", "upos", "xpos"], arrays))

    return run


def _cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
