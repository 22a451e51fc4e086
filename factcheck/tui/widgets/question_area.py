"""The field for a question in SQL: several lines, completion, the questions asked before."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from factcheck.tui.completion import Names, completions, shared_start, word_before

if TYPE_CHECKING:
    from collections.abc import Sequence


class QuestionArea(TextArea):
    """Enter asks once the question ends in a semicolon, and begins a line before."""

    @dataclass
    class Asked(Message):
        """Somebody asks this question."""

        sql: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, tab_behavior="focus", show_line_numbers=False)
        self.names: Names = {}
        self.older: Sequence[str] = ()
        self._recalled = -1
        self._draft = ""
        self._offered: tuple[str, ...] = ()

    def on_key(self, event: events.Key) -> None:
        """Take enter after a semicolon, and the arrows out of the first and last line."""
        row, last = self.cursor_location[0], self.document.line_count - 1
        if event.key == "enter" and self.text.rstrip().endswith(";"):
            event.prevent_default()
            self.post_message(self.Asked(self.text))
        elif event.key == "up" and row == 0:
            event.prevent_default()
            self.recall(1)
        elif event.key == "down" and row == last and self._recalled >= 0:
            event.prevent_default()
            self.recall(-1)

    def recall(self, step: int) -> None:
        """Show the question asked before the one shown, or the one after; at last the draft."""
        place = max(-1, min(self._recalled + step, len(self.older) - 1))
        if place == self._recalled:
            return
        if self._recalled < 0:
            self._draft = self.text
        self._recalled = place
        self.show(self._draft if place < 0 else self.older[place])
        self._recalled = place

    def show(self, sql: str) -> None:
        """Show *sql* with the cursor at its end."""
        self.text = sql
        self._recalled = -1
        self.move_cursor(self.document.end)

    def complete(self) -> tuple[str, ...]:
        """Complete the word before the cursor as far as it is certain; return what it can become.

        Pressed again where several are left, the first of them is taken.
        """
        place = self._index(self.cursor_location)
        sql = "\n".join(self.document.lines)
        found = completions(sql, place, self.names)
        word = word_before(sql, place)
        if not found:
            return ()
        start = shared_start(found)
        # A word typed in another case is taken over as the file spells it.
        certain = start if len(start) > len(word) else ""
        if not certain and found == self._offered:
            certain = found[0]
        self._offered = found
        if certain:
            end = self.cursor_location
            begin = (end[0], end[1] - len(word))  # a word stands on one line
            self.replace(certain, begin, end)
        return () if len(found) == 1 else found

    def _index(self, location: tuple[int, int]) -> int:
        """Return the place of *location* in the text, whose line breaks count as one."""
        row, column = location
        return sum(len(self.document.get_line(n)) + 1 for n in range(row)) + column
