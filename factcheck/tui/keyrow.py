"""A row of the table of keys, and the groups in which help and documentation show the rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """What one or more keys do.

    `keys` are named as Textual names them, single characters as themselves; `hint` is the word at
    the bottom of the screen, "" for keys that are not shown there.
    """

    id: str
    keys: tuple[str, ...]
    description: str
    group: str
    action: str
    hint: str = ""


DECIDE, MOVE, WRITE, LOOK, SCREEN = "Decide", "Move", "Write down", "Look", "Screen"
IN_VIEW, IN_FORM, IN_FLAGS, IN_LINKS = (
    "In an open view", "In a form", "In the flag menu", "When opening a link",
)  # fmt: skip
IN_COPY, IN_EVIDENCE, IN_CONSOLE, IN_RESULT, IN_PICK, IN_FILTER, IN_QUESTION = (
    "When copying", "In the list of evidence", "In the SQL console", "In its result",
    "In a list to pick from", "In the filter", "When asked",
)  # fmt: skip
IN_EDITS, IN_EDIT, IN_SELECTION, IN_HISTORY = (
    "In the menu of edits", "In the form of an edit", "When selecting words", "In the history",
)  # fmt: skip
