"""The evidence of a claim: every piece with what is known of it, and what can be done with it.

In: the claim as the reviewer may see it, read anew after each act. Out: acts of the session; the
review is told of each.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.errors import FactcheckError
from factcheck.model.visible import one_line
from factcheck.tui.describe import FAINT, HEADING, Line, content, plain
from factcheck.tui.glyphs import stance_sign
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import EVIDENCE_KEYS, bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from factcheck.model.records import ClaimRecord, EvidenceRecord

    Do = Callable[[EvidenceRecord | None], None]

_KEYS_SHOWN = (
    "{evidence.add} attach · {evidence.edit} edit · {evidence.retract} retract"
    " · {evidence.share} to more claims · {evidence.reuse} from another claim"
    " · {evidence.link} open · {evidence.copy} copy link · {evidence.close} close"
)
# What is known of a capture, by the names of the fields that say it, and in words.
_CAPTURE = (
    ("captured_at", "captured {}"), ("archive", "archived at {}"), ("sha256", "SHA-256 {:.12}…"),
    ("quote_outcome", "quotation {}"), ("capture_remark", "{}"),
    ("capture_error", "not captured: {}"),
)  # fmt: skip

# What became of a quotation that a reviewer must not overlook.
_DOUBTFUL = frozenset({"altered", "absent"})


def minute(at: str) -> str:
    """Return a moment without its seconds, the way people read it."""
    return one_line(at).replace("T", " ")[:16]


def capture_words(evidence: EvidenceRecord) -> str:
    """Return what is known of the snapshot and the quotation of *evidence*, "" where nothing is."""
    evidence = replace(evidence, captured_at=minute(evidence.captured_at))
    known = ((getattr(evidence, name), words) for name, words in _CAPTURE)
    return " · ".join(words.format(one_line(str(value))) for value, words in known if value)


def piece_lines(evidence: EvidenceRecord, *, here: bool) -> Iterator[Line]:
    """Yield the lines for one piece, the pointer before it where the cursor is *here*."""
    sign, style = stance_sign(evidence.stance)
    searched = evidence.kind == "search"
    nearness = evidence.primacy or ("" if searched else "kind unsaid")
    about = filter(None, (evidence.kind, nearness, evidence.reviewer, minute(evidence.at)))
    yield (
        ("▸ " if here else "  ", "bold"),
        (f"{sign} {one_line(evidence.stance)}", f"bold {style}"),
        (f"  {' · '.join(map(one_line, about))}", FAINT),
    )
    if evidence.title:
        yield (("    ", ""), (plain(evidence.title), ""))
    yield (("    ", ""), (plain(evidence.source), "" if searched else "underline"))
    if evidence.quote or evidence.locator:
        quote = f"“{plain(evidence.quote)}” " if evidence.quote else ""
        yield (("    ", ""), (quote, ""), (plain(evidence.locator), FAINT))
    if not searched:
        style = "$warning" if evidence.quote_outcome in _DOUBTFUL else FAINT
        yield (("    ", ""), (capture_words(evidence) or "not captured", style))
    if evidence.note:
        yield (("    ", ""), (plain(evidence.note), FAINT))


class EvidenceList(ModalScreen[None], inherit_bindings=False):
    """The pieces of evidence on one claim, one of them under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVIDENCE_KEYS)]

    def __init__(
        self, claim: ClaimRecord, read: Callable[[], ClaimRecord | None], acts: Mapping[str, Do]
    ) -> None:
        super().__init__()
        self._claim, self._read, self._acts = claim, read, acts
        self._place = 0

    def compose(self) -> ComposeResult:
        """Lay out the pieces, what there is to say, the keys."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(id="head", markup=False)
            yield Vertical(id="pieces")
            with Vertical(id="foot"):
                yield Static(Content(""), id="problem", markup=False)
                yield Static(Content.styled(worded(self, _KEYS_SHOWN), FAINT), id="keys",
                             markup=False)  # fmt: skip

    def on_mount(self) -> None:
        """Show the pieces."""
        self._show()

    def on_screen_resume(self) -> None:
        """Show the claim as it is after a dialog above has closed."""
        if self.is_mounted:
            self.read_again()

    def read_again(self) -> None:
        """Read the claim anew and show it."""
        if claim := self._read():
            self._claim = claim
        self._place = min(self._place, max(len(self._claim.evidence) - 1, 0))
        self._show()

    def tell(self, words: str, then: str = "") -> None:
        """Say what was done, or why not."""
        self.add_class("-told")
        after = f" · {one_line(worded(self, then))}" if then else ""
        self.query_one("#problem", Static).update(
            Content.assemble((one_line(words), ""), (after, FAINT))
        )

    def action_move(self, step: int) -> None:
        """Go to the next piece, or the one before; around at the ends."""
        if self._claim.evidence:
            self._place = (self._place + step) % len(self._claim.evidence)
            self._show()

    def on_click(self, event: events.Click) -> None:
        """Go to the piece that was clicked."""
        shown = [*self.query_one("#pieces").query(Static)]
        for place, piece in enumerate(shown):
            if event.screen_offset in piece.region:
                self._place = place
                self._show()

    def action_close(self) -> None:
        """Close the list."""
        self.dismiss()

    def _do(self, name: str) -> None:
        pieces = self._claim.evidence
        if not pieces and name not in {"add", "reuse"}:
            self.tell("there is no evidence here", "{evidence.add} attaches some")
            return
        try:
            self._acts[name](pieces[self._place] if pieces else None)
        except FactcheckError as problem:
            self.tell(f"✗ {problem.message}", problem.hint)

    def action_add(self) -> None:
        """Attach another piece."""
        self._do("add")

    def action_edit(self) -> None:
        """Edit the piece under the cursor."""
        self._do("edit")

    def action_retract(self) -> None:
        """Retract the piece under the cursor."""
        self._do("retract")

    def action_share(self) -> None:
        """Attach the piece to more claims."""
        self._do("share")

    def action_reuse(self) -> None:
        """Attach evidence of another claim to this one."""
        self._do("reuse")

    def action_link(self) -> None:
        """Open the link of the piece."""
        self._do("link")

    def action_copy(self) -> None:
        """Copy the link of the piece."""
        self._do("copy")

    def _show(self) -> None:
        count = len(self._claim.evidence)
        hidden = f" · {self._claim.hidden} hidden until you decide" if self._claim.hidden else ""
        head = ((f"Evidence on c{self._claim.number}", HEADING), (f"  {count}{hidden}", FAINT))
        none = ((("No evidence yet.", FAINT),),)
        self.query_one("#head", Static).update(content((head, *(() if count else none))))
        box = self.query_one("#pieces", Vertical)
        shown = [*box.query(Static)]
        for place, piece in enumerate(self._claim.evidence):
            text = content((*piece_lines(piece, here=place == self._place), ()))
            if place < len(shown):
                shown[place].update(text)
            else:
                box.mount(Static(text, markup=False))
        for left in shown[count:]:
            left.remove()
        self.call_after_refresh(self.call_after_refresh, self._bring_into_view)

    def _bring_into_view(self) -> None:
        # None where the list was closed in the meantime.
        for piece in self.query("#pieces > Static")[self._place : self._place + 1]:
            piece.scroll_visible(animate=False, force=True)
