"""Write which claims of the reader people reworded, split, merged or took for none.

In: the records of a report. Out: lines of Markdown, none where nothing was edited.
"""

from collections.abc import Iterator, Sequence

from factcheck.export.escape import inline
from factcheck.model.records import EditRecord

# What became of a claim, by the kind of the edit.
_FATES = {"edit-claim": "reworded as", "split-claim": "split into", "merge-claims": "merged into"}


def edited(edits: Sequence[EditRecord]) -> Iterator[str]:
    """Yield a list of the claims that are off the list, with who took them off, and why."""
    if edits:
        lines = (f"- {_edit(one)} ({inline(f'{one.reviewer}, {one.at}')})" for one in edits)
        yield from ("## Edited claims", "", *lines, "")


def _edit(one: EditRecord) -> str:
    words = f"Claim {one.number}, “{inline(one.text)}”"
    if one.kind in _FATES:
        return f"{words}, was {_FATES[one.kind]} {inline(one.became)}"
    return f"{words}, is no claim: {inline(one.reason)}"
