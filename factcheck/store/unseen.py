"""What a blind reviewer may find: conditions on a claim `c` that let nothing hidden be asked for.

In: how blind a reviewer is, "all", "verdicts" or "off", as the settings have it. Out: SQL. `:me` is
the reviewer's id; `:match` are words of a search in wording or notes, `:wording` in wording alone,
`:own` the claims that have them with notes of the reviewer's own.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.store.search import TOKENIZER, indexed

if TYPE_CHECKING:
    from factcheck.store.database import Store

ALL, OFF = "all", "off"
# The reviewer has judged the claim as it now is, or has looked.
_SEES = """(EXISTS (SELECT 1 FROM assessment WHERE claim = c.id AND reviewer = :me AND NOT stale)
      OR EXISTS (SELECT 1 FROM reveal WHERE claim = c.id AND reviewer = :me))"""
_FOUND = "c.n IN (SELECT rowid FROM claim_search WHERE claim_search MATCH "
# The index does not tell whose a note is: where one of another is hidden, `:own` stands for mine.
_NOTES_SEEN = f"({_SEES} OR NOT EXISTS (SELECT 1 FROM note WHERE claim = c.id AND reviewer <> :me))"


def judged_by(blind: str) -> str:
    """Return what lets the verdict `a` of a reviewer on the claim count in a filter."""
    return "1" if blind == OFF else f"(a.reviewer = :me OR {_SEES})"


def has_words(blind: str) -> str:
    """Return the condition that a claim has the words of a search where the reviewer sees them."""
    if blind != ALL:
        return f"{_FOUND}:match)"
    return f"""({_FOUND}:wording) OR ({_FOUND}:match) AND {_NOTES_SEEN})
      OR c.id IN (SELECT value FROM json_each(:own)))"""


def words_asked(
    store: "Store", article: str, reviewer: str, blind: str, expression: str
) -> Mapping[str, str]:
    """Return the values of `:match`, `:wording` and `:own` for an FTS5 *expression*.

    What holds no word matches nothing; an empty expression would be an error.
    """
    match = expression or '""'
    own = list(_own(store, article, reviewer, match)) if blind == ALL and expression else []
    return {"match": match, "wording": f"wording : ({match})", "own": json.dumps(own)}


_MY_NOTES = f"""SELECT c.id, c.text, group_concat(m.text, char(10)) AS notes
  FROM claim c JOIN note m ON m.claim = c.id AND m.reviewer = :me
  WHERE c.document = :a AND {_FOUND}:match) AND NOT {_NOTES_SEEN} GROUP BY c.id"""


def _own(store: "Store", article: str, reviewer: str, match: str) -> Iterator[str]:
    """Yield the claims that match without the notes of others, which are hidden on them."""
    rows = store.rows(_MY_NOTES, {"a": article, "me": reviewer, "match": match})
    if not rows:
        return
    index = sqlite3.connect(":memory:", isolation_level=None)
    try:
        columns = f"claim UNINDEXED, wording, notes, tokenize = '{TOKENIZER}'"
        index.execute(f"CREATE VIRTUAL TABLE mine USING fts5 ({columns})")
        words = ((row["id"], indexed(row["text"]), indexed(row["notes"])) for row in rows)
        index.executemany("INSERT INTO mine VALUES (?, ?, ?)", words)
        yield from (key for (key,) in index.execute("SELECT claim FROM mine WHERE mine MATCH ?",
                                                    (match,)))  # fmt: skip
    finally:
        index.close()
