"""Write what the numbers of the network stand for. In: labels and temperatures. Out: JSON."""

import json
from dataclasses import asdict

from training.examples import Reader


def described(reader: Reader, arc_temperature: float, relation_temperature: float) -> str:
    """Return the content of `parser.json`."""
    names = {
        **asdict(reader.labels),
        "special": asdict(reader.special),
        "arc_temperature": arc_temperature,
        "relation_temperature": relation_temperature,
    }
    return json.dumps(names, indent=1) + "\n"
