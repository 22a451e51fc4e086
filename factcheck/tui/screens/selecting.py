"""Selecting words of the article, to make a claim of them. In: the text. Out: a span, or None."""

import re
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.model.span import Span
from factcheck.tui.describe import FAINT, HEADING
from factcheck.tui.editkeys import SELECT_KEYS
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import bindings
from factcheck.tui.widgets.article import ArticlePane, MarksOf

# Called with an offset and a step: the sentence there, or the next one in that direction.
SentenceAt = Callable[[int, int], Span | None]

_WORD = re.compile(r"\S+")
# How far back the beginning of a word is looked for: a longer one is selected in part.
_WORD_LIMIT = 400
_KEYS_SHOWN = (
    "{select.previous} {select.next} word · {select.more} {select.less} more, less · "
    "{select.down} {select.up} sentence · {select.take} take · {select.close} close"
)


class WordSelection(ModalScreen[Span | None], inherit_bindings=False):
    """The article, and in it the words that are selected."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SELECT_KEYS)]

    def __init__(self, text: str, at: Span, marks_of: MarksOf, sentence_at: SentenceAt) -> None:
        super().__init__()
        self._text, self.selected = text, at
        self._marks_of, self._sentence_at = marks_of, sentence_at

    def compose(self) -> ComposeResult:
        """Lay out the title, the article, the keys."""
        title = "Add a claim: select its words in the article"
        yield Static(Content.styled(title, HEADING), id="title", markup=False)
        yield ArticlePane(id="article")
        yield Static(Content.styled(worded(self, _KEYS_SHOWN), FAINT), id="keys", markup=False)

    def on_mount(self) -> None:
        """Show the article at the selection."""
        self.query_one(ArticlePane).show(self._text, self._marks_of)
        self.call_after_refresh(self._select, self.selected)

    def _select(self, span: Span) -> None:
        self.selected = span
        # None where the view was closed before it was laid out.
        for pane in self.query(ArticlePane):
            pane.select((span,))

    def action_word(self, step: int) -> None:
        """Select the next word alone, or the one before."""
        word = self._after(self.selected.end) if step > 0 else self._before(self.selected.start)
        self._select(word or self.selected)

    def action_extend(self, step: int) -> None:
        """Take one word more at the end, or one less."""
        if step > 0:
            word = self._after(self.selected.end)
        else:
            word = self._before(self._before_end().start)
        if word is not None and word.end > self.selected.start:
            self._select(Span(self.selected.start, word.end))

    def _before_end(self) -> Span:
        return self._before(self.selected.end) or self.selected

    def action_sentence(self, step: int) -> None:
        """Select the next sentence, or the one before."""
        word = self._after(self.selected.end) if step > 0 else self._before(self.selected.start)
        if word is not None:
            self._select(self._sentence_at(word.start, step) or self.selected)

    def action_take(self) -> None:
        """Close with the selection."""
        self.dismiss(self.selected)

    def action_close(self) -> None:
        """Close; nothing is added."""
        self.dismiss(None)

    @on(ArticlePane.Clicked)
    def begin_or_end(self, message: ArticlePane.Clicked) -> None:
        """Begin at the word that was clicked, or end there where it stands further on."""
        word = self._after(self._before_start(message.offset))
        if word is None:
            return
        ends = word.start > self.selected.start
        self._select(Span(self.selected.start, word.end) if ends else word)

    def _before_start(self, offset: int) -> int:
        start = offset
        while start > max(0, offset - _WORD_LIMIT) and not self._text[start - 1].isspace():
            start -= 1
        return start

    def _after(self, offset: int) -> Span | None:
        found = _WORD.search(self._text, offset)
        return Span(*found.span()) if found else None

    def _before(self, offset: int) -> Span | None:
        end = offset
        while end > 0 and self._text[end - 1].isspace():
            end -= 1
        return Span(self._before_start(end), end) if end > 0 else None
