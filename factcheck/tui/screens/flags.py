"""The flag menu: a letter sets or clears a flag, findings are confirmed or dismissed.

Each key is an act of its own, stored at once; the menu shows the claim as it then is.
"""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.errors import FactcheckError
from factcheck.model.flag import FLAG_KEYS, Flag
from factcheck.model.records import ClaimRecord
from factcheck.model.visible import one_line
from factcheck.tui.describe import FAINT, HEADING, Line, content, plain
from factcheck.tui.glyphs import decision_sign
from factcheck.tui.keys import FLAG_MENU_KEYS, bindings

# Called with (flag, set it?) or (finding, "confirmed" or "dismissed"); returns the claim after it.
SetFlag = Callable[[Flag, bool], ClaimRecord]
Decide = Callable[[str, str], ClaimRecord]

_QUOTE_LIMIT = 300
_KEYS_SHOWN = "letter: set or clear · 1–9 ↓ ↑ finding · enter confirm · - dismiss · esc close"


class FlagMenu(ModalScreen[None], inherit_bindings=False):
    """The flags and findings of one claim."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FLAG_MENU_KEYS)]

    def __init__(
        self, claim: ClaimRecord, reviewer: str, *, set_flag: SetFlag, decide: Decide
    ) -> None:
        super().__init__()
        self._claim, self._reviewer = claim, reviewer
        self._set_flag, self._decide = set_flag, decide
        self._place = 0

    def compose(self) -> ComposeResult:
        """Lay out the list, what went wrong, and the keys."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(self._listed(), id="list", markup=False)
            yield Static(Content(""), id="problem", markup=False)
            yield Static(Content.styled(_KEYS_SHOWN, FAINT), id="keys", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take letters for flags and digits for findings."""
        flag = FLAG_KEYS.get(event.key)
        if flag is not None:
            event.stop()
            self._change(lambda: self._set_flag(flag, flag not in self._mine()))
        elif event.key.isdecimal() and 0 < int(event.key) <= len(self._claim.findings):
            event.stop()
            self._place = int(event.key) - 1
            self._show()

    def action_move(self, step: int) -> None:
        """Go to the next finding, or the one before."""
        if self._claim.findings:
            self._place = (self._place + step) % len(self._claim.findings)
            self._show()

    def action_decide(self, decision: str) -> None:
        """Confirm or dismiss the finding under the cursor."""
        if self._claim.findings:
            finding = self._claim.findings[self._place].id
            self._change(lambda: self._decide(finding, decision))

    def action_close(self) -> None:
        """Close the menu; what was set stays set."""
        self.dismiss()

    def _change(self, act: Callable[[], ClaimRecord]) -> None:
        problem = Content("")
        try:
            self._claim = act()
        except FactcheckError as refused:
            words = f"{one_line(refused.message)} · {one_line(refused.hint)}"
            problem = Content.assemble(("✗ ", "bold $error"), words)
        self.set_class(bool(problem.plain), "-refused")
        self._place = min(self._place, max(len(self._claim.findings) - 1, 0))
        self.query_one("#problem", Static).update(problem)
        self._show()

    def _show(self) -> None:
        self.query_one("#list", Static).update(self._listed())

    def _mine(self) -> set[str]:
        return {flag.flag for flag in self._claim.flags if flag.reviewer == self._reviewer}

    def _listed(self) -> Content:
        return content((*self._flags(), *self._findings()))

    def _flags(self) -> Iterator[Line]:
        mine = self._mine()
        yield ((f"Flags on c{self._claim.number}", HEADING),)
        for key, flag in FLAG_KEYS.items():
            others = [
                one_line(each.reviewer)
                for each in self._claim.flags
                if each.flag == flag and each.reviewer != self._reviewer
            ]
            yield (
                (f" {key} ", "bold"),
                ("■ " if flag in mine else "□ ", "$warning" if flag in mine else FAINT),
                (flag.value.replace("-", " "), "bold" if flag in mine else ""),
                (f"  also {', '.join(others)}" if others else "", FAINT),
            )

    def _findings(self) -> Iterator[Line]:
        if not self._claim.findings:
            return
        yield ()
        yield (("Findings", HEADING),)
        for place, finding in enumerate(self._claim.findings):
            sign, style = decision_sign(finding.decision)
            yield (
                ("▸" if place == self._place else " ", "bold"),
                (f"{place + 1} ", "bold"),
                (f"{sign} {one_line(finding.rule)}", style),
                (f"  “{plain(finding.quote, _QUOTE_LIMIT)}”", ""),
                (f"  {finding.decision or 'undecided'}", FAINT),
            )
            if place == self._place:
                yield ((f"     {plain(finding.message, _QUOTE_LIMIT)}", FAINT),)
