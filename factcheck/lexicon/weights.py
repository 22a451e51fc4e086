"""Read the weights of a fitted list: the name of a list in, a number for each word out."""

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def weights(name: str) -> Mapping[str, float]:
    """Return the weights in `<name>.tsv`: a word, a tab and a number on each line.

    Lines at the beginning with `# ` are comments that say what was fitted to what.

    Raises:
        FileNotFoundError: there is no list of this name.
    """
    path = resources.files("factcheck.lexicon") / f"{name}.tsv"
    lines = path.read_text(encoding="utf-8").rstrip("\n")
    while lines.startswith("# "):
        lines = lines.partition("\n")[2]
    cells = lines.replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], map(float, cells[1::2]), strict=True))
