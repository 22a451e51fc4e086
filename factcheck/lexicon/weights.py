"""Read the weights of a fitted list: the name of a list in, a number for each word out."""

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def weights(name: str) -> Mapping[str, float]:
    """Return the weights in `<name>.tsv`: a word, a tab and a number on each line.

    Lines that begin with `# ` are comments, the first of which says what was fitted to what.

    Raises:
        FileNotFoundError: there is no list of this name.
    """
    path = resources.files("factcheck.lexicon") / f"{name}.tsv"
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: float(row[1]) for row in rows if len(row) == 2}
