"""The flag menu: a letter sets or clears a flag, findings are confirmed or dismissed.

Each key is an act of its own, stored at once; the menu shows the claim as it then is.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.errors import NoWidget
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from factcheck.errors import FactcheckError
from factcheck.model.flag import FLAG_KEYS, Flag
from factcheck.model.records import ClaimRecord, FindingRecord
from factcheck.model.visible import one_line
from factcheck.tui.describe import (
    FAINT,
    HEADING,
    Line,
    Part,
    clickable,
    clicked,
    content,
    plain,
)
from factcheck.tui.glyphs import decision_sign
from factcheck.tui.keymaps import keymap_of, worded
from factcheck.tui.keys import FLAG_MENU_KEYS, bindings
from factcheck.tui.screens.menu import Question
from factcheck.tui.widgets.status import width_of


@dataclass(frozen=True, slots=True)
class FlagActs:
    """What the menu can do; each returns the claim as it then is.

    Decisions are "confirmed" or "dismissed"; `undecided` says of a rule how many of its findings
    are undecided in the article, and on how many claims.
    """

    read: Callable[[], ClaimRecord]
    set_flag: Callable[[Flag, bool], ClaimRecord]
    decide: Callable[[str, str], ClaimRecord]
    undecided: Callable[[str], tuple[int, int]]
    decide_rule: Callable[[str, str], ClaimRecord]


_QUOTE_LIMIT = 300
# The height of the screen from which flags stand one a line and leave room for findings.
_ROOMY = 24
_REFUSED = ("✗ ", "bold $error")
_KEYS_SHOWN = (
    "letter: flag · 1–9 finding · {menu.confirm} confirm · {menu.dismiss} dismiss"
    " · {menu.rule.confirm} {menu.rule.dismiss} all of its rule · {menu.close} close"
)
_VERBS = {"confirmed": "Confirm", "dismissed": "Dismiss"}


class FlagMenu(ModalScreen[None], inherit_bindings=False):
    """The flags and findings of one claim."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FLAG_MENU_KEYS)]

    def __init__(self, claim: ClaimRecord, reviewer: str, acts: FlagActs) -> None:
        super().__init__()
        self._claim, self._reviewer, self._acts = claim, reviewer, acts
        self._place = 0

    def compose(self) -> ComposeResult:
        """Lay out the list, what went wrong, and the keys."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(id="flags", markup=False)
            for _ in self._claim.findings:
                yield Static(classes="finding", markup=False)
            with Vertical(id="foot"):
                yield Static(Content(""), id="problem", markup=False)
                yield Static(
                    Content.styled(worded(self, _KEYS_SHOWN), FAINT), id="keys", markup=False
                )

    def on_resize(self) -> None:
        """Fill the list anew: there may be more room or less."""
        self.set_class(self.size.height < _ROOMY, "-tight")
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Take digits for findings."""
        if event.key.isdecimal() and 0 < int(event.key) <= len(self._claim.findings):
            event.stop()
            self._place = int(event.key) - 1
            self._show()

    def on_click(self, event: events.Click) -> None:
        """Do what the letter of a flag that was clicked does, or the digit of a finding."""
        if name := clicked(event):
            self.action_flag(name)
        on_foot = self.query_one("#foot").region.contains_point(event.screen_offset)
        for place, shown in enumerate(self.query(".finding")):
            if shown.region.contains_point(event.screen_offset) and not on_foot:
                self._place = place
                self._show()

    def action_flag(self, name: str) -> None:
        """Set a flag of mine, or take it off."""
        flag = Flag(name)
        done = self._change(lambda: self._acts.set_flag(flag, flag not in self._mine()))
        if done and self.has_class("-tight"):
            # The flags may have been scrolled away.
            self._tell(*self._flag(flag)[1:3])

    def action_move(self, step: int) -> None:
        """Go to the next finding, or the one before."""
        if self._claim.findings:
            self._place = (self._place + step) % len(self._claim.findings)
            self._show()

    def action_decide(self, decision: str) -> None:
        """Confirm or dismiss the finding under the cursor."""
        if not self._claim.findings:
            return
        if self._is_seen():
            finding = self._claim.findings[self._place].id
            self._change(lambda: self._acts.decide(finding, decision))
        else:
            self._tell(_REFUSED, ("the finding was not on the screen: press the key again", ""))
            self._show()

    def action_decide_rule(self, decision: str) -> None:
        """Ask whether to decide all findings of the rule under the cursor, and do it."""
        if not self._claim.findings:
            return
        rule = self._claim.findings[self._place].rule
        try:
            findings, claims = self._acts.undecided(rule)
        except FactcheckError as refused:
            self._refused(refused)
            return
        if not findings:
            self._tell(_REFUSED, (f"no finding of {one_line(rule)} is undecided", ""))
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._change(lambda: self._acts.decide_rule(rule, decision))

        self.app.push_screen(Question(*_asked(decision, rule, findings, claims)), answered)

    def action_close(self) -> None:
        """Close the menu; what was set stays set."""
        self.dismiss()

    def _change(self, act: Callable[[], ClaimRecord]) -> bool:
        """Do *act* and show the claim after it; say whether it went well."""
        try:
            self._claim = act()
        except FactcheckError as refused:
            self._refused(refused)
            return False
        self._tell()
        self._place = min(self._place, max(len(self._claim.findings) - 1, 0))
        self._show()
        return True

    def _refused(self, refused: FactcheckError) -> None:
        """Say why an act was refused, and show the claim as it is now: that may be the reason."""
        words = f"{one_line(refused.message)} · {one_line(refused.hint)}"
        self._tell(_REFUSED, (words, ""))
        with suppress(FactcheckError):
            self._claim = self._acts.read()
        self._place = min(self._place, max(len(self._claim.findings) - 1, 0))
        self._show()

    def _tell(self, *parts: Part) -> None:
        self.set_class(bool(parts), "-told")
        self.query_one("#problem", Static).update(Content.assemble(*parts))

    def _show(self) -> None:
        self.query_one("#flags", Static).update(content(self._flags()))
        shown = self.query(".finding").results(Static)
        for place, (widget, finding) in enumerate(zip(shown, self._claim.findings, strict=False)):
            widget.update(content(self._finding(place, finding)))
        # The first refresh lays out what was updated, the second knows where it then stands.
        self.call_after_refresh(self.call_after_refresh, self._bring_into_view)

    def _bring_into_view(self) -> None:
        # None where the menu was closed in the meantime.
        for finding in self.query(".finding")[self._place : self._place + 1]:
            finding.scroll_visible(animate=False, force=True)

    def _selected(self) -> Widget:
        return self.query(".finding")[self._place]

    def _is_seen(self) -> bool:
        """Say whether the finding under the cursor is on the screen, at least its first line."""
        try:
            place = self.find_widget(self._selected())
            foot = self.find_widget(self.query_one("#foot"))
        except NoWidget:
            return False
        seen = place.visible_region
        return bool(seen) and place.region.y == seen.y < foot.region.y

    def _mine(self) -> set[str]:
        return {flag.flag for flag in self._claim.flags if flag.reviewer == self._reviewer}

    def _flags(self) -> Iterator[Line]:
        yield ((f"Flags on c{self._claim.number}", HEADING),)
        cells = [clickable(self._flag(flag), flag) for flag in FLAG_KEYS.values()]
        yield from _in_two_columns(cells) if self.has_class("-tight") else cells
        if self._claim.findings:
            yield ()
            yield (("Findings", HEADING),)

    def _flag(self, flag: Flag) -> Line:
        key = keymap_of(self).shown(f"flag.{flag}")
        mine = flag in self._mine()
        others = [
            one_line(each.reviewer)
            for each in self._claim.flags
            if each.flag == flag and each.reviewer != self._reviewer
        ]
        return (
            (f" {key} ", "bold"),
            ("■ " if mine else "□ ", "$warning" if mine else FAINT),
            (flag.value.replace("-", " "), "bold" if mine else ""),
            (f"  also {', '.join(others)}" if others else "", FAINT),
        )

    def _finding(self, place: int, finding: FindingRecord) -> Iterator[Line]:
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


def _asked(decision: str, rule: str, findings: int, claims: int) -> tuple[str, str]:
    """Return the question whether to decide all findings of a rule, and what that means."""
    verb = _VERBS[decision]
    if findings == 1:
        return f"{verb} the one undecided finding of {rule}?", "It is the only one in this article."
    where = "one claim" if claims == 1 else f"{claims} claims"
    about = f"They are on {where} of this article. It is one act: undo takes all back."
    return f"{verb} all {findings} undecided findings of {rule}?", about


def _in_two_columns(cells: Sequence[Line]) -> Iterator[Line]:
    """Yield *cells* in pairs, the second half beside the first."""
    half = (len(cells) + 1) // 2
    width = max(_width(cell) for cell in cells[:half])
    for left, right in zip_longest(cells[:half], cells[half:], fillvalue=()):
        yield (*left, (" " * (width - _width(left) + 1), ""), *right)


def _width(line: Line) -> int:
    return sum(width_of(text) for text, _ in line)
