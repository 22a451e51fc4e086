"""Complete the word before the cursor of a question: names of views and columns, words of SQL.

In: the question, the place of the cursor in it, and the names that the file has. Out: words that
go on as it begins, the likeliest first. Nothing is parsed: the words around the cursor decide.
"""

import re
from collections.abc import Iterable, Mapping

Names = Mapping[str, tuple[str, ...]]

KEYWORDS = (
    "select", "from", "where", "group", "by", "order", "limit", "having", "distinct", "join",
    "left", "on", "as", "and", "or", "not", "in", "is", "null", "like", "between", "case", "when",
    "then", "else", "end", "count", "sum", "avg", "min", "max", "coalesce", "length", "substr",
    "round", "exists", "union", "all", "with", "asc", "desc", "offset", "date", "json_extract",
    "group_concat",
)  # fmt: skip
_WORD = re.compile(r"\w*\Z")
_DOT = re.compile(r"(\w+)\.\Z")
# After these comes something to ask about, not one of its columns.
_TABLE_NEXT = re.compile(r"\b(?:from|join|from\s+\w+(?:\s+\w+)?\s*,)\s*\Z", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
# What of a long question is looked at, on either side of the cursor.
_NEAR = 20_000


def word_before(sql: str, place: int) -> str:
    """Return the unfinished word that ends at *place*, "" where none does."""
    found = _WORD.search(sql[max(0, place - _NEAR) : place])
    return found[0] if found else ""


def completions(sql: str, place: int, names: Names) -> tuple[str, ...]:
    """Return the words that the word before *place* can become, likeliest first, none twice."""
    word = word_before(sql, place)
    before = sql[max(0, place - _NEAR) : place - len(word)]
    fitting = (
        name
        for name in _candidates(before, sql[:_NEAR], names)
        if name.lower().startswith(word.lower()) and name.lower() != word.lower()
    )
    return tuple(dict.fromkeys(fitting))


def _candidates(before: str, sql: str, names: Names) -> Iterable[str]:
    dotted = _DOT.search(before)
    if dotted:
        return names.get(dotted[1].lower(), ()) or _all_columns(names)
    if _TABLE_NEXT.search(before[-200:]):
        return names
    asked_about = [name for name in dict.fromkeys(_WORDS.findall(sql.lower())) if name in names]
    near = (column for name in asked_about for column in names[name])
    return (*near, *names, *KEYWORDS, *_all_columns(names))


def _all_columns(names: Names) -> Iterable[str]:
    return (column for columns in names.values() for column in columns)


def shared_start(words: Iterable[str]) -> str:
    """Return what all *words* begin with."""
    # What the first and the last in order share, all between them share too.
    first, last = min(words := tuple(words), default=""), max(words, default="")
    same = 0
    while same < len(first) and first[same] == last[same]:
        same += 1
    return first[:same]
