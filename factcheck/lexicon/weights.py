"""Look up the weights of a fitted list: the name of a list and words in, numbers out."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from factcheck.lexicon import read

# An article has a few hundred words that differ.
_REMEMBERED = 8192


def sign_weight(name: str, sign: str) -> float:
    """Return the weight of a sign that is no word, which `<name>.tsv` has in angle brackets."""
    return weight(name, f"<{sign}>") or 0.0


def word_weights(name: str, words: Iterable[str]) -> list[float]:
    """Return the weights of those of *words* that have one, in their order."""
    found = (weight(name, word) for word in words)
    return [one for one in found if one is not None]


@lru_cache(maxsize=_REMEMBERED)
def weight(name: str, word: str) -> float | None:
    """Return the weight of *word* in `<name>.tsv`, None where it has none.

    Raises:
        FileNotFoundError: there is no list of this name.
    """
    lines = lines_of(name)
    place = bisect_left(lines, f"{word}\t")
    found, _, number = lines[place].partition("\t") if place < len(lines) else ("", "", "")
    return float(number) if number and found == word else None


@cache
def lines_of(name: str) -> Sequence[str]:
    """Return the lines of `<name>.tsv`: a word, a tab and a number on each, in order of the words.

    They are searched and not taken apart, because an article has few of twenty thousand words.
    Lines at the beginning with `# ` are comments that say what was fitted to what.

    Raises:
        FileNotFoundError: there is no list of this name.
    """
    lines = read(f"{name}.tsv").rstrip("\n")
    while lines.startswith("# "):
        lines = lines.partition("\n")[2]
    return lines.split("\n")
