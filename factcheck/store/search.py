"""The full-text index over wording and notes, in English and Chinese, and what it is asked."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.store.database import Store

# Scripts written without spaces, which the tokenizer of SQLite takes for one long word.
_UNSPACED = re.compile("[぀-ヿ㐀-䶿一-鿿豈-﫿가-힯]+")
WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# As the table `claim_search` was created with.
TOKENIZER = "porter unicode61 remove_diacritics 2"


def indexed(text: str) -> str:
    """Return *text* as it is indexed: runs of unspaced script as overlapping pairs of characters.

    Pairs find Chinese words of two characters and more, which whole runs do not.
    """
    return _UNSPACED.sub(lambda run: " " + " ".join(_pairs(run[0])) + " ", text)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run))]


def unspaced_in(words: str) -> tuple[tuple[str, ...], str]:
    """Return the runs of unspaced script in *words*, and *words* with spaces in their place."""
    return tuple(_UNSPACED.findall(words)), _UNSPACED.sub(" ", words)


def match_expression(words: str) -> str:
    """Return what a person typed as an FTS5 expression: all words, the last one as a beginning.

    Every token is quoted, so nothing that is typed can be an operator. Empty where no word is left.
    """
    parts = []
    runs, rest = unspaced_in(words)
    for run in runs:
        pairs = _pairs(run)[:-1] or [run]
        phrase = '"' + " ".join(pairs) + '"'
        parts.append(phrase if len(run) > 1 else phrase + "*")
    spaced = [f'"{word}"' for word in WORDS.findall(rest)]
    if spaced:
        spaced[-1] += "*"
    return " ".join(spaced + parts)


def index_claim(store: "Store", n: int, wording: str, notes: str) -> None:
    """Add a claim to the index."""
    sql = "INSERT INTO claim_search (rowid, wording, notes) VALUES (?, ?, ?)"
    store.execute(sql, (n, indexed(wording), indexed(notes)))


def forget_claim(store: "Store", n: int, wording: str, notes: str) -> None:
    """Take a claim out of the index; the words must be the ones it was added with."""
    sql = """INSERT INTO claim_search (claim_search, rowid, wording, notes)
             VALUES ('delete', ?, ?, ?)"""
    store.execute(sql, (n, indexed(wording), indexed(notes)))
