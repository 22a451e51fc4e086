"""Editing a claim: a menu of edits, and a form that shows what comes of it before it is stored.

In: a claim or a selection, and functions that preview and store. Out: the act that was stored. What
cannot be done is said while somebody types; closing stores nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from factcheck.errors import FactcheckError
from factcheck.model.claim import Claim
from factcheck.model.records import ClaimRecord
from factcheck.model.span import Span
from factcheck.model.visible import one_line
from factcheck.review.session import Act
from factcheck.tui.describe import (
    FAINT,
    HEADING,
    STRONG,
    Line,
    clickable,
    clicked,
    content,
    plain,
    worded_parts,
)
from factcheck.tui.editkeys import EDIT_FORM_KEYS, EDIT_MENU_KEYS
from factcheck.tui.keymaps import keymap_of, worded
from factcheck.tui.keys import FORM_KEYS, bindings
from factcheck.tui.screens.form import Field
from factcheck.tui.widgets.fields import WordsInput, typed

Values = Mapping[str, str]
# What is shown of the words that a result rests on.
_QUOTE_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that a person is asked about.

    `preview` returns the claims that would come of the values typed, `store` stores them; both may
    raise a FactcheckError. `quote` returns the words of the article at a span. `proposals` are
    values to fill in, one after the other.
    """

    title: str
    fields: tuple[Field, ...]
    preview: Callable[[Values], Sequence[Claim]]
    store: Callable[[Values], Act]
    quote: Callable[[Span], str]
    about: tuple[Line, ...] = ()
    proposals: tuple[tuple[str, ...], ...] = ()


class EditMenu(ModalScreen[str | None], inherit_bindings=False):
    """The edits there are, a letter each; its result is the name of the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EDIT_MENU_KEYS)]

    def __init__(self, claim: ClaimRecord | None) -> None:
        super().__init__()
        self._claim = claim

    def compose(self) -> ComposeResult:
        """Lay out the claim and the edits."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(content(self._lines()), markup=False)

    def _lines(self) -> Iterator[Line]:
        claim = self._claim
        yield ((f"Edit c{claim.number}" if claim else "Edit", HEADING),)
        if claim is not None:
            yield ((plain(claim.text, 300), ""),)
        yield ()
        keymap = keymap_of(self)
        for row in EDIT_MENU_KEYS:
            line = ((f" {keymap.shown(row.id):<4}", "bold"), (row.description, ""))
            yield clickable(line, row.id)

    async def on_click(self, event: Click) -> None:
        """Do what was clicked."""
        for row in EDIT_MENU_KEYS:
            if row.id == clicked(event):
                await self.run_action(row.action)

    def action_choose(self, edit: str) -> None:
        """Close with the edit chosen."""
        self.dismiss(edit)

    def action_close(self) -> None:
        """Close; nothing is edited."""
        self.dismiss(None)


class EditForm(ModalScreen[Act | None], inherit_bindings=False):
    """The fields of an edit, and below them what would come of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(FORM_KEYS),
        *bindings(EDIT_FORM_KEYS, priority=True),
    ]

    def __init__(self, edit: Edit) -> None:
        super().__init__()
        self._edit = edit
        self._proposal = 0
        self._begun: Values = {}

    def compose(self) -> ComposeResult:
        """Lay out the fields, the preview and the keys."""
        edit = self._edit
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(Content.styled(edit.title, HEADING), markup=False)
            if edit.about:
                yield Static(content(edit.about), id="about", markup=False)
            for place, field in enumerate(edit.fields):
                yield field.laid_out(first=place == 0)
            yield Static(Content(""), id="preview", markup=False)
            yield Static(Content.styled(self._keys(), FAINT), id="keys", markup=False)

    def _keys(self) -> str:
        count = len(self._edit.proposals)
        cuts = f"{{edit.cut}} next of {count} proposed cuts · " if count > 1 else ""
        one = len(self._edit.fields) == 1
        onward = "enter or " if one else "enter or {form.next} next field · "
        after = onward + "{form.save} save · {form.cancel} close, store nothing"
        return worded(self, cuts + after)

    def on_mount(self) -> None:
        """Begin in the first field."""
        first = typed(self)[0].focus()
        # In a low window the words above it take all the room.
        self.call_after_refresh(first.scroll_visible, animate=False)
        self._begun = self._values()
        self._show()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _show(self) -> None:
        """Show what would come of the edit, or why it cannot be."""
        self.query_one("#preview", Static).update(content(self._preview()))

    def _preview(self) -> Iterator[Line]:
        try:
            claims = self._edit.preview(self._values())
        except FactcheckError as problem:
            # Nobody has done anything wrong before a word was typed.
            typed = self._values() != self._begun
            sign, style = ("✗ ", "bold") if typed else ("· ", FAINT)
            yield ((sign, "bold $error" if typed else FAINT), (one_line(problem.message), style))
            yield ((f"  {one_line(problem.hint)}", FAINT),)
            return
        for number, claim in enumerate(claims, 1):
            count = f"{number} " if len(claims) > 1 else ""
            worded = worded_parts(claim.text, claim.insertions)
            marked = any("⟨" in text for text, style in worded if style != STRONG)
            legend = "  ⟨words that are not the article’s⟩" if marked else ""
            yield ((f"Result {count}".rstrip(), HEADING), (legend, FAINT))
            yield worded
            for span in claim.spans:
                words = plain(self._edit.quote(span), _QUOTE_LIMIT)
                yield ((f"  {span.start}–{span.end} ", FAINT), (f"“{words}”", FAINT))

    def _values(self) -> Values:
        return {field.id: field.value for field in typed(self) if field.id}

    @on(Input.Submitted)
    @on(WordsInput.Submitted)
    def go_on(self) -> None:
        """Go to the next field; save in the last."""
        if self.focused is typed(self)[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Store the edit, or say why it cannot be."""
        try:
            act = self._edit.store(self._values())
        except FactcheckError as problem:
            lines: list[Line] = [
                (("✗ ", "bold $error"), (one_line(problem.message), "bold")),
                ((f"  {one_line(problem.hint)}", FAINT),),
            ]
            self.query_one("#preview", Static).update(content(lines))
        else:
            self.dismiss(act)

    def action_propose(self) -> None:
        """Fill in the next of the proposed cuts."""
        proposals = self._edit.proposals
        if proposals:
            self._proposal = (self._proposal + 1) % len(proposals)
            values = proposals[self._proposal]
            for field, value in zip(typed(self), values, strict=True):
                field.value = value

    def action_cancel(self) -> None:
        """Close the form; nothing is stored."""
        self.dismiss(None)

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous()
