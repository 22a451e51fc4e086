"""Read treebanks. In: the path of a CoNLL-U file, gzip or plain. Out: its sentences as values."""

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_DOCUMENT = re.compile(r"# newdoc id = (.+)")
_RANGE = re.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a treebank. Heads count from 0; -1 is the root."""

    document: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]  # whether white space follows the word
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words as they stand in the text, one space where there was white space."""
        pairs = zip(self.words, self.spaces, strict=True)
        return "".join(word + " " * space for word, space in pairs).rstrip(" ")


def read_treebank(path: Path) -> tuple[Sentence, ...]:
    """Return the sentences of the file at *path*, in its order."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return tuple(parse_conllu(lines))


def parse_conllu(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of CoNLL-U *lines*. Empty nodes are left out."""
    document = ""
    rows: list[list[str]] = []
    for line in (*lines, ""):
        bare = line.rstrip("\n")
        if match := _DOCUMENT.match(bare):
            document = match[1]
        if bare and not bare.startswith("#"):
            rows.append(bare.split("\t"))
        elif not bare and rows:
            yield _sentence(document, rows)
            rows = []


def _sentence(document: str, rows: list[list[str]]) -> Sentence:
    words = [row for row in rows if row[0].isdecimal()]
    forms = [row[1] for row in words]
    spaces = [not _is_joined(row) for row in words]
    for row in rows:
        if match := _RANGE.fullmatch(row[0]):
            first, last = int(match[1]) - 1, int(match[2])
            forms[first:last] = _surface(row[1], forms[first:last])
            spaces[first:last] = [False] * (last - first - 1) + [not _is_joined(row)]
    return Sentence(
        document,
        tuple(forms),
        tuple(spaces),
        tuple(row[3] for row in words),
        tuple(row[4] for row in words),
        tuple(int(row[6]) - 1 for row in words),
        tuple(row[7] for row in words),
    )


def _is_joined(row: list[str]) -> bool:
    return "SpaceAfter=No" in row[9]


def _surface(joined: str, forms: list[str]) -> list[str]:
    """Return *joined* cut into as many words as *forms*, as long as those where they fit.

    A treebank may list words that are not what the text says: `cant` as `ca` and `n't`. The
    parser reads texts, so it learns the letters that stand there.
    """
    if "".join(forms) == joined:
        return forms
    cut: list[str] = []
    rest = joined
    for later, form in zip(range(len(forms) - 1, -1, -1), forms, strict=True):
        length = max(1, min(len(form), len(rest) - later)) if later else len(rest)
        cut.append(rest[:length] or form)
        rest = rest[length:]
    return cut
