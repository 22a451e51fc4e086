"""Read the weights of a fitted list: the name of a list in, a number for each word out."""

from collections.abc import Mapping
from functools import cache

from factcheck.lexicon import read


@cache
def weights(name: str) -> Mapping[str, str]:
    """Return the weights in `<name>.tsv`: a word, a tab and a number on each line.

    Numbers are given as they are written, because an article has few of twenty thousand words.

    Lines at the beginning with `# ` are comments that say what was fitted to what.

    Raises:
        FileNotFoundError: there is no list of this name.
    """
    lines = read(f"{name}.tsv").rstrip("\n")
    while lines.startswith("# "):
        lines = lines.partition("\n")[2]
    cells = lines.replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))
