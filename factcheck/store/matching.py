"""Where the words of a search stand in a text, by the rules of the full-text index itself."""

import re
import sqlite3
from collections.abc import Iterator

from factcheck.model.span import Span
from factcheck.store.search import TOKENIZER, WORDS, match_expression, unspaced_in

# Beyond this nothing is marked: no list line and no screen of an article holds more.
_LONGEST = 20_000


class Matcher:
    """The words of searches, found in stretches of text; it belongs to one thread."""

    def __init__(self) -> None:
        self._index = sqlite3.connect(":memory:", isolation_level=None)
        self._index.execute(f"CREATE VIRTUAL TABLE word USING fts5 (it, tokenize = '{TOKENIZER}')")

    def spans(self, text: str, words: str) -> tuple[Span, ...]:
        """Return where in *text* any of *words* stand, by start; the last one as a beginning."""
        text = text[:_LONGEST]
        found = (*self._spaced(text, words), *_unspaced(text, words))
        return tuple(sorted(found))

    def _spaced(self, text: str, words: str) -> Iterator[Span]:
        wanted = match_expression(" ".join(WORDS.findall(unspaced_in(words)[1]))).split(" ")
        if wanted == [""]:
            return
        there = [Span(word.start(), word.end()) for word in WORDS.finditer(text)]
        self._index.execute("BEGIN")
        rows = ((place, span.of(text)) for place, span in enumerate(there))
        self._index.executemany("INSERT INTO word (rowid, it) VALUES (?, ?)", rows)
        sql = "SELECT rowid FROM word WHERE word MATCH ?"
        matches = self._index.execute(sql, (" OR ".join(wanted),)).fetchall()
        self._index.execute("ROLLBACK")
        for (place,) in matches:
            yield there[place]


def _unspaced(text: str, words: str) -> Iterator[Span]:
    for run in unspaced_in(words)[0]:
        for match in re.finditer(re.escape(run), text):
            yield Span(match.start(), match.end())
