"""A dialog of fields: from what a person types to one call that stores it.

The call may refuse with a `FactcheckError`: its words are shown in the form and nothing typed is
lost. Closing the form stores nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.errors import FactcheckError
from factcheck.model.evidence import Stance, is_web_link
from factcheck.model.visible import one_line
from factcheck.tui.describe import FAINT, Line, content
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import FORM_KEYS, bindings
from factcheck.tui.titles import TitleFound, title_looked_up
from factcheck.tui.widgets.fields import LineInput, StanceChoice, WordsInput, typed

Save = Callable[[Mapping[str, str]], None]

_KEYS_SHOWN = (
    "enter or {form.next} next field · {form.save} save · {form.cancel} close, store nothing"
)
# With one field there is no next one: enter saves.
_KEYS_OF_ONE = "enter or {form.save} save · {form.cancel} close, store nothing"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. `id` names its value, a `long` one is shown over several lines."""

    id: str
    label: str
    placeholder: str = ""
    value: str = ""
    long: bool = False

    def laid_out(self, *, first: bool) -> Horizontal:
        """Return the label and the field, in a row; the *first* of a form is told apart."""
        kind = WordsInput if self.long else LineInput
        row = Horizontal(
            Static(Content.styled(self.label, FAINT), classes="label", markup=False),
            kind(self.value, placeholder=self.placeholder, id=self.id),
            classes="field",
        )
        return row.set_class(first, "-first").set_class(self.long, "-long")


class Form(ModalScreen[bool], inherit_bindings=False):
    """Fields, and a stance below the first of them where one is given."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FORM_KEYS)]

    def __init__(
        self,
        title: str,
        fields: tuple[Field, ...],
        save: Save,
        *,
        about: tuple[Line, ...] = (),
        stance: Stance | None = None,
    ) -> None:
        super().__init__()
        self._title, self._fields, self._save_values = title, fields, save
        self._about, self._stance = about, stance

    def compose(self) -> ComposeResult:
        """Lay out the fields, one below the other."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(Content.styled(self._title, "bold $heading"), markup=False)
            if self._about:
                yield Static(content(self._about), id="about", markup=False)
            for place, field in enumerate(self._fields):
                yield field.laid_out(first=place == 0)
                if place == 0 and self._stance is not None:
                    with Horizontal(classes="field"):
                        yield Static(Content.styled("stance", FAINT), classes="label", markup=False)
                        yield StanceChoice(self._stance, id="stance")
            yield Static(Content(""), id="problem", markup=False)
            one = len(self._fields) == 1 and self._stance is None
            keys = worded(self, _KEYS_OF_ONE if one else _KEYS_SHOWN)
            yield Static(Content.styled(keys, FAINT), id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin in the first field."""
        first = typed(self)[0].focus()
        # In a low window the words above it take all the room.
        self.call_after_refresh(first.scroll_visible, animate=False)

    @on(Input.Submitted)
    @on(WordsInput.Submitted)
    def go_on(self) -> None:
        """Go to the next field; save in the last."""
        if self.focused is typed(self)[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Store what was typed, or say why not."""
        values = {field.id: field.value for field in typed(self) if field.id}
        if self._stance is not None:
            values["stance"] = self.query_one(StanceChoice).stance.value
        try:
            self._save_values(values)
        except FactcheckError as problem:
            self.add_class("-refused")
            self.query_one("#problem", Static).update(
                Content.assemble(
                    ("✗ ", "bold $error"),
                    (one_line(problem.message), "bold"),
                    (f"\n  {one_line(problem.hint)}", FAINT),
                )
            )
            self.query_one("#problem").scroll_visible(animate=False)
        else:
            self.dismiss(True)

    @on(LineInput.Pasted)
    def look_up_title(self, message: LineInput.Pasted) -> None:
        """Look up the title of a pasted link in a thread, where the network may be used."""
        title_of = getattr(self.app, "title_of", None)
        link = message.field.value
        if title_of is not None and message.field.id == "source" and is_web_link(link):
            look_up = partial(title_looked_up, title_of, link, self.post_message)
            self.run_worker(look_up, thread=True, group="titles", exit_on_error=False)

    @on(TitleFound)
    def take_title(self, message: TitleFound) -> None:
        """Fill the title in, unless one was typed or the link has changed meanwhile."""
        source, title = self.query_one("#source", LineInput), self.query_one("#title", LineInput)
        if source.value == message.link and not title.value:
            title.value = message.title

    def action_cancel(self) -> None:
        """Close the form; nothing is stored."""
        self.dismiss(False)

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous()
