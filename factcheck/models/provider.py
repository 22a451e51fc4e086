"""The process that asks: the only module that knows `llm`.

In: `{"model": …, "system": …, "prompt": …, "schema": …}` on standard input. Out: the answer as one
JSON string on standard output. Whatever goes wrong ends the process with a traceback, whose last
line the caller reads.
"""

import json
import sys
from typing import TextIO

import llm

from factcheck.models.answers import LONGEST_ANSWER


def answer(asked: TextIO, answers: TextIO) -> None:
    """Read a request from *asked* and write the answer of the model to *answers*, cut if endless.

    Raises:
        llm.UnknownModelError, and whatever else the plug-in of the model raises.
    """
    request = json.load(asked)
    model = llm.get_model(request["model"])
    schema = request["schema"] if model.supports_schema else None
    said = model.prompt(request["prompt"], system=request["system"], schema=schema, stream=False)
    # One more than is read, so that a cut answer is refused as too long.
    answers.write(json.dumps(said.text()[: LONGEST_ANSWER + 1]))


if __name__ == "__main__":
    out, sys.stdout = sys.stdout, sys.stderr  # plug-ins print what they like
    answer(sys.stdin, out)
