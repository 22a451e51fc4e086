"""The filter: which claims the list shows, and in which order. Its result is a `Listing`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.errors import FactcheckError
from factcheck.model.claim import ClaimKind
from factcheck.model.flag import Flag
from factcheck.model.listing import EVERY, STATUSES, Listing, Sort, Speaker, worth_range
from factcheck.model.visible import one_line
from factcheck.tui.describe import FAINT
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import FILTER_KEYS, bindings
from factcheck.tui.widgets.choices import Choices
from factcheck.tui.widgets.fields import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from factcheck.model.verdict import Verdict
    from factcheck.review.session import Session

_KEYS_SHOWN = (
    "{filter.next} field · ← → space choose · {filter.apply} show · {filter.none} empty"
    " · {filter.cancel} close"
)
_NAME_SHOWN = 30
_YES, _NO = "yes", "no"
_EITHER = {"evidence": "has evidence", "context": "needs context", "findings": "open findings",
           "gaps": "beside a gap"}  # fmt: skip
_SEVERAL = {"status": "status", "flag": "flag", "kind": "kind", "attribution": "said by",
            "reviewer": "judged by"}  # fmt: skip


class FilterScreen(ModalScreen["Listing | None"], inherit_bindings=False):
    """A field for everything that can be asked of a claim, and the filters saved in the file."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FILTER_KEYS)]

    def __init__(self, listing: Listing, session: Session, judges: Sequence[str]) -> None:
        super().__init__()
        self._listing, self._session = listing, session
        self._judges = judges
        self._saved: dict[str, Listing] = {}

    def compose(self) -> ComposeResult:
        """Lay out the fields, one below the other."""
        yield Static(Content.styled("Which claims to list", "bold $heading"), id="title",
                     markup=False)  # fmt: skip
        with VerticalScroll(id="fields", can_focus=False):
            yield from _row("saved filters", Choices((), several=False, id="saved"))
            for name, label in _SEVERAL.items():
                values = _values(name, self._session.scale, self._judges)
                yield from _row(label, Choices(values, several=True, id=name))
            yield from _row("worth", LineInput(placeholder="0.5-1", id="worth"))
            for name, label in _EITHER.items():
                yield from _row(label, Choices(_pairs((_YES, _NO)), several=False, id=name))
            yield from _row("words", LineInput(placeholder="in wording or notes", id="words"))
            yield from _row("sort by", Choices(_pairs(Sort), several=False, id="sort"))
            yield from _row("save as", LineInput(placeholder="a name, to keep it", id="name"))
        yield Static(Content(""), id="problem", markup=False)
        yield Static(Content.styled(worded(self, _KEYS_SHOWN), FAINT), id="keys", markup=False)

    def on_mount(self) -> None:
        """Show what is listed now, and begin with the status."""
        self._try(self._read_saved)
        self._fill(self._listing)
        self._choices("status").focus()

    def _read_saved(self) -> None:
        self._saved = dict(self._session.lists.saved())
        names = [(name, one_line(name[:_NAME_SHOWN])) for name in self._saved]
        row = self._choices("saved")
        row.values = tuple(names)
        row.choose()

    def _fill(self, listing: Listing) -> None:
        for name in _SEVERAL:
            self._choices(name).choose(*getattr(listing, name))
        for name in _EITHER:
            value = getattr(listing, name)
            self._choices(name).choose(*(() if value is None else (_YES if value else _NO,)))
        self._choices("sort").choose(listing.sort.value)
        ends = (listing.worth_from, listing.worth_to)
        self._line("worth").value = "" if ends == (0.0, 1.0) else f"{ends[0]:g}-{ends[1]:g}"
        self._line("words").value = listing.words

    def _said(self) -> Listing:
        """Return what the fields say.

        Raises:
            UsageError: the range of check-worthiness is none.
        """
        low, high = worth_range(self._line("worth").value)
        several = {name: self._choices(name).several for name in (*_SEVERAL, *_EITHER, "sort")}
        yes_or_no = {name: _YES in several[name] if several[name] else None for name in _EITHER}
        return Listing(
            status=several["status"], flag=several["flag"], kind=several["kind"],
            attribution=several["attribution"], reviewer=several["reviewer"],
            worth_from=low, worth_to=high,
            evidence=yes_or_no["evidence"], context=yes_or_no["context"],
            findings=yes_or_no["findings"], gaps=yes_or_no["gaps"],
            words=" ".join(self._line("words").value.split()),
            sort=Sort((*several["sort"], Sort.READING)[0]),
        )  # fmt: skip

    def _choices(self, name: str) -> Choices:
        return self.query_one(f"#{name}", Choices)

    def _line(self, name: str) -> LineInput:
        return self.query_one(f"#{name}", LineInput)

    @on(Choices.Changed)
    def take_saved(self, event: Choices.Changed) -> None:
        """Fill the fields with the saved filter that was chosen."""
        if event.choices.id == "saved":
            chosen = event.choices.several
            self._fill(self._saved[chosen[0]] if chosen else EVERY)

    @on(Choices.Dropped)
    def drop_saved(self, event: Choices.Dropped) -> None:
        """Remove the saved filter under the cursor from the file."""
        if event.choices.id == "saved":
            self._try(lambda: self._session.lists.remove(event.value))
            self._try(self._read_saved)

    @on(Input.Submitted)
    def action_apply(self) -> None:
        """Close with what the fields say; save it first where it was given a name."""
        self._try(self._apply)

    def _apply(self) -> None:
        listing = self._said()
        if name := self._line("name").value.strip():
            self._session.lists.save(name, listing)
        self.dismiss(listing)

    def action_empty(self) -> None:
        """Empty every field."""
        self._fill(EVERY)
        self._choices("saved").choose()

    def action_cancel(self) -> None:
        """Close; the list stays as it is."""
        self.dismiss(None)

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except FactcheckError as problem:
            self.add_class("-refused")
            words = Content.assemble(
                ("✗ ", "bold $error"), (one_line(problem.message), "bold"),
                (f" · {one_line(problem.hint)}", FAINT),
            )  # fmt: skip
            self.query_one("#problem", Static).update(words)


def _row(label: str, field: Choices | LineInput) -> Iterable[Horizontal]:
    name = Static(Content.styled(label, FAINT), classes="label", markup=False)
    yield Horizontal(name, field, classes="row")


def _pairs(values: Iterable[str]) -> list[tuple[str, str]]:
    return [(str(value), str(value)) for value in values]


def _values(
    name: str, scale: Sequence[Verdict], judges: Sequence[str]
) -> Sequence[tuple[str, str]]:
    match name:
        case "status":
            return _pairs((*STATUSES, *(verdict.verdict for verdict in scale)))
        case "flag":
            return _pairs(Flag)
        case "kind":
            return _pairs(ClaimKind)
        case "attribution":
            return _pairs(Speaker)
        case _:
            return [(judge, one_line(judge[:_NAME_SHOWN])) for judge in judges]
