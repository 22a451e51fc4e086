"""Ask a model in a process of its own, which is killed when it takes too long.

In: instructions, data and a schema, the name of a model as `llm` knows it. Out: its answer as
text. The process is where plug-ins, their network and whatever they print stay.
"""

import json
import subprocess
import sys
from importlib.util import find_spec

from factcheck.errors import ModelError, UsageError
from factcheck.models.prompt import INSTRUCTIONS, SCHEMA

PROVIDER = "factcheck.models.provider"
_LONGEST_TROUBLE = 200


def require_model(name: str) -> None:
    """Raise UsageError where no model is named, or the extra is not installed."""
    if not name.strip():
        raise UsageError(
            "no language model is named",
            hint="name one with --model or FACTCHECK_MODEL; `llm models` lists those set up",
        )
    if find_spec("llm") is None:
        raise UsageError(
            "the extra for language models is not installed",
            hint="pip install 'factcheck-annotator[llm]'",
        )


def ask(model: str, data: str, *, seconds: float) -> str:
    """Return what *model* answers to *data* under the instructions of `prompt`.

    Raises:
        ModelError: there is no such model, it gave no answer, or none in *seconds*.
    """
    request = {"model": model, "system": INSTRUCTIONS, "prompt": data, "schema": SCHEMA}
    try:
        done = subprocess.run(
            # -P: what lies in the working directory is never taken for a module.
            [sys.executable, "-P", "-m", PROVIDER],
            input=json.dumps(request).encode("ascii"),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ModelError(
            f"the model {model} did not answer in {seconds:g} seconds",
            hint="ask again with more --seconds, or ask another model",
        ) from error
    if done.returncode:
        raise ModelError(
            f"the model {model} gave no answer: {_trouble(done.stderr)}",
            hint=f"`llm models` lists those that are set up; `llm -m {model} hello` tries this one",
        )
    answer: str = json.loads(done.stdout)
    return answer


def _trouble(said: bytes) -> str:
    """Return the last line of a traceback without the name of its class."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    last = lines[-1] if lines else "it ended without a word"
    return last.partition(": ")[2][:_LONGEST_TROUBLE] or last[:_LONGEST_TROUBLE]
