"""What a blind reviewer may find: conditions on a claim `c` that let nothing hidden be asked for.

In: how blind a reviewer is, "all", "verdicts" or "off", as the settings have it. Out: SQL. `:me` is
the reviewer's id; `:match` are words of a search in wording or notes, `:wording` in wording alone.
"""

from collections.abc import Mapping

ALL, OFF = "all", "off"
# The reviewer has judged the claim as it now is, or has looked.
_SEES = """(EXISTS (SELECT 1 FROM assessment WHERE claim = c.id AND reviewer = :me AND NOT stale)
      OR EXISTS (SELECT 1 FROM reveal WHERE claim = c.id AND reviewer = :me))"""
_FOUND = "c.n IN (SELECT rowid FROM claim_search WHERE claim_search MATCH "
# The index does not tell whose a note is: where one of another is hidden, all of them are.
_NOTES_SEEN = f"({_SEES} OR NOT EXISTS (SELECT 1 FROM note WHERE claim = c.id AND reviewer <> :me))"


def judged_by(blind: str) -> str:
    """Return what lets the verdict `a` of a reviewer on the claim count in a filter."""
    return "1" if blind == OFF else f"(a.reviewer = :me OR {_SEES})"


def has_words(blind: str) -> str:
    """Return the condition that a claim has the words of a search where the reviewer sees them."""
    if blind != ALL:
        return f"{_FOUND}:match)"
    return f"({_FOUND}:wording) OR ({_FOUND}:match) AND {_NOTES_SEEN}))"


def words_asked(expression: str) -> Mapping[str, str]:
    """Return the values of `:match` and `:wording` for an FTS5 *expression*, which may be empty.

    What holds no word matches nothing; an empty expression would be an error.
    """
    match = expression or '""'
    return {"match": match, "wording": f"wording : ({match})"}
